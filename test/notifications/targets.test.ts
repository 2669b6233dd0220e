import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailSite, mailSite } from './site-with-mails.ts';

type Input = Record<string, unknown>;

let site: MailSite;
let token: string;

/** Ids by login of the accounts that the tests use; the address of each is `<login>@people.test`. */
const ids: Record<string, number> = {};
/** Groups: `desk` has the members ann (manager) and bob, `silent` isn't told of anything. */
const groups: Record<string, number> = {};
let supplier: number;
let contact: number;
let computer: number;
let selfService: number;

const add = async (itemtype: string, input: Input, as = token): Promise<number> => {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token: as, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
};

const change = async (itemtype: string, id: number, input: Input): Promise<void> => {
  const answer = await site.ask(`/${itemtype}/${id}`, { method: 'PUT', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(200);
};

const profile = async (name: string): Promise<number> =>
  (await site.db.selectFrom('glpi_profiles').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

async function account(login: string, profiles_id: number): Promise<void> {
  const password = { password: login, password2: login };
  ids[login] = await add('User', {
    name: login,
    ...password,
    _profiles_id: profiles_id,
    _entities_id: 0,
    _is_recursive: 1,
  });
  await site.db.deleteFrom('glpi_useremails').where('users_id', '=', ids[login]).execute();
  const email = ` ${login}@People.test`;
  await site.db.insertInto('glpi_useremails').values({ users_id: ids[login], is_default: 1, email }).execute();
}

beforeAll(async () => {
  site = await mailSite();
  token = await site.logIn();
  const technician = await profile('Technician');
  selfService = await profile('Self-Service');
  for (const login of ['ann', 'bob', 'cat', 'dan']) await account(login, technician);
  for (const login of ['eve', 'fay']) await account(login, selfService);
  for (const name of ['desk', 'silent']) {
    groups[name] = await add('Group', { name, is_notify: name === 'desk' ? 1 : 0 });
    await add('Group_User', { groups_id: groups[name], users_id: ids.ann, is_manager: 1 });
    await add('Group_User', { groups_id: groups[name], users_id: ids.bob });
  }
  supplier = await add('Supplier', { name: 'Bolts & Co', email: 'bolts@firm.test' });
  contact = await add('Contact', { name: 'Zoe', email: 'zoe@firm.test' });
  computer = await add('Computer', {
    name: 'pc',
    users_id_tech: ids.cat,
    users_id: ids.eve,
    groups_id_tech: groups.desk,
  });
});
afterAll(() => site?.close());
beforeEach(async () => {
  await site.db.deleteFrom('glpi_notifications').execute();
  await site.db.deleteFrom('glpi_queuednotifications').execute();
});

/** Who is told of an event by a notification to one target: addresses, sorted, without `@people.test`. */
async function toldBy(
  itemtype: string,
  event: string,
  target: readonly [number, number],
  act: () => Promise<unknown>,
): Promise<string[]> {
  await site.notification(itemtype, event, [target], { subject: 's', text: 't' });
  await site.db.deleteFrom('glpi_queuednotifications').execute();
  await act();
  return (await site.queue()).map(({ recipient }) => recipient.replace('@people.test', '')).sort();
}

const ticket = (more: Input = {}): Promise<number> =>
  add('Ticket', {
    name: 'n',
    content: 'x',
    _users_id_requester: ids.eve,
    _users_id_observer: ids.fay,
    _users_id_assign: [ids.cat, ids.dan],
    ...more,
  });

const followup = (id: number, more: Input = {}) =>
  add('ITILFollowup', { itemtype: 'Ticket', items_id: id, content: 'f', ...more });

describe('targets of tickets by number (notifications 4)', () => {
  it.each([
    [1, ['desk@harbour-foods.example']],
    [11, ['desk@harbour-foods.example']],
    [3, ['eve']],
    [2, ['cat', 'dan']],
    [21, ['fay']],
    [7, ['glpi']],
    [8, ['bolts@firm.test']],
    [18, ['glpi']],
    [13, ['ann', 'bob']],
    [12, ['ann']],
    [25, ['bob']],
    [9, ['ann', 'bob']],
    [10, ['ann']],
    [24, ['bob']],
    [20, ['ann', 'bob']],
    [22, ['ann']],
    [26, ['bob']],
    [5, ['cat']],
    [6, ['eve']],
    [23, ['ann', 'bob']],
    [19, []],
  ])('1:%i', async (target, expected) => {
    await site.db.deleteFrom('glpi_useremails').where('users_id', '=', 2).execute();
    await site.db
      .insertInto('glpi_useremails')
      .values({ users_id: 2, is_default: 1, email: 'glpi@people.test' })
      .execute();
    const group = {
      _groups_id_requester: groups.desk,
      _groups_id_assign: groups.desk,
      _groups_id_observer: groups.desk,
    };
    const id = await ticket({ ...group, _suppliers_id_assign: supplier, items_id: { Computer: [computer] } });
    expect(await toldBy('Ticket', 'add_followup', [1, target], () => followup(id))).toEqual(expected);
  });

  it.each([
    [14, ['cat']],
    [15, ['glpi']],
  ])('1:%i, of approvals', async (target, expected) => {
    const id = await ticket();
    expect(
      await toldBy('Ticket', 'validation', [1, target], () =>
        add('TicketValidation', { tickets_id: id, users_id_validate: ids.cat }),
      ),
    ).toEqual(expected);
  });

  it.each([
    [16, ['dan']],
    [37, ['ann', 'bob']],
    [17, ['glpi']],
  ])('1:%i, of tasks', async (target, expected) => {
    const id = await ticket();
    const task = { tickets_id: id, content: 't', users_id_tech: ids.dan, groups_id_tech: groups.desk };
    expect(await toldBy('Ticket', 'add_task', [1, target], () => add('TicketTask', task))).toEqual(expected);
  });

  it('1:4, the technician who was taken off', async () => {
    const id = await ticket();
    const link = await site.db
      .selectFrom('glpi_tickets_users')
      .select('id')
      .where('tickets_id', '=', id)
      .where('users_id', '=', ids.dan)
      .executeTakeFirstOrThrow();
    expect(
      await toldBy('Ticket', 'update', [1, 4], () => site.ask(`/Ticket_User/${link.id}`, { method: 'DELETE', token })),
    ).toEqual(['dan']);
  });

  it('1:39, who is mentioned', async () => {
    const id = await ticket();
    const content = `<p><span data-user-mention="true" data-user-id="${ids.bob}">@bob</span></p>`;
    expect(await toldBy('Ticket', 'user_mention', [1, 39], () => followup(id, { content }))).toEqual(['bob']);
  });
});

describe('other targets', () => {
  it('2: everybody with a profile', async () => {
    const id = await ticket();
    expect(await toldBy('Ticket', 'add_followup', [2, selfService], () => followup(id))).toEqual(
      expect.arrayContaining(['eve', 'fay']),
    );
  });

  it.each([
    [3, ['ann', 'bob']],
    [5, ['ann']],
    [6, []],
  ])('%i: of a group', async (type, expected) => {
    const id = await ticket();
    expect(await toldBy('Ticket', 'add_followup', [type, groups.desk!], () => followup(id))).toEqual(expected);
  });

  it('3: nobody of a group that is not to be told', async () => {
    const id = await ticket();
    expect(await toldBy('Ticket', 'add_followup', [3, groups.silent!], () => followup(id))).toEqual([]);
  });

  it.each([5, 6, 23])('1:%i: nobody for problems, whose number some ticket has too', async (target) => {
    const problem = await add('Problem', { name: 'p', content: 'x' });
    const link = { tickets_id: problem, itemtype: 'Computer', items_id: computer };
    await site.db.insertInto('glpi_items_tickets').values(link).execute();
    expect(await toldBy('Problem', 'update', [1, target], () => change('Problem', problem, { urgency: 5 }))).toEqual(
      [],
    );
    await site.db.deleteFrom('glpi_items_tickets').where('tickets_id', '=', problem).execute();
  });

  it.each([
    ['Project', 27, ['cat']],
    ['Project', 28, ['ann', 'bob']],
    ['Project', 29, ['ann']],
    ['Project', 30, ['bob']],
    ['Project', 31, ['dan']],
    ['Project', 32, ['ann', 'bob']],
    ['Project', 33, ['ann']],
    ['Project', 34, ['bob']],
    ['Project', 35, ['zoe@firm.test']],
    ['Project', 36, ['bolts@firm.test']],
    ['ProjectTask', 27, []],
    ['ProjectTask', 31, ['dan']],
    ['ProjectTask', 36, ['bolts@firm.test']],
  ] as const)('of a %s: 1:%i', async (itemtype, target, expected) => {
    const project = await add('Project', { name: 'P', users_id: ids.cat, groups_id: groups.desk });
    const id = itemtype === 'Project' ? project : await add('ProjectTask', { name: 'T', projects_id: project });
    const key = itemtype === 'Project' ? 'projects_id' : 'projecttasks_id';
    for (const [member, items_id] of [
      ['User', ids.dan],
      ['Group', groups.desk],
      ['Contact', contact],
      ['Supplier', supplier],
    ]) {
      await add(`${itemtype}Team`, { [key]: id, itemtype: member, items_id });
    }
    expect(await toldBy(itemtype, 'update', [1, target], () => change(itemtype, id, { percent_done: 10 }))).toEqual(
      expected,
    );
  });

  it.each([
    [3, ['dan']],
    [5, ['cat']],
    [6, ['eve']],
    [23, ['ann', 'bob']],
  ])('of a reservation: 1:%i', async (target, expected) => {
    const { id: item } = (await site.db
      .selectFrom('glpi_reservationitems')
      .select('id')
      .where('itemtype', '=', 'Computer')
      .where('items_id', '=', computer)
      .executeTakeFirst()) ?? {
      id: await add('ReservationItem', { itemtype: 'Computer', items_id: computer, is_active: 1 }),
    };
    const month = String((target % 12) + 1).padStart(2, '0');
    expect(
      await toldBy('Reservation', 'new', [1, target], () =>
        add('Reservation', {
          reservationitems_id: item,
          users_id: ids.dan,
          begin: `2036-${month}-01 08:00:00`,
          end: `2036-${month}-01 09:00:00`,
        }),
      ),
    ).toEqual(expected);
  });
});

describe('addresses (notifications 4.1)', () => {
  it('are those of the part in the item where it has another one, and of people who want to be told', async () => {
    const other = { use_notification: 1, alternative_email: 'eve@home.test' };
    const id = await ticket({ _users_id_requester_notif: other });
    expect(await toldBy('Ticket', 'add_followup', [1, 3], () => followup(id))).toEqual(['eve@home.test']);
    const quiet = await ticket({ _users_id_requester_notif: { use_notification: 0, alternative_email: '' } });
    await site.db.deleteFrom('glpi_notifications').execute();
    expect(await toldBy('Ticket', 'add_followup', [1, 3], () => followup(quiet))).toEqual([]);
  });

  it('that are no addresses get nothing, in no profile of the entity neither', async () => {
    const id = await ticket();
    const set = (email: string) =>
      site.db.updateTable('glpi_useremails').set({ email }).where('users_id', '=', ids.eve).execute();
    await set('eve at home');
    try {
      expect(await toldBy('Ticket', 'add_followup', [1, 3], () => followup(id))).toEqual([]);
    } finally {
      await set('eve@people.test');
    }
    const rows = await site.db.selectFrom('glpi_profiles_users').selectAll().where('users_id', '=', ids.eve).execute();
    await site.db.deleteFrom('glpi_profiles_users').where('users_id', '=', ids.eve).execute();
    try {
      await site.db.deleteFrom('glpi_notifications').execute();
      expect(await toldBy('Ticket', 'add_followup', [1, 3], () => followup(id))).toEqual([]);
    } finally {
      await site.db.insertInto('glpi_profiles_users').values(rows).execute();
    }
  });
});

describe('who is left out (notifications 4.2)', () => {
  it('is the author who does not want mails of his own doings, but for new tickets', async () => {
    await site.db.updateTable('glpi_users').set({ notification_to_myself: 0 }).where('id', '=', ids.dan).execute();
    const own = await site.logIn('dan');
    const id = await ticket({ _users_id_requester: ids.dan });
    const input = { itemtype: 'Ticket', items_id: id, content: 'mine' };
    expect(await toldBy('Ticket', 'add_followup', [1, 3], () => add('ITILFollowup', input, own))).toEqual([]);
    expect(
      await toldBy('Ticket', 'new', [1, 3], () =>
        add('Ticket', { name: 'n', content: 'x', _users_id_requester: ids.dan }, own),
      ),
    ).toEqual(['dan']);
    expect(await toldBy('Ticket', 'add_followup', [1, 1], () => add('ITILFollowup', input, own))).toEqual([
      'desk@harbour-foods.example',
    ]);
  });

  it.each([
    [1, []],
    [3, []],
    [21, []],
    [2, ['cat', 'dan']],
    [8, []],
  ])('of a private followup: 1:%i', async (target, expected) => {
    const id = await ticket({ _suppliers_id_assign: supplier });
    expect(await toldBy('Ticket', 'add_followup', [1, target], () => followup(id, { is_private: 1 }))).toEqual(
      expected,
    );
  });

  it('is whoever sees private followups by a profile of the simplified interface alone', async () => {
    const id = await ticket();
    const rights = (value: number) =>
      site.db
        .updateTable('glpi_profilerights')
        .set({ rights: value })
        .where('profiles_id', '=', selfService)
        .where('name', '=', 'followup')
        .execute();
    await rights(8192 + 5);
    try {
      expect(await toldBy('Ticket', 'add_followup', [1, 3], () => followup(id, { is_private: 1 }))).toEqual([]);
    } finally {
      await rights(5);
    }
  });
});
