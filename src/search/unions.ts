/** Searches over several types at once (search 21). */
import { type Expression, type QueryResult, type RawBuilder, sql } from 'kysely';
import { allAssets } from '../catalog/all-assets.ts';
import { itemtype as itemtypeNamed } from '../catalog/catalog.ts';
import { lists } from '../catalog/lists.ts';
import type { Itemtype, SearchOption } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { READ } from '../rights/bits.ts';
import type { ColumnRequest, Options } from './columns.ts';
import { planSearch, type SearchPlan } from './plan.ts';
import type { FoundRow, Source, Window } from './source.ts';
import { countQuery, idQuery, selectColumns } from './statements.ts';
import type { Runnable, Trace } from './trace.ts';

export interface Union {
  /** As it is searched for; its table stands for that of each member. */
  readonly itemtype: Itemtype;
  readonly members: readonly string[];
  readonly genericTable: string;
  /** A table with one row for each item that is found; the others aren't. */
  readonly listedIn?: string;
  /** Rows in the trashbin and templates are found too. */
  readonly findsAll: boolean;
  /** Rows say which item they are. */
  readonly namesItems: boolean;
}

const unions: readonly Omit<Union, 'itemtype'>[] = [
  { genericTable: 'asset_types', members: lists.asset_types, findsAll: false, namesItems: true },
  {
    genericTable: 'reservation_types',
    members: lists.reservation_types,
    listedIn: 'glpi_reservationitems',
    findsAll: true,
    namesItems: false,
  },
];

/** The union that a type stands for: its options speak of a table that there isn't. */
export function unionOf(itemtype: Itemtype): Union | undefined {
  const union = unions.find(({ genericTable }) =>
    itemtype.searchOptions.some((entry) => 'table' in entry && entry.table === genericTable),
  );
  return union && { ...union, itemtype };
}

/** The type that isn't one: all assets together. */
export const assetsTogether: Itemtype = allAssets;

/** Searches the members that the session may view. */
export async function severalTypes(ctx: Context, union: Union, request: ColumnRequest, trace: Trace): Promise<Source> {
  const members = union.members
    .flatMap((name) => itemtypeNamed(name) ?? [])
    .filter((type) => ctx.rights.canClass(type, READ));
  const plans = await Promise.all(members.map((member) => planBranch(ctx, union, member, request, trace)));
  const columns = plans[0]?.columns ?? [];
  return {
    columns,
    find: (window) => findRows(ctx, plans, window, trace),
    count: () => countAll(ctx, plans, trace),
    read: (rows) => readRows(plans, rows),
    ...(union.namesItems && { more: ({ id, branch }) => ({ id, itemtype: members[branch]!.name }) }),
  };
}

function planBranch(
  ctx: Context,
  union: Union,
  member: Itemtype,
  request: ColumnRequest,
  trace: Trace,
): Promise<SearchPlan> {
  const own = (option: SearchOption): SearchOption => {
    if (option.table !== union.genericTable) return option;
    const column = { ...option, table: member.table, linkfield: option.field };
    return ctx.site.schema.hasColumn(member.table, option.field)
      ? column
      : { ...column, computation: { name: 'nothing' } };
  };
  const options: Options = new Map([...request.options].map(([id, option]) => [id, own(option)]));
  return planSearch(
    ctx,
    {
      ...request,
      itemtype: member,
      options,
      union: { itemtype: union.itemtype, options: request.options, listedIn: union.listedIn, findsAll: union.findsAll },
    },
    trace,
  );
}

/** One statement: each member's first rows, of which the first are taken. */
async function findRows(
  ctx: Context,
  plans: readonly SearchPlan[],
  window: Window,
  trace: Trace,
): Promise<readonly FoundRow[]> {
  if (plans.length === 0) return [];
  const upTo = window && window.start + window.size;
  const branches = plans.map((plan, branch) => {
    const { query, order } = idQuery(plan);
    const keys = order.map(({ expression }, at) => sql`${expression}`.as(`s${at}`));
    const selected = query.select([sql`${sql.lit(branch)}`.as('branch'), ...keys]);
    return sql`(${upTo === undefined ? selected : selected.limit(upTo)})`;
  });
  const order: Expression<unknown>[] = (plans[0]?.sort ?? []).map(
    ({ descending }, at) => sql`${sql.ref(`s${at}`)} ${sql.raw(descending ? 'DESC' : 'ASC')}`,
  );
  const page = window ? sql`LIMIT ${sql.lit(window.size)} OFFSET ${sql.lit(window.start)}` : sql``;
  const { rows } = await trace.run(
    'ids',
    bound(
      ctx,
      sql<FoundRow>`${sql.join(branches, sql` UNION ALL `)}
    ORDER BY ${sql.join([...order, sql.ref('branch'), sql.ref('id')])} ${page}`,
    ),
  );
  return rows.map(({ id, branch }) => ({ id: Number(id), branch: Number(branch) }));
}

async function countAll(ctx: Context, plans: readonly SearchPlan[], trace: Trace): Promise<number> {
  if (plans.length === 0) return 0;
  const totals = plans.map((plan) => sql`(${countQuery(plan)})`);
  const { rows } = await trace.run(
    'total',
    bound(ctx, sql<{ total: number }>`SELECT ${sql.join(totals, sql` + `)} AS total`),
  );
  return Number(rows[0]?.total ?? 0);
}

async function readRows(plans: readonly SearchPlan[], rows: readonly FoundRow[]) {
  const read = await Promise.all(
    plans.map((plan, branch) => {
      const ids = rows.filter((row) => row.branch === branch).map(({ id }) => id);
      return ids.length > 0 ? selectColumns(plan, ids) : undefined;
    }),
  );
  return rows.map(({ id, branch }) => read[branch]?.get(id) ?? {});
}

const bound = <T>({ db }: Context, statement: RawBuilder<T>): Runnable<QueryResult<T>> => ({
  compile: () => statement.compile(db),
  execute: () => statement.execute(db),
});
