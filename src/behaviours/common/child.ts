import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype, LogActions } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Change } from '../behaviour.ts';
import { Action } from '../history-actions.ts';
import { behavioursOf } from '../registry.ts';

/** The item that a column pair names. */
interface Parent {
  readonly itemtype: Itemtype;
  readonly id: number;
}

/** A child tells its parent's history what becomes of it (items-write W13.5). */
export const child: Behaviour = {
  async afterAdd(w, itemtype, row, input) {
    if (!truthy(input._no_history) && !quietness(w, itemtype)) await tellAdded(w, itemtype, row);
  },

  async afterUpdate(w, itemtype, change) {
    const link = itemtype.child;
    if (!link || change.input._transfer) return;
    const row = change.fields as Row;
    const parent = parentOf(itemtype, row);
    const own = new Set([link.itemsId, link.itemtype, 'date_mod']);
    const isQuiet = quietness(w, itemtype) !== undefined;
    if (link.logsForParent && !isQuiet && parent?.itemtype.flags.dohistory) {
      for (const column of change.updates) {
        if (own.has(column) || !isLogged(itemtype, column)) continue;
        w.history.add({
          itemtype: parent.itemtype.name,
          id: parent.id,
          link: itemtype.name,
          action: actions(itemtype).update ?? Action.updateChild,
          old: change.old[column],
          new: row[column],
        });
      }
    }
    if (isMoved(itemtype, change) && !isQuiet) {
      await tellRemoved(w, itemtype, change.old as Row);
      await tellAdded(w, itemtype, row);
    }
  },

  async afterPurge(w, itemtype, { row, input, cascade }) {
    if (cascade || truthy(input._no_history) || quietness(w, itemtype) === 'always') return;
    await tellRemoved(w, itemtype, row);
  },
};

const quietness = (w: Writing, itemtype: Itemtype): Behaviour['quietChild'] =>
  behavioursOf(w.ctx.site.behaviours, itemtype).find((one) => one.quietChild)?.quietChild;

function actions(itemtype: Itemtype): LogActions {
  return itemtype.child?.logActions ?? {};
}

/** Columns that a parent hears of. */
const isLogged = (itemtype: Itemtype, column: string): boolean =>
  !itemtype.historyBlacklist.includes(column) && !itemtype.nonLoggedFields.includes(column);

function isMoved(itemtype: Itemtype, { updates }: Change): boolean {
  const link = itemtype.child!;
  return updates.has(link.itemsId) || updates.has(link.itemtype);
}

/** The parent that a row names; undefined when it names none, or a class that there isn't. */
export function parentOf(itemtype: Itemtype, row: Row): Parent | undefined {
  const link = itemtype.child;
  if (!link) return undefined;
  const name = link.itemtype.startsWith('itemtype') ? String(row[link.itemtype] ?? '') : link.itemtype;
  const parent = catalog.itemtype(name);
  return parent && row[link.itemsId] !== undefined ? { itemtype: parent, id: Number(row[link.itemsId]) } : undefined;
}

async function tellAdded(w: Writing, itemtype: Itemtype, row: Row): Promise<void> {
  const parent = heardParent(itemtype, row);
  if (!parent) return;
  w.history.add({
    itemtype: parent.itemtype.name,
    id: parent.id,
    link: itemtype.name,
    action: actions(itemtype).add ?? Action.addChild,
    new: await w.names.peer(itemtype, row),
  });
}

async function tellRemoved(w: Writing, itemtype: Itemtype, row: Row): Promise<void> {
  const parent = heardParent(itemtype, row);
  if (!parent) return;
  w.history.add({
    itemtype: parent.itemtype.name,
    id: parent.id,
    link: itemtype.name,
    action: actions(itemtype).delete ?? Action.deleteChild,
    old: await w.names.peer(itemtype, row),
  });
}

/** The parent, if its history tells of its children. */
function heardParent(itemtype: Itemtype, row: Row): Parent | undefined {
  if (!itemtype.child?.logsForParent) return undefined;
  const parent = parentOf(itemtype, row);
  return parent?.itemtype.flags.dohistory && parent.id > 0 ? parent : undefined;
}
