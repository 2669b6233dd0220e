import { classWithoutTable } from '../catalog/classes-without-table.ts';
import { ApiError } from '../http/errors.ts';
import {
  type ListingRequest,
  listSearchOptions as listClean,
  listRawSearchOptions as listRaw,
} from '../search/list-search-options.ts';
import { itemtypeOfPath } from './itemtypes.ts';
import type { Handler } from './route.ts';

/** `GET listSearchOptions/:itemtype`: what can be searched for; no right is asked for (search 3). */
export const listSearchOptionsOf: Handler = async (ctx, { elements, parameters }) => {
  const [name = ''] = elements;
  if (name === '') throw new ApiError('ERROR_RESOURCE_MISSING');
  const { rights, session, translate } = ctx;
  const rowless = classWithoutTable(name);
  const request: ListingRequest = {
    ...(rowless ? { itemtype: rowless } : itemtypeOfPath(name)),
    session: {
      have: (right, bits) => rights.have(right, bits),
      interface: rights.interface,
      userId: rights.userId,
      seesAllEntities: session.entities?.all ?? false,
      entities: session.entities?.ids ?? [],
      firstNameFirst: Number(session.preferences.names_format) === 1,
    },
    translate,
  };
  return { body: parameters.has('raw') ? listRaw(request) : listClean(request) };
};
