import { sql } from 'kysely';
import { up as makeOwnTables, statements as ownTables } from '../../migrations/0002_sessions.ts';
import type { Config } from '../config.ts';
import type { Db } from './database.ts';

/** The server can't work with this database. The message is for the person who starts it. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase';
}

/** Tables without which nothing works; a GLPI 10.0 has them all. */
const NEEDED = [
  'glpi_configs',
  'glpi_users',
  'glpi_entities',
  'glpi_profiles',
  'glpi_profilerights',
  'glpi_profiles_users',
  'glpi_apiclients',
  'glpi_events',
  'glpi_logs',
];

/** Statements that change nothing, each needing one privilege. */
const PRIVILEGES = {
  INSERT: sql`INSERT INTO glpi_events SELECT * FROM glpi_events WHERE 1 = 0`,
  UPDATE: sql`UPDATE glpi_events SET items_id = items_id WHERE 1 = 0`,
  DELETE: sql`DELETE FROM glpi_events WHERE 1 = 0`,
};

/**
 * Makes sure that the database is a GLPI 10.0 that this user may read and write.
 * @throws UnusableDatabase, one line, when it isn't or can't be reached
 */
export async function assertGlpi10(db: Db): Promise<void> {
  const tables = await names(db);
  const missing = NEEDED.filter((table) => !tables.has(table));
  if (missing.length === NEEDED.length) {
    const state = [...tables].some((table) => !table.startsWith('apirest_')) ? 'has no tables of GLPI' : 'is empty';
    throw new UnusableDatabase(
      `The database ${state}. Give the database of a GLPI 10.0; npm run migrate makes an empty one into a new GLPI's.`,
    );
  }
  if (missing.length > 0)
    throw new UnusableDatabase(
      `The database lacks tables of GLPI, or they are hidden from this user: ${missing.join(', ')}.`,
    );
  const version = await glpiVersion(db);
  if (!version?.startsWith('10.0.')) {
    throw new UnusableDatabase(
      `The database belongs to GLPI ${version ?? 'of an unknown version'}; this server speaks for GLPI 10.0.`,
    );
  }
  for (const [privilege, statement] of Object.entries(PRIVILEGES)) {
    await refusalOf(statement.execute(db), `The database user lacks the ${privilege} privilege on GLPI's tables.`);
  }
}

/**
 * Makes sure that the server can work with this database, and makes its own tables where the settings need them.
 * @throws UnusableDatabase
 */
export async function requireUsableDatabase(
  db: Db,
  config: Pick<Config, 'sessionStore' | 'sessionSecret' | 'cryptKey'>,
): Promise<void> {
  await assertGlpi10(db);
  const keepsSecret = config.sessionSecret === undefined && config.cryptKey === undefined;
  if (config.sessionStore === 'database' || keepsSecret) await requireOwnTables(db);
}

/**
 * Makes sure that this server's own tables are there, making them if they aren't.
 * @throws UnusableDatabase with the statements to run, when the database user may not create tables
 */
export async function requireOwnTables(db: Db): Promise<void> {
  const tables = await names(db);
  if (tables.has('apirest_sessions') && tables.has('apirest_secrets')) return;
  await refusalOf(
    makeOwnTables(db),
    `The database user may not create tables. Either run these statements as an administrator of the database:\n\n${ownTables.join(';\n\n')};\n\nor start with SESSION_STORE=memory and SESSION_SECRET set.`,
  );
}

async function names(db: Db): Promise<Set<string>> {
  try {
    const { rows } = await sql<{ name: string }>`
      SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()`.execute(db);
    return new Set(rows.map(({ name }) => name));
  } catch (error) {
    throw new UnusableDatabase(unreachable(error as NodeJS.ErrnoException));
  }
}

/** GLPI notes its version twice; a restored dump may hold only one of them. */
async function glpiVersion(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ name: string; value: string }>`
    SELECT name, value FROM glpi_configs WHERE context = 'core' AND name IN ('version', 'dbversion')`.execute(db);
  const value = (name: string) => rows.find((row) => row.name === name)?.value;
  return (value('version') || value('dbversion'))?.split('@')[0];
}

function unreachable(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ER_ACCESS_DENIED_ERROR':
      return "The database refuses the user or the password (DATABASE_URL, or GLPI's config_db.php).";
    case 'ER_DBACCESS_DENIED_ERROR':
      return 'The database user has no access to this database.';
    case 'ER_BAD_DB_ERROR':
      return `There is no such database: ${error.message}.`;
    default:
      return `The database can't be reached: ${error.message || error.code}.`;
  }
}

const REFUSED = new Set(['ER_TABLEACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_COLUMNACCESS_DENIED_ERROR']);

async function refusalOf(work: Promise<unknown>, message: string): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw REFUSED.has((error as NodeJS.ErrnoException).code ?? '') ? new UnusableDatabase(message) : error;
  }
}
