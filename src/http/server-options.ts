import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorHandlerOptions, errorHandler } from './error-handler.ts';
import { ApiError, errorBody } from './errors.ts';

export interface ServerSettings {
  /** Proxies whose word on the client's address is believed: yes or no, or their addresses and networks. */
  readonly trustProxy: boolean | string[];
  /** Milliseconds for a client to send its headers. */
  readonly headersTimeout: number;
  /** Milliseconds for a client to send the whole request. */
  readonly requestTimeout: number;
  /** Milliseconds that an idle connection is kept. */
  readonly keepAliveTimeout: number;
  /** Bytes of the address and the headers together. */
  readonly maxHeaderBytes: number;
}

export const defaultServerSettings: ServerSettings = {
  trustProxy: false,
  headersTimeout: 20_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  maxHeaderBytes: 64 * 1024,
};

/** Ids of clients and proxies are kept if they are harmless in a log. */
const givenId = /^[\w.:-]{1,64}$/;

/**
 * Options for `fastify()`: how long slow clients may take, request ids, and answers in the contract's shape also for
 * what isn't HTTP or no address.
 */
export function serverOptions(settings: ServerSettings, errors: ErrorHandlerOptions) {
  return {
    trustProxy: settings.trustProxy,
    requestTimeout: settings.requestTimeout,
    keepAliveTimeout: settings.keepAliveTimeout,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    requestIdHeader: false,
    genReqId: requestId,
    http: {
      maxHeaderSize: settings.maxHeaderBytes,
      headersTimeout: settings.headersTimeout,
      keepAliveTimeout: settings.keepAliveTimeout,
    },
    routerOptions: { maxParamLength: settings.maxHeaderBytes },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      errorHandler(errors)(error, request, reply);
    },
    clientErrorHandler: answerClientError,
  } satisfies FastifyHttpOptions<Server>;
}

function requestId(message: { headers: IncomingMessage['headers'] }): string {
  const given = message.headers['x-request-id'];
  return typeof given === 'string' && givenId.test(given) ? given : randomUUID();
}

/** Answers what Node couldn't read as a request: too slow, too long, or no HTTP. */
function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = clientErrors[error.code ?? ''] ?? [400, 'Bad Request'];
  const body = JSON.stringify(errorBody(new ApiError('ERROR', { message: reason, suffix: false }), ''));
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json; charset=UTF-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const clientErrors: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
};
