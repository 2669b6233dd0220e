import { fromGlpiDir } from './config/glpi-dir.ts';
import { bytes, choice, flag, integer, type Kind, list, path, text, url } from './config/kinds.ts';
import { parseDatabaseUrl } from './database/database-url.ts';

interface Setting<T> {
  env: string;
  kind: Kind<T>;
  /** The value when the variable is absent or empty; `undefined`: none. */
  default: T | undefined;
  help: string;
}

function setting<T>(env: string, kind: Kind<T>, value: T, help: string): Setting<T> & { default: T };
function setting<T>(env: string, kind: Kind<T>, value: undefined, help: string): Setting<T>;
function setting<T>(env: string, kind: Kind<T>, value: T | undefined, help: string): Setting<T> {
  return { env, kind, default: value, help };
}

/**
 * Every setting of the server, in the order of docs/configuration.md, which is written from this table
 * (`npm run docs:configuration`).
 */
export const settings = {
  glpiDir: setting(
    'GLPI_DIR',
    path,
    undefined,
    'The folder of an installed GLPI. Enough by itself: database credentials (`config/config_db.php`), the key (`config/glpicrypt.key`), `files/` and `locales/` are taken from it, unless a setting below says otherwise.',
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    url('mysql', 'mariadb'),
    undefined,
    "GLPI's database: `mysql://user:password@host:port/name`, special characters percent-encoded. `?socket=/path` connects through a Unix socket.",
  ),
  databaseTimezones: setting(
    'DATABASE_TIMEZONES',
    flag,
    undefined,
    "Whether a user's own time zone is used for the dates of their session, as GLPI does when its time zone support is switched on. Default: what `config_db.php` says; true without it.",
  ),
  databasePoolSize: setting(
    'DATABASE_POOL_SIZE',
    integer(1, 1000),
    10,
    'Most connections to the database at a time, per process.',
  ),
  databaseQueryTimeout: setting(
    'DATABASE_QUERY_TIMEOUT',
    integer(0, 3_600_000, 'milliseconds'),
    30_000,
    'A reading statement that takes longer is given up by the database. 0: no limit.',
  ),
  filesDir: setting(
    'GLPI_FILES_DIR',
    path,
    undefined,
    "GLPI's folder of documents and pictures. Default: `files` in `GLPI_DIR`. Without it, documents can't be downloaded or uploaded.",
  ),
  localesDir: setting(
    'GLPI_LOCALES_DIR',
    path,
    undefined,
    "GLPI's folder of language files (`fr_FR.mo` …). Default: `locales` in `GLPI_DIR`. Without it, texts are English.",
  ),
  cryptKey: setting(
    'GLPI_CRYPT_KEY',
    path,
    undefined,
    "GLPI's key file, for the passwords that GLPI keeps encrypted (LDAP, mail). Default: `config/glpicrypt.key` in `GLPI_DIR`.",
  ),
  host: setting('HOST', text, '127.0.0.1', 'Address to listen on. `0.0.0.0` or `::` for every address of the machine.'),
  port: setting('PORT', integer(0, 65_535), 8080, 'Port to listen on. 0: any free one.'),
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    list,
    [],
    "Addresses or networks (`10.0.0.0/8`) of reverse proxies. Only from these is `X-Forwarded-For` believed: the client's address is what API clients are checked against.",
  ),
  cors: setting(
    'CORS',
    flag,
    true,
    'Whether browsers of other sites may call the API, as GLPI allows (`Access-Control-Allow-Origin: *`).',
  ),
  sessionStore: setting(
    'SESSION_STORE',
    choice('database', 'memory', 'redis'),
    'database',
    "Where sessions are kept. `database`: a table of our own beside GLPI's; sessions outlive a restart and several processes share them. `memory`: this process only. `redis`: see `REDIS_URL`.",
  ),
  sessionSecret: setting(
    'SESSION_SECRET',
    text,
    undefined,
    "Seals session tokens; at least 32 characters, the same for all processes. Default: derived from GLPI's key file, else generated once and kept in the database.",
  ),
  sessionLifetime: setting(
    'SESSION_LIFETIME',
    integer(60, 31_536_000, 'seconds'),
    86_400,
    'A session that is not used for so long ends. Each request begins the time anew.',
  ),
  sessionLockTimeout: setting(
    'SESSION_LOCK_TIMEOUT',
    integer(100, 600_000, 'milliseconds'),
    30_000,
    'How long a request waits for another one that writes to the same session.',
  ),
  redisUrl: setting(
    'REDIS_URL',
    url('redis', 'rediss'),
    'redis://127.0.0.1:6379/0',
    'The Redis server of `SESSION_STORE=redis`: `redis://user:password@host:port/number`, `rediss://` with TLS.',
  ),
  bodyLimit: setting(
    'BODY_LIMIT',
    bytes(1024, 1024 ** 3),
    20 * 1024 ** 2,
    'Largest JSON or form body. Larger ones are refused with 413.',
  ),
  uploadLimit: setting(
    'UPLOAD_LIMIT',
    bytes(1024, 1024 ** 4),
    1024 ** 3,
    "Largest file of an upload, beside GLPI's own setting for documents (`document_max_size`).",
  ),
  parameterLimit: setting(
    'PARAMETER_LIMIT',
    integer(1, 1_000_000),
    1000,
    "Most parameters of a query string or form; a request with more is refused (PHP's `max_input_vars`).",
  ),
  parameterDepth: setting(
    'PARAMETER_DEPTH',
    integer(1, 512),
    64,
    "Deepest nesting of a parameter's brackets (PHP's `max_input_nesting_level`).",
  ),
  requestTimeout: setting(
    'REQUEST_TIMEOUT',
    integer(1000, 3_600_000, 'milliseconds'),
    120_000,
    'How long a client may take to send its request.',
  ),
  notificationsSend: setting(
    'NOTIFICATIONS_SEND',
    flag,
    false,
    "Whether the server sends the mails in GLPI's queue itself, through the mail server of GLPI's settings. Otherwise GLPI's automatic action `queuednotification` does, or `npm run notifications` on a timer. Switch GLPI's action off where one of the others sends.",
  ),
  logLevel: setting(
    'LOG_LEVEL',
    choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    'What is logged (JSON lines on standard output). `trace` adds every statement, without its values.',
  ),
};

type Settings = typeof settings;
type Values = {
  [K in keyof Settings]: Settings[K] extends { default: infer D; kind: Kind<infer T> }
    ? undefined extends D
      ? T | undefined
      : T
    : never;
};

/** What the server runs with: every setting, with what GLPI_DIR fills in. */
export interface Config extends Values {
  databaseUrl: string;
  databaseTimezones: boolean;
}

/** A setting that can't be used. The message is one line, for the person who starts the server. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the settings from environment variables and, where GLPI_DIR is given, from that GLPI's own files.
 * An empty variable counts as absent.
 * @throws ConfigError naming the variable and what it must be; nothing else is thrown
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const values = readValues(env);
  const { glpiDir, databaseUrl: given, sessionSecret } = values;
  if (given !== undefined) attempt('DATABASE_URL', () => parseDatabaseUrl(given));
  const glpi = glpiDir === undefined ? undefined : attempt('GLPI_DIR', () => fromGlpiDir(glpiDir, given === undefined));
  const databaseUrl = given ?? glpi?.databaseUrl;
  if (databaseUrl === undefined) {
    throw new ConfigError('Set GLPI_DIR (the folder of GLPI) or DATABASE_URL (mysql://user:password@host:port/name).');
  }
  if (sessionSecret !== undefined && sessionSecret.length < 32) {
    throw new ConfigError('SESSION_SECRET must have at least 32 characters.');
  }
  return {
    ...values,
    databaseUrl,
    databaseTimezones: values.databaseTimezones ?? glpi?.useTimezones ?? true,
    filesDir: values.filesDir ?? glpi?.filesDir,
    localesDir: values.localesDir ?? glpi?.localesDir,
    cryptKey: values.cryptKey ?? glpi?.cryptKey,
  };
}

function readValues(env: Record<string, string | undefined>): Values {
  const entries = Object.entries(settings).map(([name, { env: variable, kind, default: value }]) => {
    const given = env[variable]?.trim();
    if (!given) return [name, value];
    try {
      return [name, (kind as Kind<unknown>).read(given)];
    } catch (error) {
      throw new ConfigError(`${variable} must be ${(error as Error).message}.`);
    }
  });
  return Object.fromEntries(entries) as Values;
}

function attempt<T>(variable: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ConfigError(`${variable}: ${(error as Error).message}`);
  }
}
