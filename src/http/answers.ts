import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { escapeHtml, htmlPage } from './html.ts';
import { phpJson } from './php-json.ts';
import { writtenList } from './written-list.ts';

const htmlType = 'text/html; charset=UTF-8';
const jsonType = 'application/json; charset=UTF-8';

/** Headers of every answer that no cache may keep (http H5.1). */
const noCache = {
  expires: 'Mon, 26 Jul 1997 05:00:00 GMT',
  'cache-control': 'no-store, no-cache, must-revalidate',
  pragma: 'no-cache',
} as const;

export interface AnswerOptions {
  /** 200 when absent. */
  readonly status?: number;
  /** Further headers, with lower case names; undefined ones are left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/**
 * Answers with JSON (http H5), or with a page that shows it when the request has the parameter `debug` (http H10).
 *
 * @param value whatever `phpJson` writes
 */
export function sendJson(reply: FastifyReply, value: unknown, options: AnswerOptions = {}): FastifyReply {
  const status = options.status ?? 200;
  addHeaders(reply.code(status).headers(noCache), options.headers);
  if (status === 207) leaveReasonEmpty(reply);
  const { method, debugAnswer } = reply.request;
  const list = !debugAnswer && method !== 'HEAD' && Array.isArray(value) ? writtenList(value) : undefined;
  if (list) {
    reply.raw.once('finish', list.release);
    return reply.type(jsonType).send(list.bytes);
  }
  const json = phpJson(value);
  if (!debugAnswer) return send(reply.type(jsonType), json);
  const dump = JSON.stringify(JSON.parse(json), null, 2);
  return send(reply.type(htmlType), htmlPage('Answer', `<pre>${escapeHtml(dump)}</pre>`));
}

/** Where a list that comes in pieces stands, when it isn't the whole answer. */
export interface PiecesFrame {
  /** The other entries of the object. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
  /** The pieces are pairs of key and value, and make an object. */
  readonly keyed: boolean;
}

/**
 * Answers with one JSON list that comes in pieces, by itself or as an entry of an object; no more than one piece is held
 * at a time.
 */
export async function sendJsonPieces(
  reply: FastifyReply,
  pieces: AsyncIterable<readonly unknown[]>,
  options: AnswerOptions = {},
  frame?: PiecesFrame,
): Promise<FastifyReply> {
  if (reply.request.debugAnswer) {
    const all: unknown[] = [];
    for await (const piece of pieces) all.push(...piece);
    const whole = frame?.keyed ? Object.fromEntries(all as [string, unknown][]) : all;
    return sendJson(reply, frame ? { ...frame.body, [frame.key]: whole } : whole, options);
  }
  addHeaders(reply.code(options.status ?? 200).headers(noCache), options.headers);
  reply.type(jsonType);
  return reply.request.method === 'HEAD' ? reply.send('') : reply.send(Readable.from(piecesText(pieces, frame)));
}

async function* piecesText(pieces: AsyncIterable<readonly unknown[]>, frame?: PiecesFrame): AsyncGenerator<string> {
  const [open, close] = frame?.keyed ? ['{', '}'] : ['[', ']'];
  const head = frame ? `${phpJson(frame.body).slice(0, -1)},${phpJson(frame.key)}:` : '';
  const foot = frame ? '}' : '';
  let before = head + open;
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    yield before +
      (frame?.keyed ? pairsText(piece as readonly (readonly [string, unknown])[]) : phpJson(piece).slice(1, -1));
    before = ',';
  }
  yield before === ',' ? close + foot : `${head}[]${foot}`;
}

const pairsText = (pairs: readonly (readonly [string, unknown])[]) =>
  pairs.map(([key, value]) => `${phpJson(key)}:${phpJson(value)}`).join(',');

/** Answers with a page or any other text that browsers show. */
export function sendHtml(reply: FastifyReply, html: string, options: AnswerOptions = {}): FastifyReply {
  addHeaders(reply.code(options.status ?? 200).headers(noCache), options.headers);
  return send(reply.type(htmlType).header('x-frame-options', 'SAMEORIGIN'), html);
}

/** Answers with nothing but a status, 204 when none is given. */
export function sendEmpty(reply: FastifyReply, options: AnswerOptions = {}): FastifyReply {
  addHeaders(reply.code(options.status ?? 204).headers(noCache), options.headers);
  return reply.send();
}

/**
 * Answers with bytes as they are: a document or a picture. All headers are the caller's, also those for caches.
 */
export function sendFile(reply: FastifyReply, content: Readable | Buffer, options: AnswerOptions = {}): FastifyReply {
  addHeaders(reply.code(options.status ?? 200), options.headers);
  if (reply.request.method !== 'HEAD') return reply.send(content);
  if (!Buffer.isBuffer(content)) content.destroy();
  return reply.send();
}

/** Answers OPTIONS, whatever the path (http H4): no session, no settings, no body is looked at. */
export function sendOptions(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { headers } = request.raw;
  if (headers['access-control-request-method'] !== undefined) {
    reply.header('access-control-allow-methods', 'PUT, GET, POST, DELETE, OPTIONS');
  }
  if (headers['access-control-request-headers'] !== undefined) {
    reply.header(
      'access-control-allow-headers',
      'origin, content-type, accept, session-token, authorization, app-token',
    );
  }
  return reply.code(200).type(htmlType).send('');
}

/**
 * Sets the headers that let web pages of other origins read the answer (http H4).
 *
 * @param allowedOrigins `*` for any, else the origins that are let in
 */
export function setCorsHeaders(request: FastifyRequest, reply: FastifyReply, allowedOrigins: readonly string[]): void {
  const { origin } = request.raw.headers;
  if (allowedOrigins.includes('*')) {
    if (origin !== undefined) reply.header('access-control-allow-origin', '*');
  } else {
    reply.header('vary', 'Origin');
    if (origin !== undefined && allowedOrigins.includes(origin)) reply.header('access-control-allow-origin', origin);
  }
  if (request.method === 'GET' || request.method === 'OPTIONS') {
    reply.header('access-control-expose-headers', 'content-type, content-range, accept-range');
  }
}

function addHeaders(reply: FastifyReply, headers: AnswerOptions['headers'] = {}): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) reply.header(name, value);
}

/** HEAD gets the headers alone. */
const send = (reply: FastifyReply, text: string): FastifyReply =>
  reply.send(reply.request.method === 'HEAD' ? '' : text);

/** The status line of 207 ends after the number. Node takes an empty text for none given, an empty object it keeps. */
function leaveReasonEmpty(reply: FastifyReply): void {
  reply.raw.statusMessage = Object('') as string;
}
