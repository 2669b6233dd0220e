/** The statements of a plan: which rows, how many, and what a page of them shows (search 6). */
import { type AliasedExpression, type Expression, type SqlBool, sql } from 'kysely';
import type { Row } from '../database/database.ts';
import { flagsByException, flagsByIndex, flagsByRow } from './flag-conditions.ts';
import { type JoinNode, leftJoined } from './join-tree.ts';
import type { Column, SearchPlan } from './plan.ts';
import { and } from './sql-logic.ts';
import { type ReachedOption, type ValuePart, valueParts } from './value-expressions.ts';

/** A value in a statement: the expression, what has to be joined for it, and whether it needs rows to be grouped. */
interface Placed {
  readonly expression: Expression<unknown>;
  readonly aliases: readonly string[];
  readonly grouped: boolean;
}

/** The rows of a plan, before they are ordered and cut: shared by the statements of ids and of the total. */
interface Selection {
  readonly nodes: readonly JoinNode[];
  readonly where: Expression<SqlBool> | undefined;
  readonly having: Expression<SqlBool> | undefined;
  /** What `having` looks at, under the names that it has there: what is grouped can't be named otherwise. */
  readonly shown: readonly AliasedExpression<unknown, string>[];
  readonly grouped: boolean;
  readonly order: readonly { readonly expression: Expression<unknown>; readonly descending: boolean }[];
}

/** Nodes that filter row by row: columns over them show what is left of their rows (search 26.3). */
function filteringNodes({ tree, filter }: SearchPlan): ReadonlySet<string> {
  return new Set(tree.multiplying(filter.aliases));
}

function visibilityNodes({ tree, restriction }: SearchPlan): ReadonlySet<string> {
  return new Set(tree.multiplying(restriction.joined?.aliases ?? []));
}

/** What an option's expressions may speak of: its table, and that of its type, which needn't lie on the way there. */
const aliasesOf = ({ alias, mainAlias }: ReachedOption) => [alias, mainAlias];

const touches = (plan: SearchPlan, reached: ReachedOption, nodes: ReadonlySet<string>) =>
  plan.tree.multiplying(aliasesOf(reached)).some((node) => nodes.has(node));

/**
 * Puts a value into a statement. Values over many rows are computed by a sub-query of their own, so that the statement
 * itself need not multiply its rows, unless those rows are filtered.
 */
function place(plan: SearchPlan, reached: ReachedOption, part: ValuePart, filtered: ReadonlySet<string>): Placed {
  const nodes = plan.tree.closure(aliasesOf(reached));
  const first = nodes.findIndex((node) => node.many);
  if (!part.aggregate || first < 0 || touches(plan, reached, filtered)) {
    return { expression: part.expression, aliases: aliasesOf(reached), grouped: part.aggregate || first >= 0 };
  }
  const inner = nodes.slice(first);
  const from = inner[0]!;
  const joins = inner
    .slice(1)
    .map((node) => sql`LEFT JOIN ${sql.table(node.table)} AS ${sql.id(node.alias)} ON ${node.on}`);
  const expression = sql`(SELECT ${part.expression} FROM ${sql.table(from.table)} AS ${sql.id(from.alias)}
    ${sql.join(joins, sql` `)} WHERE ${from.on})`;
  return { expression, aliases: from.parents, grouped: false };
}

function selection(plan: SearchPlan, forOrder: boolean, flags: Expression<SqlBool> | undefined): Selection {
  const { tree, filter, restriction, sort } = plan;
  const aliases = new Set([...filter.aliases, ...(restriction.always ?? [])]);
  const shown = [...filter.shown, ...(forOrder ? sort.map(({ column }) => column) : [])];
  const visibility = visibilityNodes(plan);
  const joinsVisibility = shown.some((reached) => touches(plan, reached, visibility));
  const filtered = new Set([...filteringNodes(plan), ...(joinsVisibility ? visibility : [])]);
  if (joinsVisibility) for (const alias of restriction.joined!.aliases) aliases.add(alias);

  let groups = false;
  const put = (placed: Placed) => {
    for (const alias of placed.aliases) aliases.add(alias);
    groups ||= placed.grouped;
    return placed.expression;
  };
  const looked: Expression<unknown>[] = [];
  const having = filter.having?.((reached) => {
    const expression = put(place(plan, reached, namePart(reached), filtered));
    looked.push(expression);
    return expression;
  });
  const order = forOrder
    ? sort.map(({ column, part, descending }) => ({ expression: put(place(plan, column, part, filtered)), descending }))
    : [];
  const nodes = tree.closure(aliases);
  const grouped = groups || nodes.some((node) => node.many);
  let next = 0;
  return {
    nodes,
    where: and([
      flags,
      joinsVisibility ? restriction.joined!.where : restriction.rows,
      filter.where,
      grouped ? undefined : having,
    ]),
    having: grouped ? filter.having?.(() => sql.ref(shownName(next++))) : undefined,
    shown: grouped ? looked.map((expression, index) => sql`${expression}`.as(shownName(index))) : [],
    grouped,
    order,
  };
}

const shownName = (index: number) => `h${index}`;

function namePart(reached: ReachedOption): ValuePart {
  const own = valueParts(reached).find(({ name }) => name === 'name');
  return own ?? { name: 'name', expression: sql`NULL`, aggregate: false };
}

/** Whether criteria leave rows out. */
export function isFiltered({ filter }: SearchPlan): boolean {
  return filter.where !== undefined || filter.having !== undefined;
}

/** Rows that are skipped one by one: from here on it pays to skip them in the index that orders them. */
const DEEP = 1000;

/** The query of a plan's ids in order, and what orders them; `start` rows will be skipped. */
export function idQuery(plan: SearchPlan, start: number) {
  const { root, restriction, ctx } = plan;
  const flags =
    start >= DEEP && !isFiltered(plan) && restriction.flags.every(({ value }) => value === 0)
      ? flagsByException(root, root, restriction.flags)
      : flagsByRow(root, restriction.flags);
  const { nodes, where, having, shown, grouped, order } = selection(plan, true, flags);
  const id = sql<number>`${sql.ref(`${root}.id`)}`;
  let query = leftJoined(ctx.db.selectFrom(root), nodes).select(id.as('id')).select(shown);
  if (where) query = query.where(where);
  if (grouped) query = query.groupBy(id);
  if (having) query = query.having(having);
  for (const { expression, descending } of order) query = query.orderBy(expression, descending ? 'desc' : 'asc');
  return { query: query.orderBy(id), order };
}

/** Ids of rows, in order. */
export async function selectIds(
  plan: SearchPlan,
  { start, size }: { start: number; size: number },
): Promise<readonly number[]> {
  const rows = await plan.trace.run('ids', idQuery(plan, start).query.limit(size).offset(start).compile());
  return rows.map((row) => row.id);
}

/** The query of how many rows a plan has: one row with `total`. */
export function countQuery(plan: SearchPlan): Expression<number> {
  const { flags } = plan.restriction;
  if (isFiltered(plan)) return counted(plan, flagsByRow(plan.root, flags));
  const template = flags.find(({ column }) => column === 'is_template');
  if (!template || flags.length < 2) return counted(plan, flagsByIndex(plan.root, flags));
  // One flag's index counts by itself; rows that fail the other are few.
  const others = flags.filter((flag) => flag !== template);
  const failing = sql<SqlBool>`${sql.ref(`${plan.root}.is_template`)} <> 0`;
  const all = counted(plan, flagsByIndex(plan.root, others));
  return sql<number>`(${all}) - (${counted(plan, and([flagsByIndex(plan.root, others), failing]))})`;
}

function counted(plan: SearchPlan, flags: Expression<SqlBool> | undefined): Expression<number> {
  const { nodes, where, having, shown, grouped } = selection(plan, false, flags);
  const { db } = plan.ctx;
  const id = sql.ref(`${plan.root}.id`);
  let rows = leftJoined(db.selectFrom(plan.root), nodes);
  if (where) rows = rows.where(where);
  const total = grouped ? sql<number>`COUNT(DISTINCT ${id})` : sql<number>`COUNT(*)`;
  if (!having) return sql<number>`${rows.select(total.as('total'))}`;
  const found = rows.select(id.as('id')).select(shown).groupBy(id).having(having);
  return sql<number>`${db.selectFrom(found.as('found')).select(sql<number>`COUNT(*)`.as('total'))}`;
}

/** Name of a selected part in a row of `selectColumns`. */
export function partName(column: number, part: number): string {
  return `c${column}_${part}`;
}

/** A column with its place among those of the plan. */
type PlacedColumn = readonly [index: number, column: Column];

/** What the columns of these rows show, by id. */
export async function selectColumns(plan: SearchPlan, ids: readonly number[]): Promise<ReadonlyMap<number, Row>> {
  const filtered = new Set([...filteringNodes(plan), ...visibilityNodes(plan)]);
  const columns = [...(await plan.columns()).entries()];
  const [together, apart] = [true, false].map((wanted) =>
    columns.filter(([, column]) => touches(plan, column, filtered) === wanted),
  );
  if (together!.length === 0) return selectOwn(plan, ids, columns);
  // Over one kind of linked rows a page has few of them: reading all columns for each costs less than a second statement.
  if (filtered.size === 1) return selectFiltered(plan, ids, columns, filtered);
  const [own, joint] = await Promise.all([
    selectOwn(plan, ids, apart!),
    selectFiltered(plan, ids, together!, filtered),
  ]);
  return new Map(ids.map((id) => [id, { ...own.get(id), ...joint.get(id) }]));
}

/** Columns whose rows nothing filters: one statement, each multi-valued column by a sub-query. */
function selectOwn(plan: SearchPlan, ids: readonly number[], columns: readonly PlacedColumn[]) {
  return selectParts(plan, ids, columns, new Set(), undefined, []);
}

/** Columns that share joined rows with the criteria, so that these have to be met again. */
function selectFiltered(
  plan: SearchPlan,
  ids: readonly number[],
  columns: readonly PlacedColumn[],
  filtered: ReadonlySet<string>,
) {
  const { filter, restriction } = plan;
  const visibility = visibilityNodes(plan);
  const showsVisibility = columns.some(([, column]) => touches(plan, column, visibility));
  const aliases = [...filter.aliases, ...(showsVisibility ? restriction.joined!.aliases : [])];
  const where = and([filter.where, showsVisibility ? restriction.joined!.where : undefined]);
  return selectParts(plan, ids, columns, filtered, where, aliases);
}

async function selectParts(
  plan: SearchPlan,
  ids: readonly number[],
  columns: readonly PlacedColumn[],
  filtered: ReadonlySet<string>,
  where: Expression<SqlBool> | undefined,
  whereAliases: readonly string[],
): Promise<ReadonlyMap<number, Row>> {
  const aliases = new Set(whereAliases);
  let groups = false;
  const selected = columns.flatMap(([index, column]) =>
    column.parts.map((part, at) => {
      const placed = place(plan, column, part, filtered);
      for (const alias of placed.aliases) aliases.add(alias);
      groups ||= placed.grouped;
      return sql`${placed.expression}`.as(partName(index, at));
    }),
  );
  const nodes = plan.tree.closure(aliases);
  const id = sql<number>`${sql.ref(`${plan.root}.id`)}`;
  let query = leftJoined(plan.ctx.db.selectFrom(plan.root), nodes)
    .select([id.as('id'), ...selected])
    .where(sql.ref(`${plan.root}.id`), 'in', ids);
  if (where) query = query.where(where);
  if (groups || nodes.some((node) => node.many)) query = query.groupBy(id);
  const rows = (await plan.trace.run('columns', query.compile())) as readonly Row[];
  return new Map(rows.map((row) => [Number(row.id), row]));
}
