import type { Behaviour } from '../behaviours/behaviour.ts';
import { Action } from '../behaviours/history-actions.ts';
import { CLOSED, NEW, SOLVED, unassigned } from '../behaviours/itil/statuses.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { purgeItems, tellParting } from '../items/write/purge.ts';
import type { Writing } from '../items/write/writing.ts';
import { actorRows } from './actor-rows.ts';
import { type ItilKind, itilKind } from './kinds.ts';

/** What goes with an item beyond its links: tasks, followups, solutions, reasons to wait, its survey (itil 5.5). */
export const itilPurge: Behaviour = {
  async beforePurge(w, itemtype, { row }) {
    const kind = itilKind(itemtype.name)!;
    const id = Number(row.id);
    await purgeParts(w, itemtype, id, kind.task, { [itemtype.foreignKey]: id });
    for (const part of ['ITILFollowup', 'ITILSolution', 'PendingReason_Item']) {
      await purgeParts(w, itemtype, id, part, { itemtype: itemtype.name, items_id: id });
    }
    if (kind.isTakenIntoAccount) await purgeParts(w, itemtype, id, 'TicketSatisfaction', { tickets_id: id });
    await tellStatus(w, kind, row);
  },
};

/** When the last of its people goes, an item at work is new again: its history says so, and goes with it. */
async function tellStatus(w: Writing, kind: ItilKind, row: Row): Promise<void> {
  const status = Number(row.status);
  if ([SOLVED, CLOSED, ...unassigned].includes(status) || (await actorRows(w, kind, Number(row.id))).length === 0)
    return;
  w.history.add({ itemtype: kind.itemtype.name, id: Number(row.id), action: Action.change, old: status, new: NEW });
}

async function purgeParts(
  w: Writing,
  itemtype: Itemtype,
  id: number,
  name: string,
  where: Readonly<Record<string, string | number>>,
): Promise<void> {
  const type = catalog.itemtype(name)!;
  let query = w.ctx.db.selectFrom(type.table).selectAll();
  for (const [column, value] of Object.entries(where)) query = query.where(column, '=', value);
  const rows: Row[] = await query.forUpdate().execute();
  for (const _ of rows) tellParting(w, type, itemtype, id);
  await purgeItems(
    w,
    type,
    rows.map((row) => ({ row, input: {}, cascade: true })),
  );
}
