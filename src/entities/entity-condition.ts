import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ActiveEntities } from '../sessions/session.ts';

/** From how many entities on a statement names those of a session that sees all by their table instead of one by one. */
const MANY = 5000;

/** From how many values on binding them one by one takes longer than it is worth. */
const SOME = 50;

export interface EntityConditionOptions {
  /** Rows of entities above the active ones count when they are recursive. */
  readonly recursive: boolean;
  /** Column that holds the entity. */
  readonly column?: string;
}

/**
 * Rows of the active entities (items-read G4.4): `entities_id` is one of them or, with `recursive`, is above one of
 * them and the row says `is_recursive`. No row passes when the session has no active entity.
 */
export function entityCondition(
  entities: ActiveEntities | null,
  alias: string,
  { recursive, column = 'entities_id' }: EntityConditionOptions,
): Expression<SqlBool> {
  const entity = sql.ref(`${alias}.${column}`);
  if (entities?.all && entities.ids.length > MANY) return sql<SqlBool>`${entity} in (select id from glpi_entities)`;
  const own = amongEntities(entity, entities?.ids ?? []);
  if (!recursive || !entities || entities.parents.length === 0) return own;
  return sql<SqlBool>`(${own} or (${sql.ref(`${alias}.is_recursive`)} = 1 and ${among(entity, entities.parents)}))`;
}

/** `expression in (values)`; false for no values. */
export function among(expression: Expression<unknown>, values: readonly (number | string)[]): Expression<SqlBool> {
  return values.length === 0 ? sql<SqlBool>`0 = 1` : sql<SqlBool>`${expression} in (${sql.join(values)})`;
}

/** The same for entities; hundreds of them are written into the statement, as a text that is made once. */
function amongEntities(expression: Expression<unknown>, entities: readonly number[]): Expression<SqlBool> {
  if (entities.length < SOME) return among(expression, entities);
  let list = lists.get(entities);
  if (!list) {
    list = sql.raw(entities.map(Number).join(', '));
    lists.set(entities, list);
  }
  return sql<SqlBool>`${expression} in (${list})`;
}

const lists = new WeakMap<readonly number[], RawBuilder<unknown>>();
