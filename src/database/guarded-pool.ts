import type { MysqlPool, MysqlPoolConnection } from 'kysely';
import type mysql from 'mysql2';

export interface PoolGuard {
  /** Time zone of the connections that are handed out; `SYSTEM`: the server's own. */
  readonly zone: string;
  /** Milliseconds to wait for a connection. */
  readonly connectTimeout: number;
  /** Milliseconds that the server gives a statement; 0 for no limit. */
  readonly queryTimeout: number;
}

/** Milliseconds beyond the server's own limit after which an answer isn't waited for any more: the line is dead. */
const PATIENCE = 5000;

interface ZonedConnection extends mysql.PoolConnection {
  apirestZone?: string;
}

/**
 * A pool as kysely takes it. Its connections are in the wanted time zone; waiting for one ends after a time, and so does
 * waiting for an answer over a line that went dead, whose connection is given up.
 */
export function guardedPool(pool: mysql.Pool, guard: PoolGuard): MysqlPool {
  return {
    getConnection(callback) {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        callback(poolTimeout(), undefined as never);
      }, guard.connectTimeout);
      pool.getConnection((error, connection: ZonedConnection) => {
        clearTimeout(timer);
        if (late) {
          connection?.release();
          return;
        }
        if (error) callback(error, undefined as never);
        else enterZone(connection, guard, callback);
      });
    },
    end: (callback) => callback(null),
  };
}

/**
 * Transactions see what others have committed meanwhile, as GLPI's statements do: whoever had to wait for a row's lock
 * finds what the other one left, in every table. A server that logs statements for its replicas can't do that.
 */
export function seeWhatIsCommitted(connection: mysql.Connection): void {
  const isolate = (variable: string): string =>
    `SET SESSION ${variable} = IF(@@log_bin AND @@binlog_format = 'STATEMENT', @@${variable}, 'READ-COMMITTED')`;
  connection.query(isolate('tx_isolation'), (notMariadb) => {
    if (notMariadb) connection.query(isolate('transaction_isolation'), () => {});
  });
}

/** Has the database end statements that take too long, in MariaDB's way or in MySQL's. */
export function limitStatements(connection: mysql.Connection, milliseconds: number): void {
  connection.query(`SET SESSION max_statement_time = ${Number(milliseconds) / 1000}`, (notMariadb) => {
    // What both refuse goes without the limit: the time that an answer is waited for is limited here as well.
    if (notMariadb) connection.query(`SET SESSION max_execution_time = ${Number(milliseconds)}`, () => {});
  });
}

function enterZone(
  connection: ZonedConnection,
  guard: PoolGuard,
  callback: (error: unknown, connection: MysqlPoolConnection) => void,
): void {
  const guarded = withPatience(connection, guard.queryTimeout);
  if ((connection.apirestZone ?? 'SYSTEM') === guard.zone) {
    callback(null, guarded);
    return;
  }
  connection.query('SET SESSION time_zone = ?', [guard.zone], (error) => {
    if (error) {
      connection.release();
      callback(error, undefined as never);
      return;
    }
    connection.apirestZone = guard.zone;
    callback(null, guarded);
  });
}

function withPatience(connection: ZonedConnection, queryTimeout: number): MysqlPoolConnection {
  const limit = queryTimeout === 0 ? {} : { timeout: queryTimeout + PATIENCE };
  return {
    query: (sql: string, parameters: readonly unknown[], callback?: (error: unknown, result: unknown) => void) => {
      const query = { sql, ...limit, values: parameters.map(orNull) };
      // Without a callback kysely wants the query itself, to stream its rows.
      if (!callback) return connection.query(query);
      return connection.query(query, (error: { code?: string; sql?: string } | null, result: unknown) => {
        if (error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
        // The driver writes the values into it, passwords and tokens too, and errors are logged.
        if (error?.sql !== undefined) error.sql = sql;
        callback(error, result);
      });
    },
    release: () => connection.release(),
  } as unknown as MysqlPoolConnection;
}

/** Inputs have words where numbers belong. What became of them equals nothing, and SQL's word for that is NULL. */
const orNull = (parameter: unknown): unknown =>
  typeof parameter === 'number' && !Number.isFinite(parameter) ? null : parameter;

/** Told apart by its code, as the driver's own errors are. */
function poolTimeout(): Error {
  return Object.assign(new Error('No connection to the database became free in time'), { code: 'POOL_TIMEOUT' });
}
