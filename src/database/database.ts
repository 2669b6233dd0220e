import { type ColumnType, type Generated, Kysely, MysqlDialect } from 'kysely';
import mysql from 'mysql2';
import { parseDatabaseUrl } from './database-url.ts';
import { guardedPool, limitStatements, seeWhatIsCommitted } from './guarded-pool.ts';

/**
 * GLPI's tables, untyped: the catalog and the schema say at run time which there are, so a static list of 390 row
 * types would only be a second, staler truth.
 */
// biome-ignore lint/suspicious/noExplicitAny: the column types of a table chosen at run time are not known statically
export type AnyTables = Record<string, any>;

/** A handle that sends statements: the pool, or one transaction on it. */
export type Db = Kysely<AnyTables>;

/** One row as the driver gives it: numbers, decimals and dates as text, NULL as null. */
export type Row = Record<string, SqlValue>;
export type SqlValue = string | number | bigint | boolean | null | Buffer;

export type { ColumnType, Generated };

export interface DatabaseOptions {
  /** mysql://user:password@host:port/name; `?socket=/path` for a unix socket. */
  readonly url: string;
  readonly poolSize: number;
  /** Milliseconds to wait for a connection of the pool, and for the server to accept one. */
  readonly connectTimeout: number;
  /** Milliseconds a single statement may take before the server ends it; 0 for no limit. */
  readonly queryTimeout: number;
}

/** Everything that talks to the database goes through one of these. */
export interface Database {
  /** Statements in the server's own time zone. */
  readonly db: Db;
  /** Statements in the given zone (`+02:00`, `Europe/Paris`; null: the server's), sessions S14. */
  inTimeZone(zone: string | null): Db;
  readonly name: string;
  close(): Promise<void>;
}

/**
 * What searches rely on, as GLPI does: long lists of values in one, and columns beside groups whose rows they depend on.
 */
const SESSION_SETTINGS =
  "SET SESSION group_concat_max_len = 8194304, sql_mode = REPLACE(@@sql_mode, 'ONLY_FULL_GROUP_BY', '')";

/** Opens a pool on a GLPI database. Nothing is sent before the first statement. */
export function openDatabase(
  options: DatabaseOptions,
  onQuery?: (sql: string, parameters: readonly unknown[]) => void,
): Database {
  const { name, ...location } = parseDatabaseUrl(options.url);
  const pool = mysql.createPool({
    ...location,
    database: name,
    connectionLimit: options.poolSize,
    connectTimeout: options.connectTimeout,
    waitForConnections: true,
    queueLimit: 0,
    charset: 'utf8mb4_unicode_ci',
    dateStrings: true,
    supportBigNumbers: true,
    flags: ['FOUND_ROWS'],
  });
  pool.on('connection', (connection) => {
    connection.query(SESSION_SETTINGS, () => {});
    seeWhatIsCommitted(connection);
    if (options.queryTimeout > 0) limitStatements(connection, options.queryTimeout);
  });
  const zones = new Map<string, Db>();
  const inTimeZone = (zone: string | null): Db => {
    const key = zone ?? 'SYSTEM';
    let db = zones.get(key);
    if (!db) {
      db = new Kysely<AnyTables>({
        dialect: new MysqlDialect({ pool: guardedPool(pool, { zone: key, ...options }) }),
        ...(onQuery ? { log: (event) => onQuery(event.query.sql, event.query.parameters) } : {}),
      });
      zones.set(key, db);
    }
    return db;
  };
  return {
    get db() {
      return inTimeZone(null);
    },
    inTimeZone,
    name,
    close: () => new Promise((resolve, reject) => pool.end((error) => (error ? reject(error) : resolve()))),
  };
}
