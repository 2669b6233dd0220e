import { type Expression, type SqlBool, sql } from 'kysely';
import type { DeprecatedItemtype } from '../../catalog/deprecated.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import { ApiError } from '../../http/errors.ts';
import { type ListRestriction, listRestriction } from '../../rights/list-restriction.ts';
import { finish } from './finish.ts';
import type { ReadOptions } from './options.ts';
import { answerPage, type PageAnswer, type PageRange } from './page-range.ts';
import { type Parent, parentFilter } from './parent-filter.ts';
import { disclosed } from './rows.ts';
import { searchTextCondition } from './search-text.ts';
import { networkPortBlocks } from './with/blocks.ts';

/** What a request asks of a list (items-read G4.1); column names are unchecked. */
export interface ListOptions extends ReadOptions {
  readonly range: PageRange;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  /** Column and text of each condition. */
  readonly searchText: readonly (readonly [column: string, text: string])[];
  readonly isDeleted: number;
  readonly onlyId: boolean;
}

export interface ListRequest {
  readonly itemtype: Itemtype;
  readonly deprecated?: DeprecatedItemtype | undefined;
  /** Lists the children of an item, which the session may read. */
  readonly parent?: Parent | undefined;
}

/** A page with what the headers say of it: its rows, or pieces of them where there are too many to hold at once. */
export type Page = PageAnswer & ({ readonly rows: unknown[] } | { readonly pieces: AsyncIterable<unknown[]> });

/** The name of the class's table in the statements of lists. */
const ALIAS = 'item';

/** Most rows that are read, named and written at a time. */
const PIECE = 1000;

/** A list with all that restricts it. */
interface List {
  readonly request: ListRequest;
  readonly options: ListOptions;
  /** Conditions that the request makes. */
  readonly asked: readonly Expression<SqlBool>[];
  readonly restriction: ListRestriction;
}

/** Rows of a list, in its order. */
interface Slice {
  readonly offset: number;
  readonly limit: number;
  /** Only those behind this row. */
  readonly after?: Row | undefined;
}

/**
 * Reads a page of a class's rows (items-read G4–G7). One statement for the rows, one for the total where the page
 * doesn't tell it, and one for the names that are asked for; the same for each piece of a page that is longer.
 *
 * @throws ApiError ERROR_FIELD_NOT_FOUND, ERROR_RANGE_EXCEED_TOTAL
 */
export async function readList(ctx: Context, request: ListRequest, options: ListOptions): Promise<Page> {
  const { itemtype } = request;
  const { range } = options;
  const asked = conditions(ctx, itemtype, request.parent, options);
  const list: List = { request, options, asked, restriction: await listRestriction(ctx, itemtype, ALIAS) };
  const counted = range.limit > PIECE ? await count(ctx, list) : undefined;
  if (counted !== undefined && counted - range.offset > PIECE) {
    return { ...answerPage(range, counted), pieces: readPieces(ctx, list) };
  }
  const rows = await readSlice(ctx, list, range);
  const total = counted ?? knownTotal(list.restriction, rows.length, range) ?? (await count(ctx, list));
  return { ...answerPage(range, total), rows: await finishRows(ctx, list, rows) };
}

async function* readPieces(ctx: Context, list: List): AsyncGenerator<unknown[]> {
  const { range, sort } = list.options;
  let after: Row | undefined;
  for (let done = 0; done < range.limit; ) {
    const limit = Math.min(PIECE, range.limit - done);
    // Behind a known id is found at once; what precedes an offset has to be walked through again.
    const slice = sort === 'id' && after ? { offset: 0, limit, after } : { offset: range.offset + done, limit };
    const rows = await readSlice(ctx, list, slice);
    if (rows.length > 0) yield await finishRows(ctx, list, rows);
    if (rows.length < limit) return;
    done += rows.length;
    after = rows.at(-1);
  }
}

async function readSlice(
  ctx: Context,
  { request: { itemtype }, options: { sort, order, onlyId }, asked, restriction }: List,
  { offset, limit, after }: Slice,
): Promise<Row[]> {
  if (limit === 0) return [];
  const behind = after && sql<SqlBool>`${sql.ref(`${ALIAS}.id`)} ${sql.raw(order === 'asc' ? '>' : '<')} ${after.id}`;
  const where = [restriction.where, ...asked, behind].filter((condition) => condition !== undefined);
  return (
    ctx.db
      .selectFrom(`${itemtype.table} as ${ALIAS}`)
      .$if(onlyId, (query) => query.select(`${ALIAS}.id`))
      .$if(!onlyId, (query) => query.selectAll(ALIAS))
      .$if(where.length > 0, (query) => query.where((eb) => eb.and(where)))
      .orderBy(`${ALIAS}.${sort}`, order)
      // Rows that sort alike keep one order, so that none is lost between two pages.
      .$if(sort !== 'id', (query) => query.orderBy(`${ALIAS}.id`, order))
      .limit(limit)
      .$if(offset > 0, (query) => query.offset(offset))
      .execute()
  );
}

/** Turns rows into what is answered, all of them together. */
async function finishRows(
  ctx: Context,
  { request: { itemtype, deprecated }, options }: List,
  rows: readonly Row[],
): Promise<unknown[]> {
  const { onlyId, blocks } = options;
  if (onlyId) {
    const drafts = rows.map((row) => ({ itemtype, deprecated, row, values: row }));
    return finish(ctx, drafts, { ...options, keysNames: [] }, false);
  }
  const shown = await disclosed(ctx, itemtype, rows);
  const ids = rows.map(({ id }) => Number(id));
  const ports = blocks.has('with_networkports') ? await networkPortBlocks(ctx, itemtype, ids) : [];
  const drafts = rows.map((row, at) => ({ itemtype, deprecated, row, values: { ...shown[at], ...ports[at] } }));
  return finish(ctx, drafts, options, false);
}

/** The total, when the page has shown where the list ends. */
function knownTotal(restriction: ListRestriction, found: number, { offset, limit }: PageRange): number | undefined {
  if (restriction.counted || found >= limit) return undefined;
  return found > 0 || offset === 0 ? offset + found : undefined;
}

async function count(
  ctx: Context,
  { request: { itemtype }, restriction: { where, counted, apart }, asked }: List,
): Promise<number> {
  if (apart) return countByEntity(ctx, itemtype, apart, asked);
  const given = [counted ? counted.where : where, ...asked].filter((condition) => condition !== undefined);
  const joins = (counted?.joins ?? []).map(
    ({ table, alias, on }) => sql` left join ${sql.table(table)} as ${sql.ref(alias)} on ${on}`,
  );
  const filter = given.length > 0 ? sql` where ${sql.join(given, sql` and `)}` : sql``;
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from ${sql.table(itemtype.table)} as ${sql.ref(ALIAS)}${sql.join(joins, sql``)}${filter}`.execute(
    ctx.db,
  );
  return Number(rows[0]?.total ?? 0);
}

async function countByEntity(
  ctx: Context,
  itemtype: Itemtype,
  { entities, rest }: NonNullable<ListRestriction['apart']>,
  asked: readonly Expression<SqlBool>[],
): Promise<number> {
  const given = [rest, ...asked].filter((condition) => condition !== undefined);
  // A bare column would let MariaDB move the condition inside, where it reads row by row in the order of an index.
  const entity = sql<number>`entities_id + 0`;
  const inEntities = ctx.db
    .selectFrom(`${itemtype.table} as ${ALIAS}`)
    .select([entity.as('entities_id'), sql<number>`count(*)`.as('amount')])
    .$if(given.length > 0, (query) => query.where((eb) => eb.and(given)))
    .groupBy(entity);
  const { total } = await ctx.db
    .selectFrom(inEntities.as(ALIAS))
    .select(sql<number>`coalesce(sum(amount), 0)`.as('total'))
    .where(entities)
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** The conditions that the request itself makes. */
function conditions(
  ctx: Context,
  itemtype: Itemtype,
  parent: Parent | undefined,
  { isDeleted, searchText }: ListOptions,
): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = [];
  if (itemtype.flags.maybeDeleted) found.push(sql<SqlBool>`${sql.ref(`${ALIAS}.is_deleted`)} = ${isDeleted}`);
  const ofParent = parent && parentFilter(ctx, itemtype, parent, ALIAS);
  if (ofParent) found.push(ofParent);
  for (const [column, text] of searchText) {
    if (!ctx.site.schema.hasColumn(itemtype.table, column)) {
      throw new ApiError('ERROR_FIELD_NOT_FOUND', { args: [column, itemtype.name] });
    }
    if (text === '' || itemtype.undisclosedFields.includes(column)) continue;
    found.push(searchTextCondition(`${ALIAS}.${column}`, text));
  }
  return found;
}
