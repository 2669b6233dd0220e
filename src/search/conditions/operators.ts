/** Search types as SQL operators (search 12). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { isIn } from '../sql-logic.ts';

export type Comparison = (x: Expression<unknown>) => Expression<SqlBool>;

/** Whether a search type compares whole values, so that the NULL rules of links apply. */
export function comparesValues(searchtype: string): boolean {
  return ['equals', 'notequals', 'under', 'notunder'].includes(searchtype);
}

/** Whether a search type looks into texts; unknown ones do too. */
export function isNegativeType(searchtype: string): boolean {
  return searchtype === 'notequals' || searchtype === 'notcontains';
}

/** `= v` or `<> v`; `NULL` is SQL's, which nothing equals. */
export function valueComparison(value: string, different: boolean): Comparison {
  if (value === 'NULL' || value === 'null') return () => sql<SqlBool>`NULL`;
  return different ? (x) => sql<SqlBool>`${x} <> ${value}` : (x) => sql<SqlBool>`${x} = ${value}`;
}

/** In the list, or not in it. */
export function listComparison(values: readonly unknown[], different: boolean): Comparison {
  if (!different) return (x) => isIn(x, values);
  return (x) => (values.length > 0 ? sql<SqlBool>`${x} NOT IN (${sql.join(values)})` : sql<SqlBool>`${x} IS NOT NULL`);
}
