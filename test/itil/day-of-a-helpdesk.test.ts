import type { Connection, RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../src/demo/organisation.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

type Columns = Record<string, unknown>;

let site: TestApp;
let db: Connection;
const tokens: Record<string, string> = {};
const users: Record<string, number> = {};
let group = 0;
let ticket = 0;

beforeAll(async () => {
  site = await testApp();
  db = await connect(site.database.url);
  for (const login of ['hana', 'david', 'alice']) {
    tokens[login] = await site.logIn(login, PASSWORD);
    users[login] = Number((await row('SELECT id FROM glpi_users WHERE name = ?', [login])).id);
  }
  group = Number((await row("SELECT id FROM glpi_groups WHERE completename = 'Service desk'")).id);
  await db.query('UPDATE glpi_entities SET inquest_config = 1, inquest_rate = 100, inquest_delay = 0 WHERE id = 0');
});

afterAll(async () => {
  await db.end();
  await site.close();
});

async function rows(sql: string, values: unknown[] = []): Promise<Columns[]> {
  const [found] = await db.query<RowDataPacket[]>(sql, values);
  return found;
}

const row = async (sql: string, values: unknown[] = []): Promise<Columns> => (await rows(sql, values))[0] ?? {};

const ticketRow = (): Promise<Columns> => row('SELECT * FROM glpi_tickets WHERE id = ?', [ticket]);

/** Sends an input; answers what came back, after checking that it went well. */
async function send(login: string, method: 'POST' | 'PUT', path: string, input: Columns): Promise<Columns> {
  const answer = await site.ask(path, { method, token: tokens[login]!, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(method === 'POST' ? 201 : 200);
  const body: Columns | Columns[] = answer.json();
  return Array.isArray(body) ? body[0]! : body;
}

const onTicket = (more: Columns): Columns => ({ itemtype: 'Ticket', items_id: ticket, ...more });

describe('a day of a helpdesk (itil 2, 3, 4, 10, 13)', () => {
  it('has a rule that puts printers into the hands of a technician and a group', async () => {
    const rule = await send('alice', 'POST', '/RuleTicket', {
      name: 'Printers',
      match: 'AND',
      is_active: 1,
      is_recursive: 1,
      condition: 1,
      entities_id: 0,
    });
    const rules_id = rule.id;
    await send('alice', 'POST', '/RuleCriteria', { rules_id, criteria: 'name', condition: 2, pattern: 'printer' });
    const assign = { rules_id, action_type: 'assign' };
    await send('alice', 'POST', '/RuleAction', { ...assign, field: '_users_id_assign', value: users.david });
    await send('alice', 'POST', '/RuleAction', { ...assign, field: '_groups_id_assign', value: group });
  });

  it('takes a ticket from the portal, which the rule assigns', async () => {
    const answer = await send('hana', 'POST', '/Ticket', {
      name: 'The printer is stuck',
      content: 'It eats <b>paper</b>',
      urgency: 5,
      _users_id_requester: users.hana,
    });
    ticket = Number(answer.id);
    expect(answer.message).toBe(`Item successfully added: The printer is stuck (${ticket})`);
    expect(await ticketRow()).toMatchObject({
      status: 2,
      type: 1,
      urgency: 5,
      impact: 3,
      priority: 4,
      content: 'It eats &#60;b&#62;paper&#60;/b&#62;',
      users_id_recipient: users.hana,
      users_id_lastupdater: users.hana,
      // The requester can't take his own ticket into account.
      takeintoaccount_delay_stat: 0,
      solvedate: null,
    });
    const actors = await rows('SELECT users_id, type FROM glpi_tickets_users WHERE tickets_id = ? ORDER BY id', [
      ticket,
    ]);
    expect(actors).toEqual([
      { users_id: users.hana, type: 1 },
      { users_id: users.david, type: 2 },
    ]);
    const groups = await rows('SELECT groups_id, type FROM glpi_groups_tickets WHERE tickets_id = ?', [ticket]);
    expect(groups).toEqual([{ groups_id: group, type: 2 }]);
  });

  it('is taken into account by the technician who asks back', async () => {
    const { id } = await send('david', 'POST', '/ITILFollowup', onTicket({ content: 'Which one?' }));
    expect(await row('SELECT * FROM glpi_itilfollowups WHERE id = ?', [id])).toMatchObject({
      users_id: users.david,
      content: 'Which one?',
      is_private: 0,
      requesttypes_id: 0,
      timeline_position: 4,
    });
    const { takeintoaccount_delay_stat, takeintoaccountdate, status } = await ticketRow();
    expect(Number(takeintoaccount_delay_stat)).toBeGreaterThan(0);
    expect(takeintoaccountdate).not.toBeNull();
    expect(status).toBe(2);
  });

  it('is planned by a task', async () => {
    const plan = { begin: '2036-05-05 10:00:00', end: '2036-05-05 10:45:00' };
    const { id } = await send('david', 'POST', '/TicketTask', {
      tickets_id: ticket,
      content: 'Clean the rollers',
      users_id_tech: users.david,
      plan,
    });
    expect(await row('SELECT * FROM glpi_tickettasks WHERE id = ?', [id])).toMatchObject({
      begin: plan.begin,
      end: plan.end,
      actiontime: 2700,
      state: 1,
      users_id: users.david,
      timeline_position: 4,
    });
    expect(await ticketRow()).toMatchObject({ status: 3, actiontime: 2700 });
    await send('david', 'PUT', `/TicketTask/${id}`, { state: 2 });
    expect(await ticketRow()).toMatchObject({ status: 2 });
  });

  it('is solved, refused by its requester, and open again', async () => {
    const { id } = await send('david', 'POST', '/ITILSolution', onTicket({ content: 'Cleaned' }));
    const solved = await ticketRow();
    expect(solved).toMatchObject({ status: 5, closedate: null });
    expect(solved.solvedate).not.toBeNull();
    expect(await row('SELECT status, users_id FROM glpi_itilsolutions WHERE id = ?', [id])).toEqual({
      status: 2,
      users_id: users.david,
    });
    await send('hana', 'POST', '/ITILFollowup', onTicket({ content: 'Still stuck', add_reopen: 1 }));
    expect(await ticketRow()).toMatchObject({
      status: 2,
      solvedate: null,
      solve_delay_stat: 0,
      begin_waiting_date: null,
    });
    expect(await row('SELECT status, users_id_approval FROM glpi_itilsolutions WHERE id = ?', [id])).toEqual({
      status: 4,
      users_id_approval: users.hana,
    });
  });

  it('is solved again, approved, and asks for an opinion', async () => {
    const { id } = await send('david', 'POST', '/ITILSolution', onTicket({ content: 'New rollers' }));
    await send('hana', 'POST', '/ITILFollowup', onTicket({ content: '', add_close: 1 }));
    const closed = await ticketRow();
    expect(closed).toMatchObject({ status: 6 });
    expect(closed.closedate).not.toBeNull();
    expect(await row('SELECT status, users_id_approval FROM glpi_itilsolutions WHERE id = ?', [id])).toEqual({
      status: 3,
      users_id_approval: users.hana,
    });
    const last = await row('SELECT content FROM glpi_itilfollowups WHERE items_id = ? ORDER BY id DESC LIMIT 1', [
      ticket,
    ]);
    expect(last.content).toBe('Solution approved');
    expect(await row('SELECT type, satisfaction FROM glpi_ticketsatisfactions WHERE tickets_id = ?', [ticket])).toEqual(
      {
        type: 1,
        satisfaction: null,
      },
    );
    await send('hana', 'PUT', `/TicketSatisfaction/${ticket}`, {
      tickets_id: ticket,
      satisfaction: 4,
      comment: 'Quick',
    });
    const survey = await row('SELECT * FROM glpi_ticketsatisfactions WHERE tickets_id = ?', [ticket]);
    expect(survey).toMatchObject({ satisfaction: 4, comment: 'Quick' });
    expect(survey.date_answered).not.toBeNull();
  });

  it('takes no further words from its requester', async () => {
    const answer = await site.ask('/ITILFollowup', {
      method: 'POST',
      token: tokens.hana!,
      payload: { input: onTicket({ content: 'One more thing' }) },
    });
    expect(answer.statusCode).toBe(400);
  });

  it('left a history and an event', async () => {
    const logs = await rows(
      `SELECT user_name, itemtype_link, linked_action, id_search_option, old_value, new_value
       FROM glpi_logs WHERE itemtype = 'Ticket' AND items_id = ? ORDER BY id`,
      [ticket],
    );
    const value = (text: unknown): string =>
      String(text ?? 'NULL')
        .replace(/^\d{4}-.*/, '<date>')
        .replace(/\(\d+\)$/, '(#)');
    const told = logs.map((log) => {
      const isNumber = log.id_search_option === 150 || ['17', '18'].includes(String(log.linked_action));
      const now = isNumber ? value(log.new_value).replace(/^\d+/, '#') : value(log.new_value);
      const what = `${log.itemtype_link || '-'} ${log.linked_action} ${log.id_search_option}`;
      return `${String(log.user_name).split(' ')[1]}: ${what}: ${value(log.old_value)} > ${now}`;
    });
    expect(told).toEqual([
      'Hana: User 15 4:  > Sato Hana (#)',
      'Hana: User 15 5:  > Costa David (#)',
      'Hana: - 0 12: 1 > 2',
      'Hana: Group 15 8:  > Service desk (#)',
      'Hana: 0 20 0:  > ',
      'David: - 0 150: 0 > #',
      'David: - 0 64: hana (#) > david (#)',
      'David: ITILFollowup 17 0:  > #',
      'David: ITILFollowup 12 0:  > Followups (#)',
      'David: - 0 12: 2 > 3',
      'David: TicketTask 17 0:  > #',
      'David: - 0 12: 3 > 2',
      'David: TicketTask 18 0:  > #',
      'David: - 0 12: 2 > 5',
      'David: - 0 17:  > <date>',
      'David: ITILSolution 17 0:  > # (#)',
      'Hana: ITILFollowup 17 0:  > #',
      'Hana: - 0 12: 5 > 2',
      'Hana: - 0 17: <date> > NULL',
      'Hana: ITILFollowup 12 0:  > Followups (#)',
      'David: - 0 12: 2 > 5',
      'David: - 0 64: hana (#) > david (#)',
      'David: - 0 17:  > <date>',
      'David: ITILSolution 17 0:  > # (#)',
      'Hana: ITILFollowup 17 0:  > #',
      'Hana: - 0 12: 5 > 6',
      'Hana: - 0 16:  > <date>',
      'Hana: ITILFollowup 12 0:  > Followups (#)',
      'Hana: - 0 62:  > 4',
      'Hana: - 0 63:  > Quick',
    ]);
    const events = await rows("SELECT message FROM glpi_events WHERE type = 'ticket' AND items_id = ?", [ticket]);
    expect(events).toEqual([{ message: `hana adds the item ${ticket}` }]);
  });
});
