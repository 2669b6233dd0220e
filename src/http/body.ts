import type { IncomingMessage } from 'node:http';
import { ApiError } from './errors.ts';

/** What a body is, by its content type (http H2.3). */
export type BodyKind = 'json' | 'multipart' | 'form' | 'ignored';

/** A body that is too large is still read so far, so that the client gets to hear why; then the line is cut. */
const discardedBytes = 512 * 1024 * 1024;

/**
 * Says how a body is read. Parts of the header's text decide, letter case counts; without a header it is JSON, but for
 * the documentation, which has no parameters.
 */
export function bodyKindOf(contentType: string | undefined, isDocumentation = false): BodyKind {
  if (contentType === undefined) return isDocumentation ? 'ignored' : 'json';
  if (contentType.includes('application/json')) return 'json';
  if (contentType.includes('multipart/form-data')) return 'multipart';
  if (contentType.includes('application/x-www-form-urlencoded')) return 'form';
  return 'ignored';
}

/** Whether a request announces a body. */
export const hasBody = (message: IncomingMessage): boolean =>
  message.headers['transfer-encoding'] !== undefined || Number(message.headers['content-length'] ?? 0) > 0;

/**
 * Reads a whole body.
 *
 * @param limit bytes; what comes above is thrown away, not kept
 * @throws ApiError when the body is larger than the limit, or the client went away
 */
export function readBody(message: IncomingMessage, limit: number): Promise<Buffer> {
  if (!hasBody(message)) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = () =>
      new ApiError('ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE:body', { args: [limit], headers: { connection: 'close' } });
    const settle = (action: () => void) => {
      message.off('data', onData).off('end', onEnd).off('error', onLost).off('close', onLost);
      action();
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        chunks = [];
        if (size > limit + discardedBytes) {
          settle(() => reject(tooLarge()));
          message.pause();
        }
      }
    };
    const onEnd = () => settle(() => (size > limit ? reject(tooLarge()) : resolve(Buffer.concat(chunks))));
    const onLost = (cause?: unknown) => settle(() => reject(new ApiError('ERROR', { message: 'Bad Request', cause })));
    message.on('data', onData).on('end', onEnd).on('error', onLost).on('close', onLost);
  });
}

/** Whether a body is nothing but what PHP trims away. */
export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13 && byte !== 12) || byte === 0);
