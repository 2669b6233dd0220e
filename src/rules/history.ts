import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** A row of `glpi_logs` (items-write W13); `linked_action` is a number of `Action`. */
export interface HistoryRow {
  readonly itemtype: string;
  readonly items_id: number;
  readonly itemtype_link: string;
  readonly linked_action: number;
  readonly id_search_option: number;
  readonly old_value: string | null;
  readonly new_value: string | null;
}

/** Characters that a column of text takes. */
const LONGEST = 255;

/**
 * Writes history rows where there is no session that works on items: at logins and for the API's own log.
 * @param userName who did it (`name (id)`); empty for nobody
 */
export async function writeHistory(db: Db, userName: string, rows: readonly HistoryRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('glpi_logs')
    .values(
      rows.map((row) => ({
        ...row,
        old_value: row.old_value?.slice(0, LONGEST) ?? null,
        new_value: row.new_value?.slice(0, LONGEST) ?? null,
        user_name: userName.slice(0, LONGEST),
        date_mod: sql`NOW()`,
      })),
    )
    .execute();
}
