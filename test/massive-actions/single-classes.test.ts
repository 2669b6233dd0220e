import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { type TestApp, testApp } from '../support/app.ts';

let server: TestApp;
let database: Database;
let token: string;
beforeAll(async () => {
  server = await testApp();
  database = openDatabase({ url: server.database.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
  token = await server.logIn('glpi');
});
afterAll(async () => {
  await database?.close();
  await server?.close();
});

async function add(itemtype: string, input: Record<string, unknown>): Promise<number> {
  const answer = await server.ask(`/${itemtype}`, { token, method: 'POST', payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
}

async function insert(table: string, values: Record<string, unknown>): Promise<number> {
  const { insertId } = await database.db.insertInto(table).values(values).executeTakeFirstOrThrow();
  return Number(insertId);
}

const row = (table: string, id: number): Promise<Record<string, unknown> | undefined> =>
  database.db.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();

async function setting(name: string, value: string): Promise<void> {
  await database.db.updateTable('glpi_configs').set({ value }).where('name', '=', name).execute();
  await new Promise((resolve) => setTimeout(resolve, 1100));
}

async function apply(path: string, ids: unknown, input: unknown = {}, as = token) {
  const answer = await server.ask(`/applyMassiveAction/${path}`, {
    token: as,
    method: 'POST',
    payload: { ids, input } as object,
  });
  const body = answer.body === '' ? undefined : answer.json<{ ok: number; messages: string[] }>();
  return { status: answer.statusCode, body };
}

describe('actions of single classes (massive-actions 4.2)', () => {
  it('give up one’s own columns of itemtypes, and nobody else’s', async () => {
    const columns = (users_id: number, itemtype: string) =>
      insert('glpi_displaypreferences', { itemtype, num: 16, rank: 1, users_id });
    const mine = await columns(2, 'Computer');
    const other = await columns(2, 'Monitor');
    const anothers = await columns(4, 'Computer');
    const key = 'DisplayPreference/DisplayPreference:delete_for_user';
    expect((await apply(key, ['Computer'], { users_id: 2 })).body).toMatchObject({ ok: 1, messages: [] });
    expect(await row('glpi_displaypreferences', mine)).toBeUndefined();
    expect(await row('glpi_displaypreferences', other)).toBeDefined();
    const refused = await apply(key, ['Computer'], { users_id: 4 });
    expect(refused).toMatchObject({ status: 422, body: { ok: 0, noright: 1 } });
    expect(refused.body?.messages[0]).toMatch(/>tech<\/a>: Authorization error$/);
    expect(await row('glpi_displaypreferences', anothers)).toBeDefined();
    expect(await apply(key, ['Computer', 'Monitor'])).toEqual({
      status: 422,
      body: { ok: 0, noaction: 0, ko: 2, noright: 0, messages: [] },
    });
  });

  it('forget refused mails, and leave importing them to GLPI', async () => {
    const refused = { from: 'a@b.example', to: 'c@d.example', messageid: '<1@b.example>', reason: 1 };
    const mail = await insert('glpi_notimportedemails', refused);
    const key = 'NotImportedEmail/NotImportedEmail';
    expect(await apply(`${key}:import_email`, [mail])).toMatchObject({ status: 422, body: { ok: 0, ko: 1 } });
    const tech = await server.logIn('tech');
    expect((await apply(`${key}:delete_email`, [mail], {}, tech)).body).toMatchObject({ noright: 1 });
    expect((await apply(`${key}:delete_email`, [mail])).body).toMatchObject({ ok: 1 });
    expect(await row('glpi_notimportedemails', mail)).toBeUndefined();
  });

  it('answer nothing for the conversion of unmanaged assets, which stay', async () => {
    const id = await insert('glpi_unmanageds', { name: 'stays' });
    expect(await apply('Unmanaged/Unmanaged:convert', [id], { itemtype: 'Computer' })).toEqual({
      status: 200,
      body: undefined,
    });
    expect(await row('glpi_unmanageds', id)).toMatchObject({ name: 'stays' });
  });

  it('compute the category of software that may be changed', async () => {
    const category = await add('SoftwareCategory', { name: 'computed' });
    const software = await add('Software', { name: 'to be put in order' });
    const rule = await add('RuleSoftwareCategory', { name: 'computing', is_active: 1, match: 'AND' });
    await add('RuleCriteria', { rules_id: rule, criteria: 'name', condition: 0, pattern: 'to be put in order' });
    const action = { action_type: 'assign', field: 'softwarecategories_id', value: String(category) };
    await add('RuleAction', { rules_id: rule, ...action });
    const key = 'Software/Software:compute_software_category';
    const observer = await server.logIn('normal');
    expect((await apply(key, [software], {}, observer)).body).toMatchObject({ noright: 1 });
    expect((await apply(key, [software])).body).toMatchObject({ ok: 1 });
    expect(await row('glpi_softwares', software)).toMatchObject({ softwarecategories_id: category });
  });
});

describe('links that don’t fit (massive-actions 4, 4.2)', () => {
  it('name the template that is for other items', async () => {
    const notification = await add('Notification', { name: 'of tickets', itemtype: 'Ticket', event: 'new' });
    const template = await add('NotificationTemplate', { name: 'of computers', itemtype: 'Computer' });
    const input = { mode: 'mailing', notificationtemplates_id: template };
    const { body } = await apply('Notification/Notification:add_template', [notification], input);
    expect(body).toMatchObject({ ok: 0, ko: 1 });
    expect(body?.messages[0]).toMatch(/>of tickets<\/a>: Incompatible items \(<a .*>of computers<\/a>\)$/);
  });

  it('take components from one item to another, and databases off their instance alone', async () => {
    const instances = [
      await add('DatabaseInstance', { name: 'one' }),
      await add('DatabaseInstance', { name: 'another' }),
    ];
    const id = await add('Database', { name: 'held', databaseinstances_id: instances[0] });
    const to = { peertype: 'DatabaseInstance', peers_id: instances[1] };
    const { body } = await apply('Database/CommonDBConnexity:affect', [id], to);
    expect(body).toMatchObject({ ko: 1 });
    expect(body?.messages[0]).toMatch(/Error on executing the action$/);
    expect((await apply('Database/CommonDBConnexity:unaffect', [id])).body).toMatchObject({ ok: 1 });
    expect(await row('glpi_databases', id)).toMatchObject({ databaseinstances_id: 0 });

    const computers = [await add('Computer', { name: 'from' }), await add('Computer', { name: 'to' })];
    const device = await add('DeviceProcessor', { designation: 'moved' });
    const part = { itemtype: 'Computer', items_id: computers[0], deviceprocessors_id: device };
    const moved = await add('Item_DeviceProcessor', part);
    const other = { peertype: 'Computer', peers_id: computers[1] };
    expect((await apply('Item_DeviceProcessor/CommonDBConnexity:affect', [moved], other)).body).toMatchObject({
      ok: 1,
    });
    expect(await row('glpi_items_deviceprocessors', moved)).toMatchObject({ items_id: computers[1] });
  });
});

describe('sending queued mails (massive-actions 4.2)', () => {
  const mail = (mode: string) =>
    insert('glpi_queuednotifications', {
      itemtype: 'Ticket',
      items_id: 1,
      name: 'queued',
      sender: 'desk@harbour-foods.example',
      recipient: 'ann@harbour-foods.example',
      body_text: 'text',
      mode,
      event: 'new',
      send_time: '2026-01-01 00:00:00',
    });

  it('marks what could not be sent as tried', async () => {
    await setting('smtp_mode', '1');
    await setting('smtp_host', '127.0.0.1');
    await setting('smtp_port', '1');
    const id = await mail('mailing');
    const { status, body } = await apply('QueuedNotification/QueuedNotification:send', [id]);
    expect({ status, body }).toMatchObject({ status: 422, body: { ko: 1 } });
    expect(body?.messages[0]).toMatch(/Error on executing the action$/);
    const after = await row('glpi_queuednotifications', id);
    expect(after).toMatchObject({ sent_try: 1, is_deleted: 0, sent_time: null });
    expect(String(after?.send_time) > '2026-01-01 00:00:00').toBe(true);
  });

  it('leaves other ways of telling alone', async () => {
    const id = await mail('ajax');
    expect((await apply('QueuedNotification/QueuedNotification:send', [id])).body).toMatchObject({ noaction: 1 });
    expect(await row('glpi_queuednotifications', id)).toMatchObject({ sent_try: 0 });
  });

  it('is for those who may change the queue', async () => {
    const id = await mail('mailing');
    const tech = await server.logIn('tech');
    expect((await apply('QueuedNotification/QueuedNotification:send', [id], {}, tech)).body).toMatchObject({
      noright: 1,
    });
    expect(await row('glpi_queuednotifications', id)).toMatchObject({ sent_try: 0 });
  });
});

describe('tickets of problems and changes (massive-actions 5.4)', () => {
  it.each(['Problem', 'Change'])('of a %s get tasks and solutions by the link', async (name) => {
    const ticket = await add('Ticket', { name: `linked to a ${name}`, content: 'x' });
    const parent = await add(name, { name: 'parent', content: 'x' });
    const link = await add(`${name}_Ticket`, { tickets_id: ticket, [`${name.toLowerCase()}s_id`]: parent });
    const task = { content: 'by the link', taskcategories_id: 0, actiontime: 60 };
    const key = `${name}_Ticket/${name}_Ticket`;
    expect((await apply(`${key}:add_task`, [link], task)).body).toMatchObject({ ok: 1, messages: [] });
    const tasks = await server.ask(`/Ticket/${ticket}/TicketTask`, { token });
    expect(tasks.json()).toMatchObject([{ content: 'by the link', actiontime: 60 }]);
    const observer = await server.logIn('normal');
    const solution = { content: 'solved by the link', solutiontypes_id: 0 };
    expect((await apply(`${key}:solveticket`, [link], solution, observer)).body).toMatchObject({ noright: 1 });
    expect((await apply(`${key}:solveticket`, [link], solution)).body).toMatchObject({ ok: 1 });
    expect(await row('glpi_tickets', ticket)).toMatchObject({ status: 5 });
    expect((await apply(`${key}:solveticket`, [9_999_999], solution)).body).toMatchObject({ noright: 1 });
  });
});

describe('rights on the items themselves', () => {
  /** A technician of another entity, who reads and writes there alone. */
  async function stranger(): Promise<{ here: string; computer: number; ticket: number }> {
    const away = await add('Entity', { name: `away ${Date.now()}` });
    token = await server.logIn('glpi');
    const name = `stranger.${away}`;
    await add('User', { name, password: name, password2: name, _profiles_id: 6, _entities_id: away });
    const computer = await add('Computer', { name: 'out of reach', entities_id: 0 });
    const ticket = await add('Ticket', { name: 'out of reach', content: 'x', entities_id: 0 });
    return { here: await server.logIn(name), computer, ticket };
  }

  it('D38: comments, notes and solutions need a right on the item', async () => {
    const computer = await add('Computer', { name: 'read only', comment: 'as it was' });
    const observer = await server.logIn('normal');
    const amended = await apply('Computer/MassiveAction:amend_comment', [computer], { amendment: 'x' }, observer);
    expect(amended).toMatchObject({ status: 422, body: { ko: 1, noright: 0 } });
    expect(amended.body?.messages[0]).toMatch(/Authorization error$/);
    expect(await row('glpi_computers', computer)).toMatchObject({ comment: 'as it was' });

    const { here, computer: far, ticket } = await stranger();
    expect((await apply('Computer/MassiveAction:amend_comment', [far], { amendment: 'x' }, here)).body).toMatchObject({
      ko: 1,
    });
    expect((await apply('Computer/MassiveAction:add_note', [far], { add_note: 'x' }, here)).body).toMatchObject({
      noright: 1,
    });
    const solution = { solutiontypes_id: 0, content: 'x' };
    expect((await apply('Ticket/Ticket:resolve_tickets', [ticket], solution, here)).body).toMatchObject({
      ok: 0,
      noright: 1,
    });
    expect(await row('glpi_tickets', ticket)).toMatchObject({ status: 1 });
  });

  it('D39: locks of columns, components and items need a right on the item', async () => {
    const computer = await add('Computer', { name: 'locked' });
    const field = { itemtype: 'Computer', items_id: computer, field: 'name', is_global: 0 };
    const lock = await insert('glpi_lockedfields', field);
    const observer = await server.logIn('normal');
    const fields = { attached_fields: ['Computer - name'] };
    expect((await apply('Computer/Lock:unlock_fields', [computer], fields, observer)).body).toMatchObject({
      ok: 0,
      noright: 1,
    });
    expect(await row('glpi_lockedfields', lock)).toBeDefined();
    const parts = { attached_item: ['Device'] };
    expect((await apply('Computer/Lock:unlock_component', [computer], parts, observer)).body).toMatchObject({
      noright: 1,
    });
    expect((await apply('Computer/Lock:unlock_fields', [computer], fields)).body).toMatchObject({ ok: 1 });
    expect(await row('glpi_lockedfields', lock)).toBeUndefined();

    await setting('lock_use_lock_item', '1');
    const edited = await insert('glpi_objectlocks', { itemtype: 'Computer', items_id: computer, users_id: 2 });
    expect((await apply('Computer/ObjectLock:unlock', [computer], {}, observer)).body).toMatchObject({ noright: 1 });
    expect(await row('glpi_objectlocks', edited)).toBeDefined();
    expect((await apply('Computer/ObjectLock:unlock', [computer])).body).toMatchObject({ ok: 1 });
    expect(await row('glpi_objectlocks', edited)).toBeUndefined();
    const [last] = await database.db
      .selectFrom('glpi_logs')
      .select(['linked_action'])
      .where('itemtype', '=', 'Computer')
      .where('items_id', '=', computer)
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    expect(last).toMatchObject({ linked_action: 27 });
    await setting('lock_use_lock_item', '0');
  });
});
