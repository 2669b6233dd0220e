/**
 * Trashbin and template columns as conditions. Nearly every row passes them, and each has an index of its own that the
 * database would rather not use; how it is kept from that depends on what else a statement does.
 */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Flag } from './restriction.ts';
import { and, or } from './sql-logic.ts';

const of = (alias: string, name: string) => sql.ref(`${alias}.${name}`);

/** As they are: the index serves, for looking into the trashbin and for counting by one flag alone. */
export function flagsByIndex(alias: string, flags: readonly Flag[]): Expression<SqlBool> | undefined {
  return and(flags.map(({ column, value }) => sql<SqlBool>`${of(alias, column)} = ${sql.lit(value)}`));
}

/** Read from the row, so that the flag's index isn't intersected with one that finds few rows. */
export function flagsByRow(alias: string, flags: readonly Flag[]): Expression<SqlBool> | undefined {
  return and(
    flags.map(({ column, value }) =>
      value === 1
        ? sql<SqlBool>`${of(alias, column)} = 1`
        : sql<SqlBool>`(${of(alias, column)} + 0) = ${sql.lit(value)}`,
    ),
  );
}

/** By the few rows that don't pass, so that an index that orders the rows needs no look at them. */
export function flagsByException(
  alias: string,
  table: string,
  flags: readonly Flag[],
): Expression<SqlBool> | undefined {
  const failing = or(flags.map(({ column, value }) => sql<SqlBool>`${of('other', column)} <> ${sql.lit(value)}`));
  if (!failing) return undefined;
  return sql<SqlBool>`${of(alias, 'id')} NOT IN (SELECT ${of('other', 'id')} FROM ${sql.table(table)} AS other WHERE ${failing})`;
}
