import { itemtype as typeNamed } from '../../../catalog/catalog.ts';
import { lists } from '../../../catalog/lists.ts';
import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import { READ } from '../../../rights/bits.ts';
import type { Owner } from './blocks.ts';

interface Connection extends Row {
  assoc_id: number;
  assoc_computers_id: number;
  assoc_itemtype: string;
  assoc_items_id: number;
  assoc_is_dynamic: number;
}

/**
 * What is plugged into a computer, by class: the connection's columns, then those of the item. One statement finds the
 * connections, one more is sent for each class.
 */
export async function connectionsOf(ctx: Context, { id }: Owner): Promise<Record<string, Row[]>> {
  const types = lists.directconnect_types
    .flatMap((name) => typeNamed(name) ?? [])
    .filter((type) => ctx.rights.canClass(type, READ));
  if (types.length === 0) return {};
  const connections: Connection[] = await ctx.db
    .selectFrom('glpi_computers_items')
    .select([
      'id as assoc_id',
      'computers_id as assoc_computers_id',
      'itemtype as assoc_itemtype',
      'items_id as assoc_items_id',
      'is_dynamic as assoc_is_dynamic',
    ])
    .where('computers_id', '=', id)
    .where('is_deleted', '=', 0)
    .where(
      'itemtype',
      'in',
      types.map(({ name }) => name),
    )
    .orderBy('id')
    .execute();
  const found: Record<string, Row[]> = {};
  for (const type of types) {
    const own = connections.filter(({ assoc_itemtype }) => assoc_itemtype === type.name);
    if (own.length === 0) continue;
    const ids = own.map(({ assoc_items_id }) => assoc_items_id);
    const items: Row[] = await ctx.db.selectFrom(type.table).selectAll().where('id', 'in', ids).execute();
    const byId = new Map(items.map((item) => [item.id, item]));
    const rows = own.flatMap((connection) => {
      const item = byId.get(connection.assoc_items_id);
      return item ? [{ ...connection, ...item }] : [];
    });
    if (rows.length > 0) found[type.name] = rows;
  }
  return found;
}
