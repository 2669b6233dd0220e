import { type FoundItemtype, findItemtype } from '../catalog/catalog.ts';
import { classWithoutTable } from '../catalog/classes-without-table.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../http/errors.ts';
import type { ItemPath } from '../http/path.ts';
import { READ } from '../rights/bits.ts';
import type { ApiRequest } from './route.ts';

/**
 * The itemtype of an address, in any letter case.
 *
 * @throws ApiError ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM when there is none, or only a class without rows
 */
export function itemtypeOfPath(name: string): FoundItemtype {
  const found = findItemtype(name);
  if (!found) throw new ApiError('ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM');
  return found;
}

/**
 * The itemtype of an address whose rows are asked for. Rights come first: whoever may not view a class isn't told that it
 * has no rows.
 *
 * @throws ApiError ERROR_RIGHT_MISSING, ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM
 */
export function listedItemtype({ rights }: Context, name: string): FoundItemtype {
  const rowless = classWithoutTable(name);
  if (rowless && !rights.canClass(rowless, READ)) throw new ApiError('ERROR_RIGHT_MISSING');
  return itemtypeOfPath(name);
}

/** What the path of a request says of items. Only requests that have such a path come to the endpoints of items. */
export function itemOfPath(request: ApiRequest): ItemPath {
  if (!request.item) throw new Error('an endpoint of items was called without the address of one');
  return request.item;
}
