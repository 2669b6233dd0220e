import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { mayReadFile } from '../documents/document-rights.ts';
import { findStoredFile } from '../documents/stored-file.ts';
import { ApiError } from '../http/errors.ts';
import { readRows } from '../items/read/rows.ts';
import type { Answer, ApiRequest } from './route.ts';
import { answerFile } from './stored-file-answer.ts';

/** Whether a request for an item asks for the file of a document instead of its row (items-write W14.4). */
export function wantsFile(itemtype: Itemtype, request: ApiRequest): boolean {
  const asks = request.header('accept') === 'application/octet-stream' || request.parameters.text('alt') === 'media';
  return asks && itemtype.name === 'Document';
}

/**
 * `GET Document/:id?alt=media`: the file of a document.
 *
 * @throws ApiError ERROR_ITEM_NOT_FOUND also when the document has no file, or its file is gone
 */
export async function documentDownload(
  ctx: Context,
  request: ApiRequest,
  itemtype: Itemtype,
  id: number,
): Promise<Answer> {
  const document = (await readRows(ctx, itemtype, [id])).get(id)?.row;
  if (!document) throw new ApiError('ERROR_ITEM_NOT_FOUND');
  if (!(await mayReadFile(ctx, document))) throw new ApiError('ERROR_RIGHT_MISSING');
  const file = await findStoredFile(ctx.site.config.filesDir, String(document.filepath ?? ''));
  if (!file) throw new ApiError('ERROR_ITEM_NOT_FOUND');
  return answerFile(request, file, {
    name: String(document.filename ?? ''),
    mime: String(document.mime || 'application/octet-stream'),
  });
}
