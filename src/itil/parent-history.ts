import { Action } from '../behaviours/history-actions.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import type { Writing } from '../items/write/writing.ts';

/** What happened to something of an item, noted in the item's history. */
export function noteOnParent(
  w: Writing,
  { itemtype, row }: ItilItem,
  link: string,
  action: number,
  values: { readonly old?: unknown; readonly new?: unknown },
): void {
  w.history.add({ itemtype: itemtype.name, id: Number(row.id), link, action, ...values });
}

/** The item hears of a part of it by its number: `(TicketTask, 17, 0, "" → "8")`. */
export function noteChild(
  w: Writing,
  item: ItilItem,
  link: string,
  what: 'add' | 'update' | 'delete',
  id: number,
): void {
  const actions = { add: Action.addChild, update: Action.updateChild, delete: Action.deleteChild };
  noteOnParent(w, item, link, actions[what], { new: id });
}
