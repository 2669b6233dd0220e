/** Rows that the session's entities let it see (search 10.3). */
import type { Expression, SqlBool } from 'kysely';
import { type EntityConditionOptions, entityCondition } from '../entities/entity-condition.ts';
import type { SearchSession } from './search-session.ts';

/** The restriction on a table; undefined where the session sees every entity. */
export function entityRestriction(
  { entities }: SearchSession,
  alias: string,
  options: EntityConditionOptions,
): Expression<SqlBool> | undefined {
  return entities?.all ? undefined : entityCondition(entities, alias, options);
}
