/** Moving children and links to another parent, and taking them off (massive-actions 4). */

import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import { isA } from '../../catalog/catalog.ts';
import type { ChildLink, Itemtype, RelationSide } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, OK, type Verdict } from '../action.ts';
import type { OneItem } from '../one-item.ts';

/** What may be taken from one item to another; the rest of what can be without a parent is only ever taken off. */
const movable = ['Item_Devices', 'NetworkPort'];

type Side = ChildLink | RelationSide;

const isAnyItem = (side: Side): boolean => side.itemtype.startsWith('itemtype');

function sidesOf({ child, relation }: Itemtype): readonly Side[] {
  return child ? [child] : relation ? [relation.side1, relation.side2] : [];
}

const affect: MassiveAction = {
  key: 'CommonDBConnexity:affect',
  starts: ({ input }) => input.peertype !== undefined && input.peers_id !== undefined,
  async apply(item) {
    const { w, input } = item;
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    const name = String(input.peertype);
    const id = phpIntval(input.peers_id);
    const sides = sidesOf(item.itemtype);
    const side = sides.find((one) => one.itemtype === name) ?? sides.find(isAnyItem);
    const peerType = catalog.itemtype(name);
    if (!side || !peerType || !(await w.load(peerType, id))) return item.refuse('missing');
    const change: Input = { ...(isAnyItem(side) && { [side.itemtype]: name }), [side.itemsId]: id };
    if (Object.entries(change).every(([column, value]) => String(row[column]) === String(value))) {
      return item.refuse('already');
    }
    return movable.some((name) => isA(item.itemtype, name)) ? put(item, row, change) : item.refuse('action');
  },
};

const unaffect: MassiveAction = {
  key: 'CommonDBConnexity:unaffect',
  async apply(item) {
    const { itemtype, input } = item;
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    const side = itemtype.child ?? sideBeside(itemtype, input);
    if (!side) return item.refuse('missing');
    return put(item, row, { [side.itemsId]: 0, ...(isAnyItem(side) && { [side.itemtype]: '' }) });
  },
};

/** Of a link that side is cleared which isn't the class that the input names for it. */
function sideBeside({ name, relation }: Itemtype, input: Input): RelationSide | undefined {
  const peers = input.peer;
  const peer = typeof peers === 'object' && peers !== null ? (peers as Input)[name] : undefined;
  if (!relation || typeof peer !== 'string') return undefined;
  const { side1, side2 } = relation;
  if (side1.itemtype === peer) return side2;
  if (side2.itemtype === peer) return side1;
  return [side1, side2].find((side) => !isAnyItem(side));
}

async function put(item: OneItem, row: Row, change: Input): Promise<Verdict> {
  return (await item.update(row, change)) ? OK : item.refuse('action');
}

export const partActions: readonly MassiveAction[] = [affect, unaffect];
