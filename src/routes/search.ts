import { ApiError } from '../http/errors.ts';
import { READ } from '../rights/bits.ts';
import { search } from '../search/search.ts';
import { assetsTogether } from '../search/unions.ts';
import { listedItemtype } from './itemtypes.ts';
import type { Handler } from './route.ts';

/** `GET /search/:itemtype` (search 1). */
export const searchItems: Handler = async (ctx, { elements, parameters }) => {
  const name = elements.findLast((element) => element !== '');
  if (name === undefined) throw new ApiError('ERROR_RESOURCE_MISSING');
  const isAssets = name === assetsTogether.name;
  const { itemtype, deprecated } = isAssets ? { itemtype: assetsTogether } : listedItemtype(ctx, name);
  const mayView = isAssets ? ctx.rights.interface === 'central' : ctx.rights.canClass(itemtype, READ);
  if (!mayView) throw new ApiError('ERROR_RIGHT_MISSING');
  const { status, contentRange, body, pieces, keyed } = await search(
    ctx,
    itemtype,
    parameters.values,
    deprecated?.criteria,
  );
  return {
    status,
    headers: {
      ...(contentRange !== undefined && { 'content-range': contentRange }),
      'accept-range': `${deprecated?.name ?? itemtype.name} ${ctx.site.config.parameterLimit}`,
    },
    ...(pieces ? { pieces, frame: { body, key: 'data', keyed } } : { body }),
  };
};
