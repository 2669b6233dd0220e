import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import type { Owner } from './blocks.ts';

/** The financial and administrative information of an item; an empty object when it has none. */
export async function infocomsOf(ctx: Context, { itemtype, id }: Owner): Promise<Row> {
  const row: Row | undefined = await ctx.db
    .selectFrom('glpi_infocoms')
    .selectAll()
    .where('itemtype', '=', itemtype.name)
    .where('items_id', '=', id)
    .executeTakeFirst();
  return row ?? {};
}
