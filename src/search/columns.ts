/** Which columns an answer has, in order (search 7). */
import { isA } from '../catalog/catalog.ts';
import type { Itemtype, SearchOption } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { type CriteriaNode, flat } from './criteria.ts';
import { once } from './once.ts';
import type { SearchParameters } from './parameters.ts';

export type Options = ReadonlyMap<number, SearchOption>;

export interface ColumnRequest {
  readonly itemtype: Itemtype;
  /** What the session may see of the type's options (search 4.5). */
  readonly options: Options;
  readonly parameters: SearchParameters;
  readonly criteria: readonly CriteriaNode[];
  /** Set for one of several types that are searched at once. */
  readonly union?: UnionBranch;
}

/** What a branch of a search over several types has from that search. */
export interface UnionBranch {
  /** The type that stands for all of them. */
  readonly itemtype: Itemtype;
  /** Its options as it has them, which columns are named after. */
  readonly options: Options;
  /** A table with a row for each item that is found. */
  readonly listedIn: string | undefined;
  /** Rows in the trashbin and templates are found too. */
  readonly findsAll: boolean;
}

/** Ids of the columns that a user wants to see. */
export type Preferences = () => Promise<readonly number[]>;

/** The ids of the columns of the searched type, without those of meta criteria (search 7.1). */
export async function columnIds(
  ctx: Context,
  request: ColumnRequest,
  preferences: Preferences,
): Promise<readonly number[]> {
  const { parameters, criteria, options, union } = request;
  const itemtype = union?.itemtype ?? request.itemtype;
  const ids = [
    ...(isA(itemtype, 'CommonITILObject') ? [2] : []),
    1,
    ...(parameters.asMap ? [locationColumns[itemtype.name] ?? 3] : []),
    ...((await showsEntity(ctx, request)) ? [80] : []),
    ...(parameters.forcedisplay ?? (await preferences())),
    ...flat(criteria).flatMap(({ field, meta }) => (typeof field === 'number' && !meta ? [field] : [])),
    ...parameters.sort,
  ];
  return [...new Set(ids)].filter((id) => options.has(id));
}

/** Ids of the location where it isn't 3. */
const locationColumns: Readonly<Record<string, number>> = { Location: 1, Ticket: 83 };

/** Where a single entity is seen, its column says nothing; recursive rows may come from another one. */
async function showsEntity(ctx: Context, { itemtype, union }: ColumnRequest): Promise<boolean> {
  if (!union && !itemtype.flags.entityAssign) return false;
  if ((await ctx.site.entities.get()).ids().length < 2) return false;
  return union !== undefined || itemtype.flags.maybeRecursive || (ctx.session.entities?.ids.length ?? 0) > 1;
}

/** The user's own choice of columns, or everybody's where there is none; read once, when first asked for. */
export function displayPreferences(ctx: Context, itemtype: Itemtype): Preferences {
  return once(() => readPreferences(ctx, itemtype));
}

async function readPreferences(ctx: Context, itemtype: Itemtype): Promise<readonly number[]> {
  const userId = ctx.session.user.id;
  const rows: { users_id: number; num: number }[] = await ctx.db
    .selectFrom('glpi_displaypreferences')
    .select(['users_id', 'num'])
    .where('itemtype', '=', itemtype.name)
    .where('users_id', 'in', [userId, 0])
    .orderBy('rank')
    .orderBy('id')
    .execute();
  const own = rows.filter((row) => row.users_id === userId && userId !== 0);
  return (own.length > 0 ? own : rows.filter((row) => row.users_id === 0)).map((row) => row.num);
}
