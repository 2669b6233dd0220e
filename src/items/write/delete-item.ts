/** Putting an item into the trashbin, or taking it away for good (items-write W8). */

import type { Input } from '../../behaviours/behaviour.ts';
import { Action } from '../../behaviours/history-actions.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row, SqlValue } from '../../database/database.ts';
import { runHooks } from './hooks.ts';
import { purgeItems } from './purge.ts';
import { phpTrue } from './values.ts';
import type { Writing } from './writing.ts';

export interface Deletion {
  /** Past the trashbin. */
  readonly force: boolean;
  /** Whether the trashbin's own history row is written; a purge doesn't look at it. */
  readonly history?: boolean;
  /** Parents and peers aren't told (items-write W10). */
  readonly cascade?: boolean;
  /** What came with the deletion: `_replace_by`, `keep_devices`. */
  readonly input?: Input;
}

/**
 * Whether a deletion takes the row away (items-write W8.3): asked for, or a template, or nothing to trash it by.
 */
export function isPurge(itemtype: Itemtype, row: Row, force: boolean): boolean {
  const { flags } = itemtype;
  if (force || !flags.maybeDeleted || (flags.maybeTemplate && phpTrue(row.is_template))) return true;
  return flags.maybeDynamic && flags.useDeletedToLockIfDynamic && !phpTrue(row.is_dynamic);
}

/** False when a hook refuses. */
export async function deleteItem(w: Writing, itemtype: Itemtype, row: Row, deletion: Deletion): Promise<boolean> {
  const input = deletion.input ?? {};
  const purge = isPurge(itemtype, row, deletion.force);
  if (!(await runHooks(w, itemtype, (one) => one.beforeDelete?.(w, itemtype, row, input, purge)))) return false;
  if (purge) await purgeItems(w, itemtype, [{ row, input, cascade: deletion.cascade === true }]);
  else await trash(w, itemtype, row, deletion.history !== false);
  return true;
}

async function trash(w: Writing, itemtype: Itemtype, row: Row, history: boolean): Promise<void> {
  const id = Number(row[itemtype.indexName]);
  const values: Record<string, SqlValue> = { is_deleted: 1 };
  if ('date_mod' in row) values.date_mod = w.ctx.now.sql;
  await w.ctx.db
    .updateTable(itemtype.table)
    .set(values)
    .where(itemtype.indexName, '=', row[itemtype.indexName]!)
    .execute();
  w.forget();
  if (history && itemtype.flags.dohistory) {
    const isLock = itemtype.flags.maybeDynamic && itemtype.flags.useDeletedToLockIfDynamic;
    const action = isLock ? Action.lockItem : Action.trash;
    w.history.add({ itemtype: itemtype.name, id, link: '0', action });
  }
  await runHooks(w, itemtype, (one) => one.afterTrash?.(w, itemtype, { ...row, ...values }, false));
}
