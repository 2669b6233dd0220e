/** The entity of what belongs to an item follows the item's (items-write W7.5). */
import type { Change } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { linkTo } from './links.ts';
import type { Writing } from './writing.ts';

/** Passes a changed entity or recursion on, without history. */
export async function forwardEntity(w: Writing, itemtype: Itemtype, change: Change): Promise<void> {
  const entity: Record<string, unknown> = {};
  for (const column of ['entities_id', 'is_recursive']) {
    if (change.updates.has(column)) entity[column] = change.fields[column];
  }
  if (Object.keys(entity).length === 0) return;
  for (const name of itemtype.forwardEntityTo) {
    const follower = catalog.itemtype(name);
    const link = follower && linkTo(follower, itemtype);
    if (!follower || !link) continue;
    let query = w.ctx.db
      .selectFrom(follower.table)
      .select(follower.indexName)
      .where(link.key, '=', change.old[itemtype.indexName]);
    if (link.typeColumn) query = query.where(link.typeColumn, '=', itemtype.name);
    const rows: Row[] = await query.execute();
    for (const row of rows) await w.update(follower, Number(row[follower.indexName]), { ...entity, _transfer: true });
  }
}
