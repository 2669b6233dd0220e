/** Where a database is and how to log in to it. */
export interface DatabaseLocation {
  host: string;
  port: number;
  /** A Unix socket, used instead of host and port. */
  socketPath?: string;
  user: string;
  password: string;
  name: string;
}

/**
 * Reads `mysql://user:password@host:port/name`, all parts percent-decoded, `?socket=/path` for a Unix socket.
 * @throws Error (one line) when a part is missing or can't be decoded
 */
export function parseDatabaseUrl(address: string): DatabaseLocation {
  const url = new URL(address);
  const name = decode(url.pathname.slice(1));
  if (!name) throw new Error('the name of the database is missing (mysql://user:password@host:port/name).');
  const socketPath = url.searchParams.get('socket');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1') || '127.0.0.1',
    port: Number(url.port || 3306),
    ...(socketPath ? { socketPath } : {}),
    user: decode(url.username),
    password: decode(url.password),
    name,
  };
}

/** The reverse of `parseDatabaseUrl`. */
export function databaseUrl(location: DatabaseLocation): string {
  const host = location.host.includes(':') ? `[${location.host}]` : location.host;
  const login = `${encodeURIComponent(location.user)}:${encodeURIComponent(location.password)}`;
  const socket = location.socketPath ? `?socket=${encodeURIComponent(location.socketPath)}` : '';
  return `mysql://${login}@${host}:${location.port}/${encodeURIComponent(location.name)}${socket}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error('a percent sign that stands for itself must be written %25.');
  }
}
