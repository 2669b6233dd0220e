import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all } from '../../../src/catalog/catalog.ts';
import type { Itemtype } from '../../../src/catalog/model.ts';
import { openDatabase } from '../../../src/database/database.ts';
import { readSchema, type Schema } from '../../../src/database/schema.ts';
import { type TestApp, testApp } from '../../support/app.ts';

/** A plausible addition, change and deletion of every itemtype is answered, whatever it says: never by a fault. */
let server: TestApp;
let token: string;
let schema: Schema;

beforeAll(async () => {
  server = await testApp();
  token = await server.logIn('glpi');
  const database = openDatabase({ url: server.database.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
  schema = await readSchema(database.db);
  await database.close();
});
afterAll(() => server.close());

/** Values that a row of the type could have: a name, links to rows that there may be, dates in order. */
function plausible(type: Itemtype): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const column of schema.table(type.table)?.columns.values() ?? []) {
    const { name } = column;
    if (column.autoIncrement || name === 'id' || /^date_(?:mod|creation)$|^entities_id$/.test(name)) continue;
    if (name === 'name') input.name = `new ${type.name}`;
    else if (name.startsWith('itemtype')) input[name] = 'Computer';
    else if (/_id(?:_|$)/.test(name)) input[name] = name === type.foreignKey ? 0 : 1;
    else if (/^(?:date|timestamp)/.test(column.type)) input[name] = /end|out/.test(name) ? '2026-01-02' : '2026-01-01';
    else if (column.default === undefined && !column.nullable) input[name] = 1;
  }
  return input;
}

async function send(method: 'POST' | 'PUT' | 'DELETE', path: string, input?: object) {
  const answer = await server.ask(path, {
    method,
    token,
    headers: { 'content-type': 'application/json' },
    ...(input && { payload: JSON.stringify({ input }) }),
  });
  expect(answer.statusCode, `${method} ${path}: ${answer.body}`).toBeLessThan(500);
  return answer.json() as { id?: number };
}

describe('every itemtype', () => {
  it.each(all().map((type) => [type.name, type] as const))('%s', async (name, type) => {
    const path = `/${encodeURIComponent(name)}`;
    const input = plausible(type);
    const { id = 1 } = await send('POST', path, input);
    await send('PUT', `${path}/${id}`, { ...input, name: `other ${name}`, comment: 'c' });
    // Rows that were there before are spared: others lean on them.
    if (id === 1) return;
    await send('DELETE', `${path}/${id}`);
    await send('DELETE', `${path}/${id}?force_purge=1`);
  });
});
