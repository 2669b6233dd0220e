import { type ExpressionBuilder, sql } from 'kysely';
import type { Itemtype } from '../catalog/model.ts';
import { fixedBelongings, referencesTo } from '../catalog/relations.ts';
import type { AnyTables } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';

/** Whether other items of a tree stand below the item. */
export async function hasSubItems(w: Writing, itemtype: Itemtype, id: number): Promise<boolean> {
  if (!itemtype.completenameField) return false;
  const child = await w.ctx.db
    .selectFrom(itemtype.table)
    .select(itemtype.indexName)
    .where(itemtype.foreignKey, '=', id)
    .where(itemtype.indexName, '!=', id)
    .limit(1)
    .executeTakeFirst();
  return child !== undefined;
}

/** Whether a column of other items names the item; one statement looks at them all. */
export async function isUsed(w: Writing, itemtype: Itemtype, id: number): Promise<boolean> {
  const { schema } = w.ctx.site;
  const places = [
    ...referencesTo(schema, itemtype).map(({ table, column }) => ({ table, column })),
    ...fixedBelongings(itemtype).map(({ itemtype: { table }, key }) => ({ table, column: key })),
  ].filter(({ table, column }) => table !== itemtype.table && schema.hasColumn(table, column));
  const [first, ...others] = places.map(({ table, column }) =>
    w.ctx.db
      .selectFrom(table)
      .select((_: ExpressionBuilder<AnyTables, string>) => sql<number>`1`.as('found'))
      .where(column, '=', id)
      .limit(1),
  );
  if (!first) return false;
  const all = others.reduce((union, one) => union.unionAll(sql`(${one})` as never), first);
  return (await all.limit(1).execute()).length > 0;
}
