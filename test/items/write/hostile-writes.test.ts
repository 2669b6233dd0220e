import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { all, itemtype } from '../../../src/catalog/catalog.ts';
import type { Itemtype } from '../../../src/catalog/model.ts';
import { openDatabase } from '../../../src/database/database.ts';
import { readSchema, type Schema } from '../../../src/database/schema.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { firstIds, plausibleInput } from './plausible.ts';
import { connectTo, type Rows } from './rows.ts';

/** Whatever an input holds: never a fault, and what is refused leaves nothing behind. */
let server: TestApp;
let rows: Rows;
let token: string;
let schema: Schema;
let ids: Map<string, number>;

beforeAll(async () => {
  server = await testApp();
  rows = await connectTo(server.database.url);
  token = await server.logIn('glpi');
  const database = openDatabase({ url: server.database.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
  schema = await readSchema(database.db);
  await database.close();
  ids = await firstIds(rows, schema);
  for (const [table, id] of await sparing()) ids.set(table, id);
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

const types = all().map(({ name }) => name);

/** Rows that may be changed where the first one decides who may write, or how the server behaves. */
async function sparing(): Promise<[table: string, id: number][]> {
  await server.ask('/APIClient', {
    method: 'POST',
    token,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ input: { name: 'another', is_active: 0 } }),
  });
  const first = async (table: string, condition: string): Promise<[string, number]> => {
    const [found] = await rows.select(`SELECT MIN(id) AS id FROM ${table} WHERE ${condition}`, []);
    return [table, Number(found!.id)];
  };
  return Promise.all([
    first('glpi_apiclients', "name = 'another'"),
    first('glpi_configs', "context = 'core' AND name = 'text_login'"),
    first('glpi_profilerights', `profiles_id <> ${SUPER_ADMIN}`),
    first('glpi_profiles', `id <> ${SUPER_ADMIN}`),
    first('glpi_profiles_users', `users_id <> ${OWN_USER}`),
    first('glpi_users', `id <> ${OWN_USER}`),
  ]);
}

/** What the session works with. */
const OWN_USER = 2;
const SUPER_ADMIN = 4;
/** Types whose rows of these numbers are the session's own. */
const own: Readonly<Record<string, readonly number[]>> = { User: [OWN_USER], Profile: [SUPER_ADMIN], APIClient: [1] };

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    2 ** 53,
    -(2 ** 31) - 1,
    '',
    'NULL',
    '0',
    ' 5',
    '1e9',
    '-7',
    '99999999999999999999',
    'a\0b',
    "'; DROP TABLE x; --",
    '\\',
    '\\\\"',
    '%_',
    '<script>alert(1)</script>',
    '2026-02-31',
    '2026-13-01 99:00:00',
    '0000-00-00',
    '\ud800',
    '😀'.repeat(200),
    'x'.repeat(70_000),
    'Computer',
    'NoSuchClass',
    'constructor',
    '__proto__',
  ),
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.integer(),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('0', '-1', 'a', 'id', 'user', 'itemtype'), scalar, { maxKeys: 3 }),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.dictionary(fc.constantFrom('id', 'x'), scalar, { maxKeys: 2 }), { maxLength: 2 }),
  },
);
/** Keys that are no columns, which classes look at. */
// biome-ignore format: a list of words
const specialKeys = [
  '_actors', '_add', '_add_validation', '_blank_picture', '_categories', '_contracts_id', '_create_children',
  '_documents_id', '_entities_id', '_filename', '_prefix_filename', '_followup', '_from_items_id', '_from_itemtype',
  '_groups_id_assign', '_ipaddresses', '_itil_assign', '_itil_requester', '_itilfollowuptemplates_id', '_link',
  '_linkedto', '_mergeticket', '_no_history', '_no_message', '_oldID', '_picture', '_profiles_id', '_projects_id',
  '_projecttasks_id', '_replace_by', '_solutiontemplates_id', '_status', '_tasktemplates_id', '_templates_id',
  '_transfer', '_update', '_useremails', '_users_id_assign', '_users_id_requester', '_users_id_requester_notif',
  'add_close', 'add_reopen', 'document', 'items_id', 'itemtype', 'pending', 'plan', 'password', 'search_options',
  'with_actors', 'users_id_validate', '_computer', '_cycle_ticket', '_helpdesk_item_types',
  '_managed_domainrecordtypes', '_reset_api_token', '_reset_app_token', 'password2', 'config_context', 'constructor', '__proto__', 'no such key', '', '1',
];
const method = fc.constantFrom('POST' as const, 'PUT' as const);

/** Columns of the type and other keys, each with any value. */
const hostileInput = (name: string): fc.Arbitrary<Record<string, unknown>> => {
  const columns = [...(schema.table(itemtype(name)!.table)?.columns.keys() ?? [])];
  const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...columns) }, fc.constantFrom(...specialKeys));
  return fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 5 }).map((entries) => Object.fromEntries(entries));
};

const checksum = ({ table }: Itemtype): Promise<unknown> =>
  rows.select(`CHECKSUM TABLE ${[...new Set([table, 'glpi_logs'])].join(', ')}`, []);

it('is never answered by a fault', { timeout: 120_000 }, async () => {
  const cases = fc
    .constantFrom(...types)
    .chain((name) => fc.tuple(fc.constant(name), method, hostileInput(name), fc.boolean(), fc.boolean()));
  await fc.assert(
    fc.asyncProperty(cases, async ([name, verb, hostile, onPlausible, onExisting]) => {
      const type = itemtype(name)!;
      const input = { ...(onPlausible && plausibleInput(type, schema, ids, itemtype('Computer')!)), ...hostile };
      const id = verb === 'POST' ? '' : `/${onExisting ? (ids.get(type.table) ?? 1) : 999_999}`;
      fc.pre(typeof hostile.id === 'object' || !own[name]?.includes(Number(hostile.id)));
      const before = await checksum(type);
      const answer = await server.ask(`/${encodeURIComponent(name)}${id}`, {
        method: verb,
        token,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ input }),
      });
      expect(answer.statusCode, answer.body).toBeLessThan(500);
      if (answer.statusCode >= 400) {
        expect(answer.json()[0]).toMatch(/^ERROR/);
        expect(await checksum(type)).toEqual(before);
      }
    }),
    { numRuns: 600 },
  );
  expect((await server.ask('/getActiveProfile', { token })).json().active_profile).toMatchObject({ id: SUPER_ADMIN });
});
