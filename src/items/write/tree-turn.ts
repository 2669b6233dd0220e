import type { Itemtype } from '../../catalog/model.ts';
import type { Writing } from './writing.ts';

/**
 * Those who change the shape of one tree come one after the other: rows above and below the one that is meant are locked,
 * too, and whoever locks them in another order waits for nothing but a deadlock. First in a transaction, before any lock.
 * Their turn is the lock of the tree's first row. Does nothing for types that are no trees.
 *
 * @param input of a change: only one that names another parent or name takes a turn
 */
export async function takeTreeTurn(
  w: Writing,
  itemtype: Itemtype,
  input?: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!itemtype.ancestors.includes('CommonTreeDropdown')) return;
  const { table, indexName, foreignKey } = itemtype;
  if (input && input.name === undefined && input[foreignKey] === undefined) return;
  await w.ctx.db.selectFrom(table).select(indexName).orderBy(indexName).limit(1).forUpdate().execute();
}
