/** Reasons why an item waits (itil 10.3). */

import type { Input } from '../behaviours/behaviour.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import { WAITING } from '../behaviours/itil/statuses.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { make } from './comes-along.ts';
import { byMachinery } from './machinery.ts';

const LINK = 'PendingReason_Item';

const given = ['pendingreasons_id', 'followup_frequency', 'followups_before_resolution'] as const;

/** The reason of an item, a followup or a task. */
function pendingReasonOf(w: Writing, itemtype: string, id: number): Promise<Row | undefined> {
  return w.ctx.db
    .selectFrom('glpi_pendingreasons_items')
    .selectAll()
    .where('itemtype', '=', itemtype)
    .where('items_id', '=', id)
    .executeTakeFirst();
}

/** Takes a reason away. */
export async function dropPendingReason(w: Writing, itemtype: string, id: number): Promise<void> {
  const row = await pendingReasonOf(w, itemtype, id);
  if (row) await w.delete(catalog.itemtype(LINK)!, row, { force: true });
}

/** A followup or task with `pending: 1`: the item waits, for the reason given (itil 10.3 step 3). */
export async function putOff(
  w: Writing,
  item: ItilItem,
  part: { itemtype: string; id: number },
  input: Input,
): Promise<void> {
  const id = Number(item.row.id);
  const reason = Object.fromEntries(given.map((column) => [column, input[column] ?? 0]));
  const waits = Number(item.row.status) === WAITING;
  const own = waits ? await pendingReasonOf(w, item.itemtype.name, id) : undefined;
  if (Number(reason.pendingreasons_id) > 0 && !own) {
    await dropPendingReason(w, item.itemtype.name, id);
    await make(w, LINK, {
      ...reason,
      itemtype: item.itemtype.name,
      items_id: id,
      last_bump_date: w.ctx.now.sql,
      bump_count: 0,
      previous_status: item.row.status,
    });
    await make(w, LINK, {
      ...reason,
      itemtype: part.itemtype,
      items_id: part.id,
      last_bump_date: w.ctx.now.sql,
      bump_count: 0,
    });
  }
  if (!waits) await w.update(item.itemtype, id, byMachinery({ status: WAITING }));
}

/** A changed followup or task changes the reason that it gave, or takes it back (itil 10.3 step 3). */
export async function changePutOff(
  w: Writing,
  item: ItilItem,
  part: { itemtype: string; id: number },
  input: Input,
): Promise<void> {
  if (input.pending === undefined) return;
  const id = Number(item.row.id);
  const links = catalog.itemtype(LINK)!;
  const own = await pendingReasonOf(w, part.itemtype, part.id);
  if (truthy(input.pending)) {
    if (!own) return putOff(w, item, part, input);
    const reason = Object.fromEntries(
      given.flatMap((column) => (input[column] === undefined ? [] : [[column, input[column]]])),
    );
    await w.update(links, Number(own.id), { ...reason });
    const parents = await pendingReasonOf(w, item.itemtype.name, id);
    if (parents) await w.update(links, Number(parents.id), { ...reason });
    return;
  }
  if (!own) return;
  const parents = await pendingReasonOf(w, item.itemtype.name, id);
  if (parents) await w.delete(links, parents, { force: true });
  await w.delete(links, own, { force: true });
  const previous = Number(parents?.previous_status ?? 0);
  if (previous > 0 && Number(item.row.status) === WAITING) {
    await w.update(item.itemtype, id, byMachinery({ status: previous }));
  }
}
