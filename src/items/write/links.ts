import { isA, itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import { ownersOf } from '../../catalog/relations.ts';
import { isScalar } from './values.ts';
import type { Writing } from './writing.ts';

/** The columns of a child or relation that point to an item. */
export interface LinkColumns {
  readonly key: string;
  /** Present where the class of the item stands in a column, too. */
  readonly typeColumn?: string;
}

/** How rows of `follower` point to an item of the other type; undefined when they don't. */
export function linkTo(follower: Itemtype, itemtype: Itemtype): LinkColumns | undefined {
  const links = [follower.child, follower.relation?.side1, follower.relation?.side2].flatMap((one) => one ?? []);
  const fixed = links.find((one) => isA(itemtype, one.itemtype));
  if (fixed) return { key: fixed.itemsId };
  const polymorphic = links.find((one) => one.itemtype.startsWith('itemtype'));
  return polymorphic && { key: polymorphic.itemsId, typeColumn: polymorphic.itemtype };
}

/**
 * What a row is about to belong to, and what it leaves, stay until that is written: nobody purges them meanwhile.
 *
 * @param row as it will be
 * @param mode `update` for a row that a request names, so that those who write below one item come one after the other
 * @param old the row as it is: what doesn't change isn't locked
 * @throws GoneMeanwhile
 */
export async function holdOwners(
  w: Writing,
  itemtype: Itemtype,
  row: Readonly<Record<string, unknown>>,
  mode: 'update' | 'share',
  old?: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const { key, typeColumn, itemtype: name } of ownersOf(itemtype)) {
    const [now, before] = [row, old].map(
      (one) => one && ownerIn(one, key, typeColumn === undefined ? name : one[typeColumn]),
    );
    if (now?.itemtype === before?.itemtype && now?.id === before?.id) continue;
    for (const owner of [before, now]) if (owner) await w.ctx.rights.hold(owner.itemtype, owner.id, mode);
  }
}

function ownerIn(row: Readonly<Record<string, unknown>>, key: string, type: unknown) {
  const id = row[key];
  const itemtype = typeof type === 'string' ? typeNamed(type) : undefined;
  return itemtype && isScalar(id) && Number(id) > 0 ? { itemtype, id: Number(id) } : undefined;
}
