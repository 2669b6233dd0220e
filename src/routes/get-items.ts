import type { FoundItemtype } from '../catalog/catalog.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../http/errors.ts';
import { readList } from '../items/read/list.ts';
import type { Parent } from '../items/read/parent-filter.ts';
import { READ } from '../rights/bits.ts';
import { itemOfPath, listedItemtype } from './itemtypes.ts';
import { listOptions } from './read-options.ts';
import type { Answer, ApiRequest, Handler } from './route.ts';

/** `GET /:itemtype`: a page of all items (items-read G4). */
export const getItems: Handler = async (ctx, request) =>
  answerList(ctx, request, listedItemtype(ctx, itemOfPath(request).itemtype));

/**
 * The answer of a list. The class-level right is tested before the parameters, these before the parent (http H8).
 *
 * @param readParent finds the item whose children are listed, and may refuse it
 */
export async function answerList(
  ctx: Context,
  { parameters }: ApiRequest,
  { itemtype, deprecated }: FoundItemtype,
  readParent?: () => Promise<Parent>,
): Promise<Answer> {
  if (!ctx.rights.canClass(itemtype, READ)) throw new ApiError('ERROR_RIGHT_MISSING');
  const options = listOptions(ctx, itemtype, parameters);
  const parent = await readParent?.();
  const page = await readList(ctx, { itemtype, deprecated, parent }, options);
  const { status, contentRange } = page;
  return {
    status,
    headers: {
      ...(contentRange !== undefined && { 'content-range': contentRange }),
      'accept-range': `${deprecated?.name ?? itemtype.name} ${ctx.site.config.parameterLimit}`,
    },
    ...('rows' in page ? { body: page.rows } : { pieces: page.pieces }),
  };
}
