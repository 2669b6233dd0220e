import type { Input } from '../behaviours/behaviour.ts';
import type { FoundItemtype } from '../catalog/catalog.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../http/errors.ts';
import { phpBooleanFilter, phpText, truthy } from '../http/php-values.ts';
import { requestDelete } from '../items/write/requests.ts';
import { idOf, inputsOf } from './inputs.ts';
import type { Answer, ApiRequest } from './route.ts';

/** DELETE /:itemtype and /:itemtype/:id (items-write W8). An id in the address goes before the body. */
export async function deleteItems(ctx: Context, found: FoundItemtype, request: ApiRequest): Promise<Answer> {
  const { parameters, item } = request;
  const inputs = item?.id === undefined ? inputsOf(request, found) : { bulk: false, list: [{ id: item.id }] };
  if (!inputs) throw new ApiError('ERROR_BAD_ARRAY');
  const how = {
    force: phpBooleanFilter(phpText(parameters.get('force_purge')) ?? ''),
    history: parameters.has('history') ? truthy(parameters.get('history')) : true,
  };
  const results: unknown[] = [];
  let failures = 0;
  for (const input of inputs.list as readonly Input[]) {
    const id = idOf(input);
    if (id === undefined) continue;
    const outcome = await requestDelete(ctx, found.itemtype, id, input, how);
    if (!outcome.done && !inputs.bulk) return { status: 400, body: ['ERROR_GLPI_DELETE', outcome.message] };
    if (!outcome.done) failures++;
    results.push({ [id]: outcome.done, message: outcome.message });
  }
  if (failures === inputs.list.length) return { status: 400, body: ['ERROR_GLPI_DELETE', results] };
  if (failures > 0) return { status: 207, body: ['ERROR_GLPI_PARTIAL_DELETE', results] };
  return { body: results };
}
