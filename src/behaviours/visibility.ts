import { type Expression, type SqlBool, sql } from 'kysely';

/** A table joined to a list for the sake of a reason to show a row. */
export interface JoinedTable {
  readonly table: string;
  readonly alias: string;
  readonly on: Expression<SqlBool>;
}

/** One reason to show a row; its condition may name the alias of the table that it goes through. */
export interface Reason {
  readonly through?: JoinedTable;
  readonly condition: Expression<SqlBool>;
}

/** Which rows of a class a session's lists and searches show at all (items-read G4.3, search 10). */
export interface Visibility {
  /** Holds for every row that is shown. */
  readonly where?: Expression<SqlBool>;
  /** At least one holds for every row that is shown; none given means no restriction. */
  readonly anyOf?: readonly Reason[];
  /** Tables that are joined without being a reason; like those of the reasons they multiply totals (items-read G5). */
  readonly joined?: readonly JoinedTable[];
}

/** The condition that names each shown row once, whatever the joins of the visibility would multiply. */
export function visibleRows({ where, anyOf }: Visibility): Expression<SqlBool> | undefined {
  return allOf([where, anyOf && oneOf(anyOf.map(byItself))]);
}

/** The joins and the condition by which totals count: a row once for every combination of joined rows that shows it. */
export function visibleCombinations({ where, anyOf = [], joined = [] }: Visibility): {
  readonly joins: readonly JoinedTable[];
  readonly where: Expression<SqlBool> | undefined;
} {
  const joins = new Map<string, JoinedTable>();
  for (const table of [...anyOf.flatMap(({ through }) => through ?? []), ...joined]) joins.set(table.alias, table);
  const reasons = anyOf.map(({ condition }) => condition);
  return { joins: [...joins.values()], where: allOf([where, reasons.length > 0 ? oneOf(reasons) : undefined]) };
}

/** All of the given conditions; undefined for none. */
export function allOf(conditions: readonly (Expression<SqlBool> | undefined)[]): Expression<SqlBool> | undefined {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length < 2 ? given[0] : sql<SqlBool>`(${sql.join(given, sql` and `)})`;
}

/** One of the given conditions; false for none. */
export function oneOf(conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> {
  if (conditions.length === 0) return sql<SqlBool>`0 = 1`;
  return conditions.length === 1 ? conditions[0]! : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

function byItself({ through, condition }: Reason): Expression<SqlBool> {
  if (!through) return condition;
  const table = sql.table(through.table);
  return sql<SqlBool>`exists (select 1 from ${table} as ${sql.ref(through.alias)} where ${through.on} and ${condition})`;
}
