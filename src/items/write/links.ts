import { isA } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';

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
