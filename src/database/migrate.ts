import { type Migration, Migrator } from 'kysely';
import * as glpiTables from '../../migrations/0001_glpi_tables.ts';
import * as sessions from '../../migrations/0002_sessions.ts';
import type { Db } from './database.ts';

const migrations: Record<string, Migration> = {
  '0001_glpi_tables': glpiTables,
  '0002_sessions': sessions,
};

/**
 * Brings the database to the present state: GLPI's tables where it is empty, then this server's own. Two processes
 * may call it at once: the second waits (GET_LOCK, freed when its connection ends) and finds the work done.
 * @returns the names of the migrations that were run now
 * @throws what the failed migration threw
 */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'apirest_migrations',
    migrationLockTableName: 'apirest_migrations_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}
