/** Types whose options reach a table under one alias in different ways (search 8.1). */
import type { Itemtype } from '../catalog/model.ts';
import { joinSignature } from './join-signature.ts';
import { JoinTree } from './join-tree.ts';
import type { SearchSession } from './search-session.ts';

const known = new WeakMap<Itemtype, boolean>();

/** Whether it matters in which order options of the type are reached: the first way to an alias is taken. */
export function hasAmbiguousJoins(itemtype: Itemtype, session: SearchSession): boolean {
  let is = known.get(itemtype);
  if (is === undefined) {
    is = findsTwoWays(itemtype, session);
    known.set(itemtype, is);
  }
  return is;
}

function findsTwoWays({ name, table, searchOptions }: Itemtype, session: SearchSession): boolean {
  const ways = new Map<string, string>();
  return searchOptions.some((option) => {
    if (!('id' in option)) return false;
    // Alone in a tree, so that no other option has been there before.
    const tree = new JoinTree(table, session);
    const alias = tree.reach({ itemtype: name, table, alias: table }, option);
    return tree.closure([alias]).some((node) => {
      const way = joinSignature(node);
      const other = ways.get(node.alias) ?? way;
      ways.set(node.alias, other);
      return other !== way;
    });
  });
}
