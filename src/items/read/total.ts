import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Itemtype } from '../../catalog/model.ts';
import type { ListRestriction } from '../../rights/list-restriction.ts';

/** Rows to be counted: those of a list, page or not. Conditions are on `alias` of the type's table. */
export interface CountedRows {
  readonly itemtype: Itemtype;
  readonly alias: string;
  readonly restriction: ListRestriction;
  /** What their `is_deleted` has to be; undefined for types without a trashbin. */
  readonly isDeleted: number | undefined;
  /** The other conditions of the request. */
  readonly asked: readonly Expression<SqlBool>[];
}

/**
 * How many rows there are, as an expression of one number (items-read G5).
 *
 * Entities and trashbin have an index each, none has both, and reading row by row costs ten times what counting in an
 * index does. So one of the two is counted by its index, and the few rows that fail the other are taken off.
 */
export function totalOf(rows: CountedRows): Expression<number> {
  const { restriction, asked, isDeleted } = rows;
  const { where, counted, apart } = restriction;
  if (counted) return count(rows, [counted.where, inTrashbin(rows), ...asked]);
  if (apart?.nearlyAll) {
    const alike = [apart.rest, inTrashbin(rows), ...asked];
    return sql`${count(rows, alike)} - ${countOfUnknownEntities(rows, apart.entities, alike)}`;
  }
  if (apart && !apart.rest && isDeleted === 0 && asked.length === 0) {
    const deleted = sql<SqlBool>`${sql.ref(`${rows.alias}.is_deleted`)} <> 0`;
    return sql`${count(rows, [where])} - ${count(rows, [where, deleted])}`;
  }
  return count(rows, [where, inTrashbin(rows), ...asked]);
}

/** The condition on the trashbin; undefined for types without one. */
export function inTrashbin({ alias, isDeleted }: CountedRows): Expression<SqlBool> | undefined {
  return isDeleted === undefined ? undefined : sql<SqlBool>`${sql.ref(`${alias}.is_deleted`)} = ${isDeleted}`;
}

type Conditions = readonly (Expression<SqlBool> | undefined)[];

function count({ itemtype, alias, restriction }: CountedRows, conditions: Conditions): RawBuilder<number> {
  const joins = (restriction.counted?.joins ?? []).map(
    (joined) => sql` left join ${sql.table(joined.table)} as ${sql.ref(joined.alias)} on ${joined.on}`,
  );
  const from = sql`${sql.table(itemtype.table)} as ${sql.ref(alias)}${sql.join(joins, sql``)}`;
  return sql`(select count(*) from ${from}${whereAll(conditions)})`;
}

/**
 * Rows of entities that the condition doesn't let pass. The few entities that rows are of stand in the index; the order
 * of the join is given, since MariaDB would rather read all rows.
 */
function countOfUnknownEntities(
  { itemtype, alias }: CountedRows,
  entities: Expression<SqlBool>,
  conditions: Conditions,
): RawBuilder<number> {
  const [table, name] = [sql.table(itemtype.table), sql.ref(alias)];
  const failing = sql`select distinct ${name}.entities_id from ${table} as ${name} where (${entities}) is not true`;
  const join = sql`straight_join ${table} as ${name} on ${name}.entities_id <=> unknown_entity.entities_id`;
  return sql`(select count(*) from (${failing}) as unknown_entity ${join}${whereAll(conditions)})`;
}

function whereAll(conditions: Conditions): RawBuilder<unknown> {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length > 0 ? sql` where ${sql.join(given, sql` and `)}` : sql``;
}
