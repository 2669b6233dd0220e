import { ApiError } from '../http/errors.ts';
import { isNumericPhp, phpBooleanFilter, phpIntval, phpText } from '../http/php-values.ts';
import { listActions } from '../massive-actions/list.ts';
import { itemtypeOfPath } from './itemtypes.ts';
import type { Answer, ApiRequest, Handler } from './route.ts';

/** `/getMassiveActions/:itemtype` and `/getMassiveActions/:itemtype/:id` (massive-actions 1.1). */
export const getMassiveActions: Handler = async (ctx, request) => {
  const [name = '', id = ''] = request.elements;
  if (name === '') throw new ApiError('ERROR_MASSIVEACTION_NOT_FOUND', { args: [''] });
  const { itemtype } = itemtypeOfPath(name);
  if (id === '') return answer(listActions(ctx, itemtype, wantsTrash(request)));
  if (!isNumericPhp(id)) return { empty: true };
  const row = await ctx.rights.find(itemtype, phpIntval(id));
  if (!row) throw new ApiError('ERROR_ITEM_NOT_FOUND:load', { args: [itemtype.name, id] });
  return answer(listActions(ctx, itemtype, Number(row.is_deleted ?? 0) === 1));
};

/** Whether the list for the trashbin is asked for. */
export const wantsTrash = ({ parameters }: ApiRequest): boolean =>
  phpBooleanFilter(phpText(parameters.get('is_deleted')) ?? '');

const answer = (actions: readonly unknown[]): Answer => (actions.length === 0 ? { empty: true } : { body: actions });
