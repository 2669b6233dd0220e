import type { Input } from '../behaviours/behaviour.ts';
import type { FoundItemtype } from '../catalog/catalog.ts';
import type { Context } from '../context.ts';
import { acceptUploads } from '../documents/uploads.ts';
import { ApiError } from '../http/errors.ts';
import { requestAdd } from '../items/write/requests.ts';
import { decodeStored } from '../text/stored-text.ts';
import { inputsOf } from './inputs.ts';
import type { Answer, ApiRequest } from './route.ts';

/** POST /:itemtype: one item or several (items-write W2, W3). An id or parent in the address doesn't count. */
export async function addItems(ctx: Context, found: FoundItemtype, request: ApiRequest): Promise<Answer> {
  const inputs = inputsOf(request, found);
  if (!inputs) throw new ApiError('ERROR_BAD_ARRAY');
  const results: { id: number | false; message: string }[] = [];
  const { uploads } = request.parameters;
  const accepted = uploads.length > 0 ? await acceptUploads(ctx, uploads, request.origin) : undefined;
  const files = accepted && { _filename: accepted.names, _prefix_filename: accepted.prefixes };
  for (const input of inputs.list) results.push(await addOne(ctx, found, { ...input, ...files }, request));
  const ids = results.flatMap(({ id }) => (id === false ? [] : [id]));
  if (!inputs.bulk) {
    const [result] = results;
    if (!result || result.id === false) return { status: 400, body: ['ERROR_GLPI_ADD', result?.message ?? ''] };
    return {
      status: 201,
      headers: { location: addressOf(ctx, found, result.id) },
      body: accepted ? { ...result, upload_result: accepted.result } : result,
    };
  }
  if (ids.length === 0) return { status: 400, body: ['ERROR_GLPI_ADD', results] };
  if (ids.length < results.length) return { status: 207, body: ['ERROR_GLPI_PARTIAL_ADD', results] };
  return { status: 201, headers: { link: ids.map((id) => addressOf(ctx, found, id)).join(',') }, body: results };
}

async function addOne(
  ctx: Context,
  found: FoundItemtype,
  input: Input,
  request: ApiRequest,
): Promise<{ id: number | false; message: string }> {
  const outcome = await requestAdd(ctx, found.itemtype, input);
  const message = request.parameters.sanitizedContent ? outcome.message : decodeStored(outcome.message);
  return { id: outcome.done ? outcome.id : false, message };
}

/** The new item's address, by the name that the client used if it is a deprecated one. */
function addressOf(ctx: Context, { itemtype, deprecated }: FoundItemtype, id: number): string {
  const base = (ctx.settings.text('url_base_api') ?? '').replace(/^\/+|\/+$/g, '');
  return `${base}/${deprecated?.name ?? itemtype.name}/${id}`;
}
