import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

/** Searches of what is read by one's part in it, held against reading the items one by one. */
let server: TestApp;
const tokens = new Map<string, string>();
const people = { glpi: 'glpi', tech: 'tech', normal: 'normal', 'post-only': 'postonly' };

beforeAll(async () => {
  server = await testApp();
  for (const [login, password] of Object.entries(people)) tokens.set(login, await server.logIn(login, password));
  const add = async (itemtype: string, input: object): Promise<number> => {
    const answer = await server.ask(`/${itemtype}`, { method: 'POST', token: tokens.get('glpi')!, payload: { input } });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id;
  };
  await add('KnowbaseItem', { name: 'nobody’s', answer: 'a' });
  await add('KnowbaseItem', { name: 'nobody’s question', answer: 'a', is_faq: 1 });
  for (const is_faq of [0, 1]) {
    const knowbaseitems_id = await add('KnowbaseItem', { name: `shared ${is_faq}`, answer: 'a', is_faq });
    await add('Entity_KnowbaseItem', { knowbaseitems_id, entities_id: 0, is_recursive: 1 });
  }
  for (const requester of [3, 2]) {
    const id = await add('Ticket', { name: 'with tasks', content: 'c', _users_id_requester: requester });
    for (const is_private of [0, 1]) await add('TicketTask', { tickets_id: id, content: 't', is_private });
  }
  for (const parent of ['Problem', 'Change']) {
    const id = await add(parent, { name: 'with tasks', content: 'c' });
    await add(`${parent}Task`, { [`${parent.toLowerCase()}s_id`]: id, content: 't' });
  }
  // Whoever opens tickets for others, in one entity alone.
  const database = await connect(server.database.url);
  await database.query('UPDATE glpi_profiles_users SET is_recursive = 0 WHERE users_id = 5');
  await database.end();
  tokens.set('normal', await server.logIn('normal'));
});
afterAll(() => server.close());

/** How many rows a search finds; undefined for one that is refused. */
async function found(login: string, itemtype: string): Promise<number | undefined> {
  const answer = await server.ask(`/search/${itemtype}`, { token: tokens.get(login)! });
  return answer.statusCode === 403 ? undefined : answer.json<{ totalcount: number }>().totalcount;
}

async function rowsOf(itemtype: string): Promise<number[]> {
  const all = await server.ask(`/${itemtype}?range=0-999`, { token: tokens.get('glpi')! });
  return all.json<{ id: number }[]>().map(({ id }) => id);
}

async function readable(login: string, itemtype: string): Promise<number> {
  const statuses: number[] = [];
  for (const id of await rowsOf(itemtype)) {
    statuses.push((await server.ask(`/${itemtype}/${id}`, { token: tokens.get(login)! })).statusCode);
  }
  return statuses.filter((status) => status === 200).length;
}

describe.each(Object.keys(people))('%s', (login) => {
  it.each(['KnowbaseItem', 'TicketTask', 'ProblemTask', 'ChangeTask'])(
    'D43: finds as many rows of %s as it may read',
    async (itemtype) => {
      expect((await found(login, itemtype)) ?? 0).toBe(await readable(login, itemtype));
    },
  );
});

it('finds less than all where it may not read all', async () => {
  for (const itemtype of ['KnowbaseItem', 'TicketTask']) {
    const count = await found('post-only', itemtype);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan((await rowsOf(itemtype)).length);
  }
});
