import { classWithoutTable } from '../catalog/classes-without-table.ts';
import { ApiError } from '../http/errors.ts';
import { forms } from '../massive-actions/forms.ts';
import { listActions } from '../massive-actions/list.ts';
import { nothing, wantsTrash } from './get-massive-actions.ts';
import { itemtypeOfPath } from './itemtypes.ts';
import type { Handler } from './route.ts';

/** `/getMassiveActionParameters/:itemtype/:key` (massive-actions 1.2): the fields of the form of a listed action. */
export const getMassiveActionParameters: Handler = async (ctx, request) => {
  const [name = '', key = ''] = request.elements;
  if (name === '') throw new ApiError('ERROR_MASSIVEACTION_KEY:missing');
  const itemtype = classWithoutTable(name) ?? itemtypeOfPath(name).itemtype;
  if (key === '') throw new ApiError('ERROR_MASSIVEACTION_KEY:missing');
  if (key.split(':')[1] === 'update') return { body: [] };
  if (!listActions(ctx, itemtype, wantsTrash(request)).some((action) => action.key === key)) {
    throw new ApiError('ERROR_MASSIVEACTION_KEY');
  }
  const form = forms[key] ?? [];
  return form === 'nothing' ? nothing : { body: form };
};
