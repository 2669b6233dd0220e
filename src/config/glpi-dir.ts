import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DatabaseLocation, databaseUrl } from '../database/database-url.ts';
import { readPhpProperties } from './php-properties.ts';

/** What the folder of an installed GLPI tells. */
export interface GlpiDir {
  databaseUrl: string | undefined;
  useTimezones: boolean | undefined;
  filesDir: string | undefined;
  localesDir: string | undefined;
  cryptKey: string | undefined;
}

/**
 * Looks into the folder of an installed GLPI: credentials, key, files, languages. Parts that aren't there are undefined.
 * @param needsDatabase whether a missing or unreadable config/config_db.php is an error
 * @throws Error (one line) when the folder isn't a GLPI or its database settings can't be read
 */
export function fromGlpiDir(folder: string, needsDatabase: boolean): GlpiDir {
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}.`);
  const present = (...parts: string[]) => {
    const full = path.join(folder, ...parts);
    return existsSync(full) ? full : undefined;
  };
  const file = path.join(folder, 'config', 'config_db.php');
  const settings = needsDatabase || existsSync(file) ? readConfigDb(file, needsDatabase) : undefined;
  return {
    databaseUrl: settings && databaseUrl(settings.database),
    useTimezones: settings?.useTimezones,
    filesDir: present('files'),
    localesDir: present('locales'),
    cryptKey: present('config', 'glpicrypt.key'),
  };
}

function readConfigDb(file: string, needed: boolean) {
  try {
    return parseConfigDb(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!needed) return undefined;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${file} can't be read: ${code === 'ENOENT' ? 'there is no such file.' : message}`);
  }
}

/**
 * Reads what GLPI's config/config_db.php assigns: `dbhost` (host, host:port or host:/socket; several hosts of a replicated
 * database: the first), `dbuser`, `dbpassword` (percent-encoded), `dbdefault`, `use_timezones`.
 * @throws Error (one line) when host, user or database name is missing
 */
export function parseConfigDb(source: string): { database: DatabaseLocation; useTimezones: boolean } {
  const properties = readPhpProperties(source);
  const property = (name: string) => {
    const value = properties.get(name);
    const first = Array.isArray(value) ? value[0] : value;
    if (typeof first !== 'string') throw new Error(`it doesn't assign $${name}.`);
    return first;
  };
  return {
    database: {
      ...parseHost(property('dbhost')),
      user: property('dbuser'),
      password: percentDecoded(properties.has('dbpassword') ? property('dbpassword') : ''),
      name: property('dbdefault'),
    },
    useTimezones: properties.get('use_timezones') === true,
  };
}

/** As PHP's mysqli wants `localhost` to mean the socket, a bare `localhost` stays a name: TCP works wherever the server listens. */
function parseHost(text: string): { host: string; port: number; socketPath?: string } {
  const match = /^(?:p:)?(\[[^\]]+\]|[^:]*)(?::(.*))?$/.exec(text);
  const host = match?.[1]?.replace(/^\[(.*)\]$/, '$1') || 'localhost';
  const rest = match?.[2];
  if (match === null) return { host: text, port: 3306 };
  if (rest?.startsWith('/')) return { host, port: 3306, socketPath: rest };
  return { host, port: Number(rest) || 3306 };
}

/** PHP's rawurldecode: sequences that aren't %XX stand for themselves; bytes are UTF-8. */
function percentDecoded(text: string): string {
  const bytes = Buffer.from(text)
    .toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
