import { addItems } from './add-items.ts';
import { deleteItems } from './delete-items.ts';
import { getItem } from './get-item.ts';
import { getItems } from './get-items.ts';
import { getSubItems } from './get-sub-items.ts';
import { itemOfPath, itemtypeOfPath } from './itemtypes.ts';
import type { ApiRequest, Handler } from './route.ts';
import { updateItems } from './update-items.ts';

const writers: Readonly<Record<string, typeof addItems>> = {
  POST: addItems,
  PUT: updateItems,
  PATCH: updateItems,
  DELETE: deleteItems,
};

/** The endpoint of a path that is an itemtype's (http H1.5, H3); any method that doesn't write reads. */
export function itemEndpoint(request: ApiRequest): Handler {
  const { itemtype, id, parent } = itemOfPath(request);
  const writer = writers[request.method];
  if (writer) return (ctx) => writer(ctx, itemtypeOfPath(itemtype), request);
  if (id !== undefined) return getItem;
  return parent ? getSubItems : getItems;
}
