/** Columns of an account that rules of rights set at a login (rules 7). */
import { sql } from 'kysely';
import { Action } from '../behaviours/history-actions.ts';
import type { Db } from '../database/database.ts';
import type { RightsSubject } from './assigned-rights.ts';
import { writeHistory } from './history.ts';

/** How the history knows a column: its search option, and where the names of its values are. */
interface Noted {
  readonly option: number;
  readonly names?: readonly [table: string, column: string];
}

const noted: Readonly<Record<string, Noted>> = {
  is_active: { option: 8 },
  groups_id: { option: 13, names: ['glpi_groups', 'completename'] },
  profiles_id: { option: 20, names: ['glpi_profiles', 'name'] },
  entities_id: { option: 80, names: ['glpi_entities', 'completename'] },
};

/** Sets the columns that differ, with their history. */
export async function setAccountColumns(
  db: Db,
  { account, userName }: RightsSubject,
  wanted: Readonly<Record<string, string | number>>,
): Promise<void> {
  const columns = Object.keys(wanted);
  if (columns.length === 0) return;
  const row = await db.selectFrom('glpi_users').select(columns).where('id', '=', account.id).executeTakeFirst();
  const changed = columns.filter((column) => row && String(row[column] ?? '') !== String(wanted[column]));
  if (changed.length === 0) return;
  const history = changed.flatMap((column) => {
    const how = noted[column];
    return how ? [{ how, from: row![column], to: wanted[column] }] : [];
  });
  const changes = Object.fromEntries(changed.map((column) => [column, wanted[column]]));
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('glpi_users')
      .set({ ...changes, date_mod: sql`NOW()` })
      .where('id', '=', account.id)
      .execute();
    const rows = [];
    for (const { how, from, to } of history) {
      rows.push({
        itemtype: 'User',
        items_id: account.id,
        itemtype_link: '',
        linked_action: Action.change,
        id_search_option: how.option,
        old_value: await shown(trx, how, from),
        new_value: await shown(trx, how, to),
      });
    }
    await writeHistory(trx, userName, rows);
  });
}

/** A value as a history shows it: the name of what an id stands for; of the tree names only the parts are stored encoded. */
async function shown(db: Db, { names }: Noted, value: unknown): Promise<string> {
  if (!names) return String(value ?? '');
  const [table, column] = names;
  const id = Number(value ?? 0);
  const row = await db.selectFrom(table).select(column).where('id', '=', id).executeTakeFirst();
  return `${String(row?.[column] ?? '&nbsp;').replaceAll(' > ', ' &#62; ')} (${id})`;
}
