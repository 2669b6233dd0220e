import { readdirSync, readFileSync } from 'node:fs';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestParameters } from '../../src/http/parameters.ts';
import { PhpArray } from '../../src/http/php-array.ts';
import { buildServer, testLimits } from './server.ts';

let seen: RequestParameters | undefined;
const forget = () => {
  seen = undefined;
};
let contents: string[] = [];
const server = buildServer((parameters) => {
  seen = parameters;
  contents = parameters.uploads.map(({ path }) => readFileSync(path, 'utf8'));
  return 'read';
});

beforeAll(async () => void (await server).ready());
afterAll(async () => (await server).close());

async function send(options: InjectOptions): Promise<{ status: number; body: unknown; values: unknown }> {
  forget();
  const answer = await (await server).inject({ url: '/apirest.php/Computer', method: 'POST', ...options });
  return { status: answer.statusCode, body: answer.json(), values: seen?.values.toJSON() };
}

const invalid = { status: 400, body: ['ERROR_JSON_PAYLOAD_INVALID', 'JSON payload seems not valid'] };
const noFile = { status: 400, body: ['ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE', 'The file seems too big'] };
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a JSON body (http H2.3)', () => {
  it.each<[string, string | undefined]>([
    ['application/json', undefined],
    ['application/json; charset=utf-8', undefined],
    ['text/plain, application/json', undefined],
    ['application/json-patch+json', undefined],
    ['APPLICATION/JSON', 'ignored'],
    ['application/merge-patch+json', 'ignored'],
    ['text/json', 'ignored'],
    ['x', 'ignored'],
  ])('content type %s', async (contentType, ignored) => {
    const { values } = await send({ payload: '{"a":{"b":1}}', headers: { 'content-type': contentType } });
    expect(values).toEqual(ignored ? [] : { a: { b: 1 } });
    expect(seen?.body).toBe(ignored ?? 'json');
  });

  it('is assumed without a content type', async () => {
    expect((await send({ payload: Buffer.from('{"a":1}') })).values).toEqual({ a: 1 });
  });

  it.each(['{', 'x', '{"a":1,}', "{'a':1}", '\ufeff{}', '0', '""', '"0"', '[]', 'null', 'false', 'a=1'])(
    '%s is refused',
    async (payload) => expect(await send({ payload, headers: json })).toMatchObject(invalid),
  );

  it.each(['', ' ', '\r\n\t', '{}', '5', '"x"', 'true'])('%j gives no parameters', async (payload) => {
    expect((await send({ payload, headers: json })).values).toEqual([]);
  });

  it('refuses what PHP’s decoder refuses', async () => {
    for (const payload of ['{"a":"\\ud83d"}', '{"\\u0000a":1}']) {
      expect(await send({ payload, headers: json })).toMatchObject(invalid);
    }
    const latin1 = Buffer.from('{"a":"é"}', 'latin1');
    expect(await send({ payload: latin1, headers: json })).toMatchObject(invalid);
  });

  it('tells lists from objects and keeps texts within them', async () => {
    await send({ payload: '{"input":[{"a":"true"}],"b":"true","c":{}}', headers: json });
    expect(seen?.get('input')).toEqual([{ a: 'true' }]);
    expect(seen?.get('b')).toBe(true);
    expect(seen?.get('c')).toEqual({});
  });

  it('takes 512 levels, no more', async () => {
    const nested = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect(await send({ payload: nested(512), headers: json })).toMatchObject({ status: 200 });
    expect(await send({ payload: nested(513), headers: json })).toMatchObject(invalid);
    expect(await send({ payload: nested(10_000), headers: json })).toMatchObject(invalid);
  });

  it('leaves prototypes alone', async () => {
    const { values } = await send({ payload: '{"__proto__":{"x":1},"a":{"__proto__":{"x":1},"b":2}}', headers: json });
    expect(values).toEqual({ a: { b: 2 } });
    expect(Object.getPrototypeOf(seen?.get('a'))).toBe(Object.prototype);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('refuses one that is too large, and reads it to its end', async () => {
    const { status, body } = await send({ payload: `{"a":"${'x'.repeat(500_000)}"}`, headers: json });
    expect(status).toBe(413);
    expect(body).toEqual(['ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE', expect.stringContaining('100000')]);
  });
});

describe('a form (http H2.3)', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'] as const)('of %s', async (method) => {
    await send({ method: method as 'POST', payload: 'input[name]=a+b&input[c][]=1&x=false', headers: form });
    const input = seen?.get('input');
    expect(input).not.toBeInstanceOf(PhpArray);
    expect(input).toMatchObject({ name: 'a b' });
    expect((input as { c: unknown }).c).toBeInstanceOf(PhpArray);
    expect(seen?.get('x')).toBe(false);
  });

  it('makes an object even of a text', async () => {
    await send({ payload: 'input=x', headers: form });
    expect(seen?.get('input')).toEqual({ scalar: 'x' });
  });

  it('refuses more variables than the limit', async () => {
    const payload = 'a[]=1&'.repeat(1001);
    expect(await send({ payload, headers: form })).toMatchObject({
      status: 400,
      body: ['ERROR', expect.stringContaining('Too many parameters: at most 1000')],
    });
    expect((await send({ method: 'GET', url: `/apirest.php/Computer?${payload}` })).status).toBe(400);
  });
});

describe('a body of GET (http H2.4)', () => {
  it.each([json, form, { 'content-type': 'text/plain' }])('is forbidden', async (headers) => {
    expect(await send({ method: 'GET', payload: '{}', headers })).toMatchObject({
      status: 400,
      body: [
        'ERROR_JSON_PAYLOAD_FORBIDDEN',
        'GET Request should not have json payload (http body); view documentation in your browser at /#ERROR_JSON_PAYLOAD_FORBIDDEN',
      ],
    });
  });

  it('may be blank', async () => {
    expect((await send({ method: 'GET', payload: ' \r\n\t ', headers: json })).status).toBe(200);
  });

  it('is no matter for other methods', async () => {
    const answer = await (await server).inject({
      method: 'HEAD',
      url: '/apirest.php/x',
      payload: '{"a":1}',
      headers: json,
    });
    expect(answer.statusCode).toBe(200);
    expect(seen?.get('a')).toBe(1);
  });
});

describe('a multipart body (http H2.3)', () => {
  type Part = { name: string; value: string | Buffer; filename?: string; type?: string };
  const body = (parts: Part[]) => ({
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([
      ...parts.flatMap(({ name, value, filename, type }) => [
        Buffer.from(
          `--b\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`,
        ),
        Buffer.from(value),
        Buffer.from('\r\n'),
      ]),
      Buffer.from('--b--\r\n'),
    ]),
  });
  const file = { name: 'filename[0]', filename: 'C:\\docs/a.txt', value: 'hello', type: 'text/plain' };
  const manifest = { name: 'uploadManifest', value: '{"input":{"name":"doc","_filename":["../x"]},"f":"true"}' };

  it.each([undefined, 'application/json'])('has parameters and files (manifest of type %s)', async (type) => {
    const second = { ...file, name: 'other.file', filename: 'b.txt', value: 'second' };
    const { values } = await send(body([{ ...manifest, ...(type && { type }) }, file, second]));
    expect(values).toEqual({
      input: { name: 'doc', _filename: [], _prefix_filename: [] },
      f: true,
      upload_result: [],
    });
    expect(seen?.uploads).toMatchObject([
      { fieldName: 'filename', fileName: 'a.txt', size: 5, mimetype: 'text/plain' },
      { fieldName: 'other_file', fileName: 'b.txt', size: 6, mimetype: 'text/plain' },
    ]);
    expect(contents).toEqual(['hello', 'second']);
  });

  it('needs a file', async () => {
    for (const parts of [[], [manifest], [{ name: 'a', value: 'b' }], [manifest, { ...file, filename: '' }]]) {
      expect(await send(body(parts))).toMatchObject(noFile);
    }
    expect(await send({ payload: 'x', headers: { 'content-type': 'multipart/form-data' } })).toMatchObject(noFile);
    expect(await send({ headers: { 'content-type': 'multipart/form-data; boundary=b' } })).toMatchObject(noFile);
    expect(await send({ payload: 'no parts', headers: body([]).headers })).toMatchObject(noFile);
  });

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('is never one of %s', async (method) => {
    expect(await send({ method, ...body([manifest, file]) })).toMatchObject(noFile);
  });

  it('of GET without content is refused, too', async () => {
    expect(await send({ method: 'GET', headers: body([]).headers })).toMatchObject(noFile);
  });

  it.each(['', '{', '[]', '0'])('with the manifest %j is refused', async (value) => {
    expect(await send(body([{ ...manifest, value }, file]))).toMatchObject(invalid);
  });

  it('without a manifest is refused', async () => {
    expect(await send(body([file]))).toMatchObject(invalid);
  });

  it('tells which file is too large, and takes no more than the limits', async () => {
    await send(body([manifest, { ...file, value: 'x'.repeat(5000) }, file]));
    expect(seen?.uploads).toMatchObject([{ error: 'too-large' }, { size: 5 }]);
    expect(seen?.uploads[1]).not.toHaveProperty('error');
    expect(await send(body([manifest, file, file, file, file]))).toMatchObject({
      status: 400,
      body: ['ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE', 'Too many files: at most 3 are accepted'],
    });
    expect(await send(body([manifest, { ...file, value: 'x'.repeat(300_000) }]))).toMatchObject(noFile);
  });

  it('takes odd names for what they are', async () => {
    await send(body([{ name: '__proto__', value: 'x' }, manifest, file]));
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('leaves no file behind', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(readdirSync(testLimits.uploadFolder)).toEqual([]);
  });
});

describe('sources (http H2.1)', () => {
  it('go by rank: query, body, headers', async () => {
    await send({
      url: '/apirest.php/x?a=1&b=2&login=q&session_token=q',
      payload: '{"b":3,"login":"b","session_token":"b","app_token":"b"}',
      headers: {
        ...json,
        authorization: `bAsIc ${Buffer.from('glpi:pa:ss é').toString('base64')}`,
        'session-token': 'h',
        'App-Token': '',
      },
    });
    expect(seen?.values.toJSON()).toEqual({
      a: '1',
      b: 3,
      login: 'glpi',
      session_token: 'h',
      app_token: '',
      password: 'pa:ss é',
    });
    expect([...(seen?.values.keys() ?? [])].slice(0, 4)).toEqual(['a', 'b', 'login', 'session_token']);
    expect(seen?.sessionToken).toBe('h');
  });

  it.each<[string, object]>([
    ['user_token abc', { user_token: 'abc' }],
    ['user_token  abc', { user_token: '' }],
    ['user_token', {}],
    ['X-user_token abc def', { user_token: 'abc' }],
    ['Bearer abc', {}],
    ['Basic !!!', {}],
    ['Basic', {}],
  ])('Authorization: %s', async (authorization, expected) => {
    const { values } = await send({ method: 'GET', headers: { authorization } });
    expect(values).toEqual(Object.keys(expected).length > 0 ? expected : []);
  });

  it('only the exact words at the top become booleans', async () => {
    await send({ method: 'GET', url: '/apirest.php/x?a=true&b=false&c=TRUE&d=1&e[]=true&f=+true' });
    expect(seen?.values.toJSON()).toEqual({ a: true, b: false, c: 'TRUE', d: '1', e: ['true'], f: ' true' });
    expect(['a', 'b', 'c', 'd', 'e', 'g'].map((name) => seen?.flag(name))).toEqual([
      true,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it.each<[string | undefined, boolean]>([
    [undefined, true],
    ['1', true],
    ['TRUE', true],
    ['On', true],
    ['yes', true],
    ['', false],
    ['0', false],
    ['maybe', false],
  ])('X-GLPI-Sanitized-Content: %s (http H2.6)', async (value, expected) => {
    await send({ method: 'GET', headers: value === undefined ? {} : { 'x-glpi-sanitized-content': value } });
    expect(seen?.sanitizedContent).toBe(expected);
  });
});
