import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket, connect as tcpConnect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/database.ts';
import { readSchema } from '../../src/database/schema.ts';
import { greatestIds, orphans, withoutCreation } from '../items/write/orphans.ts';
import { connectTo, type Rows } from '../items/write/rows.ts';
import { freshGlpi, type TestDatabase } from '../support/mariadb.ts';
import { storedFiles } from '../support/stored-files.ts';

/** A line to the database that can be cut. */
class Line {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #cut = false;

  constructor(target: { host: string; port: number }) {
    this.#server = createServer((client) => {
      if (this.#cut) {
        client.destroy();
        return;
      }
      const upstream = tcpConnect(target);
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket
          .on('error', () => {})
          .on('close', () => {
            client.destroy();
            upstream.destroy();
          });
      }
      client.pipe(upstream).pipe(client);
    });
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => resolve((this.#server.address() as { port: number }).port));
    });
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  mend(): void {
    this.#cut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}

const files = mkdtempSync(join(tmpdir(), 'lost-database-'));
let database: TestDatabase;
let rows: Rows;
let line: Line;
let app: Awaited<ReturnType<typeof buildApp>>;
let token: string;

const ask = (url: string) => app.inject({ url: `/apirest.php${url}`, headers: { 'session-token': token } });

beforeAll(async () => {
  database = await freshGlpi();
  rows = await connectTo(database.url);
  const url = new URL(database.url);
  line = new Line({ host: url.hostname, port: Number(url.port) });
  url.port = String(await line.listen());
  app = await buildApp(loadConfig({ LOG_LEVEL: 'silent', DATABASE_URL: url.href, GLPI_FILES_DIR: files }));
  const login = await app.inject({
    url: '/apirest.php/initSession',
    headers: { authorization: `Basic ${Buffer.from('glpi:glpi').toString('base64')}` },
  });
  token = login.json().session_token;
});
afterAll(async () => {
  await app.close();
  line.close();
  await rows.close();
  await database.drop();
  rmSync(files, { recursive: true });
});

describe('a database that goes away', () => {
  it('is answered with 503 in the shape of the contract, and comes back by itself', async () => {
    expect((await ask('/Computer/1')).statusCode).toBe(200);
    line.cut();
    for (const url of [
      '/Computer/1',
      '/getActiveProfile',
      '/search/Computer',
      '/initSession?login=glpi&password=glpi',
    ]) {
      const answer = await ask(url);
      expect(answer.statusCode, url).toBe(503);
      expect(answer.json()).toEqual(['ERROR_UNKNOWN', expect.stringContaining('database')]);
    }
    line.mend();
    expect((await ask('/Computer/1')).statusCode).toBe(200);
  });

  it('fails many requests at once without an uncaught error', async () => {
    const under = Array.from({ length: 30 }, () => ask('/Computer/1'));
    line.cut();
    for (const { statusCode } of await Promise.all(under)) expect([200, 503]).toContain(statusCode);
    line.mend();
    const after = await Promise.all(Array.from({ length: 30 }, () => ask('/Computer/1')));
    expect(new Set(after.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  });

  it('in the middle of writes leaves whole items and their files', { timeout: 60_000 }, async () => {
    const opened = openDatabase({ url: database.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
    const schema = await readSchema(opened.db);
    await opened.close();
    const before = await greatestIds(rows, schema);
    const statuses = new Set<number>();
    for (let round = 0; round < 6; round++) {
      const writers = [write, write, upload, upload].map((one, n) => keepOn(one, `${round} ${n}`, statuses));
      await sleep(150 + Math.random() * 200);
      line.cut();
      await Promise.all(writers);
      line.mend();
      expect((await write('after')).statusCode).toBe(201);
    }
    expect([...statuses].sort()).toEqual([201, 503]);
    expect(await orphans(rows, schema)).toEqual([]);
    expect(await withoutCreation(rows, ['Ticket', 'Document'], before)).toEqual([]);

    const named = async () =>
      (
        await rows.select(
          'SELECT DISTINCT filepath FROM glpi_documents WHERE id > ? AND filepath IS NOT NULL ORDER BY 1',
          [before.get('glpi_documents')],
        )
      ).map(({ filepath }) => String(filepath));
    await expect.poll(() => storedFiles(files), { timeout: 20_000 }).toEqual((await named()).sort());
    expect(storedFiles(files).length).toBeGreaterThan(3);
  });
});

/** Sends requests until one of them says that there is no database. */
async function keepOn(
  one: (name: string) => ReturnType<typeof write>,
  name: string,
  statuses: Set<number>,
): Promise<void> {
  for (let n = 0; ; n++) {
    const { statusCode, body } = await one(`${name} ${n}`);
    statuses.add(statusCode);
    if (statusCode === 503)
      return expect(JSON.parse(body)).toEqual(['ERROR_UNKNOWN', expect.stringContaining('database')]);
  }
}

/** A ticket with actors and an item, all of them in one transaction. */
const write = (name: string) =>
  app.inject({
    method: 'POST',
    url: '/apirest.php/Ticket',
    headers: { 'session-token': token },
    payload: {
      input: { name, content: 'c', _users_id_requester: 4, _users_id_assign: 2, items_id: { Computer: [1] } },
    },
  });

/** Every other one has a content that others have too. */
async function upload(name: string) {
  const form = new FormData();
  form.set('uploadManifest', JSON.stringify({ input: { name, itemtype: 'Computer', items_id: 1 } }));
  form.set('file[0]', new Blob([/[02468]$/.test(name) ? 'common' : name]), 'lost.txt');
  const request = new Request('http://x', { method: 'POST', body: form });
  return app.inject({
    method: 'POST',
    url: '/apirest.php/Document',
    headers: { 'session-token': token, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}
