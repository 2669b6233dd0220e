/** Searches over several types at once (search 21). */
import { type Expression, sql } from 'kysely';
import { allAssets } from '../catalog/all-assets.ts';
import { itemtype as itemtypeNamed } from '../catalog/catalog.ts';
import { lists } from '../catalog/lists.ts';
import type { Itemtype, SearchOption } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { READ } from '../rights/bits.ts';
import { type ColumnRequest, displayPreferences, type Options } from './columns.ts';
import { planSearch, type SearchPlan } from './plan.ts';
import { countRows, type FoundRow, findPage, type Source } from './source.ts';
import { countQuery, idQuery, isFiltered, selectColumns } from './statements.ts';
import type { Trace } from './trace.ts';

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
  const { members, plans } = await branchPlans(ctx, union, request, trace);
  return {
    columns: async () => (await plans[0]?.columns()) ?? [],
    find: (window) => findPage(plans.some(isFiltered), window, (page) => findRows(ctx, plans, page, trace)),
    count: async () =>
      plans.length === 0
        ? 0
        : countRows(
            ctx,
            sql<number>`${sql.join(
              plans.map((plan) => sql`(${countQuery(plan)})`),
              sql` + `,
            )}`,
            trace,
          ),
    read: (rows) => readRows(plans, rows),
    ...(union.namesItems && { more: ({ id, branch }) => ({ id, itemtype: members[branch]!.name }) }),
  };
}

/** The members that the session may view, each with its plan. */
export async function branchPlans(ctx: Context, union: Union, request: ColumnRequest, trace: Trace) {
  const members = union.members
    .flatMap((name) => itemtypeNamed(name) ?? [])
    .filter((type) => ctx.rights.canClass(type, READ));
  const preferences = displayPreferences(ctx, union.itemtype);
  const plans = await Promise.all(
    members.map((member) => planSearch(ctx, branchRequest(ctx, union, member, request), trace, preferences)),
  );
  return { members, plans };
}

function branchRequest(ctx: Context, union: Union, member: Itemtype, request: ColumnRequest): ColumnRequest {
  const own = (option: SearchOption): SearchOption => {
    if (option.table !== union.genericTable) return option;
    const column = { ...option, table: member.table, linkfield: option.field };
    return ctx.site.schema.hasColumn(member.table, option.field)
      ? column
      : { ...column, computation: { name: 'nothing' } };
  };
  const options: Options = new Map([...request.options].map(([id, option]) => [id, own(option)]));
  return {
    ...request,
    itemtype: member,
    options,
    union: { itemtype: union.itemtype, options: request.options, listedIn: union.listedIn, findsAll: union.findsAll },
  };
}

/** One statement: each member's first rows, of which the first are taken. */
async function findRows(
  ctx: Context,
  plans: readonly SearchPlan[],
  { start, size }: { start: number; size: number },
  trace: Trace,
): Promise<readonly FoundRow[]> {
  if (plans.length === 0) return [];
  const branches = plans.map((plan, branch) => {
    const { query, order } = idQuery(plan, start);
    const keys = order.map(({ expression }, at) => sql`${expression}`.as(`s${at}`));
    return sql`(${query.select([sql`${sql.lit(branch)}`.as('branch'), ...keys]).limit(start + size)})`;
  });
  const terms = plans[0]?.sort ?? [];
  const ties = terms.length > 0 ? ['branch', 'id'] : ['id', 'branch'];
  const order: Expression<unknown>[] = [
    ...terms.map(({ descending }, at) => sql`${sql.ref(`s${at}`)} ${sql.raw(descending ? 'DESC' : 'ASC')}`),
    ...ties.map((name) => sql.ref(name)),
  ];
  const statement = sql<FoundRow>`${sql.join(branches, sql` UNION ALL `)}
    ORDER BY ${sql.join(order)} LIMIT ${sql.lit(size)} OFFSET ${sql.lit(start)}`;
  const rows = await trace.run('ids', statement.compile(ctx.db));
  return rows.map(({ id, branch }) => ({ id: Number(id), branch: Number(branch) }));
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
