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
  /** Columns of the type's own table that have to hold 0 or 1: trashbin and templates. */
  readonly flags: readonly Flag[];
  /** The rest, which names each row once, without joins. */
  readonly rows: Expression<SqlBool> | undefined;
  /** Aliases that `rows` speaks of. */
  readonly always?: readonly string[];
  /**
   * `rows` over joined tables, so that columns which show these very tables show only the rows by which an item is
   * visible (search 10.2); the aliases it speaks of. Undefined when no table is joined.
   */
  readonly joined?: { readonly where: Expression<SqlBool> | undefined; readonly aliases: readonly string[] };
}

export interface Flag {
  readonly column: string;
  readonly value: 0 | 1;
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
  const entity = and([entities(ctx, itemtype, tree.root), searchable(ctx, itemtype, tree.root)]);
  const { joins, where } = visibleCombinations(visibility);
  for (const { table, alias, on } of joins) tree.add({ table, alias, on, parents: [tree.root], many: true });
  return {
    flags: ownFlags(ctx, request),
    rows: and([visibleRows(visibility), entity]),
    ...(joins.length > 0 && {
      joined: { where: and([where, entity]), aliases: joins.map(({ alias }) => alias) },
    }),
  };
}

/** Searches find no more than the session may read one by one. */
function searchable(ctx: Context, itemtype: Itemtype, alias: string): Expression<SqlBool> | undefined {
  const behaviour = behavioursOf(ctx.site.behaviours, itemtype).find((one) => one.searchable);
  return behaviour?.searchable?.(ctx, itemtype, alias);
}

/** Of one of several types searched at once: what the search asks of its trashbin doesn't matter (search 21). */
function branchRestriction(ctx: Context, request: RestrictionRequest, union: UnionBranch): Restriction {
  const { itemtype, tree } = request;
  const { listedIn, findsAll } = union;
  const flags = ['is_deleted', 'is_template'].filter((name) => ctx.site.schema.hasColumn(itemtype.table, name));
  return {
    flags: findsAll ? [] : flags.map((column) => ({ column, value: 0 })),
    rows: and([
      entities(ctx, itemtype, tree.root),
      listedIn ? sql<SqlBool>`${sql.ref(`${listedIn}.id`)} IS NOT NULL` : undefined,
    ]),
    ...(listedIn && { always: [listItems(tree, itemtype, listedIn)] }),
  };
}

/** Joins the table that lists items; each is there once. */
function listItems(tree: JoinTree, itemtype: Itemtype, table: string): string {
  const on = sql<SqlBool>`${sql.ref(`${table}.items_id`)} = ${sql.ref(`${tree.root}.id`)} AND ${sql.ref(`${table}.itemtype`)} = ${itemtype.name}`;
  return tree.add({ alias: table, table, on, parents: [tree.root], many: false });
}

function ownFlags(ctx: Context, { itemtype, isDeleted }: RestrictionRequest): readonly Flag[] {
  const { flags, table } = itemtype;
  const has = (name: string) => ctx.site.schema.hasColumn(table, name);
  return [
    ...(flags.maybeDeleted && has('is_deleted') ? [{ column: 'is_deleted', value: isDeleted ? 1 : 0 } as const] : []),
    ...(flags.maybeTemplate && has('is_template') ? [{ column: 'is_template', value: 0 } as const] : []),
  ];
}

function entities(ctx: Context, itemtype: Itemtype, alias: string): Expression<SqlBool> | undefined {
  const session = searchSession(ctx);
  const behaviour = behavioursOf(ctx.site.behaviours, itemtype).find(({ entityFilter }) => entityFilter);
  if (behaviour?.entityFilter) {
    return session.entities?.all ? undefined : behaviour.entityFilter(ctx, itemtype, alias);
  }
  const has = (column: string) => ctx.site.schema.hasColumn(itemtype.table, column);
  if (!itemtype.flags.entityAssign || !has('entities_id')) return undefined;
  // Parts of an item are as recursive as that is, though their tables don't always say so.
  return entityRestriction(session, alias, { recursive: itemtype.flags.maybeRecursive && has('is_recursive') });
}
