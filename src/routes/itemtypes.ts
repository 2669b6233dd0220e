import { type FoundItemtype, findItemtype } from '../catalog/catalog.ts';
import { ApiError } from '../http/errors.ts';
import type { ItemPath } from '../http/path.ts';
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

/** What the path of a request says of items. Only requests that have such a path come to the endpoints of items. */
export function itemOfPath(request: ApiRequest): ItemPath {
  if (!request.item) throw new Error('an endpoint of items was called without the address of one');
  return request.item;
}
