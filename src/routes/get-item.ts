import { readItem } from '../items/read/item.ts';
import { documentDownload, wantsFile } from './document-download.ts';
import { itemOfPath, itemtypeOfPath } from './itemtypes.ts';
import { readOptions } from './read-options.ts';
import type { Answer, Handler } from './route.ts';

/** `GET /:itemtype/:id`: one item (items-read G1). */
export const getItem: Handler = async (ctx, request) => {
  const { itemtype: name, id = 0 } = itemOfPath(request);
  const { itemtype, deprecated } = itemtypeOfPath(name);
  if (wantsFile(itemtype, request)) return documentDownload(ctx, request, itemtype, id);
  const { value, modifiedAt } = await readItem(ctx, { itemtype, deprecated, id }, readOptions(request.parameters));
  const answer: Answer = { body: value };
  return modifiedAt === undefined
    ? answer
    : { ...answer, headers: { 'last-modified': new Date(modifiedAt * 1000).toUTCString() } };
};
