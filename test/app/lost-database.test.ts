import { createServer, type Server, type Socket, connect as tcpConnect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { freshGlpi, type TestDatabase } from '../support/mariadb.ts';

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

let database: TestDatabase;
let line: Line;
let app: Awaited<ReturnType<typeof buildApp>>;
let token: string;

const ask = (url: string) => app.inject({ url: `/apirest.php${url}`, headers: { 'session-token': token } });

beforeAll(async () => {
  database = await freshGlpi();
  const url = new URL(database.url);
  line = new Line({ host: url.hostname, port: Number(url.port) });
  url.port = String(await line.listen());
  app = await buildApp(loadConfig({ LOG_LEVEL: 'silent', DATABASE_URL: url.href }));
  const login = await app.inject({
    url: '/apirest.php/initSession',
    headers: { authorization: `Basic ${Buffer.from('glpi:glpi').toString('base64')}` },
  });
  token = login.json().session_token;
});
afterAll(async () => {
  await app.close();
  line.close();
  await database.drop();
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
});
