import * as catalog from '../catalog/catalog.ts';
import type { ChildLink, Itemtype, RelationSide } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import type { Rights } from './rights.ts';

/** The parent of a child, or one of the two peers of a relation. */
export type Side = ChildLink | RelationSide;

/** `check` of a side whose rights don't count. */
export const NO_CHECK = 1;
/** `check` of a side that need only be viewable. */
export const VIEW_CHECK = 2;

/** What a side of a row points to. */
export interface Peer {
  readonly itemtype: Itemtype;
  readonly row: Row;
}

/** The side's class stands in a column of the row. */
export function pointsAnywhere(side: Side): boolean {
  return side.itemtype.startsWith('itemtype');
}

/** The item that a side of a row points to; undefined when there is none. */
export async function peerOf(
  rights: Rights,
  side: Side,
  row: Readonly<Record<string, unknown>>,
): Promise<Peer | undefined> {
  const name = pointsAnywhere(side) ? row[side.itemtype] : side.itemtype;
  const itemtype = typeof name === 'string' ? catalog.itemtype(name) : undefined;
  const id = Number(row[side.itemsId] ?? 0);
  if (!itemtype || !Number.isInteger(id) || id < 0) return undefined;
  const peer = await rights.find(itemtype, id);
  return peer && { itemtype, row: peer };
}
