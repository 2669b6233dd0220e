/** Columns that people changed by hand on automatically inventoried items (items-write W18). */
import type { Change, Input } from '../../behaviours/behaviour.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { historyOption } from './column-options.ts';
import { looselyEqual, phpTrue, textOf } from './values.ts';
import type { Writing } from './writing.ts';

/** Columns that say what an item is or when it changed: nobody locks them. */
const neverLocked = new Set(['date_mod', 'date_creation', 'is_dynamic', 'is_deleted', 'is_recursive', 'entities_id']);

/** An inventory's values for locked columns are kept beside the lock, not in the item. */
export async function keepLockedFields(w: Writing, itemtype: Itemtype, row: Row, input: Input): Promise<void> {
  if (!itemtype.flags.maybeDynamic || !phpTrue(row.is_dynamic) || !phpTrue(input.is_dynamic)) return;
  const locks = await locksOf(w, itemtype, Number(row[itemtype.indexName]));
  for (const lock of locks) {
    const field = String(lock.field);
    if (!(field in input)) continue;
    if (!looselyEqual(row[field], input[field])) {
      await w.ctx.db
        .updateTable('glpi_lockedfields')
        .set({ value: textOf(input[field]) })
        .where('id', '=', lock.id)
        .execute();
    }
    delete input[field];
  }
}

/** A change by hand of a dynamic item locks the changed columns. */
export async function lockChangedFields(w: Writing, itemtype: Itemtype, change: Change): Promise<void> {
  if (w.requested !== change.old || !itemtype.flags.maybeDynamic || !phpTrue(change.old.is_dynamic)) return;
  if ('is_dynamic' in change.input) return;
  const fields = [...change.updates].filter(
    (column) => !neverLocked.has(column) && historyOption(itemtype, column) !== undefined,
  );
  if (fields.length === 0) return;
  const rows = fields.map((field) => ({
    itemtype: itemtype.name,
    items_id: Number(change.old[itemtype.indexName]),
    field,
    date_creation: w.ctx.now.sql,
  }));
  // Fields that are locked already are refused by the table's key; GLPI lets them use up numbers, too.
  for (const row of rows) await w.ctx.db.insertInto('glpi_lockedfields').ignore().values(row).execute();
}

function locksOf(w: Writing, itemtype: Itemtype, id: number): Promise<Row[]> {
  return w.ctx.db
    .selectFrom('glpi_lockedfields')
    .select(['id', 'field'])
    .where('itemtype', '=', itemtype.name)
    .where('items_id', '=', id)
    .execute();
}
