import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { sendJson } from './answers.ts';
import { ApiError, errorBody, type Translate } from './errors.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

export interface ErrorHandlerOptions {
  /** The setting `url_base_api` as this request knows it, without slashes at its ends; empty if it doesn't yet. */
  readonly apiUrl: (request: FastifyRequest) => string;
  /** The language of the request's session. */
  readonly translate: (request: FastifyRequest) => Translate;
}

/**
 * Makes the one handler that answers errors, in the shape of the contract (http H6). An error that is none of the
 * contract's is logged under the request id, of which alone the client hears.
 */
export const errorHandler =
  (options: ErrorHandlerOptions) =>
  (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const error = toApiError(thrown, request.id);
    if (error.status >= 500) request.log.error({ err: error.cause ?? thrown }, error.message);
    else if (error.cause !== undefined) request.log.warn({ err: error.cause }, error.message);
    return sendJson(reply, errorBody(error, options.apiUrl(request), options.translate(request)), {
      status: error.status,
      headers: error.headers,
    });
  };

/**
 * The contract's error for anything thrown.
 *
 * @param requestId written into the text of a fault, so that the log can be searched for it
 */
export function toApiError(thrown: unknown, requestId: string): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (isDatabaseUnavailable(thrown)) {
    return new ApiError('ERROR_UNKNOWN:database', {
      args: [requestId],
      cause: thrown,
      headers: { 'retry-after': '2' },
    });
  }
  const { code, statusCode } = (thrown ?? {}) as Partial<FastifyError>;
  if (code === 'FST_ERR_BAD_URL') return new ApiError('ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ApiError('ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE');
  if (code?.startsWith('FST_ERR_CTP_')) return new ApiError('ERROR_JSON_PAYLOAD_INVALID');
  if (code?.startsWith('FST_') && statusCode !== undefined && statusCode < 500) {
    return new ApiError('ERROR', { status: statusCode });
  }
  return new ApiError('ERROR_UNKNOWN:fault', { args: [requestId], cause: thrown });
}
