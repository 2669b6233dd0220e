import { ApiError } from '../http/errors.ts';
import { isContainer, valueAt, valuesOf } from '../http/php-array.ts';
import { phpIntval, phpText } from '../http/php-values.ts';
import { type ItemAddress, readItems } from '../items/read/item.ts';
import { itemtypeOfPath } from './itemtypes.ts';
import { readOptions } from './read-options.ts';
import type { Handler } from './route.ts';

/** `getMultipleItems`: items of any types, in the order asked for (items-read G12). */
export const getMultipleItems: Handler = async (ctx, { parameters }) => {
  const items = parameters.get('items');
  if (!isContainer(items)) throw new ApiError('ERROR_BAD_ARRAY');
  const addresses = Array.from(valuesOf(items), addressOf);
  return { body: await readItems(ctx, addresses, readOptions(parameters)) };
};

function addressOf(item: unknown): ItemAddress {
  const itemtype = valueAt(item, 'itemtype');
  const id = valueAt(item, 'items_id');
  if (itemtype === undefined && id === undefined) throw new ApiError('ERROR_BAD_ARRAY');
  if (itemtype === undefined || id === undefined) throw new ApiError('ERROR_ITEM_NOT_FOUND');
  return { ...itemtypeOfPath(phpText(itemtype) ?? ''), id: phpIntval(id) };
}
