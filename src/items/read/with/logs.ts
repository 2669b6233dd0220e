import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import type { Owner } from './blocks.ts';

/** The history of an item, by the rows' ids. */
export async function logsOf(ctx: Context, { itemtype, id }: Owner): Promise<Record<number, Row>> {
  const rows: Row[] = await ctx.db
    .selectFrom('glpi_logs')
    .selectAll()
    .where('itemtype', '=', itemtype.name)
    .where('items_id', '=', id)
    .orderBy('id')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
