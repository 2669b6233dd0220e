import type { Expression, SqlBool } from 'kysely';
import { behavioursOf } from '../behaviours/registry.ts';
import {
  allOf,
  type JoinedTable,
  type Visibility,
  visibleCombinations,
  visibleRows,
} from '../behaviours/visibility.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { entityCondition } from '../entities/entity-condition.ts';

/** What of a class's rows a list or search of the session may hold. Conditions are on `alias` of the class's table. */
export interface ListRestriction {
  /** Names each row that is shown once, without any join; undefined: all rows. */
  readonly where: Expression<SqlBool> | undefined;
  /**
   * How totals count where that isn't the number of rows (items-read G5): the left joins to make, and the condition
   * instead of `where`.
   */
  readonly counted?: {
    readonly joins: readonly JoinedTable[];
    readonly where: Expression<SqlBool> | undefined;
  };
  /** The same as `where`, in two: the condition on entities, and the rest. */
  readonly apart?: {
    readonly entities: Expression<SqlBool>;
    readonly rest: Expression<SqlBool> | undefined;
    /** The session sees all entities: what doesn't pass is rows of entities that don't exist, if there are any. */
    readonly nearlyAll: boolean;
  };
}

export interface ListRestrictionOptions {
  /** Searches show rows of entities that don't exist to sessions that see all entities (search 10.3); lists never. */
  readonly showUnknownEntities?: boolean;
}

/**
 * The restriction of lists, sub-lists and searches (items-read G4.3, G4.4; search 10): visibility of the class and the
 * entities that the session sees. The class-level right is tested before, rights of single rows never.
 */
export async function listRestriction(
  ctx: Context,
  itemtype: Itemtype,
  alias: string,
  options: ListRestrictionOptions = {},
): Promise<ListRestriction> {
  const visibility = await visibilityOf(ctx, itemtype, alias);
  const entities = entityFilter(ctx, itemtype, alias, options);
  const counted = visibleCombinations(visibility);
  const rest = visibleRows(visibility);
  if (counted.joins.length > 0) {
    const where = allOf([counted.where, entities]);
    return { where: allOf([rest, entities]), counted: { joins: counted.joins, where } };
  }
  const nearlyAll = ctx.session.entities?.all === true;
  const apart = entities && filtersByEntity(ctx, itemtype) && { entities, rest, nearlyAll };
  return { where: allOf([rest, entities]), ...(apart && { apart }) };
}

async function visibilityOf(ctx: Context, itemtype: Itemtype, alias: string): Promise<Visibility> {
  const behaviour = behavioursOf(ctx.site.behaviours, itemtype).find(({ visible }) => visible);
  return (await behaviour?.visible?.(ctx, itemtype, alias)) ?? {};
}

/** The entity filter is the engine's own, on the column of that name. */
function filtersByEntity(ctx: Context, itemtype: Itemtype): boolean {
  return behavioursOf(ctx.site.behaviours, itemtype).every(({ entityFilter: filter }) => !filter);
}

function entityFilter(
  ctx: Context,
  itemtype: Itemtype,
  alias: string,
  { showUnknownEntities }: ListRestrictionOptions,
): Expression<SqlBool> | undefined {
  if (showUnknownEntities && ctx.session.entities?.all) return undefined;
  const behaviour = behavioursOf(ctx.site.behaviours, itemtype).find(({ entityFilter: filter }) => filter);
  if (behaviour?.entityFilter) return behaviour.entityFilter(ctx, itemtype, alias);
  const has = (column: string) => ctx.site.schema.hasColumn(itemtype.table, column);
  if (!itemtype.flags.entityAssign || !has('entities_id')) return undefined;
  const recursive = itemtype.flags.maybeRecursive && has('is_recursive');
  return entityCondition(ctx.session.entities, alias, { recursive });
}
