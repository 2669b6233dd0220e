/** Linking items to another one, and taking the links away: `CLASS:add`, `CLASS:remove` (massive-actions 4.1). */

import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype, RelationSide } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { PURGE } from '../../rights/bits.ts';
import { newRow } from '../../rights/new-item.ts';
import { type MassiveAction, OK, type Verdict } from '../action.ts';
import type { OneItem } from '../one-item.ts';

/** Variants of linking and unlinking. */
interface Variant {
  readonly links: boolean;
  /** The items are those of the side that has its class in the declaration, not in the row. */
  readonly fromFixedSide?: true;
  /** Columns that the link gets. */
  readonly values?: Input;
}

const variants: Readonly<Record<string, Variant>> = {
  add: { links: true },
  add_item: { links: true, fromFixedSide: true },
  add_supervisor: { links: true, values: { is_manager: 1 } },
  add_delegatee: { links: true, values: { is_userdelegate: 1 } },
  remove: { links: false },
  remove_item: { links: false, fromFixedSide: true },
};

/** How single classes differ. */
interface Peculiarity {
  /** Columns of the link that the input may give, and by which links between the same items differ. */
  readonly columns?: readonly string[];
  /** A link that is there is changed instead of refused; a peer 0 takes all links away. */
  readonly replaces?: true;
  /** Its fixed side's items are linked to one another like any other item, too, and mostly so. */
  readonly anyItemFirst?: true;
}

const peculiarities: Readonly<Record<string, Peculiarity>> = {
  Document_Item: { anyItemFirst: true },
  Group_User: { replaces: true },
  Profile_User: { columns: ['entities_id', 'is_recursive'] },
};

/** The side of the items and that of the peer. */
interface Sides {
  readonly own: RelationSide;
  readonly peer: RelationSide;
}

const isAnyItem = (side: RelationSide): boolean => side.itemtype.startsWith('itemtype');

/** The action of a relation's class; undefined when the key isn't one's. */
export function relationAction(itemtype: Itemtype, key: string): MassiveAction | undefined {
  const at = key.indexOf(':');
  const relation = catalog.itemtype(key.slice(0, at));
  const name = key.slice(at + 1);
  const variant = Object.hasOwn(variants, name) ? variants[name] : undefined;
  const sides = relation && variant && sidesFor(relation, itemtype, variant);
  if (!relation || !variant || !sides) return undefined;
  const shared: Input = {};
  return {
    key,
    apply: (item) => {
      const peer = peerOf(sides.peer, item.input);
      if (!peer) {
        item.speakOf(undefined);
        return item.refuse('missing');
      }
      return variant.links ? link(item, relation, sides, peer, variant, shared) : unlink(item, relation, sides, peer);
    },
  };
}

function sidesFor({ name: relationName, relation }: Itemtype, { name }: Itemtype, variant: Variant): Sides | undefined {
  if (!relation) return undefined;
  const { side1, side2 } = relation;
  const either: readonly Sides[] = [
    { own: side1, peer: side2 },
    { own: side2, peer: side1 },
  ];
  const fixed = either.find(({ own }) => own.itemtype === name);
  if (variant.fromFixedSide) return fixed;
  const any = either.find(({ own }) => isAnyItem(own));
  return peculiarities[relationName]?.anyItemFirst ? (any ?? fixed) : (fixed ?? any);
}

/** What the input links to: its class and id; undefined when it says nothing of it. */
interface Peer {
  readonly itemtype: Itemtype;
  readonly id: number;
}

function peerOf(side: RelationSide, input: Input): Peer | undefined {
  const id = input[`peer_${side.itemsId}`];
  const name = isAnyItem(side) ? input[`peer_${side.itemtype}`] : side.itemtype;
  const itemtype = typeof name === 'string' ? catalog.itemtype(name) : undefined;
  return id === undefined || !itemtype ? undefined : { itemtype, id: phpIntval(id) };
}

/** The columns of a link between an item and its peer. */
function linkInput(item: OneItem, { own, peer }: Sides, other: Peer): Input {
  return {
    ...(isAnyItem(own) && { [own.itemtype]: item.itemtype.name }),
    [own.itemsId]: item.id,
    ...(isAnyItem(peer) && { [peer.itemtype]: other.itemtype.name }),
    [peer.itemsId]: other.id,
  };
}

async function link(
  item: OneItem,
  relation: Itemtype,
  sides: Sides,
  peer: Peer,
  { values }: Variant,
  shared: Input,
): Promise<Verdict> {
  const { w } = item;
  if (!(await w.load(peer.itemtype, peer.id))) {
    item.speakOf({ itemtype: peer.itemtype, row: undefined });
    return item.refuse('missing');
  }
  const { columns = [], replaces } = peculiarities[relation.name] ?? {};
  const given = Object.fromEntries(columns.flatMap((name) => (name in item.input ? [[name, item.input[name]]] : [])));
  const input: Input = { ...linkInput(item, sides, peer), ...given };
  const [existing] = await linksLike(item, relation, input);
  if (existing && !replaces) {
    item.speakOf({ itemtype: relation, row: existing });
    return item.refuse('already');
  }
  Object.assign(input, shared, values);
  if (existing) {
    const done = await w.update(relation, Number(existing[relation.indexName]), { ...values });
    return done ? OK : item.refuse('action');
  }
  item.speakOf({ itemtype: relation, row: newRow(w.ctx, relation, input) });
  if (!(await w.ctx.rights.canCreate(relation, input))) return item.refuse('right');
  // The entity that the first link gets from its items is every link's.
  for (const column of ['entities_id', 'is_recursive']) if (input[column] !== undefined) shared[column] = input[column];
  return (await w.add(relation, input)) === undefined ? item.refuse('action') : OK;
}

async function unlink(item: OneItem, relation: Itemtype, sides: Sides, peer: Peer): Promise<Verdict> {
  const { w } = item;
  const { replaces } = peculiarities[relation.name] ?? {};
  const wanted = linkInput(item, sides, peer);
  if (peer.id === 0 && replaces) delete wanted[sides.peer.itemsId];
  const rows = await linksLike(item, relation, wanted);
  if (rows.length === 0) {
    item.speakOf(undefined);
    return item.refuse('missing');
  }
  for (const row of rows) {
    item.speakOf({ itemtype: relation, row });
    if (!(await w.ctx.rights.canItem(relation, row, PURGE))) return item.refuse('right');
    if (!(await w.delete(relation, row, { force: true }))) return item.refuse('action');
  }
  return OK;
}

function linksLike({ w }: OneItem, relation: Itemtype, wanted: Input): Promise<Row[]> {
  let query = w.ctx.db.selectFrom(relation.table).selectAll();
  for (const [column, value] of Object.entries(wanted)) query = query.where(column, '=', value);
  return query.orderBy(relation.indexName).execute();
}
