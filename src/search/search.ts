/** `GET /search/:itemtype`: from the parameters to the answer (search 1, 6). */
import type { ImpliedCriterion } from '../catalog/deprecated.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../http/errors.ts';
import type { PhpArray } from '../http/php-array.ts';
import { phpIntval } from '../http/php-values.ts';
import { answer, hold, type SearchAnswer } from './answer.ts';
import { filters, impliedCriterion, readCriteria } from './criteria.ts';
import { type Page, readPage, readParameters, type SearchParameters } from './parameters.ts';
import { planSearch } from './plan.ts';
import { type SessionOptions, sessionOptions } from './session-options.ts';
import { type FoundPage, oneType, type Source } from './source.ts';
import { Trace } from './trace.ts';
import { severalTypes, unionOf } from './unions.ts';

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
  // On a map, what criteria find is shown to its end (search 19.4).
  const shown = parameters.asMap && filters(criteria) ? { ...page, size: Number.MAX_SAFE_INTEGER - page.start } : page;
  const request = { itemtype, options: options.visible, parameters, criteria };
  const union = unionOf(itemtype);
  const trace = new Trace(ctx.db, parameters.rawData);
  const source = union
    ? await severalTypes(ctx, union, request, trace)
    : oneType(await planSearch(ctx, request, trace));
  return answerFrom(ctx, source, { parameters, page: shown, trace });
}

/** Finds a page, its values and its total in a source, and makes the answer. */
export async function answerFrom(
  ctx: Context,
  source: Source,
  { parameters, page, trace }: { parameters: SearchParameters; page: Page; trace: Trace },
): Promise<SearchAnswer> {
  const [found, columns] = await Promise.all([source.find(page.all ? undefined : page), source.columns()]);
  const rows = { parameters, page, found: found.rows, source, columns, trace };
  const [total, held] = await Promise.all([totalOf(source, page, found), hold(ctx, rows)]);
  if (page.start > total) throw new ApiError('ERROR_RANGE_EXCEED_TOTAL', { args: [total] });
  return answer(ctx, rows, total, held);
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

/** The user's page size; one that is none counts as not said. */
function listLimit(ctx: Context): number {
  const own = phpIntval(ctx.session.preferences.list_limit ?? ctx.settings.number('list_limit'));
  return own > 0 ? own : 20;
}

/** A page that isn't full tells the total by itself. */
async function totalOf(source: Source, page: Page, { rows, total }: FoundPage): Promise<number> {
  if (total !== undefined) return total;
  if (page.all) return rows.length;
  const isLast = rows.length < page.size && (rows.length > 0 || page.start === 0);
  return isLast ? page.start + rows.length : source.count();
}
