/** `GET /search/:itemtype`: from the parameters to the answer (search 1, 6). */
import type { ImpliedCriterion } from '../catalog/deprecated.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { ApiError } from '../http/errors.ts';
import type { PhpArray } from '../http/php-array.ts';
import { impliedCriterion, readCriteria } from './criteria.ts';
import { type Page, readPage, readParameters, type SearchParameters } from './parameters.ts';
import { type Column, planSearch } from './plan.ts';
import { type SessionOptions, sessionOptions } from './session-options.ts';
import { type FoundRow, oneType, type Source } from './source.ts';
import { partName } from './statements.ts';
import { severalTypes, unionOf } from './unions.ts';
import { decode, jsonValue } from './values.ts';

export interface SearchAnswer {
  readonly status: 200 | 206;
  /** Absent when nothing matches. */
  readonly contentRange?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Rows whose columns are read and written at a time, so that memory doesn't grow with the page. */
const CHUNK = 1000;

/**
 * Searches a type.
 * @param implied criteria that a deprecated name of the type stands for (search 22)
 * @throws ApiError for parameters that can't be understood, and for a range behind the last row
 */
export async function search(
  ctx: Context,
  itemtype: Itemtype,
  values: PhpArray,
  implied: readonly ImpliedCriterion[] = [],
): Promise<SearchAnswer> {
  const options = sessionOptions(ctx, itemtype);
  const parameters = readParameters(values);
  const criteria = [...readCriteria(parameters.criteria, searchable(ctx, options)), ...implied.map(impliedCriterion)];
  refuseUndisplayable(parameters, options);
  const page = readPage(values, listLimit(ctx));
  const request = { itemtype, options: options.visible, parameters, criteria };
  const union = unionOf(itemtype);
  const source = union ? await severalTypes(ctx, union, request) : oneType(await planSearch(ctx, request));
  const found = await source.find(page.all ? undefined : page);
  const total = await totalOf(source, page, found.length);
  if (page.start > total) throw new ApiError('ERROR_RANGE_EXCEED_TOTAL', { args: [total] });
  const rows = await readRows(source, found, parameters);
  return answer({ parameters, page, found, rows, total });
}

function searchable(ctx: Context, { all, visible }: SessionOptions) {
  return {
    options: all,
    isHidden: (id: number) => !visible.has(id),
    searchesAll: ctx.settings.on('allow_search_all'),
  };
}

function refuseUndisplayable({ forcedisplay }: SearchParameters, { all }: SessionOptions): void {
  if (forcedisplay?.some((id) => all.get(id)?.nodisplay)) {
    throw new ApiError('ERROR', { message: "ID is forbidden along with 'forcedisplay' parameter." });
  }
}

/** The user's page size. */
function listLimit(ctx: Context): number {
  return Number(ctx.session.preferences.list_limit ?? ctx.settings.number('list_limit')) || 20;
}

/** A page that isn't full tells the total by itself. */
async function totalOf(source: Source, page: Page, count: number): Promise<number> {
  if (page.all) return count;
  const isLast = count < page.size && (count > 0 || page.start === 0);
  return isLast ? page.start + count : source.count();
}

/** An answer's row: an object by column, or an empty list without any column (search 1.3). */
type AnswerRow = Record<string, unknown> | [];

async function readRows(
  source: Source,
  found: readonly FoundRow[],
  parameters: SearchParameters,
): Promise<readonly AnswerRow[]> {
  const rows: AnswerRow[] = [];
  for (let from = 0; from < found.length; from += CHUNK) {
    const chunk = found.slice(from, from + CHUNK);
    const selected = await source.read(chunk);
    chunk.forEach((row, index) => {
      rows.push(answerRow(source.columns, selected[index]!, parameters, source.more?.(row)));
    });
  }
  return rows;
}

function answerRow(
  columns: readonly Column[],
  row: Row,
  { metacriteria }: SearchParameters,
  more: Readonly<Record<string, unknown>> = {},
): AnswerRow {
  const entries = columns.map(({ key, option, parts }, index): [string, unknown] => {
    const selected = parts.map(({ name }, at) => [name, row[partName(index, at)] ?? null] as const);
    return [key, jsonValue(option, selected, decode(selected))];
  });
  for (const { field } of metacriteria) entries.push([String(field), []]);
  entries.push(...Object.entries(more));
  return entries.length === 0 ? [] : Object.fromEntries(entries);
}

interface Found {
  readonly parameters: SearchParameters;
  readonly page: Page;
  readonly found: readonly FoundRow[];
  readonly rows: readonly AnswerRow[];
  readonly total: number;
}

function answer({ parameters, page, found, rows, total }: Found): SearchAnswer {
  const [from, to] = page.printed;
  const contentRange = `${from}-${Number(to) > total - 1 ? total - 1 : to}/${total}`;
  return {
    status: rows.length >= total ? 200 : 206,
    ...(total > 0 && { contentRange }),
    body: {
      totalcount: total,
      count: rows.length,
      sort: parameters.sort,
      order: parameters.order,
      ...(rows.length > 0 && { data: parameters.withIndexes ? byId(found, rows) : rows }),
      'content-range': contentRange,
    },
  };
}

/** Rows by id; ids that happen to be a list's keys make a list, as PHP writes it. */
function byId(found: readonly FoundRow[], rows: readonly AnswerRow[]): unknown {
  const isList = found.every(({ id }, index) => id === index);
  return isList ? rows : Object.fromEntries(found.map(({ id }, index) => [id, rows[index]]));
}
