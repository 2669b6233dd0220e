/** Taking an item out of the trashbin (massive-actions 4). */
import { Action } from '../../behaviours/history-actions.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row, SqlValue } from '../../database/database.ts';
import { runHooks } from './hooks.ts';
import type { Writing } from './writing.ts';

/** Notes the restoration even of an item that wasn't in the trashbin; false where there is none. */
export async function restoreItem(w: Writing, itemtype: Itemtype, row: Row): Promise<boolean> {
  if (!itemtype.flags.maybeDeleted) return false;
  const id = Number(row[itemtype.indexName]);
  const values: Record<string, SqlValue> = { is_deleted: 0 };
  if ('date_mod' in row) values.date_mod = w.ctx.now.sql;
  await w.ctx.db
    .updateTable(itemtype.table)
    .set(values)
    .where(itemtype.indexName, '=', row[itemtype.indexName]!)
    .execute();
  w.forget();
  if (itemtype.flags.dohistory) {
    const isLock = itemtype.flags.maybeDynamic && itemtype.flags.useDeletedToLockIfDynamic;
    const action = isLock ? Action.unlockItem : Action.restore;
    w.history.add({ itemtype: itemtype.name, id, link: '0', action });
  }
  await runHooks(w, itemtype, (one) => one.afterTrash?.(w, itemtype, { ...row, ...values }, true));
  return true;
}
