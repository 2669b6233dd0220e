import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { connectTo, type Rows } from './rows.ts';

/** Many items in one request: one after the other, each forgotten when it is written. */
let server: TestApp;
let rows: Rows;
let token: string;

beforeAll(async () => {
  server = await testApp();
  rows = await connectTo(server.database.url);
  token = await server.logIn('glpi');
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

const MANY = 1000;

it('a thousand computers', { timeout: 60_000 }, async () => {
  const comment = 'long '.repeat(1000);
  // One of them is refused, and the others are written all the same.
  const input = Array.from({ length: MANY }, (_, n) => ({
    name: `bulk ${n}`,
    comment,
    entities_id: n === 500 ? 999_999 : 0,
  }));
  const payload = JSON.stringify({ input });
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 20);
  const before = process.memoryUsage().heapUsed;
  const begin = performance.now();
  const answer = await server.ask('/Computer', {
    method: 'POST',
    token,
    headers: { 'content-type': 'application/json' },
    payload,
  });
  clearInterval(watch);
  const each = (performance.now() - begin) / MANY;
  expect(answer.statusCode).toBe(207);
  const [code, results] = answer.json();
  expect(code).toBe('ERROR_GLPI_PARTIAL_ADD');
  expect(results).toHaveLength(MANY);
  expect(results[500]).toEqual({ id: false, message: "You don't have permission to perform this action." });
  const added = results.filter(({ id }: { id: unknown }) => id !== false);
  const [counted] = await rows.select(
    `SELECT COUNT(*) AS computers, COUNT(DISTINCT l.id) AS noted FROM glpi_computers c
     JOIN glpi_logs l ON l.itemtype = 'Computer' AND l.items_id = c.id AND l.linked_action = 20 WHERE c.name LIKE 'bulk %'`,
    [],
  );
  expect([added.length, counted]).toEqual([MANY - 1, { computers: MANY - 1, noted: MANY - 1 }]);
  expect(each).toBeLessThan(20);
  // The request itself is 5 MB of text, held a few times while it is read.
  expect(most - before).toBeLessThan(120 * 1024 * 1024);
});
