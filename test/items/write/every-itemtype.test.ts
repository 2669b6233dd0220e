import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, itemtype } from '../../../src/catalog/catalog.ts';
import type { Itemtype } from '../../../src/catalog/model.ts';
import { polymorphicBelongings } from '../../../src/catalog/relations.ts';
import { openDatabase } from '../../../src/database/database.ts';
import { readSchema, type Schema } from '../../../src/database/schema.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { type Link, links, orphans } from './orphans.ts';
import { firstIds, plausibleInput } from './plausible.ts';
import { connectTo, type Rows } from './rows.ts';

/** A plausible life of an item of every type: whatever the answer, it is no fault, and it tells the truth. */
let server: TestApp;
let rows: Rows;
let token: string;
let schema: Schema;
let ids: Map<string, number>;
let every: Link[];

beforeAll(async () => {
  server = await testApp();
  rows = await connectTo(server.database.url);
  token = await server.logIn('glpi');
  const database = openDatabase({ url: server.database.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
  schema = await readSchema(database.db);
  await database.close();
  ids = await firstIds(rows, schema);
  every = links(schema);
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

interface Answer {
  readonly ok: boolean;
  readonly id: number;
  readonly text: string;
}

/** Sends an input; checks that the answer has one of the forms that the API documents. */
async function send(method: 'POST' | 'PUT' | 'DELETE', path: string, input?: object): Promise<Answer> {
  const answer = await server.ask(path, {
    method,
    token,
    headers: { 'content-type': 'application/json' },
    ...(input && { payload: JSON.stringify({ input }) }),
  });
  const text = `${method} ${path}: ${answer.statusCode} ${answer.body}`;
  expect([200, 201, 400, 401, 404], text).toContain(answer.statusCode);
  const body = answer.json();
  if (answer.statusCode >= 400) {
    expect(body[0], text).toMatch(/^ERROR/);
    return { ok: false, id: 0, text };
  }
  if (method === 'POST') {
    expect(body, text).toEqual({ id: expect.any(Number), message: expect.any(String) });
    return { ok: true, id: body.id, text };
  }
  // What has a text for a key is found under no number: there is nothing to say of it (items-write W7).
  if (body[0].length !== 0) expect(body, text).toEqual([expect.objectContaining({ message: expect.any(String) })]);
  return { ok: true, id: Number(Object.keys(body[0])[0]), text };
}

/** What a refused write must not have touched. */
const stateOf = async ({ table }: Itemtype): Promise<unknown> =>
  rows.select(`CHECKSUM TABLE ${[...new Set([table, 'glpi_logs', 'glpi_queuednotifications'])].join(', ')}`, []);

/** A write that leaves nothing behind when it is refused. */
async function write(type: Itemtype, method: 'POST' | 'PUT' | 'DELETE', path: string, input?: object): Promise<Answer> {
  const before = await stateOf(type);
  const answer = await send(method, path, input);
  if (!answer.ok && !savesAnyway.has(`${method} ${type.name}`))
    expect(await stateOf(type), answer.text).toEqual(before);
  return answer;
}

/** Answers that say no of what was done (items-write W11.12). */
const savesAnyway = new Set(['PUT Config']);

const pathOf = (type: Itemtype): string => `/${encodeURIComponent(type.name)}`;
const number = async (type: Itemtype, id: number): Promise<number> =>
  (await rows.select(`SELECT 1 FROM ${type.table} WHERE \`${type.indexName}\` = ?`, [String(id)])).length;

/** Adds an item, of the first class that it may belong to. */
async function add(type: Itemtype, more: Record<string, unknown> = {}): Promise<Answer> {
  let answer: Answer | undefined;
  for (const other of ['Computer', 'Ticket', 'Software', 'User']) {
    const input = { ...plausibleInput(type, schema, ids, itemtype(other)!), ...more };
    answer = await write(type, 'POST', pathOf(type), input);
    if (answer.ok || !Object.keys(input).some((key) => key.startsWith('itemtype'))) break;
  }
  return answer!;
}

/** How many rows belong to an item. */
async function belongings(type: Itemtype, id: number): Promise<string[]> {
  const own = every.filter((link) => (link.parent ?? type) === type && link.type.table !== type.table);
  const queries = own.map(({ type: { name, table }, key, typeColumn }) => {
    const isOfType = typeColumn ? ` AND ${typeColumn} = ${JSON.stringify(type.name)}` : '';
    return `SELECT ${JSON.stringify(`${name}.${key}`)} AS link FROM ${table} WHERE ${key} = ${id}${isOfType}`;
  });
  return (await rows.select(queries.join(' UNION ALL '), [])).map(({ link }) => String(link));
}

let accepted = 0;

describe('every itemtype', () => {
  it.each(all().map((type) => [type.name, type] as const))('%s', async (_, type) => {
    const { ok, id } = await add(type);
    const path = `${pathOf(type)}/${ok ? id : 1}`;
    await write(type, 'PUT', path, { name: `other ${type.name}`, comment: 'c', is_recursive: 1, entities_id: 0 });
    // Rows that were there before are spared: others lean on them.
    if (!ok || id === 0) return;
    accepted++;
    expect(await number(type, id)).toBe(1);
    for (const link of every) {
      if (link.parent === type && link.type !== type) await add(link.type, { [link.key]: id });
    }
    await write(type, 'DELETE', path);
    await write(type, 'DELETE', `${path}?force_purge=1`);
    if ((await number(type, id)) === 0) expect(await belongings(type, id)).toEqual([]);
  });

  it('was mostly accepted', () => expect(accepted).toBeGreaterThan(0.7 * all().length));
});

describe('what may belong to several classes goes with its item', () => {
  it.each(['Computer', 'NetworkEquipment', 'Software', 'Ticket', 'Cluster', 'DatabaseInstance'])('%s', async (name) => {
    const type = itemtype(name)!;
    const { id, text } = await send('POST', pathOf(type), { name: 'whole', content: 'c' });
    expect(id, text).toBeGreaterThan(0);
    const own = polymorphicBelongings(type).filter(({ itemtype: { table } }) => schema.hasColumn(table, 'itemtype'));
    for (const { itemtype: link, key, typeColumn } of own) {
      const input = plausibleInput(link, schema, ids, type);
      await write(link, 'POST', pathOf(link), { ...input, [typeColumn!]: name, [key]: id });
    }
    expect((await belongings(type, id)).length).toBeGreaterThan(3);
    await send('DELETE', `${pathOf(type)}/${id}?force_purge=1`);
    expect(await number(type, id)).toBe(0);
    expect(await belongings(type, id)).toEqual([]);
  });
});

it('leaves no row without what it belongs to', async () => {
  expect(await orphans(rows, schema)).toEqual([]);
});

it('takes no word that is a key for the number 0', async () => {
  const { id: user } = await send('POST', '/User', { name: 'owner' });
  const dashboard = itemtype('Glpi\\Dashboard\\Dashboard')!;
  const count = () => rows.select(`SELECT id FROM ${dashboard.table}`, []);
  const before = await count();
  await send('POST', pathOf(dashboard), { name: 'd', key: 'word', users_id: user });
  await send('DELETE', `${pathOf(dashboard)}/0?force_purge=1`);
  expect(await count()).toHaveLength(before.length + 1);
  await send('DELETE', `/User/${user}?force_purge=1`);
  expect(await count()).toEqual(before);
});
