import type { Input } from '../behaviours/behaviour.ts';
import { type FoundItemtype, findItemtype } from '../catalog/catalog.ts';
import { hasRowZero } from '../catalog/row-zero.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../http/errors.ts';
import { requestUpdate } from '../items/write/requests.ts';
import { idOf, inputsOf } from './inputs.ts';
import type { Answer, ApiRequest } from './route.ts';

/** PUT, PATCH /:itemtype and /:itemtype/:id (items-write W7). An id in the body goes before that of the address. */
export async function updateItems(ctx: Context, found: FoundItemtype, request: ApiRequest): Promise<Answer> {
  const inputs = inputsOf(request, found);
  if (!inputs) throw new ApiError('ERROR_BAD_ARRAY');
  const results: unknown[] = [];
  let failures = 0;
  for (const sent of inputs.list) {
    const input = withParent(sent, found, request);
    const id = idOf(input) ?? (inputs.bulk ? undefined : request.item?.id) ?? 0;
    if (id === 0 && !hasRowZero(found.itemtype)) {
      results.push([]);
      continue;
    }
    const outcome = await requestUpdate(ctx, found.itemtype, id, input);
    if (!outcome.done) failures++;
    if (!outcome.done && outcome.missing) {
      if (!inputs.bulk) return { status: 400, body: ['ERROR_GLPI_UPDATE', null] };
      continue;
    }
    if (!outcome.done && !inputs.bulk) return { status: 400, body: ['ERROR_GLPI_UPDATE', outcome.message] };
    results.push({ [outcome.id]: outcome.done, message: outcome.message });
  }
  if (failures === inputs.list.length) return { status: 400, body: ['ERROR_GLPI_UPDATE', results] };
  if (failures > 0) return { status: 207, body: ['ERROR_GLPI_PARTIAL_UPDATE', results] };
  return { body: results };
}

/** The parent's key of the address, unless the body has one (items-write W7.3). */
function withParent(input: Input, { itemtype }: FoundItemtype, { item }: ApiRequest): Input {
  const parent = item?.parent;
  if (!parent || parent.id === false) return input;
  const key = parentKey(parent.itemtype);
  return key === undefined || key in input || key === itemtype.foreignKey ? input : { ...input, [key]: parent.id };
}

function parentKey(name: string): string | undefined {
  return findItemtype(name)?.itemtype.foreignKey;
}
