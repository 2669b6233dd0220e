import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype, LogActions, RelationSide } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Change } from '../behaviour.ts';
import { Action } from '../history-actions.ts';
import { behavioursOf } from '../registry.ts';

/** A side of a relation and the item on it. */
interface Peer {
  readonly side: RelationSide;
  readonly itemtype: Itemtype;
  readonly id: number;
  readonly row: Row | undefined;
}

/** A relation tells the histories of both its peers what becomes of it (items-write W13.6). */
export const relation: Behaviour = {
  async afterAdd(w, itemtype, row, input) {
    if (!truthy(input._no_history) && !isQuiet(w, itemtype))
      await tell(w, itemtype, row, 'add', Action.addRelation, true);
  },

  async afterUpdate(w, itemtype, change) {
    if (change.input._transfer || isQuiet(w, itemtype)) return;
    await tellChanges(w, itemtype, change);
    if (!isMoved(itemtype, change)) return;
    await tell(w, itemtype, change.old as Row, 'delete', Action.deleteRelation);
    await tell(w, itemtype, change.fields as Row, 'add', Action.addRelation);
  },

  async afterPurge(w, itemtype, { row, input, cascade }) {
    if (cascade || truthy(input._no_history) || quietness(w, itemtype) === 'always') return;
    await tell(w, itemtype, row, 'delete', Action.deleteRelation);
  },
};

const quietness = (w: Writing, itemtype: Itemtype): Behaviour['quietRelation'] =>
  behavioursOf(w.ctx.site.behaviours, itemtype).find((one) => one.quietRelation)?.quietRelation;

const isQuiet = (w: Writing, itemtype: Itemtype): boolean => quietness(w, itemtype) !== undefined;

function isMoved(itemtype: Itemtype, { updates }: Change): boolean {
  return linkColumns(itemtype).some((column) => updates.has(column));
}

function linkColumns({ relation: link }: Itemtype): string[] {
  return link ? [link.side1, link.side2].flatMap((side) => [side.itemtype, side.itemsId]) : [];
}

/** The two peers; undefined for a side that names no class. */
async function peersOf(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
): Promise<readonly [Peer | undefined, Peer | undefined]> {
  const { side1, side2 } = itemtype.relation!;
  return [await peerOf(w, side1, row), await peerOf(w, side2, row)];
}

async function peerOf(w: Writing, side: RelationSide, row: Row): Promise<Peer | undefined> {
  const name = side.itemtype.startsWith('itemtype') ? String(row[side.itemtype] ?? '') : side.itemtype;
  const itemtype = catalog.itemtype(name);
  if (!itemtype) return undefined;
  const id = Number(row[side.itemsId]);
  return { side, itemtype, id, row: await w.load(itemtype, id) };
}

/** One row on each peer that listens, about the other one; side 1 first. */
async function tell(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
  kind: keyof LogActions,
  standard: number,
  isNew = false,
): Promise<void> {
  if (!itemtype.relation) return;
  const [peer1, peer2] = await peersOf(w, itemtype, row);
  const toleratesNobody = isNew && behavioursOf(w.ctx.site.behaviours, itemtype).some((one) => one.toleratesNobody);
  for (const [peer, other] of [
    [peer1, peer2],
    [peer2, peer1],
  ] as const) {
    if (!peer?.side.logs || !peer.itemtype.flags.dohistory || !other) continue;
    if (!toleratesNobody && (!peer.row || !other.row)) continue;
    const text = await w.names.peer(other.itemtype, other.row);
    w.history.add({
      itemtype: peer.itemtype.name,
      id: peer.id,
      link: other.itemtype.name,
      action: peer.side.logActions[kind] ?? standard,
      ...(kind === 'delete' ? { old: text } : { new: text }),
    });
  }
}

/** The relation's other columns: a row on each peer for each (items-write W13.2, 21). */
async function tellChanges(w: Writing, itemtype: Itemtype, change: Change): Promise<void> {
  if (!itemtype.relation) return;
  const own = new Set([...linkColumns(itemtype), 'date_mod', ...itemtype.historyBlacklist]);
  const columns = [...change.updates].filter((column) => !own.has(column));
  if (columns.length === 0) return;
  const peers = await peersOf(w, itemtype, change.fields as Row);
  for (const column of columns) {
    for (const peer of peers) {
      if (!peer?.row || !peer.side.logs || !peer.itemtype.flags.dohistory) continue;
      w.history.add({
        itemtype: peer.itemtype.name,
        id: peer.id,
        link: `${itemtype.name}#${column}`,
        action: peer.side.logActions.update ?? Action.updateRelation,
        old: change.old[column],
        new: change.fields[column],
      });
    }
  }
}
