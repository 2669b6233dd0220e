import { contentDisposition } from '../documents/content-disposition.ts';
import { contentOf, md5Of, type StoredFile } from '../documents/stored-file.ts';
import type { Answer, ApiRequest } from './route.ts';

/** The answer that sends a file, or says that the client's copy is still good (items-write W14.4). */
export async function answerFile(
  request: ApiRequest,
  file: StoredFile,
  { name, mime }: { readonly name: string; readonly mime: string },
): Promise<Answer> {
  const etag = await md5Of(file);
  const headers = {
    'last-modified': file.modified.toUTCString(),
    etag,
    'cache-control': 'private',
    expires: 'Thu, 19 Nov 1981 08:52:00 GMT',
    'content-disposition': contentDisposition(name, mime),
  };
  const since = Date.parse(request.header('if-modified-since') ?? '');
  if (request.header('if-none-match') === etag || since >= file.modified.getTime()) {
    return { status: 304, headers, empty: true };
  }
  const type = mime.startsWith('text/') ? `${mime};charset=UTF-8` : mime;
  return { headers, file: { stream: contentOf(file), size: file.size, type } };
}
