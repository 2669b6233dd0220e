/** The entity of what belongs to an item follows the item's (items-write W7.5). */
import type { Change } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { type LinkColumns, linkTo } from './links.ts';
import type { Writing } from './writing.ts';

/** Passes entity and recursion on when one of them changed, without history. */
export async function forwardEntity(w: Writing, itemtype: Itemtype, change: Change): Promise<void> {
  const columns = ['entities_id', 'is_recursive'];
  if (!columns.some((column) => change.updates.has(column))) return;
  const entity = Object.fromEntries(
    columns.filter((column) => column in change.fields).map((column) => [column, change.fields[column]]),
  );
  for (const name of itemtype.forwardEntityTo) {
    const follower = catalog.itemtype(name);
    const link = follower && (linkTo(follower, itemtype) ?? namedBy(w, follower, itemtype));
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

/** Some that follow an item are neither its children nor relations: levels of agreements. */
const namedBy = (w: Writing, follower: Itemtype, { foreignKey: key }: Itemtype): LinkColumns | undefined =>
  w.ctx.site.schema.hasColumn(follower.table, key) ? { key } : undefined;
