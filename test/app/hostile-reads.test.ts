import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all } from '../../src/catalog/catalog.ts';
import { type TestApp, testApp } from '../support/app.ts';

/** Whatever is asked by GET, an answer comes that the contract knows: never a fault, never a hanging request. */
let server: TestApp;
let token: string;

beforeAll(async () => {
  server = await testApp();
  token = await server.logIn();
});
afterAll(() => server.close());

const word = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1',
    '-1',
    'true',
    'abc',
    'NULL',
    "'",
    '"',
    '\\',
    '%',
    '_',
    '^',
    '$',
    '\0',
    '😀',
    '1e9',
    '0-0',
    '5-4',
  ),
  fc.string({ maxLength: 12 }),
  fc.integer().map(String),
);
const name = fc.constantFrom(
  'range',
  'sort',
  'order',
  'searchText',
  'is_deleted',
  'only_id',
  'expand_dropdowns',
  'get_hateoas',
  'get_sha1',
  'add_keys_names',
  'with_devices',
  'with_disks',
  'with_softwares',
  'with_connections',
  'with_networkports',
  'with_infocoms',
  'with_contracts',
  'with_documents',
  'with_tickets',
  'with_problems',
  'with_changes',
  'with_notes',
  'with_logs',
  'raw',
  'items',
  'session_write',
  'debug',
  'is_recursive',
  'criteria',
  'forcedisplay',
  'metacriteria',
);
const bracket = fc.oneof(
  fc.constant('[]'),
  fc.constantFrom('[id]', '[name]', '[0]', '[0][itemtype]', '[field]'),
  word.map((key) => `[${key}]`),
);
const parameter = fc
  .tuple(name, fc.array(bracket, { maxLength: 3 }), word)
  .map(([key, brackets, value]) => `${encodeURIComponent(key + brackets.join(''))}=${encodeURIComponent(value)}`);
const itemtype = fc.constantFrom(...all().map((type) => type.name), 'Nope', 'CommonDBTM', 'CommonDropdown');
const path = fc.oneof(
  itemtype.map((type) => [type]),
  fc.tuple(itemtype, word),
  fc.tuple(itemtype, fc.constantFrom('1', '2', '0'), itemtype),
  fc.tuple(fc.constantFrom('search', 'listSearchOptions'), itemtype),
  fc.constantFrom(['getMultipleItems'], ['getMyEntities'], ['getActiveProfile'], ['getGlpiConfig'], ['getFullSession']),
);

/** A fault of ours, or one that no request should get. */
const faults = [500, 502, 503];

describe('hostile GET requests', () => {
  it('get an answer of the contract', async () => {
    await fc.assert(
      fc.asyncProperty(path, fc.array(parameter, { maxLength: 5 }), async (elements, parameters) => {
        const url = `/${elements.map(encodeURIComponent).join('/')}?${parameters.join('&')}`;
        const answer = await server.ask(url, { token });
        if (faults.includes(answer.statusCode)) throw new Error(`${url} gave ${answer.statusCode}: ${answer.body}`);
        if (
          answer.statusCode >= 400 &&
          !('debug' in answer.headers) &&
          answer.headers['content-type']?.includes('json')
        ) {
          expect(answer.json()).toHaveLength(2);
        }
      }),
      { numRuns: 1500 },
    );
  }, 120_000);

  it.each([
    ['a body of a GET request', { payload: '{"a":1}' }, 'ERROR_JSON_PAYLOAD_FORBIDDEN'],
    ['a forged token', { headers: { 'session-token': 'x'.repeat(500) } }, 'ERROR_SESSION_TOKEN_INVALID'],
    ['no token', {}, 'ERROR_SESSION_TOKEN_MISSING'],
  ])('%s gets its own error', async (_what, options, code) => {
    const answer = await server.ask('/Computer', options);
    expect(answer.json()[0]).toBe(code);
  });

  it('more parameters than the limit are refused', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join('&');
    const answer = await server.ask('/Computer', {
      method: 'POST',
      token,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: many,
    });
    expect(answer.statusCode).toBe(400);
  });

  it('nesting of 10,000 levels is refused', async () => {
    const payload = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const answer = await server.ask('/Computer', {
      method: 'POST',
      token,
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(answer.json()[0]).toBe('ERROR_JSON_PAYLOAD_INVALID');
  });
});
