/** AND and OR over conditions of which some may be absent. */
import { type Expression, type SqlBool, sql } from 'kysely';

type Maybe = Expression<SqlBool> | undefined;

/** All that are there; undefined for none. */
export function and(conditions: readonly Maybe[]): Expression<SqlBool> | undefined {
  const given = conditions.filter((each) => each !== undefined);
  return given.length < 2 ? given[0] : sql<SqlBool>`(${sql.join(given, sql` AND `)})`;
}

/** Any that is there; undefined for none. */
export function or(conditions: readonly Maybe[]): Expression<SqlBool> | undefined {
  const given = conditions.filter((each) => each !== undefined);
  return given.length < 2 ? given[0] : sql<SqlBool>`(${sql.join(given, sql` OR `)})`;
}

/** `x IN (list)`; never true for an empty list. */
export function isIn(x: Expression<unknown>, values: readonly unknown[]): Expression<SqlBool> {
  return values.length > 0 ? sql<SqlBool>`${x} IN (${sql.join(values)})` : sql<SqlBool>`0 = 1`;
}
