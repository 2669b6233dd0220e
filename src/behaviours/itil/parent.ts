import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';

/** An ITIL item with its class. */
export interface ItilItem {
  readonly itemtype: Itemtype;
  readonly row: Row;
}

/** The types that followups, solutions and the like hang on. */
export const itilTypes = ['Ticket', 'Change', 'Problem'] as const;

/** The ITIL item that `itemtype` and `items_id` of a row name; undefined when there is none. */
export async function itilParent(ctx: Context, row: Row): Promise<ItilItem | undefined> {
  const name = itilTypes.find((type) => type === row.itemtype);
  return name && itilItem(ctx, name, row.items_id);
}

/** The ITIL item of a type by its id; undefined when there is none. */
export async function itilItem(ctx: Context, name: string, id: unknown): Promise<ItilItem | undefined> {
  const itemtype = catalog.itemtype(name);
  const number = Number(id ?? 0);
  const row = itemtype && number > 0 ? await ctx.rights.find(itemtype, number) : undefined;
  return itemtype && row && { itemtype, row };
}
