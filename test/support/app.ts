import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { freshGlpi, type TestDatabase } from './mariadb.ts';

/** The server on a database of its own, and a way to ask it. */
export interface TestApp {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  /** A request below `/apirest.php`, with a session's token where one is given. */
  ask(
    path: string,
    options?: Omit<InjectOptions, 'url' | 'path'> & { token?: string },
  ): Promise<LightMyRequestResponse>;
  /** The token of a new session. */
  logIn(login?: string, password?: string): Promise<string>;
  close(): Promise<void>;
}

/** Builds the server on a copy of the demo site, or on another database. */
export async function testApp(env: Record<string, string> = {}, from = freshGlpi): Promise<TestApp> {
  const database = await from();
  const app = await buildApp(loadConfig({ LOG_LEVEL: 'silent', DATABASE_URL: database.url, ...env }));
  await app.ready();
  const ask: TestApp['ask'] = (path, { token, headers, ...options } = {}) =>
    app.inject({
      ...options,
      url: `/apirest.php${path}`,
      headers: { ...headers, ...(token !== undefined && { 'session-token': token }) },
    });
  return {
    app,
    database,
    ask,
    async logIn(login = 'glpi', password = login) {
      const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
      const answer = await ask('/initSession', { headers: { authorization } });
      if (answer.statusCode !== 200) throw new Error(`${login} could not log in: ${answer.body}`);
      return answer.json<{ session_token: string }>().session_token;
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
