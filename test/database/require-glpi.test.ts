import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { assertGlpi10, requireOwnTables } from '../../src/database/require-glpi.ts';
import { connect, databaseOn, emptyDatabase, freshGlpi, type TestDatabase } from '../support/mariadb.ts';

const open = (url: string): Database => openDatabase({ url, poolSize: 2, connectTimeout: 2000, queryTimeout: 0 });

async function refusal(url: string, check = assertGlpi10): Promise<string> {
  const database = open(url);
  try {
    return await check(database.db).then(
      () => 'accepted',
      (error: Error) => (error.name === 'UnusableDatabase' ? error.message : String(error)),
    );
  } finally {
    await database.close();
  }
}

describe('a database is refused in one line', () => {
  let glpi: TestDatabase;
  let empty: TestDatabase;
  beforeAll(async () => {
    glpi = await freshGlpi();
    empty = await emptyDatabase();
  });
  afterAll(async () => {
    await glpi.drop();
    await empty.drop();
  });

  it('but not that of GLPI 10.0', async () => {
    expect(await refusal(glpi.url)).toBe('accepted');
  });

  it('when it is empty', async () => {
    expect(await refusal(empty.url)).toMatch(/^The database is empty\./);
  });

  it('when it is of another GLPI', async () => {
    const connection = await connect();
    await connection.query(`UPDATE ${glpi.name}.glpi_configs SET value = '11.0.2' WHERE name = 'version'`);
    expect(await refusal(glpi.url)).toBe('The database belongs to GLPI 11.0.2; this server speaks for GLPI 10.0.');
    await connection.query(`UPDATE ${glpi.name}.glpi_configs SET value = '10.0.19' WHERE name = 'version'`);
    await connection.end();
  });

  it('when nobody listens, or the login is refused', async () => {
    expect(await refusal('mysql://root:x@127.0.0.1:1/glpi')).toMatch(/^The database can't be reached: .*ECONNREFUSED/);
    const url = new URL(glpi.url);
    url.password = 'wrong';
    expect(await refusal(url.href)).toBe(
      "The database refuses the user or the password (DATABASE_URL, or GLPI's config_db.php).",
    );
  });
});

describe('a database user with few privileges', () => {
  let glpi: TestDatabase;
  let url: string;
  const user = `limited_${process.pid}`;
  // Where a server has accounts without a name for this machine, they would come before a user of any host.
  const accounts = ['%', 'localhost', '127.0.0.1'].map((host) => `${user}@'${host}'`);

  beforeAll(async () => {
    glpi = await freshGlpi();
    const connection = await connect();
    await connection.query(
      `DROP TABLE ${glpi.name}.apirest_sessions;
       CREATE OR REPLACE USER ${accounts.map((account) => `${account} IDENTIFIED BY 'x'`).join(', ')};
       GRANT SELECT ON ${glpi.name}.* TO ${accounts.join(', ')}`,
    );
    await connection.end();
    const limited = new URL(databaseOn(glpi.url, glpi.name));
    limited.username = user;
    limited.password = 'x';
    url = limited.href;
  });
  afterAll(async () => {
    const connection = await connect();
    await connection.query(`DROP USER ${accounts.join(', ')}`);
    await connection.end();
    await glpi.drop();
  });

  it('is told which privilege is missing', async () => {
    expect(await refusal(url)).toBe("The database user lacks the INSERT privilege on GLPI's tables.");
  });

  it('is told how to make the session table, and how to do without', async () => {
    const message = await refusal(url, requireOwnTables);
    expect(message).toMatch(/^The database user may not create tables\./);
    expect(message).toContain('CREATE TABLE IF NOT EXISTS apirest_sessions (');
    expect(message).toContain('SESSION_STORE=memory');
  });
});
