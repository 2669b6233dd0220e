/** Rows that the session's entities let it see (search 10.3). */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { SearchSession } from './search-session.ts';
import { and, isIn, or } from './sql-logic.ts';

export interface EntityColumns {
  /** Recursive rows of ancestors count too. */
  readonly recursive: boolean;
  /** `entities_id` unless the table is that of entities themselves. */
  readonly column?: string;
}

/** The restriction on a table; undefined where the session sees every entity. */
export function entityRestriction(
  session: SearchSession,
  alias: string,
  { recursive, column = 'entities_id' }: EntityColumns,
): Expression<SqlBool> | undefined {
  if (session.seesAllEntities) return undefined;
  const entity = sql.ref(`${alias}.${column}`);
  const active = isIn(entity, session.entities);
  if (!recursive || session.parents.length === 0) return active;
  return or([active, and([sql<SqlBool>`${sql.ref(`${alias}.is_recursive`)} = 1`, isIn(entity, session.parents)])]);
}
