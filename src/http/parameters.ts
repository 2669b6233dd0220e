import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { type BodyKind, bodyKindOf, isBlank, readBody } from './body.ts';
import { ApiError } from './errors.ts';
import { decodeJson, decodeJsonBody } from './json-body.ts';
import type { HttpLimits } from './limits.ts';
import { readMultipart, type UploadedFile } from './multipart.ts';
import { entriesOf, isJsonObject, type JsonObject, PhpArray, type PhpValue } from './php-array.ts';
import { parsePhpQuery } from './php-query.ts';
import { phpBooleanFilter, phpText, truthy } from './php-values.ts';

/**
 * The parameters of a request, of all sources, in one place (http H2). Values of the query string and of forms are
 * texts and `PhpArray`s; those of JSON are what JSON says, lists as arrays and objects as objects.
 */
export class RequestParameters {
  readonly values: PhpArray;
  readonly body: BodyKind;
  readonly uploads: readonly UploadedFile[];
  /** Texts are wanted as they are stored, that is encoded (http H2.6). */
  readonly sanitizedContent: boolean;

  constructor(
    values: PhpArray,
    more: { body: BodyKind; uploads?: readonly UploadedFile[]; sanitizedContent?: boolean },
  ) {
    this.values = values;
    this.body = more.body;
    this.uploads = more.uploads ?? [];
    this.sanitizedContent = more.sanitizedContent ?? true;
  }

  get(name: string): PhpValue | undefined {
    return this.values.get(name);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** Whether a parameter is true for PHP; the default counts only when it is absent. */
  flag(name: string, byDefault = false): boolean {
    const value = this.values.get(name);
    return value === undefined ? byDefault : truthy(value);
  }

  /** A parameter as PHP writes it into a text; empty when it is absent, an array or an object. */
  text(name: string): string {
    return phpText(this.values.get(name)) ?? '';
  }

  get sessionToken(): string {
    return this.text('session_token');
  }

  get appToken(): string {
    return this.text('app_token');
  }
}

/**
 * Collects the parameters of a request (http H2). Reads the body; files of a multipart body lie in the upload folder
 * until the answer has ended.
 *
 * @param isDocumentation the path is that of the documentation, where a body without a content type isn't read
 * @throws ApiError for a body of a GET request, and for bodies that can't be read
 */
export async function gatherParameters(
  request: FastifyRequest,
  isDocumentation: boolean,
  limits: HttpLimits,
): Promise<RequestParameters> {
  const { method, headers } = request.raw;
  const url = request.raw.url ?? '';
  const mark = url.indexOf('?');
  const values = parsePhpQuery(mark < 0 ? '' : url.slice(mark + 1), limits);
  request.debugAnswer = values.has('debug');
  const body = bodyKindOf(headers['content-type'], isDocumentation);
  if (method === 'GET' && !isBlank(await readBody(request.raw, limits.maxBodyBytes))) {
    throw new ApiError('ERROR_JSON_PAYLOAD_FORBIDDEN');
  }
  const uploads = method === 'GET' && body !== 'multipart' ? [] : await readInto(values, request, body, limits);
  addHeaders(values, headers);
  castBooleans(values);
  request.debugAnswer = values.has('debug');
  const sanitized = headers['x-glpi-sanitized-content'];
  return new RequestParameters(values, {
    body,
    uploads,
    sanitizedContent: sanitized === undefined || phpBooleanFilter(String(sanitized)),
  });
}

/** Adds the parameters of the body; one that is there already keeps its place and takes the body's value. */
async function readInto(
  values: PhpArray,
  request: FastifyRequest,
  body: BodyKind,
  limits: HttpLimits,
): Promise<readonly UploadedFile[]> {
  switch (body) {
    case 'json': {
      addEntries(values, decodeJsonBody(await readBody(request.raw, limits.maxBodyBytes), limits.maxJsonDepth));
      return [];
    }
    case 'form': {
      const bytes = await readBody(request.raw, limits.maxBodyBytes);
      const form = parsePhpQuery(bytes.toString('latin1'), limits);
      const input = form.get('input');
      if (input !== undefined) form.set('input', castToObject(input));
      addEntries(values, form);
      return [];
    }
    case 'multipart': {
      if (request.raw.method !== 'POST') throw new ApiError('ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE');
      const { manifest, uploads } = await readMultipart(request, limits);
      addEntries(values, decodeManifest(manifest, limits.maxJsonDepth));
      return uploads;
    }
    case 'ignored':
      return [];
  }
}

/** The manifest's parameters; names of uploaded files are the server's to give, so what it says of them is dropped. */
function decodeManifest(manifest: unknown, maxDepth: number): PhpValue {
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
  const decoded = decodeJson(text, maxDepth);
  const input = isJsonObject(decoded) ? decoded.input : undefined;
  if (!isJsonObject(decoded) || !isJsonObject(input)) return decoded;
  return { ...decoded, upload_result: [], input: { ...input, _filename: [], _prefix_filename: [] } };
}

function addEntries(values: PhpArray, more: unknown): void {
  for (const [name, value] of entriesOf(more)) values.set(name, value);
}

/** PHP's cast of a value to an object, one level deep: a scalar ends up under the key `scalar`. */
function castToObject(value: PhpValue): JsonObject {
  if (!(value instanceof PhpArray)) return { scalar: value };
  const object: Record<string, PhpValue> = {};
  for (const [key, item] of value) if (key !== '__proto__') object[key] = item;
  return object;
}

/** Credentials and tokens of the headers, which go before those of query and body (http H2.1). */
function addHeaders(values: PhpArray, headers: IncomingHttpHeaders): void {
  const authorization = headers.authorization ?? '';
  if (/^basic /i.test(authorization)) {
    const credentials = Buffer.from(authorization.slice('basic '.length), 'base64').toString('utf8');
    const colon = credentials.indexOf(':');
    if (colon >= 0) {
      values.set('login', credentials.slice(0, colon));
      values.set('password', credentials.slice(colon + 1));
    }
  }
  if (authorization.includes('user_token')) {
    const token = authorization.split(' ')[1];
    if (token !== undefined) values.set('user_token', token);
  }
  const sessionToken = headers['session-token'];
  if (sessionToken !== undefined) values.set('session_token', String(sessionToken));
  const appToken = headers['app-token'];
  if (appToken !== undefined) values.set('app_token', String(appToken));
}

/** The texts `true` and `false` become booleans, at the top level only (http H2.2). */
function castBooleans(values: PhpArray): void {
  for (const [name, value] of values) {
    if (value === 'true') values.set(name, true);
    else if (value === 'false') values.set(name, false);
  }
}
