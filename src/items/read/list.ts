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
import { type CountedRows, inTrashbin, totalOf } from './total.ts';
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

/** The total beside the columns of a row. */
const TOTAL = 'rows_in_all';

/** A list with all that restricts it. */
interface List extends CountedRows {
  readonly request: ListRequest;
  readonly options: ListOptions;
}

/** Rows of a list, in its order. */
interface Slice {
  readonly offset: number;
  readonly limit: number;
  /** Only those behind this row. */
  readonly after?: Row | undefined;
}

/**
 * Reads a page of a class's rows (items-read G4–G7). One statement for the rows, which brings the total of a list of all
 * items along, one for the total of others where the page doesn't tell it, and one for the names that are asked for; the
 * same for each piece of a page that is longer.
 *
 * @throws ApiError ERROR_FIELD_NOT_FOUND, ERROR_RANGE_EXCEED_TOTAL
 */
export async function readList(ctx: Context, request: ListRequest, options: ListOptions): Promise<Page> {
  const { itemtype, parent } = request;
  const { range } = options;
  const asked = conditions(ctx, itemtype, parent, options);
  const isDeleted = itemtype.flags.maybeDeleted ? options.isDeleted : undefined;
  const restriction = await listRestriction(ctx, itemtype, ALIAS);
  const list: List = { request, options, itemtype, alias: ALIAS, asked, isDeleted, restriction };
  const counted = range.limit > PIECE ? await count(ctx, list) : undefined;
  if (counted !== undefined && counted - range.offset > PIECE) {
    return { ...answerPage(range, counted), pieces: readPieces(ctx, list) };
  }
  // What conditions leave of a list mostly has room in one page, which tells the total.
  const isWhole = counted === undefined && asked.length === 0;
  const { rows, total = counted } = await readSlice(ctx, list, range, isWhole);
  const known = total ?? knownTotal(restriction, rows.length, range) ?? (await count(ctx, list));
  return { ...answerPage(range, known), rows: await finishRows(ctx, list, rows) };
}

async function* readPieces(ctx: Context, list: List): AsyncGenerator<unknown[]> {
  const { range, sort } = list.options;
  let after: Row | undefined;
  for (let done = 0; done < range.limit; ) {
    const limit = Math.min(PIECE, range.limit - done);
    // Behind a known id is found at once; what precedes an offset has to be walked through again.
    const slice = sort === 'id' && after ? { offset: 0, limit, after } : { offset: range.offset + done, limit };
    const { rows } = await readSlice(ctx, list, slice, false);
    if (rows.length > 0) yield await finishRows(ctx, list, rows);
    if (rows.length < limit) return;
    done += rows.length;
    after = rows.at(-1);
  }
}

/** Reads rows, and with `counts` the total, unless there is no row to bring it. */
async function readSlice(
  ctx: Context,
  list: List,
  { offset, limit, after }: Slice,
  counts: boolean,
): Promise<{ readonly rows: readonly Row[]; readonly total?: number }> {
  if (limit === 0) return { rows: [] };
  const { itemtype, asked, restriction } = list;
  const { sort, order, onlyId } = list.options;
  const behind = after && sql<SqlBool>`${sql.ref(`${ALIAS}.id`)} ${sql.raw(order === 'asc' ? '>' : '<')} ${after.id}`;
  const where = [restriction.where, inTrashbin(list), ...asked, behind].filter((condition) => condition !== undefined);
  const rows: Row[] = await ctx.db
    .selectFrom(`${itemtype.table} as ${ALIAS}`)
    .$if(onlyId, (query) => query.select(`${ALIAS}.id`))
    .$if(!onlyId, (query) => query.selectAll(ALIAS))
    .$if(counts, (query) => query.select(sql<number>`${totalOf(list)}`.as(TOTAL)))
    .$if(where.length > 0, (query) => query.where((eb) => eb.and(where)))
    .orderBy(`${ALIAS}.${sort}`, order)
    // Rows that sort alike keep one order, so that none is lost between two pages.
    .$if(sort !== 'id', (query) => query.orderBy(`${ALIAS}.id`, order))
    .limit(limit)
    .$if(offset > 0, (query) => query.offset(offset))
    .execute();
  if (!counts || rows.length === 0) return { rows };
  return { rows: rows.map(({ [TOTAL]: _, ...row }) => row), total: Number(rows[0]![TOTAL]) };
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
  const drafts = rows.map((row, at) => {
    const values = ports.length > 0 ? { ...shown[at], ...ports[at] } : shown[at]!;
    return { itemtype, deprecated, row, values };
  });
  return finish(ctx, drafts, options, false);
}

/** The total, when the page has shown where the list ends. */
function knownTotal(restriction: ListRestriction, found: number, { offset, limit }: PageRange): number | undefined {
  if (restriction.counted || found >= limit) return undefined;
  return found > 0 || offset === 0 ? offset + found : undefined;
}

async function count(ctx: Context, list: List): Promise<number> {
  const { rows } = await sql<{ total: number }>`select ${totalOf(list)} as total`.execute(ctx.db);
  return Number(rows[0]?.total ?? 0);
}

/** The conditions that the request itself makes, beside that on the trashbin. */
function conditions(
  ctx: Context,
  itemtype: Itemtype,
  parent: Parent | undefined,
  { searchText }: ListOptions,
): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = [];
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
