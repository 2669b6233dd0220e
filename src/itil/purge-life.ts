import type { Behaviour } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import { purgeItems } from '../items/write/purge.ts';
import type { Writing } from '../items/write/writing.ts';
import { itilKind } from './kinds.ts';

/** What goes with an item beyond its links: tasks, followups, solutions, reasons to wait, its survey (itil 5.5). */
export const itilPurge: Behaviour = {
  async beforePurge(w, itemtype, { row }) {
    const { task, isTakenIntoAccount } = itilKind(itemtype.name)!;
    const id = Number(row.id);
    await purgeParts(w, task, { [itemtype.foreignKey]: id });
    for (const part of ['ITILFollowup', 'ITILSolution', 'PendingReason_Item']) {
      await purgeParts(w, part, { itemtype: itemtype.name, items_id: id });
    }
    if (isTakenIntoAccount) await purgeParts(w, 'TicketSatisfaction', { tickets_id: id });
  },
};

async function purgeParts(w: Writing, name: string, where: Readonly<Record<string, string | number>>): Promise<void> {
  const type = catalog.itemtype(name)!;
  let query = w.ctx.db.selectFrom(type.table).selectAll();
  for (const [column, value] of Object.entries(where)) query = query.where(column, '=', value);
  const rows: Row[] = await query.execute();
  await purgeItems(
    w,
    type,
    rows.map((row) => ({ row, input: {}, cascade: true })),
  );
}
