/** What every search of a type is limited to: visibility, trashbin, templates, entities (search 10). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { behavioursOf } from '../behaviours/registry.ts';
import { visibleCombinations, visibleRows } from '../behaviours/visibility.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { UnionBranch } from './columns.ts';
import { entityRestriction } from './entity-restriction.ts';
import type { JoinTree } from './join-tree.ts';
import { searchSession } from './search-session.ts';
import { and } from './sql-logic.ts';

export interface Restriction {
  /** Names each row once, without joins. */
  readonly rows: Expression<SqlBool> | undefined;
  /** Aliases that `rows` speaks of. */
  readonly always?: readonly string[];
  /**
   * The same over joined tables, so that columns which show these very tables show only the rows by which an item is
   * visible (search 10.2); the aliases it speaks of. Undefined when no table is joined.
   */
  readonly joined?: { readonly where: Expression<SqlBool> | undefined; readonly aliases: readonly string[] };
}

export interface RestrictionRequest {
  readonly itemtype: Itemtype;
  readonly tree: JoinTree;
  readonly isDeleted: boolean;
  readonly union: UnionBranch | undefined;
}

/** The restriction of a session's searches of a type; the joins it goes through enter the tree. */
export async function restriction(ctx: Context, request: RestrictionRequest): Promise<Restriction> {
  const { itemtype, tree, union } = request;
  if (union) return branchRestriction(ctx, request, union);
  const behaviour = behavioursOf(ctx.site.behaviours, itemtype).find(({ visible }) => visible);
  // Types that share a table are told apart by their lists alone: searches find every row (search 10, items-read G5).
  const sharesTable = itemtype.collectionTable !== undefined;
  const visibility = (sharesTable ? undefined : await behaviour?.visible?.(ctx, itemtype, tree.root)) ?? {};
  const own = ownColumns(ctx, request);
  const { joins, where } = visibleCombinations(visibility);
  for (const { table, alias, on } of joins) tree.add({ table, alias, on, parents: [tree.root], many: true });
  return {
    rows: and([visibleRows(visibility), own]),
    ...(joins.length > 0 && {
      joined: { where: and([where, own]), aliases: joins.map(({ alias }) => alias) },
    }),
  };
}

/** Of one of several types searched at once: what the search asks of its trashbin doesn't matter (search 21). */
function branchRestriction(ctx: Context, request: RestrictionRequest, union: UnionBranch): Restriction {
  const { itemtype, tree } = request;
  const has = (name: string) => ctx.site.schema.hasColumn(itemtype.table, name);
  const of = (name: string) => sql.ref(`${tree.root}.${name}`);
  const { listedIn } = union;
  const listed = listedIn && sql.ref(`${listedIn}.id`);
  return {
    rows: and([
      has('is_deleted') && !union.findsAll ? sql<SqlBool>`${of('is_deleted')} = 0` : undefined,
      has('is_template') && !union.findsAll ? sql<SqlBool>`${of('is_template')} = 0` : undefined,
      entities(ctx, itemtype, tree.root),
      listed ? sql<SqlBool>`${listed} IS NOT NULL` : undefined,
    ]),
    ...(listedIn && { always: [listItems(tree, itemtype, listedIn)] }),
  };
}

/** Joins the table that lists items; each is there once. */
function listItems(tree: JoinTree, itemtype: Itemtype, table: string): string {
  const on = sql<SqlBool>`${sql.ref(`${table}.items_id`)} = ${sql.ref(`${tree.root}.id`)} AND ${sql.ref(`${table}.itemtype`)} = ${itemtype.name}`;
  return tree.add({ alias: table, table, on, parents: [tree.root], many: false });
}

function ownColumns(ctx: Context, { itemtype, tree, isDeleted }: RestrictionRequest): Expression<SqlBool> | undefined {
  const { flags, table } = itemtype;
  const has = (name: string) => ctx.site.schema.hasColumn(table, name);
  const of = (name: string) => sql.ref(`${tree.root}.${name}`);
  return and([
    flags.maybeDeleted && has('is_deleted') ? sql<SqlBool>`${of('is_deleted')} = ${isDeleted ? 1 : 0}` : undefined,
    flags.maybeTemplate && has('is_template') ? sql<SqlBool>`${of('is_template')} = 0` : undefined,
    entities(ctx, itemtype, tree.root),
  ]);
}

function entities(ctx: Context, itemtype: Itemtype, alias: string): Expression<SqlBool> | undefined {
  const session = searchSession(ctx);
  const behaviour = behavioursOf(ctx.site.behaviours, itemtype).find(({ entityFilter }) => entityFilter);
  if (behaviour?.entityFilter) {
    return session.seesAllEntities ? undefined : behaviour.entityFilter(ctx, itemtype, alias);
  }
  if (!itemtype.flags.entityAssign || !ctx.site.schema.hasColumn(itemtype.table, 'entities_id')) return undefined;
  return entityRestriction(session, alias, { recursive: itemtype.flags.maybeRecursive });
}
