import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/database/database.ts';
import { readSchema, type Schema } from '../../../src/database/schema.ts';
import { freshGlpi, type TestDatabase } from '../../support/mariadb.ts';
import { storedFiles } from '../../support/stored-files.ts';
import { WriteLoad } from './load.ts';
import { greatestIds, orphans, withoutCreation } from './orphans.ts';
import { connectTo, type Rows } from './rows.ts';

/** A server that is killed while it writes leaves no half item behind. */
let database: TestDatabase;
let rows: Rows;
let schema: Schema;
const files = mkdtempSync(join(tmpdir(), 'killed-'));
/** The servers' folder of temporary files. */
const temporary = mkdtempSync(join(tmpdir(), 'killed-'));

beforeAll(async () => {
  database = await freshGlpi();
  rows = await connectTo(database.url);
  const opened = openDatabase({ url: database.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
  schema = await readSchema(opened.db);
  await opened.close();
});
afterAll(async () => {
  await rows.close();
  await database.drop();
  rmSync(files, { recursive: true });
  rmSync(temporary, { recursive: true });
});

const root = resolve(import.meta.dirname, '../../..');

async function startServer(): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [resolve(root, 'src/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      TMPDIR: temporary,
      DATABASE_URL: database.url,
      GLPI_FILES_DIR: files,
      PORT: '0',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    output += chunk;
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (url) {
      child.stdout!.resume();
      return { process: child, url: `${url}/apirest.php` };
    }
  }
  throw new Error(`the server ended: ${output}`);
}

async function kill(server: ChildProcess): Promise<void> {
  server.kill('SIGKILL');
  await once(server, 'exit');
}

describe('kill -9 under a write load', () => {
  it('leaves whole items only', { timeout: 60_000 }, async () => {
    const before = await greatestIds(rows, schema);
    for (let round = 0; round < 3; round++) {
      const server = await startServer();
      const load = new WriteLoad(server.url);
      await load.logIn();
      const writers = [load.assets(`a${round}`), load.assets(`b${round}`), load.tickets(`c${round}`)];
      const ended = Promise.allSettled(writers);
      await new Promise((done) => setTimeout(done, 400 + Math.random() * 500));
      await kill(server.process);
      await ended;
    }
    // What the next start makes of it.
    await kill((await startServer()).process);
    expect(readdirSync(temporary)).toHaveLength(1);

    const written = await rows.select("SELECT 1 FROM glpi_computers WHERE name LIKE 'killed%'", []);
    expect(written.length).toBeGreaterThan(5);
    expect(await orphans(rows, schema)).toEqual([]);
    const noted = ['Computer', 'Infocom', 'Item_Disk', 'NetworkPort', 'NetworkName', 'Document', 'Ticket'];
    expect(await withoutCreation(rows, noted, before)).toEqual([]);

    const named = await rows.select(
      'SELECT DISTINCT filepath FROM glpi_documents WHERE id > ? AND filepath IS NOT NULL ORDER BY 1',
      [before.get('glpi_documents')],
    );
    expect(named.length).toBeGreaterThan(3);
    expect(storedFiles(files)).toEqual(named.map(({ filepath }) => String(filepath)).sort());
  });
});
