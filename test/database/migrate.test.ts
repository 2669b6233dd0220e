import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { connect, emptyDatabase, type TestDatabase } from '../support/mariadb.ts';

const contract = path.resolve('../shared/contract/10.0.19/schema.json');

function open(url: string): Database {
  return openDatabase({ url, poolSize: 4, connectTimeout: 5000, queryTimeout: 0 });
}

async function read(database: TestDatabase, sql: string, parameters: unknown[] = []): Promise<RowDataPacket[]> {
  const connection = await connect();
  await connection.query(`USE ${database.name}`);
  const [rows] = await connection.query<RowDataPacket[]>(sql, parameters);
  await connection.end();
  return rows;
}

describe('migrations of an empty database', () => {
  let database: TestDatabase;
  let runs: string[][];

  beforeAll(async () => {
    database = await emptyDatabase();
    const processes = [open(database.url), open(database.url)];
    runs = await Promise.all(processes.map(({ db }) => migrate(db)));
    await Promise.all(processes.map((process) => process.close()));
  });
  afterAll(() => database.drop());

  it('run once when two processes begin at the same time', () => {
    expect(runs.flat().sort()).toEqual(['0001_glpi_tables', '0002_sessions']);
  });

  it('have nothing left to do afterwards', async () => {
    const again = open(database.url);
    expect(await migrate(again.db)).toEqual([]);
    await again.close();
  });

  it('leave the rows that GLPI relies on', async () => {
    expect(await read(database, 'SELECT id, name, level FROM glpi_entities')).toEqual([
      { id: 0, name: 'Root entity', level: 1 },
    ]);
    expect((await read(database, 'SELECT name FROM glpi_users ORDER BY id')).map((row) => row.name)).toEqual([
      'glpi',
      'post-only',
      'tech',
      'normal',
      'glpi-system',
    ]);
    const settings =
      "SELECT value FROM glpi_configs WHERE context = 'core' AND name IN ('version', 'enable_api') ORDER BY name";
    expect((await read(database, settings)).map((row) => row.value)).toEqual(['1', '10.0.19']);
    expect(
      await read(database, "SELECT rights FROM glpi_profilerights WHERE profiles_id = 4 AND name = 'computer'"),
    ).toEqual([{ rights: 255 }]);
  });

  it.skipIf(!existsSync(contract))('make the tables of the contract (skipped without ../shared)', async () => {
    const { tables } = JSON.parse(readFileSync(contract, 'utf8'));
    expect(await describeTables(database)).toEqual(
      Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, withoutComments(table)])),
    );
  });
});

describe('migrations of a database that holds something', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.drop());

  it('leave an existing GLPI alone but for the tables of their own', async () => {
    await read(database, 'CREATE TABLE glpi_configs (id INT PRIMARY KEY) SELECT 1 AS id');
    const process = open(database.url);
    await migrate(process.db);
    await process.close();
    const names = (await read(database, 'SHOW TABLES')).flatMap((row) => Object.values(row));
    expect(names.sort()).toEqual([
      'apirest_migrations',
      'apirest_migrations_lock',
      'apirest_secrets',
      'apirest_sessions',
      'glpi_configs',
    ]);
  });

  it('refuse a database of something else, and change nothing in it', async () => {
    expect(await refusal('CREATE TABLE wp_posts (id INT PRIMARY KEY)')).toBe(
      "The database is neither empty nor a GLPI's: it holds other tables (wp_posts …).",
    );
  });

  it('tell of one that was interrupted', async () => {
    expect(await refusal('CREATE TABLE glpi_agents (id INT PRIMARY KEY)')).toBe(
      'An earlier migration of the database was interrupted: drop the database, create it again, and migrate.',
    );
  });
});

/** What the migration of a database says in which the statement was run; no table may have been added then. */
async function refusal(statement: string): Promise<string> {
  const other = await emptyDatabase();
  await read(other, statement);
  const process = open(other.url);
  const message = await migrate(process.db).then(
    () => 'accepted',
    (error: Error) => error.message,
  );
  await process.close();
  expect(await read(other, `SHOW TABLES WHERE Tables_in_${other.name} NOT LIKE 'apirest%'`)).toHaveLength(1);
  await other.drop();
  return message;
}

/** The comments on columns are the one thing that isn't kept. */
function withoutComments(table: unknown): unknown {
  return JSON.parse(JSON.stringify(table, (key, value) => (key === 'comment' ? undefined : value)));
}

/** The database in the form of the contract's schema.json. */
async function describeTables(database: TestDatabase): Promise<Record<string, unknown>> {
  const ofGlpi = "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE 'glpi\\_%'";
  const tables = await read(database, `SELECT * FROM information_schema.TABLES ${ofGlpi}`);
  const columns = await read(database, `SELECT * FROM information_schema.COLUMNS ${ofGlpi} ORDER BY ORDINAL_POSITION`);
  const parts = await read(
    database,
    `SELECT * FROM information_schema.STATISTICS ${ofGlpi} ORDER BY INDEX_NAME, SEQ_IN_INDEX`,
  );
  return Object.fromEntries(
    tables.map((table) => [
      table.TABLE_NAME,
      {
        engine: table.ENGINE,
        collation: table.TABLE_COLLATION,
        rowFormat: table.ROW_FORMAT,
        columns: columns.filter((column) => column.TABLE_NAME === table.TABLE_NAME).map(describeColumn),
        indexes: describeIndexes(parts.filter((part) => part.TABLE_NAME === table.TABLE_NAME)),
      },
    ]),
  );
}

function describeColumn(column: RowDataPacket) {
  const declared: string | null = column.COLUMN_DEFAULT;
  return {
    name: column.COLUMN_NAME,
    columnType: column.COLUMN_TYPE,
    nullable: column.IS_NULLABLE === 'YES',
    default: declared === null || declared === 'NULL' ? null : declared.replace(/^'(.*)'$/, '$1'),
    hasDefault: declared !== null,
    extra: column.EXTRA,
    collation: column.COLLATION_NAME,
  };
}

function describeIndexes(parts: RowDataPacket[]) {
  return Object.values(Object.groupBy(parts, (part) => String(part.INDEX_NAME))).map((columns) => ({
    name: columns![0]!.INDEX_NAME,
    unique: columns![0]!.NON_UNIQUE === 0,
    type: columns![0]!.INDEX_TYPE,
    columns: columns!.map((part) =>
      part.SUB_PART === null ? part.COLUMN_NAME : { column: part.COLUMN_NAME, prefix: part.SUB_PART },
    ),
  }));
}
