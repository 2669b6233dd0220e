import { sql } from 'kysely';
import type { Db } from './database.ts';

/** The zone if database and runtime know it; a name that they don't know would make every statement fail. */
export async function usableTimeZone(db: Db, zone: string | null): Promise<string | null> {
  if (!zone || zone === '0' || !runtimeKnows(zone)) return null;
  const { rows } = await sql<{ there: string | null }>`
    SELECT CONVERT_TZ('2000-01-01 00:00:00', '+00:00', ${zone}) AS there`.execute(db);
  return rows[0]?.there ? zone : null;
}

function runtimeKnows(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
