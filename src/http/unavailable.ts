/** Error codes of the driver and of MariaDB that say: not now, whatever the statement. */
const unavailable: ReadonlySet<string> = new Set([
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_USER_LIMIT_REACHED',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_QUERY_INTERRUPTED',
  'ER_QUERY_TIMEOUT',
  'ER_STATEMENT_TIMEOUT',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_LOCK_DEADLOCK',
  'ER_CHECKREAD',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_ACCESS_DENIED_ERROR',
  'ER_DBACCESS_DENIED_ERROR',
  'ER_BAD_DB_ERROR',
  'ER_HOST_IS_BLOCKED',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_CLOSED',
  'POOL_TIMEOUT',
]);

/** Numbers of MariaDB that the driver has no or several names for: statement time limit, killed, shut down. */
const unavailableNumbers: ReadonlySet<number> = new Set([1927, 1969, 3024]);

/** Network errors; they are the database's only when the driver marks the connection as lost. */
const network: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/** What the driver's pool says when it has no connection to give; these errors have no code. */
const poolMessage = /^(?:Pool is closed|Queue limit reached|No connections available|.*closed state$)/;

/**
 * Whether an error, or what caused it, means that the database can't be reached or doesn't answer in time.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    const { code, errno, fatal } = current as { code?: unknown; errno?: unknown; fatal?: unknown };
    if (typeof errno === 'number' && unavailableNumbers.has(errno)) return true;
    if (typeof code === 'string' && (unavailable.has(code) || (fatal === true && network.has(code)))) return true;
    if (code === undefined && poolMessage.test(current.message)) return true;
    current = current.cause;
  }
  return false;
}
