import { type Expression, type SqlBool, sql } from 'kysely';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';

/** The item whose children are listed. */
export interface Parent {
  readonly itemtype: Itemtype;
  readonly row: Row;
}

/**
 * Which rows of a class belong to a parent (items-read G7.1): those that point to it, else the one that it points to.
 * Undefined when neither knows the other: then all rows are listed.
 *
 * @param alias of the class's table
 */
export function parentFilter(
  ctx: Context,
  itemtype: Itemtype,
  parent: Parent,
  alias: string,
): Expression<SqlBool> | undefined {
  const has = (column: string): boolean => ctx.site.schema.hasColumn(itemtype.table, column);
  const is = (column: string, value: unknown): Expression<SqlBool> =>
    sql<SqlBool>`${sql.ref(`${alias}.${column}`)} = ${value}`;
  const id = parent.row[parent.itemtype.indexName];
  if (has(parent.itemtype.foreignKey)) return is(parent.itemtype.foreignKey, id);
  if (has('itemtype') && has('items_id')) {
    return sql<SqlBool>`(${is('itemtype', parent.itemtype.name)} and ${is('items_id', id)})`;
  }
  const pointer = parent.row[itemtype.foreignKey];
  if (pointer !== null && pointer !== undefined) return is('id', pointer);
  const { itemtype: type, items_id: target } = parent.row;
  if (type === null || type === undefined || target === null || target === undefined) return undefined;
  return type === itemtype.name ? is('id', target) : sql<SqlBool>`0 = 1`;
}
