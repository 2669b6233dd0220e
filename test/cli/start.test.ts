import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../src/database/private-mariadb.ts';
import { connect, freshGlpi, type TestDatabase } from '../support/mariadb.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs the server; `until` a line of its output holds that text, it is told to end then. */
function start(
  env: Record<string, string>,
  until?: string,
): Promise<{ code: number | null; errors: string; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env: { PATH: process.env.PATH, ...env } });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (until !== undefined && output.includes(until)) child.kill('SIGTERM');
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.once('close', (code) => resolve({ code, errors: errors.trim(), output }));
  });
}

describe('npm start', () => {
  let glpi: TestDatabase;
  beforeAll(async () => {
    glpi = await freshGlpi();
  });
  afterAll(() => glpi.drop());

  it('serves a GLPI, and ends cleanly when it is told to', async () => {
    const port = await freePort();
    const { code, errors } = await start({ DATABASE_URL: glpi.url, PORT: String(port) }, 'Server listening');
    expect([code, errors]).toEqual([0, '']);
  });

  it.each([
    [
      'no database is named',
      {},
      'Set GLPI_DIR (the folder of GLPI) or DATABASE_URL (mysql://user:password@host:port/name).',
    ],
    [
      'a setting is wrong',
      { DATABASE_URL: 'mysql://a:b@c/d', PORT: 'x' },
      'PORT must be a whole number from 0 to 65535.',
    ],
    [
      'nobody listens',
      { DATABASE_URL: 'mysql://a:b@127.0.0.1:1/d' },
      "The database can't be reached: connect ECONNREFUSED 127.0.0.1:1.",
    ],
  ])('ends with one line when %s', async (_, env, line) => {
    expect(await start(env as Record<string, string>)).toMatchObject({ code: 1, errors: line });
  });

  it('ends with one line when the database is of another version', async () => {
    const connection = await connect();
    await connection.query(
      `UPDATE ${glpi.name}.glpi_configs SET value = '9.5.13' WHERE context = 'core' AND name = 'version'`,
    );
    await connection.end();
    expect(await start({ DATABASE_URL: glpi.url })).toMatchObject({
      code: 1,
      errors: 'The database belongs to GLPI 9.5.13; this server speaks for GLPI 10.0.',
    });
  });
});
