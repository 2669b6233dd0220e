/** What becomes of an item's latest solution (itil 4.2). */
import type { Writing } from '../items/write/writing.ts';

const ACCEPTED = 3;
const REFUSED = 4;

/** Marks the latest solution of an item as refused. */
export const refuseLatestSolution = (w: Writing, itemtype: string, id: number): Promise<void> =>
  judgeLatest(w, itemtype, id, REFUSED);

/** Marks the latest solution of an item as accepted. */
export const acceptLatestSolution = (w: Writing, itemtype: string, id: number): Promise<void> =>
  judgeLatest(w, itemtype, id, ACCEPTED);

/** The session's user judges it now; straight in the database. */
async function judgeLatest(w: Writing, itemtype: string, id: number, status: number): Promise<void> {
  const latest = await w.ctx.db
    .selectFrom('glpi_itilsolutions')
    .select('id')
    .where('itemtype', '=', itemtype)
    .where('items_id', '=', id)
    .orderBy('date_creation', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!latest) return;
  await w.ctx.db
    .updateTable('glpi_itilsolutions')
    .set({ status, users_id_approval: w.ctx.rights.userId, date_approval: w.ctx.now.sql })
    .where('id', '=', latest.id)
    .execute();
  w.forget();
}
