import { randomUUID } from 'node:crypto';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { inject } from 'vitest';

/** A database for one test file. */
export interface TestDatabase {
  url: string;
  name: string;
  /** Gives it back. A file that ends without doing so gives it back too. */
  drop(): Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the tests' MariaDB without a database, and the template that `freshGlpi` copies. */
    mariadb: { server: string; template: string };
  }
}

/**
 * A migrated GLPI with the demo site's rows, for the caller alone. Databases are used again: only the tables that the
 * last user changed are put back, so this takes milliseconds but for the first time. Don't ALTER tables in it
 * (take `emptyDatabase`); tables of your own are dropped.
 */
export function freshGlpi(): Promise<TestDatabase> {
  return copyOf(inject('mariadb').template);
}

/** As `freshGlpi`, without the demo site's rows: a GLPI just after its installation. */
export function newGlpi(): Promise<TestDatabase> {
  return copyOf(`${inject('mariadb').template}_new`);
}

async function copyOf(source: string): Promise<TestDatabase> {
  const { server, template } = inject('mariadb');
  const connection = await connect(server);
  for (let n = 1; ; n++) {
    const name = `${template}_${n}`;
    const [[row]] = await connection.query<RowDataPacket[]>('SELECT GET_LOCK(?, 0) AS mine', [name]);
    if (row!.mine !== 1) continue;
    await copyRows(connection, source, name);
    return { url: databaseOn(server, name), name, drop: () => connection.end() };
  }
}

/** A database without tables, for the caller alone. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const { server } = inject('mariadb');
  const name = `apirest_test_${randomUUID().slice(0, 8)}`;
  const connection = await connect(server);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  return {
    url: databaseOn(server, name),
    name,
    async drop() {
      await connection.query(`DROP DATABASE IF EXISTS ${name}`);
      await connection.end();
    },
  };
}

/** A connection to the tests' MariaDB as its administrator; statements may come several at once. */
export function connect(server = inject('mariadb').server): Promise<Connection> {
  return mysql.createConnection({ uri: server, multipleStatements: true, dateStrings: true });
}

export function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

interface TableState {
  checksum: string;
  autoIncrement: string;
}

/** Makes one database's tables and rows those of another, touching only the tables that differ. */
export async function copyRows(connection: Connection, template: string, name: string): Promise<void> {
  await connection.query(
    `SET foreign_key_checks = 0; CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  );
  const wanted = await states(connection, template);
  const present = await states(connection, name);
  const statements: string[] = [];
  for (const table of present.keys()) if (!wanted.has(table)) statements.push(`DROP TABLE ${name}.${table}`);
  for (const [table, { checksum, autoIncrement }] of wanted) {
    const state = present.get(table);
    if (state?.checksum === checksum && state.autoIncrement === autoIncrement) continue;
    statements.push(
      state ? `TRUNCATE ${name}.${table}` : `CREATE TABLE ${name}.${table} LIKE ${template}.${table}`,
      `INSERT INTO ${name}.${table} SELECT * FROM ${template}.${table}`,
    );
    if (autoIncrement !== 'null') statements.push(`ALTER TABLE ${name}.${table} AUTO_INCREMENT = ${autoIncrement}`);
  }
  // Root has the id 0, which an insertion would otherwise number anew.
  if (statements.length > 0) await connection.query(`SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'; ${statements.join(';')}`);
}

async function states(connection: Connection, name: string): Promise<Map<string, TableState>> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT TABLE_NAME AS name, AUTO_INCREMENT AS next FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
    [name],
  );
  if (rows.length === 0) return new Map();
  const [sums] = await connection.query<RowDataPacket[]>(
    `CHECKSUM TABLE ${rows.map((row) => `${name}.${row.name}`).join(', ')}`,
  );
  return new Map(
    rows.map((row, index) => [row.name, { checksum: String(sums[index]!.Checksum), autoIncrement: String(row.next) }]),
  );
}
