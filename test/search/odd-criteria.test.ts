import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

// Criteria that few clients send, on rows of their own: computers 99101 to 99103, tickets 99101 to 99103.

const ids = [99101, 99102, 99103];
let app: TestApp;
let token: string;

beforeAll(async () => {
  app = await testApp();
  const connection = await connect(app.database.url);
  for (const statement of [
    `INSERT INTO glpi_entities (id, name, completename, entities_id, level) VALUES (991, 'Below', 'Root entity > Below', 0, 2)`,
    `INSERT INTO glpi_groups (id, name, completename) VALUES (991, 'Those', 'Those'), (992, 'Others', 'Others')`,
    `INSERT INTO glpi_computers (id, name, entities_id, groups_id, users_id_tech) VALUES
      (99101, 'odd one', 0, 991, 2), (99102, 'odd two', 991, 992, 4), (99103, 'odd three', 991, 0, 0)`,
    `INSERT INTO glpi_tickets (id, name, entities_id, status) VALUES (99101, 'odd', 0, 1), (99102, 'odd', 0, 1), (99103, 'odd', 0, 1)`,
    `INSERT INTO glpi_groups_tickets (tickets_id, groups_id, type) VALUES (99101, 991, 2), (99101, 992, 2), (99102, 992, 2)`,
    `INSERT INTO glpi_tickettasks (id, tickets_id, date, uuid) VALUES (99101, 99101, '2024-01-01 10:00:00', 'odd 1'), (99102, 99102, '2025-01-01 10:00:00', 'odd 2')`,
    `INSERT INTO glpi_softwares (id, name) VALUES (991, 'Odd office')`,
    `INSERT INTO glpi_softwareversions (id, name, softwares_id) VALUES (991, 'v1', 991), (992, 'v2', 991)`,
    `INSERT INTO glpi_items_softwareversions (items_id, itemtype, softwareversions_id) VALUES (99101, 'Computer', 991)`,
    `INSERT INTO glpi_consumables (id, entities_id) VALUES (991, 991), (992, 0)`,
  ])
    await connection.query(statement);
  await connection.end();
  token = await app.logIn();
});
afterAll(() => app.close());

type Criterion = Readonly<Record<string, string | number>>;

const sent = (criteria: readonly Criterion[]) =>
  criteria
    .flatMap((each, at) =>
      Object.entries(each).map(([key, value]) => `criteria[${at}][${key}]=${encodeURIComponent(value)}`),
    )
    .join('&');

async function rows(itemtype: string, criteria: readonly Criterion[], more = '') {
  const answer = await app.ask(`/search/${itemtype}?range=0-9999&withindexes=1&sort=2&${sent(criteria)}${more}`, {
    token,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ data?: Record<string, Record<string, unknown>> }>().data ?? {};
}

/** Which of the rows made here are found. */
async function found(itemtype: string, ...criteria: readonly Criterion[]): Promise<readonly number[]> {
  const data = await rows(itemtype, criteria);
  return ids.filter((id) => String(id) in data);
}

const criterion = (field: number, searchtype: string, value: string, more: Criterion = {}): Criterion => ({
  field,
  searchtype,
  value,
  ...more,
});
const linked = (itemtype: string, field: number, searchtype: string, value: string, link = 'AND') =>
  criterion(field, searchtype, value, { link, meta: 1, itemtype });

describe('a row of the linked table by its id ($$$$)', () => {
  it('is meant on options whose criteria are sub-queries', async () => {
    expect(await found('Ticket', criterion(8, 'contains', '$$$$991'))).toEqual([99101]);
    expect(await found('Ticket', criterion(8, 'equals', '$$$$992', { link: 'AND NOT' }))).toEqual([99101]);
    const none = await found('Ticket', criterion(1, 'contains', 'odd'), criterion(8, 'equals', '$$$$0'));
    expect(none).toEqual([99103]);
  });

  it('is meant on options that show the latest of several rows', async () => {
    expect(await found('Ticket', criterion(73, 'contains', '$$$$99102'))).toEqual([99102]);
  });
});

describe('words for what is no number', () => {
  it('of a user without groups, mygroups is nothing: every group is another one', async () => {
    expect(await found('Computer', criterion(71, 'equals', 'mygroups'))).toEqual([]);
    expect(await found('Computer', criterion(71, 'notequals', 'mygroups'))).toEqual(ids);
  });

  it('a branch of a tree that is no number is that of row 0', async () => {
    expect(await found('Computer', criterion(80, 'under', 'abc'))).toEqual([99101]);
    expect(await found('Computer', criterion(80, 'notunder', 'abc'))).toEqual([99102, 99103]);
    expect(await found('Computer', criterion(71, 'under', 'abc'))).toEqual([]);
  });

  it('nothing equals NULL, and nothing differs from it', async () => {
    for (const searchtype of ['equals', 'notequals']) {
      expect(await rows('User', [criterion(1, searchtype, 'NULL')])).toEqual({});
      expect(await rows('Contract', [criterion(5, searchtype, 'NULL')])).toEqual({});
    }
  });
});

describe('linked types (search 18)', () => {
  it('none may match, beside criteria that join several rows', async () => {
    const tasks = criterion(26, 'contains', 'NULL');
    expect(await found('Ticket', tasks, linked('Entity', 119, 'equals', '5', 'AND NOT'))).toEqual([
      99101, 99102, 99103,
    ]);
    // Persons aren't concatenated: of several the group shows one.
    const noComputers = linked('Computer', 70, 'contains', 'nobody', 'AND NOT');
    const groups = await rows('Group', [criterion(13, 'contains', 'NULL'), noComputers]);
    expect(Object.keys(groups)).toEqual(expect.arrayContaining(['991', '992']));
  });

  it('show what is computed from two of their tables', async () => {
    const data = await rows(
      'Computer',
      [linked('Software', 5, 'contains', 'v1'), linked('Software', 1, 'contains', 'Odd', 'OR')],
      '&uid_cols=1',
    );
    expect(data['99101']).toMatchObject({ 'Software.SoftwareVersion.name': 'Odd office - v1' });
    const other = await rows('Computer', [
      linked('Contract', 1, 'contains', '^', 'OR NOT'),
      linked('Software', 5, 'equals', '991', 'OR'),
    ]);
    expect(Object.keys(other)).toContain('99101');
  });

  it('D22: rows of one table are not linked with each other', async () => {
    const answer = await app.ask(`/search/Location?${sent([linked('Location', 1, 'contains', 'a')])}`, { token });
    expect([answer.statusCode, answer.json<string[]>()[1]]).toEqual([400, expect.stringContaining('Bad field ID')]);
  });
});

describe('parts of items in a session with few entities (search 10.3)', () => {
  it('are found in these, whether or not their table knows recursive rows', async () => {
    const connection = await connect(app.database.url);
    await connection.query(
      `INSERT INTO glpi_users (id, name, password, authtype, is_active) SELECT 991, 'below', password, 1, 1 FROM glpi_users WHERE name = 'glpi'`,
    );
    await connection.query(
      `INSERT INTO glpi_profiles_users (users_id, profiles_id, entities_id, is_recursive) VALUES (991, 4, 991, 1)`,
    );
    await connection.end();
    const below = await app.logIn('below', 'glpi');
    const answer = await app.ask('/search/Consumable?range=0-99&withindexes=1', { token: below });
    expect([answer.statusCode, Object.keys(answer.json<{ data: object }>().data)]).toEqual([200, ['991']]);
  });
});
