/** How a followup or task opens its item again (itil 10.3). */

import type { Input } from '../behaviours/behaviour.ts';
import { ASSIGNED as IN_CHARGE, partIn, REQUESTER } from '../behaviours/itil/actors.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import { allowsStatus } from '../behaviours/itil/status-matrix.ts';
import { ASSIGNED, NEW, PLANNED, statusSets } from '../behaviours/itil/statuses.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { actorRows, hasAssigned } from './actor-rows.ts';
import { itilKind } from './kinds.ts';
import { byMachinery } from './machinery.ts';

/** Whether a word of the session's user alone opens the item: the requester's, when he isn't in charge. */
export async function opensByWord(w: Writing, { itemtype, row }: ItilItem): Promise<boolean> {
  if (!statusSets(itemtype.name).reopenable.includes(Number(row.status))) return false;
  const part = await partIn(w.ctx, itemtype, row);
  return part.plays(REQUESTER) && !part.plays(IN_CHARGE);
}

/**
 * Opens an item that can be; answers whether it did.
 * @param planned the item would have planned work to do
 */
export async function reopen(w: Writing, item: ItilItem, input: Input, planned: boolean): Promise<boolean> {
  const { itemtype, row } = item;
  const sets = statusSets(itemtype.name);
  if (!sets.reopenable.includes(Number(row.status)) || truthy(input._do_not_compute_status)) return false;
  if (input._status !== undefined && Number(input._status) !== Number(row.status)) return false;
  const actors = await actorRows(w, itilKind(itemtype.name)!, Number(row.id));
  const status = hasAssigned(actors) && sets.hasAssigned ? (planned ? PLANNED : ASSIGNED) : NEW;
  const isCentral = w.ctx.rights.interface === 'central';
  if (isCentral && !allowsStatus(w.ctx.session, itemtype.name, row.status, status)) return false;
  await w.update(itemtype, Number(row.id), byMachinery({ status }));
  return true;
}

/** `_status` of a followup: the item gets it, whatever the matrix says. */
export async function setStatus(w: Writing, { itemtype, row }: ItilItem, input: Input): Promise<void> {
  if (input._status === undefined || Number(input._status) === Number(row.status)) return;
  await w.update(itemtype, Number(row.id), byMachinery({ status: input._status }));
}

/** The item as it stands now. */
export const current = async (w: Writing, item: ItilItem): Promise<ItilItem> => ({
  itemtype: item.itemtype,
  row: (await w.load(item.itemtype, Number(item.row.id))) ?? (item.row as Row),
});
