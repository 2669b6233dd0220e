/** What a write around an item leaves on the item itself (itil 2.10, 5.1). */

import { ASSIGNED, partIn, REQUESTER } from '../behaviours/itil/actors.ts';
import { isClosed } from '../behaviours/itil/statuses.ts';
import { CREATE } from '../catalog/right-bits.ts';
import { followup, task } from '../catalog/single-right-bits.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { countedSeconds } from '../service-levels/waiting.ts';
import type { ItilKind } from './kinds.ts';
import { byMachinery } from './machinery.ts';
import { hasDate } from './sql-dates.ts';

/**
 * Says that the item has changed now, by the session's user: straight in the database, without history. An item that
 * nobody took into account yet is taken so instead, when `mayTake` and the user is somebody who can.
 */
export async function touch(w: Writing, kind: ItilKind, id: number, { mayTake = true } = {}): Promise<void> {
  const row = await w.load(kind.itemtype, id);
  if (!row) return;
  const taken = mayTake ? await takenIntoAccount(w, kind, row) : undefined;
  if (!taken) return markChanged(w, kind, row);
  if (isClosed(kind.itemtype.name, row.status)) return;
  await w.update(kind.itemtype, id, byMachinery({ ...taken, _disablenotif: true }));
}

/** Sets who changed the item, and when. */
export async function markChanged(w: Writing, { itemtype }: ItilKind, row: Row): Promise<void> {
  const { now, rights, db } = w.ctx;
  if (row.date_mod === now.sql && Number(row.users_id_lastupdater) === rights.userId) return;
  await db
    .updateTable(itemtype.table)
    .set({ date_mod: now.sql, users_id_lastupdater: rights.userId })
    .where('id', '=', Number(row.id))
    .execute();
  w.forget();
}

/** The columns of an item that the session's user takes into account; undefined when there is nothing to set. */
export async function takenIntoAccount(
  w: Writing,
  kind: ItilKind,
  row: Row,
): Promise<{ takeintoaccount_delay_stat: number; takeintoaccountdate: string } | undefined> {
  if (!kind.isTakenIntoAccount || Number(row.takeintoaccount_delay_stat) !== 0) return undefined;
  if (!(await canTakeIntoAccount(w.ctx, kind, row))) return undefined;
  const now = w.ctx.now.sql;
  const from = hasDate(row.date) ? row.date : now;
  return {
    takeintoaccount_delay_stat: Math.max(1, await countedSeconds(w, row, from, now, 'slas_id_tto')),
    takeintoaccountdate: now,
  };
}

async function canTakeIntoAccount(ctx: Context, kind: ItilKind, row: Row): Promise<boolean> {
  const part = await partIn(ctx, kind.itemtype, row);
  if (part.plays(ASSIGNED)) return true;
  if (part.plays(REQUESTER)) return false;
  const { rights } = ctx;
  return rights.have('task', task.addAll) || rights.have('followup', followup.addAll | CREATE | followup.addGroup);
}
