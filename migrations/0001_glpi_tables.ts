import { sql } from 'kysely';
import type { Db } from '../src/database/database.ts';
import { defaultRows } from './0001/rows.ts';
import { createTable, tables } from './0001/tables.ts';

/** Rows of one INSERT statement: all settings fit, so that there are either all of them or none. */
const CHUNK = 400;

/**
 * GLPI 10.0.19's tables and default rows, in an empty database. On a database that holds a GLPI it does nothing.
 * The settings come last, table and rows: a GLPI without settings is one whose making was interrupted. When a statement
 * fails, the tables made so far are dropped again (MariaDB can't undo CREATE TABLE).
 * @throws Error (one line) when the database holds something else, or an interrupted migration
 */
export async function up(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT TABLE_NAME AS name FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT LIKE 'apirest\\_%'`.execute(db);
  const present = rows.map(({ name }) => name);
  if (present.includes('glpi_configs')) {
    const settings = await sql`SELECT 1 FROM glpi_configs LIMIT 1`.execute(db);
    if (settings.rows.length > 0) return;
  }
  const foreign = present.filter((name) => !(name in tables));
  if (foreign.length > 0) {
    throw new Error(`The database is neither empty nor a GLPI's: it holds other tables (${foreign[0]} …).`);
  }
  if (present.length > 0) {
    throw new Error(
      'An earlier migration of the database was interrupted: drop the database, create it again, and migrate.',
    );
  }
  const made: string[] = [];
  try {
    const { glpi_configs, ...others } = tables;
    for (const [name, table] of Object.entries({ ...others, glpi_configs: glpi_configs! })) {
      await sql.raw(createTable(name, table)).execute(db);
      made.push(name);
    }
    await insertDefaults(db);
  } catch (error) {
    for (const name of made) await sql`DROP TABLE ${sql.table(name)}`.execute(db);
    throw error;
  }
}

async function insertDefaults(db: Db): Promise<void> {
  for (const { table, columns, stamped, rows } of defaultRows) {
    const names = columns.split(', ').map((name) => sql.id(name));
    const stamps = stamped ? [sql.id('date_creation'), sql.id('date_mod')] : [];
    const now = stamped ? [sql`NOW()`, sql`NOW()`] : [];
    for (let from = 0; from < rows.length; from += CHUNK) {
      const values = rows.slice(from, from + CHUNK).map((row) => sql`(${sql.join([...row, ...now])})`);
      await sql`INSERT INTO ${sql.table(table)} (${sql.join([...names, ...stamps])}) VALUES ${sql.join(values)}`.execute(
        db,
      );
    }
  }
}
