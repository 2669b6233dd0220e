import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsPage } from '../../src/config/page.ts';
import { loadConfig } from '../../src/config.ts';
import { databaseUrl, parseDatabaseUrl } from '../../src/database/database-url.ts';

const DATABASE_URL = 'mysql://glpi:s%40cret@db.example:3307/glpi';
const reason = (env: Record<string, string>) => {
  try {
    loadConfig(env);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('settings', () => {
  it('have defaults for everything but the database', () => {
    const config = loadConfig({ DATABASE_URL });
    expect(config).toMatchObject({
      databaseUrl: DATABASE_URL,
      host: '127.0.0.1',
      port: 8080,
      sessionStore: 'database',
      parameterLimit: 1000,
      filesDir: undefined,
    });
  });

  it('are read by their kind', () => {
    expect(
      loadConfig({ DATABASE_URL, BODY_LIMIT: '2m', CORS: 'off', TRUSTED_PROXIES: '10.0.0.0/8, ::1', PORT: '0' }),
    ).toMatchObject({
      bodyLimit: 2 * 1024 * 1024,
      cors: false,
      trustedProxies: ['10.0.0.0/8', '::1'],
      port: 0,
    });
  });

  it('count an empty variable as absent', () => {
    expect(loadConfig({ DATABASE_URL, PORT: '' }).port).toBe(8080);
  });

  it.each([
    [{}, 'Set GLPI_DIR (the folder of GLPI) or DATABASE_URL (mysql://user:password@host:port/name).'],
    [{ DATABASE_URL, PORT: '80a' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ DATABASE_URL, PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ DATABASE_URL, SESSION_STORE: 'files' }, 'SESSION_STORE must be one of database, memory, redis.'],
    [{ DATABASE_URL, SESSION_SECRET: 'short' }, 'SESSION_SECRET must have at least 32 characters.'],
    [{ DATABASE_URL: 'postgres://x/y' }, 'DATABASE_URL must be a URL such as mysql://….'],
    [
      { DATABASE_URL: 'mysql://x@y' },
      'DATABASE_URL: the name of the database is missing (mysql://user:password@host:port/name).',
    ],
    [
      { DATABASE_URL: 'mysql://u:50%@h/glpi' },
      'DATABASE_URL: a percent sign that stands for itself must be written %25.',
    ],
    [{ GLPI_DIR: '/nowhere' }, 'GLPI_DIR: there is no folder /nowhere.'],
  ])('say in one line what is wrong: %j', (env, message) => {
    expect(reason(env)).toBe(message);
  });

  it('stand in docs/configuration.md as they are (npm run docs:configuration writes it)', () => {
    expect(readFileSync(path.resolve('docs/configuration.md'), 'utf8')).toBe(settingsPage());
  });
});

describe('the URL of a database', () => {
  it('gives all parts, decoded, and is written the same way', () => {
    const location = {
      host: '::1',
      port: 3307,
      socketPath: '/run/my sql.sock',
      user: 'a b',
      password: 'p:/?#@%',
      name: 'glpi',
    };
    expect(parseDatabaseUrl(databaseUrl(location))).toEqual(location);
  });
});

describe('GLPI_DIR alone', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'apirest-config-'));
    for (const part of ['config', 'files', 'locales']) mkdirSync(path.join(folder, part));
    writeFileSync(path.join(folder, 'config', 'glpicrypt.key'), 'k'.repeat(32));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is enough', () => {
    writeFileSync(
      path.join(folder, 'config', 'config_db.php'),
      "<?php\nclass DB extends DBmysql {\n   public $dbhost = 'localhost:3310';\n   public $dbuser = 'glpi';\n   public $dbpassword = 'p%40ss%2Fw%C3%A9';\n   public $dbdefault = 'glpi';\n   public $use_timezones = true;\n}\n",
    );
    const config = loadConfig({ GLPI_DIR: folder });
    expect(parseDatabaseUrl(config.databaseUrl)).toEqual({
      host: 'localhost',
      port: 3310,
      user: 'glpi',
      password: 'p@ss/wé',
      name: 'glpi',
    });
    expect(config).toMatchObject({
      databaseTimezones: true,
      filesDir: path.join(folder, 'files'),
      localesDir: path.join(folder, 'locales'),
      cryptKey: path.join(folder, 'config', 'glpicrypt.key'),
    });
  });

  it('gives way to settings that name a part', () => {
    expect(loadConfig({ GLPI_DIR: folder, DATABASE_URL, GLPI_FILES_DIR: '/data' })).toMatchObject({
      databaseUrl: DATABASE_URL,
      filesDir: '/data',
    });
  });

  it('tells when the credentials are not there', () => {
    writeFileSync(path.join(folder, 'config', 'config_db.php'), '<?php class DB { public $dbuser = "x"; }');
    expect(reason({ GLPI_DIR: folder })).toBe(
      `GLPI_DIR: ${folder}/config/config_db.php can't be read: it doesn't assign $dbhost.`,
    );
    rmSync(path.join(folder, 'config', 'config_db.php'));
    expect(reason({ GLPI_DIR: folder })).toBe(
      `GLPI_DIR: ${folder}/config/config_db.php can't be read: there is no such file.`,
    );
  });
});
