import { findItemtype, isKnownClass, itemtype as typeNamed } from '../catalog/catalog.ts';
import { classWithoutTable } from '../catalog/classes-without-table.ts';
import { ApiError } from '../http/errors.ts';
import { isNumericPhp, phpBooleanFilter, phpIntval, phpText } from '../http/php-values.ts';
import { listActions } from '../massive-actions/list.ts';
import { itemtypeOfPath } from './itemtypes.ts';
import type { Answer, ApiRequest, Handler } from './route.ts';

/** An answer of 200 without a body. */
export const nothing: Answer = {
  status: 200,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  empty: true,
};

/** `/getMassiveActions/:itemtype` and `/getMassiveActions/:itemtype/:id` (massive-actions 1.1). */
export const getMassiveActions: Handler = async (ctx, request) => {
  const [name = '', id = ''] = request.elements;
  if (name === '') throw new ApiError('ERROR_MASSIVEACTION_NOT_FOUND', { args: [''] });
  const rowless = classWithoutTable(name);
  if (rowless && id === '') return answer(listActions(ctx, rowless, wantsTrash(request)));
  // Other classes without rows have no actions; unknown ones are refused.
  if (!findItemtype(name) && isKnownClass(name)) return nothing;
  const { itemtype, deprecated } = itemtypeOfPath(name);
  if (deprecated && !typeNamed(deprecated.name))
    throw new ApiError('ERROR_MASSIVEACTION_NOT_FOUND', { args: [deprecated.name] });
  if (id === '') return answer(listActions(ctx, itemtype, wantsTrash(request)));
  if (!isNumericPhp(id)) return nothing;
  const row = await ctx.rights.find(itemtype, phpIntval(id));
  if (!row) throw new ApiError('ERROR_ITEM_NOT_FOUND:load', { args: [itemtype.name, id] });
  return answer(listActions(ctx, itemtype, Number(row.is_deleted ?? 0) === 1));
};

/** Whether the list for the trashbin is asked for. */
export const wantsTrash = ({ parameters }: ApiRequest): boolean =>
  phpBooleanFilter(phpText(parameters.get('is_deleted')) ?? '');

const answer = (actions: readonly unknown[]): Answer => (actions.length === 0 ? nothing : { body: actions });
