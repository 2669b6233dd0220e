import { connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { documentationMarkdown, documentationPage } from '../../src/http/documentation-page.ts';
import { errorHandler, toApiError } from '../../src/http/error-handler.ts';
import { ApiError, codeOf, errorBody, errorTable } from '../../src/http/errors.ts';
import { markdownToHtml } from '../../src/http/markdown.ts';
import { buildServer } from './server.ts';

const apiUrl = 'http://glpi.test/apirest.php';
const servers: FastifyInstance[] = [];
afterAll(async () => void (await Promise.all(servers.map((server) => server.close()))));

async function serve(...args: Parameters<typeof buildServer>): Promise<FastifyInstance> {
  const server = await buildServer(...args);
  servers.push(server);
  return server;
}

const noCache = {
  expires: 'Mon, 26 Jul 1997 05:00:00 GMT',
  'cache-control': 'no-store, no-cache, must-revalidate',
  pragma: 'no-cache',
};
const expose = { 'access-control-expose-headers': 'content-type, content-range, accept-range' };

describe('an answer (http H4, H5)', () => {
  const server = serve(() => ({ a: 'é/' }));

  it('is JSON that no cache keeps', async () => {
    const answer = await (await server).inject({ url: '/apirest.php/x', headers: { origin: '' } });
    expect(answer.body).toBe('{"a":"é/"}');
    expect(answer.headers).toMatchObject({
      ...noCache,
      ...expose,
      'content-type': 'application/json; charset=UTF-8',
      'access-control-allow-origin': '*',
    });
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('has no body for HEAD', async () => {
    const answer = await (await server).inject({ method: 'HEAD', url: '/apirest.php/x' });
    expect(answer.body).toBe('');
    expect(answer.headers).toMatchObject({ ...noCache, 'content-type': 'application/json; charset=UTF-8' });
    expect(answer.headers).not.toHaveProperty('access-control-expose-headers');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('to OPTIONS tells what is allowed, if asked', async () => {
    const plain = await (await server).inject({ method: 'OPTIONS', url: '/apirest.php/x', payload: { a: 1 } });
    expect(plain.statusCode).toBe(200);
    expect(plain.body).toBe('');
    expect(plain.headers).toMatchObject({ ...expose, 'content-type': 'text/html; charset=UTF-8' });
    expect(plain.headers).not.toHaveProperty('cache-control');
    expect(plain.headers).not.toHaveProperty('access-control-allow-methods');
    const asked = await (await server).inject({
      method: 'OPTIONS',
      url: '/apirest.php/x',
      headers: { origin: 'x', 'access-control-request-method': 'PUT', 'access-control-request-headers': 'y' },
    });
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT, GET, POST, DELETE, OPTIONS',
      'access-control-allow-headers': 'origin, content-type, accept, session-token, authorization, app-token',
    });
  });

  it('lets in the origins of the setting only', async () => {
    const closed = await serve(() => 1, { allowedOrigins: ['https://a.example'] });
    const ask = async (origin: string) => (await closed.inject({ url: '/apirest.php/x', headers: { origin } })).headers;
    expect(await ask('https://a.example')).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      vary: 'Origin',
    });
    expect(await ask('https://b.example')).not.toHaveProperty('access-control-allow-origin');
  });

  it('is a page with debug, harmless (http H10)', async () => {
    const answer = await (await serve(() => ({ a: '<script>' }), { status: 206 })).inject('/apirest.php/x?debug=0');
    expect(answer.statusCode).toBe(206);
    expect(answer.headers['content-type']).toBe('text/html; charset=UTF-8');
    expect(answer.body).toContain('&lt;script&gt;');
    expect(answer.body).not.toContain('<script>');
  });

  it('has no reason phrase at 207, and is an error in shape to what is no HTTP (http H7)', async () => {
    const listening = await serve(() => [], { status: 207 });
    const port = Number(new URL(await listening.listen({ port: 0 })).port);
    expect(await exchange(port, 'GET /apirest.php/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 207 \r\n/,
    );
    const refused = await exchange(port, 'NONSENSE\r\n\r\n');
    expect(refused).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(refused).toMatch(/\["ERROR","Bad Request"\]$/);
  });
});

function exchange(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

describe('errors (http H6, H7)', () => {
  it('have the contract’s shape', () => {
    expect(errorBody(new ApiError('ERROR_ITEM_NOT_FOUND'), apiUrl)).toEqual(['ERROR_ITEM_NOT_FOUND', 'Item not found']);
    expect(errorBody(new ApiError('ERROR'), apiUrl)).toEqual([
      'ERROR',
      `Bad Request; view documentation in your browser at ${apiUrl}/#ERROR`,
    ]);
    expect(errorBody(new ApiError('ERROR_NOT_ALLOWED_IP', { args: ['::1'] }), apiUrl)).toEqual([
      'ERROR_NOT_ALLOWED_IP',
      "There isn't an active API client matching your IP address in the configuration (::1)",
    ]);
    expect(errorBody(new ApiError('ERROR_GLPI_UPDATE', { body: null }), apiUrl)).toEqual(['ERROR_GLPI_UPDATE', null]);
    expect(new ApiError('ERROR_ITEM_NOT_FOUND:load', { args: ['Computer', 5] })).toMatchObject({
      code: 'ERROR_ITEM_NOT_FOUND',
      status: 400,
      message: "Failed to load item (itemtype = 'Computer', id = '5')",
    });
  });

  it('are written in the language of the session', () => {
    const french = (text: string) =>
      ({
        'Field %s is not valid for %s item.': "Le champ %1$s n'est pas valide pour l'élément %2$s.",
        'view documentation in your browser at %s': 'Afficher la documentation dans votre navigateur à %s',
      })[text] ?? text;
    expect(errorBody(new ApiError('ERROR_FIELD_NOT_FOUND', { args: ['100%s', 'Computer'] }), apiUrl, french)[1]).toBe(
      `Le champ 100%s n'est pas valide pour l'élément Computer.; Afficher la documentation dans votre navigateur à ${apiUrl}/#ERROR_FIELD_NOT_FOUND`,
    );
  });

  it('tell nothing of a fault, but its request id', async () => {
    const server = await serve(() => {
      throw new Error('SELECT secret FROM glpi_users');
    });
    const answer = await server.inject({ url: '/apirest.php/x', headers: { 'x-request-id': 'abc-1' } });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual(['ERROR_UNKNOWN', expect.stringContaining('request abc-1')]);
    expect(answer.body).not.toContain('secret');
    const forged = await server.inject({ url: '/apirest.php/x', headers: { 'x-request-id': 'a b"c' } });
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each<[string, object, number]>([
    ['refused', { code: 'ECONNREFUSED', fatal: true }, 503],
    ['refused, but not by the database', { code: 'ECONNREFUSED' }, 500],
    ['lost', { code: 'PROTOCOL_CONNECTION_LOST', fatal: true }, 503],
    ['too many connections', { code: 'ER_CON_COUNT_ERROR', errno: 1040 }, 503],
    ['statement time limit', { code: 'ER_UNKNOWN', errno: 1969 }, 503],
    ['pool', { message: 'Queue limit reached.' }, 503],
    ['bad SQL', { code: 'ER_PARSE_ERROR', errno: 1064 }, 500],
  ])('tell of a database that is not there: %s', (_, properties, status) => {
    const error = Object.assign(new Error('x'), properties);
    expect(toApiError(error, 'id').status).toBe(status);
    expect(toApiError(new Error('wrapped', { cause: error }), 'id').status).toBe(status);
    expect(toApiError(error, 'id').code).toBe('ERROR_UNKNOWN');
  });

  it('answer an address that is none', async () => {
    const answer = await (await serve(() => 1)).inject('/apirest.php/%zz');
    expect(answer.statusCode).toBe(400);
    expect(answer.json()[0]).toBe('ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM');
  });

  it('are pages with debug, even before the body is read', async () => {
    const answer = await (await serve(() => 1)).inject({
      method: 'POST',
      url: '/apirest.php/x?debug',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('text/html; charset=UTF-8');
  });

  it('can be handled in any application', async () => {
    const app = Fastify();
    app.setErrorHandler(errorHandler({ apiUrl: () => apiUrl, translate: () => (text) => text }));
    app.get('/', () => {
      throw new ApiError('ERROR_RIGHT_MISSING', { headers: { 'x-more': '1' } });
    });
    const answer = await app.inject('/');
    expect([answer.statusCode, answer.headers['x-more']]).toEqual([403, '1']);
    await app.close();
  });
});

describe('the documentation (http H9)', () => {
  const server = serve(() => 1);
  const html = { 'content-type': 'text/html; charset=UTF-8' };

  it('is a page, or Markdown for clients that speak JSON', async () => {
    const page = await (await server).inject('/apirest.php/');
    expect(page.headers).toMatchObject({ ...html, 'x-frame-options': 'SAMEORIGIN' });
    expect(page.body).toContain('<title>API Documentation - GLPI</title>');
    const text = await (await server).inject({ url: '/api/', headers: { 'content-type': 'application/json' } });
    expect(text.headers).toMatchObject(html);
    expect(text.body).toMatch(/^# GLPI/);
    const unread = await (await server).inject({ method: 'POST', url: '/apirest.php', payload: Buffer.from('{') });
    expect(unread.statusCode).toBe(200);
    const head = await (await server).inject({ method: 'HEAD', url: '/apirest.php/' });
    expect([head.statusCode, head.body, head.headers['content-type']]).toEqual([200, '', html['content-type']]);
  });

  it('has an anchor for each error, and for each of its links', () => {
    const page = documentationPage(documentationMarkdown(apiUrl));
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of Object.keys(errorTable)) expect(ids).toContain(codeOf(name));
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(page).not.toContain('{{');
    expect(page).toContain(apiUrl);
  });

  it('has an address that does no harm', () => {
    expect(documentationPage(documentationMarkdown('"><script>$&'))).not.toContain('<script>');
    expect(markdownToHtml('a <b> `<i>` [x](javascript:1) [y](#z)')).toBe(
      '<p>a &lt;b&gt; <code>&lt;i&gt;</code> [x](javascript:1) <a href="#z">y</a></p>',
    );
  });
});
