import { sql } from 'kysely';
import { itemtype as typeNamed } from '../../../catalog/catalog.ts';
import { lists } from '../../../catalog/lists.ts';
import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import type { Owner } from './blocks.ts';

/** Columns that say no more than which item the row belongs to. */
const known = new Set(['items_id', 'itemtype', 'is_deleted']);

/**
 * Components of an item: by the class of their link, by the link's id. One statement finds the kinds that there are,
 * one more is sent for each of these.
 */
export async function devicesOf(ctx: Context, { itemtype, id }: Owner): Promise<Record<string, Record<number, Row>>> {
  const links = lists.device_types.flatMap((device) => typeNamed(`Item_${device}`) ?? []);
  if (links.length === 0) return {};
  const probes = links.map(
    (link, at) =>
      sql`select ${sql.lit(at)} as kind from ${sql.table(link.table)} where itemtype = ${itemtype.name} and items_id = ${id} and is_deleted = 0`,
  );
  const { rows: present } = await sql<{ kind: number }>`${sql.join(probes, sql` union `)}`.execute(ctx.db);
  const found: Record<string, Record<number, Row>> = {};
  for (const kind of present.map((row) => Number(row.kind)).sort((a, b) => a - b)) {
    const link = links[kind]!;
    const rows: Row[] = await ctx.db
      .selectFrom(link.table)
      .selectAll()
      .where('itemtype', '=', itemtype.name)
      .where('items_id', '=', id)
      .where('is_deleted', '=', 0)
      .orderBy('id')
      .execute();
    found[link.name] = Object.fromEntries(
      rows.map((row) => [row.id, Object.fromEntries(Object.entries(row).filter(([column]) => !known.has(column)))]),
    );
  }
  return found;
}
