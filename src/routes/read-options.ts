import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../http/errors.ts';
import { entriesOf, isContainer, valuesOf } from '../http/php-array.ts';
import { phpIntval, phpText } from '../http/php-values.ts';
import type { ListOptions } from '../items/read/list.ts';
import type { ReadOptions } from '../items/read/options.ts';
import { defaultRange, parseRange } from '../items/read/page-range.ts';
import { blockNames } from '../items/read/with/blocks.ts';
import type { ApiRequest } from './route.ts';

type Parameters = ApiRequest['parameters'];

/** What a request asks of the items it reads (items-read G1). */
export function readOptions(parameters: Parameters): ReadOptions {
  return {
    links: parameters.flag('get_hateoas', true),
    expand: parameters.flag('expand_dropdowns'),
    signature: parameters.flag('get_sha1'),
    blocks: new Set(blockNames.filter((name) => parameters.flag(name))),
    keysNames: Array.from(valuesOf(parameters.get('add_keys_names')), (key) => phpText(key) ?? ''),
    decoded: !parameters.sanitizedContent,
  };
}

/**
 * What a request asks of a list (items-read G4.1), its range, order and sort checked in this order.
 *
 * @throws ApiError ERROR:range, ERROR:order, ERROR:sort, ERROR_BAD_ARRAY
 */
export function listOptions(ctx: Context, itemtype: Itemtype, parameters: Parameters): ListOptions {
  const given = (name: string): string | undefined => (parameters.has(name) ? parameters.text(name) : undefined);
  const range = given('range');
  const pageSize = Math.max(0, phpIntval(ctx.session.preferences.list_limit));
  const page = range === undefined ? defaultRange(pageSize) : parseRange(range);
  const order = (given('order') ?? 'ASC').toUpperCase();
  if (order !== 'ASC' && order !== 'DESC') throw new ApiError('ERROR:order');
  const sort = given('sort') ?? 'id';
  if (!ctx.site.schema.hasColumn(itemtype.table, sort)) throw new ApiError('ERROR:sort', { args: [itemtype.table] });
  return {
    ...readOptions(parameters),
    range: page,
    sort,
    order: order === 'ASC' ? 'asc' : 'desc',
    searchText: searchTexts(parameters.get('searchText')),
    isDeleted: phpIntval(parameters.get('is_deleted') ?? 0),
    onlyId: parameters.flag('only_id'),
  };
}

/** The conditions of `searchText`; anything but a map has none (items-read G6). */
function searchTexts(value: unknown): [column: string, text: string][] {
  return Array.from(entriesOf(value), ([column, text]) => {
    if (isContainer(text)) throw new ApiError('ERROR_BAD_ARRAY');
    return [column, phpText(text) ?? ''];
  });
}
