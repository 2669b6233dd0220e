import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';

/** More writers than connections: none waits for a second connection while it holds one. */
let server: TestApp;
let tokens: string[];

beforeAll(async () => {
  server = await testApp({ DATABASE_POOL_SIZE: '2' });
  // Requests of one session may wait for each other.
  tokens = await Promise.all(Array.from({ length: 12 }, () => server.logIn('glpi')));
});
afterAll(() => server.close());

const headers = { 'content-type': 'application/json' };
const add = async (path: string, input: object, token = tokens[0]!) =>
  (await server.ask(path, { method: 'POST', token, headers, payload: JSON.stringify({ input }) })).statusCode;

it('writers find the tree of entities too old in the middle of their work', async () => {
  const answers: number[] = [];
  // New entities make everybody read the tree again.
  for (let round = 0; round < 4; round++) {
    const entity = add('/Entity', { name: `entity ${round}`, entities_id: 0 });
    const computers = Array.from({ length: 12 }, (_, n) =>
      add('/Computer', { name: `${round}-${n}`, entities_id: 0 }, tokens[n]),
    );
    answers.push(...(await Promise.all([entity, ...computers])));
  }
  expect(new Set(answers)).toEqual(new Set([201]));
});
