import { ApiError } from '../http/errors.ts';
import { readableRow } from '../items/read/item.ts';
import { answerList } from './get-items.ts';
import { itemOfPath, itemtypeOfPath } from './itemtypes.ts';
import type { Handler } from './route.ts';

/** `GET /:itemtype/:id/:sub_itemtype`: a page of an item's children (items-read G7). */
export const getSubItems: Handler = async (ctx, request) => {
  const { itemtype, parent } = itemOfPath(request);
  const { itemtype: parentType } = itemtypeOfPath(parent?.itemtype ?? '');
  const found = itemtypeOfPath(itemtype);
  return answerList(ctx, request, found, async () => {
    const id = parent?.id;
    if (typeof id !== 'number') throw new ApiError('ERROR_ITEM_NOT_FOUND');
    const { row } = await readableRow(ctx, { itemtype: parentType, id });
    return { itemtype: parentType, row };
  });
};
