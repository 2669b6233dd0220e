import { entitySetting } from '../catalog/constants.ts';
import type { Context } from '../context.ts';
import type { Row, SqlValue } from '../database/database.ts';

/** The columns, or all, of the entity and of those above it, the nearest first. */
export async function entityRows(
  { db, site }: Pick<Context, 'db' | 'site'>,
  entity: number,
  columns?: readonly string[],
): Promise<readonly Row[]> {
  const tree = await site.entities.get();
  const ids = [entity, ...tree.ancestors(entity).toReversed()];
  const rows: Row[] = await db
    .selectFrom('glpi_entities')
    .$if(columns !== undefined, (query) => query.select(['id', ...columns!]))
    .$if(columns === undefined, (query) => query.selectAll())
    .where('id', 'in', ids)
    .execute();
  return ids.map((id) => rows.find((row) => row.id === id)).filter((row) => row !== undefined);
}

/** Each column's value in the nearest entity, upwards, that doesn't inherit it; null where all do. */
export async function inheritedSettings<Column extends string>(
  ctx: Pick<Context, 'db' | 'site'>,
  entity: number,
  columns: readonly Column[],
): Promise<Record<Column, SqlValue>> {
  const rows = await entityRows(ctx, entity, columns);
  const values = columns.map((column) => {
    const row = rows.find((one) => one[column] !== null && String(one[column]) !== String(entitySetting.inherit));
    return [column, row?.[column] ?? null];
  });
  return Object.fromEntries(values);
}
