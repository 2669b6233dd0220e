import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { connectTo, type Rows } from './rows.ts';

/** Writers at once: what they leave is what they would have left one after the other. */
let server: TestApp;
let rows: Rows;
let token: string;

beforeAll(async () => {
  server = await testApp({ DATABASE_POOL_SIZE: '8' });
  rows = await connectTo(server.database.url);
  token = await server.logIn('glpi');
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

async function send(method: 'POST' | 'PUT', path: string, input: object) {
  const headers = { 'content-type': 'application/json' };
  const answer = await server.ask(path, { method, token, headers, payload: JSON.stringify({ input }) });
  return { status: answer.statusCode, body: answer.json() };
}

const addLocation = async (name: string, parent = 0): Promise<number> =>
  (await send('POST', '/Location', { name, locations_id: parent })).body.id;

describe('writers at once', () => {
  it('never put two branches of a tree below each other', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await addLocation(`a${round}`), await addLocation(`b${round}`)];
      const answers = await Promise.all([
        send('PUT', `/Location/${a}`, { locations_id: b }),
        send('PUT', `/Location/${b}`, { locations_id: a }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    }
  });

  it('keep complete names true while parents are renamed and children made', async () => {
    const parent = await addLocation('parent');
    await Promise.all([
      ...Array.from({ length: 6 }, (_, n) => send('POST', '/Location', { name: `child ${n}`, locations_id: parent })),
      ...Array.from({ length: 3 }, (_, n) => send('PUT', `/Location/${parent}`, { name: `parent ${n}` })),
    ]);
    const wrong = await rows.select(
      `SELECT c.id FROM glpi_locations c JOIN glpi_locations p ON p.id = c.locations_id
       WHERE c.completename <> CONCAT(p.completename, ' > ', c.name) OR c.level <> p.level + 1`,
      [],
    );
    expect(wrong).toEqual([]);
  });

  it('note each change of one item once, from the value that it found', async () => {
    const { body } = await send('POST', '/Computer', { name: 'contended', serial: 'v0' });
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => send('PUT', `/Computer/${body.id}`, { serial: `v${n + 1}` })),
    );
    const changes = await rows.select(
      "SELECT old_value, new_value FROM glpi_logs WHERE itemtype = 'Computer' AND items_id = ? AND id_search_option = 5 ORDER BY id",
      [body.id],
    );
    expect(changes).toHaveLength(8);
    for (const [at, change] of changes.entries()) expect(change.old_value).toBe(changes[at - 1]?.new_value ?? 'v0');
  });
});
