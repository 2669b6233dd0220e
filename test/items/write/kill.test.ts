import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshGlpi, type TestDatabase } from '../../support/mariadb.ts';
import { connectTo, type Rows } from './rows.ts';

/** A server that is killed while it writes leaves no half item behind. */
let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await freshGlpi();
  rows = await connectTo(database.url);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

const root = resolve(import.meta.dirname, '../../..');

async function startServer(): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [resolve(root, 'src/main.ts')], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout!) {
    output += chunk;
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (url) return { process: child, url: `${url}/apirest.php` };
  }
  throw new Error(`the server ended: ${output}`);
}

/** Adds computers with a disk each until the server is gone. */
async function write(url: string): Promise<void> {
  const authorization = `Basic ${Buffer.from('glpi:glpi').toString('base64')}`;
  const login = await fetch(`${url}/initSession`, { headers: { authorization } });
  const { session_token } = (await login.json()) as { session_token: string };
  const headers = { 'session-token': session_token, 'content-type': 'application/json' };
  const post = async (type: string, input: object) => {
    const answer = await fetch(`${url}/${type}`, { method: 'POST', headers, body: JSON.stringify({ input }) });
    return (await answer.json()) as { id: number };
  };
  for (let n = 0; ; n++) {
    const { id } = await post('Computer', { name: `killed ${n}` });
    await post('Item_Disk', { itemtype: 'Computer', items_id: id, name: 'c' });
    await post('NetworkPort', {
      itemtype: 'Computer',
      items_id: id,
      name: 'p',
      instantiation_type: 'NetworkPortEthernet',
    });
  }
}

describe('kill -9 under a write load', () => {
  it('leaves whole items only', { timeout: 60_000 }, async () => {
    for (const after of [300, 450, 700]) {
      const server = await startServer();
      const load = Promise.allSettled([write(server.url), write(server.url)]);
      await new Promise((done) => setTimeout(done, after));
      server.process.kill('SIGKILL');
      await once(server.process, 'exit');
      await load;
    }
    const none = async (sql: string) => expect(await rows.select(sql, [])).toEqual([]);
    const created = (type: string) =>
      `(SELECT items_id FROM glpi_logs WHERE itemtype = '${type}' AND linked_action = 20)`;
    expect((await rows.select("SELECT id FROM glpi_computers WHERE name LIKE 'killed%'", [])).length).toBeGreaterThan(
      0,
    );
    await none(`SELECT id FROM glpi_computers WHERE name LIKE 'killed%' AND id NOT IN ${created('Computer')}`);
    await none(`SELECT id FROM glpi_networkports WHERE name = 'p' AND id NOT IN ${created('NetworkPort')}`);
    await none(
      "SELECT id FROM glpi_networkports WHERE name = 'p' AND id NOT IN (SELECT networkports_id FROM glpi_networkportmetrics)",
    );
    await none("SELECT id FROM glpi_items_disks WHERE name = 'c' AND items_id NOT IN (SELECT id FROM glpi_computers)");
  });
});
