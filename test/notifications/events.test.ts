import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { itilEvents } from '../../src/notifications/data/itil-events.ts';
import { type MailSite, mailSite } from './site-with-mails.ts';

let site: MailSite;
let token: string;
let tech: number;
let requester: number;

/** Every event there is has a notification to the administrator, so that the queue tells which were raised. */
beforeAll(async () => {
  site = await mailSite();
  token = await site.logIn();
  const user = async (name: string): Promise<number> =>
    (await site.db.selectFrom('glpi_users').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
  tech = await user('tech');
  requester = await user('post-only');
  const changes = Object.fromEntries(['new', 'update', 'delete'].map((event) => [event, '']));
  const all = { ...itilEvents, Reservation: changes, Project: changes, ProjectTask: changes };
  for (const [itemtype, events] of Object.entries(all)) {
    for (const event of Object.keys(events))
      await site.notification(itemtype, event, [[1, 1]], { subject: 's', text: 't' });
  }
});
afterAll(() => site?.close());
beforeEach(async () => {
  await site.db.deleteFrom('glpi_queuednotifications').execute();
});

type Input = Record<string, unknown>;

const add = async (itemtype: string, input: Input): Promise<number> => {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
};

const change = async (itemtype: string, id: number, input: Input): Promise<void> => {
  const answer = await site.ask(`/${itemtype}/${id}`, { method: 'PUT', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(200);
};

const remove = async (itemtype: string, id: number, purge = false): Promise<void> => {
  const answer = await site.ask(`/${itemtype}/${id}${purge ? '?force_purge=true' : ''}`, { method: 'DELETE', token });
  expect(answer.statusCode, answer.body).toBe(200);
};

/** The events that something raises, in order: `Ticket update`. */
async function raisedBy(act: () => Promise<unknown>): Promise<string[]> {
  await site.db.deleteFrom('glpi_queuednotifications').execute();
  await act();
  return (await site.queue()).map(({ itemtype, event }) => `${itemtype} ${event}`);
}

const text = { name: 'n', content: 'x' };

describe.each(['Ticket', 'Problem', 'Change'])('a %s (notifications 2.1, 2.2)', (itemtype) => {
  const key = `${itemtype.toLowerCase()}s_id`;
  const of = (...events: string[]): string[] => events.map((event) => `${itemtype} ${event}`);

  it('is told of when it is made, with what it has come to', async () => {
    expect(await raisedBy(() => add(itemtype, text))).toEqual(of('new'));
    expect(await raisedBy(() => add(itemtype, { ...text, status: 5 }))).toEqual(of('new', 'solved'));
    expect(await raisedBy(() => add(itemtype, { ...text, status: 6 }))).toEqual(of('new', 'closed'));
    const people = { _users_id_requester: requester, _users_id_observer: tech };
    expect(await raisedBy(() => add(itemtype, { ...text, ...people }))).toEqual(of('new'));
    // Somebody in charge changes the status of a ticket or problem that is new.
    const assigned = await raisedBy(() => add(itemtype, { ...text, ...people, _users_id_assign: tech }));
    expect(assigned).toEqual(itemtype === 'Change' ? of('new') : of('update', 'new'));
  });

  it('is told of when it changes, and by the name of its new status', async () => {
    const id = await add(itemtype, text);
    expect(await raisedBy(() => change(itemtype, id, { urgency: 5 }))).toEqual(of('update'));
    expect(await raisedBy(() => change(itemtype, id, { urgency: 5 }))).toEqual([]);
    expect(await raisedBy(() => change(itemtype, id, { urgency: 4, _disablenotif: 0 }))).toEqual([]);
    expect(await raisedBy(() => change(itemtype, id, { status: 5 }))).toEqual(of('solved'));
    expect(await raisedBy(() => change(itemtype, id, { status: 1 }))).toEqual(
      of(itemtype === 'Ticket' ? 'rejectsolution' : 'update'),
    );
    expect(await raisedBy(() => change(itemtype, id, { status: 6 }))).toEqual(of('closed'));
  });

  it('is told of when it goes, to the trash and for good', async () => {
    const id = await add(itemtype, text);
    expect(await raisedBy(() => remove(itemtype, id))).toEqual(of('delete'));
    expect(await raisedBy(() => remove(itemtype, id, true))).toEqual(of('delete'));
  });

  it('is told of with its tasks when it is purged', async () => {
    const id = await add(itemtype, text);
    for (const content of ['a', 'b']) await add(`${itemtype}Task`, { [key]: id, content });
    await add('ITILFollowup', { itemtype, items_id: id, content: 'f' });
    expect(await raisedBy(() => remove(itemtype, id, true))).toEqual(of('delete', 'delete_task', 'delete_task'));
  });

  it('has an event for each kind of actor that is added', async () => {
    const id = await add(itemtype, text);
    const group = await add('Group', { name: `actors ${itemtype}` });
    const supplier = await add('Supplier', { name: `actors ${itemtype}` });
    for (const [input, event] of [
      [{ _users_id_requester: requester }, 'requester_user'],
      [{ _groups_id_requester: group }, 'requester_group'],
      [{ _users_id_observer: requester }, 'observer_user'],
      [{ _groups_id_observer: group }, 'observer_group'],
    ] as const) {
      expect(await raisedBy(() => change(itemtype, id, input))).toContain(`${itemtype} ${event}`);
    }
    expect(await raisedBy(() => change(itemtype, id, { _users_id_assign: tech }))).toContain(`${itemtype} assign_user`);
    expect(await raisedBy(() => change(itemtype, id, { _groups_id_assign: group }))).toContain(
      `${itemtype} assign_group`,
    );
    expect(await raisedBy(() => change(itemtype, id, { _suppliers_id_assign: supplier }))).toContain(
      `${itemtype} assign_supplier`,
    );
    const link = itemtype === 'Ticket' ? 'Ticket_User' : `${itemtype}_User`;
    const by = await raisedBy(() => add(link, { [key]: id, users_id: tech, type: 3 }));
    expect(by).toContain(`${itemtype} observer_user`);
    const row = await site.db
      .selectFrom(itemtype === 'Ticket' ? 'glpi_tickets_users' : `glpi_${itemtype.toLowerCase()}s_users`)
      .select('id')
      .where(key, '=', id)
      .where('type', '=', 3)
      .executeTakeFirstOrThrow();
    expect(await raisedBy(() => remove(link, row.id))).toEqual(of('update'));
  });

  it('has events for its followups and tasks', async () => {
    const id = await add(itemtype, text);
    let followup = 0;
    expect(
      await raisedBy(async () => {
        followup = await add('ITILFollowup', { itemtype, items_id: id, content: 'f' });
      }),
    ).toEqual(of('add_followup'));
    expect(await raisedBy(() => change('ITILFollowup', followup, { content: 'g' }))).toEqual(of('update_followup'));
    expect(await raisedBy(() => change('ITILFollowup', followup, { is_private: 1 }))).toEqual([]);
    await change('ITILFollowup', followup, { is_private: 0 });
    expect(await raisedBy(() => remove('ITILFollowup', followup))).toEqual(of('delete_followup'));
    let task = 0;
    expect(
      await raisedBy(async () => {
        task = await add(`${itemtype}Task`, { [key]: id, content: 't' });
      }),
    ).toEqual(of('add_task'));
    expect(await raisedBy(() => change(`${itemtype}Task`, task, { state: 2 }))).toEqual(of('update_task'));
    expect(await raisedBy(() => remove(`${itemtype}Task`, task))).toEqual(of('delete_task'));
  });

  it('has no event for a solution beside that of its status, and one for who is mentioned', async () => {
    const id = await add(itemtype, text);
    expect(await raisedBy(() => add('ITILSolution', { itemtype, items_id: id, content: 's' }))).toEqual(of('solved'));
    const other = await add(itemtype, text);
    const mention = `<p><span data-user-mention="true" data-user-id="${tech}">@tech</span></p>`;
    expect(await raisedBy(() => add('ITILFollowup', { itemtype, items_id: other, content: mention }))).toEqual(
      expect.arrayContaining(of('user_mention', 'observer_user', 'add_followup')),
    );
  });
});

describe('approvals', () => {
  it.each(['Ticket', 'Change'])('of a %s are told of, and their answers', async (itemtype) => {
    const id = await add(itemtype, text);
    let approval = 0;
    expect(
      await raisedBy(async () => {
        approval = await add(`${itemtype}Validation`, {
          [`${itemtype.toLowerCase()}s_id`]: id,
          users_id_validate: tech,
        });
      }),
    ).toEqual([`${itemtype} update`, `${itemtype} validation`]);
    const answer = { status: 3, comment_validation: 'ok' };
    const own = await site.logIn('tech');
    expect(
      await raisedBy(async () => {
        const { statusCode, body } = await site.ask(`/${itemtype}Validation/${approval}`, {
          method: 'PUT',
          token: own,
          payload: { input: answer },
        });
        expect(statusCode, body).toBe(200);
      }),
    ).toEqual([`${itemtype} validation_answer`, `${itemtype} update`]);
  });
});

describe('a followup', () => {
  it('on a solved ticket tells that the solution is refused, on a closed one that the ticket has changed', async () => {
    const id = await add('Ticket', { ...text, status: 5, _users_id_requester: 2 });
    const reopen = { itemtype: 'Ticket', items_id: id, content: 'no', add_reopen: 1 };
    expect(await raisedBy(() => add('ITILFollowup', reopen))).toEqual(['Ticket rejectsolution', 'Ticket add_followup']);
    await change('Ticket', id, { status: 6 });
    expect(await raisedBy(() => add('ITILFollowup', reopen))).toEqual(['Ticket update', 'Ticket add_followup']);
  });

  it('that comes with a ticket is told of before it', async () => {
    expect(await raisedBy(() => add('Ticket', { ...text, _followup: { content: 'f' } }))).toEqual([
      'Ticket add_followup',
      'Ticket new',
    ]);
  });
});

describe('surveys', () => {
  it('are told of when they are made, and when both mark and comment are given', async () => {
    const id = await add('Ticket', { ...text, status: 6, _users_id_requester: requester });
    const survey = { tickets_id: id, type: 1, date_begin: '2026-03-02 00:00:00' };
    expect(await raisedBy(() => add('TicketSatisfaction', survey))).toEqual(['Ticket satisfaction']);
    const own = await site.logIn('post-only', 'postonly');
    const answer = (input: Input) =>
      raisedBy(async () => {
        const payload = { input: { tickets_id: id, ...input } };
        const { statusCode, body } = await site.ask(`/TicketSatisfaction/${id}`, {
          method: 'PUT',
          token: own,
          payload,
        });
        expect(statusCode, body).toBe(200);
      });
    expect(await answer({ satisfaction: 3 })).toEqual([]);
    expect(await answer({ satisfaction: 4, comment: 'good' })).toEqual(['Ticket replysatisfaction']);
  });
});

describe('links', () => {
  it('between tickets are told of on both sides, made and taken away', async () => {
    const [one, two] = [await add('Ticket', text), await add('Ticket', text)];
    let link = 0;
    const both = ['Ticket update', 'Ticket update'];
    expect(
      await raisedBy(async () => {
        link = await add('Ticket_Ticket', { tickets_id_1: one, tickets_id_2: two, link: 1 });
      }),
    ).toEqual(both);
    expect(await raisedBy(() => remove('Ticket_Ticket', link))).toEqual(both);
  });

  it('between problems, changes and tickets are told of when they are made', async () => {
    const [ticket, problem, second] = [
      await add('Ticket', text),
      await add('Problem', text),
      await add('Change', text),
    ];
    let link = 0;
    expect(
      await raisedBy(async () => {
        link = await add('Problem_Ticket', { problems_id: problem, tickets_id: ticket });
      }),
    ).toEqual(expect.arrayContaining(['Problem update', 'Ticket update']));
    expect(await raisedBy(() => remove('Problem_Ticket', link))).toEqual(['Problem delete']);
    expect(
      await raisedBy(async () => {
        link = await add('Change_Ticket', { changes_id: second, tickets_id: ticket });
      }),
    ).toEqual(expect.arrayContaining(['Change update', 'Ticket update']));
    expect(await raisedBy(() => remove('Change_Ticket', link))).toEqual([]);
    expect(
      await raisedBy(async () => {
        link = await add('Change_Problem', { changes_id: second, problems_id: problem });
      }),
    ).toEqual(expect.arrayContaining(['Change update', 'Problem update']));
    expect(await raisedBy(() => remove('Change_Problem', link))).toEqual([]);
  });
});

describe('other items (notifications 2.3)', () => {
  it('reservations: made, changed, and taken away before they end', async () => {
    const computer = await add('Computer', { name: 'pc' });
    const item = await add('ReservationItem', {
      itemtype: 'Computer',
      items_id: computer,
      is_active: 1,
      entities_id: 0,
    });
    let id = 0;
    expect(
      await raisedBy(async () => {
        id = await add('Reservation', {
          reservationitems_id: item,
          begin: '2036-03-03 10:00:00',
          end: '2036-03-03 12:00:00',
          users_id: tech,
        });
      }),
    ).toEqual(['Reservation new']);
    expect(await raisedBy(() => change('Reservation', id, { comment: 'x' }))).toEqual(['Reservation update']);
    await change('Reservation', id, { comment: 'x' });
    expect(await raisedBy(() => change('Reservation', id, { comment: 'x' }))).toEqual([]);
    expect(await raisedBy(() => remove('Reservation', id))).toEqual(['Reservation delete']);
  });

  it('projects and their tasks: made, changed or not, and taken away; a task that gets a member has changed', async () => {
    let id = 0;
    expect(
      await raisedBy(async () => {
        id = await add('Project', { name: 'P' });
      }),
    ).toEqual(['Project new']);
    expect(await raisedBy(() => change('Project', id, { name: 'P' }))).toEqual(['Project update']);
    let task = 0;
    expect(
      await raisedBy(async () => {
        task = await add('ProjectTask', { name: 'T', projects_id: id });
      }),
    ).toEqual(expect.arrayContaining(['ProjectTask new']));
    expect(
      await raisedBy(() => add('ProjectTaskTeam', { projecttasks_id: task, itemtype: 'User', items_id: tech })),
    ).toEqual(['ProjectTask update']);
    expect(await raisedBy(() => remove('ProjectTask', task))).toEqual(expect.arrayContaining(['ProjectTask delete']));
    expect(await raisedBy(() => remove('Project', id))).toEqual(['Project delete']);
  });
});
