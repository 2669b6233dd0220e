import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiError, codeOf, type ErrorEntry, errorBody, errorTable } from '../../src/http/errors.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

/** Every code of the API's list of errors comes from a request here, or is marked as one that GLPI 10.0 never sends. */
let server: TestApp;
let token: string;
const seen = new Set<string>();

beforeAll(async () => {
  server = await testApp();
  token = await server.logIn();
});
afterAll(() => server.close());

type Ask = { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; input?: unknown; body?: object; as?: 'nobody' | 'post-only' };

async function codeOfAnswer(path: string, { method = 'GET', input, body, as }: Ask = {}): Promise<string> {
  const session = as === 'post-only' ? await server.logIn('post-only', 'postonly') : token;
  const payload = body ?? (input === undefined ? undefined : { input });
  const answer = await server.ask(path, {
    method,
    ...(as !== 'nobody' && { token: session }),
    ...(payload && { payload }),
  });
  const code = String(answer.json()[0]);
  seen.add(code);
  return code;
}

/** Runs a request while the database says something else. */
async function meanwhile(statements: string, work: () => Promise<void>, back: string): Promise<void> {
  const database = await connect(server.database.url);
  try {
    await database.query(statements);
    // A second is what a change behind the server's back may take to be in force.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await work();
  } finally {
    await database.query(back);
    await database.end();
    await new Promise((resolve) => setTimeout(resolve, 1100));
  }
}

describe('codes of errors', () => {
  it.each<[code: string, path: string, ask?: Ask]>([
    ['ERROR_ITEM_NOT_FOUND', '/Computer/999999'],
    ['ERROR_BAD_ARRAY', '/Computer', { method: 'POST', body: {} }],
    ['ERROR_RIGHT_MISSING', '/Computer', { as: 'post-only' }],
    ['ERROR_SESSION_TOKEN_INVALID', '/Computer?session_token=nobody', { as: 'nobody' }],
    ['ERROR_SESSION_TOKEN_MISSING', '/Computer', { as: 'nobody' }],
    ['ERROR_WRONG_APP_TOKEN_PARAMETER', '/Computer?app_token=wrong'],
    ['ERROR_LOGIN_PARAMETERS_MISSING', '/initSession', { as: 'nobody' }],
    ['ERROR_GLPI_LOGIN', '/initSession?login=glpi&password=wrong', { as: 'nobody' }],
    ['ERROR_GLPI_LOGIN_USER_TOKEN', '/initSession?user_token=wrong', { as: 'nobody' }],
    ['ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM', '/Nothing'],
    ['ERROR_RESOURCE_MISSING', '/search'],
    ['ERROR_RANGE_EXCEED_TOTAL', '/Computer?range=9999-10000'],
    ['ERROR_FIELD_NOT_FOUND', '/Computer?searchText[nothing]=x'],
    ['ERROR_GLPI_ADD', '/Ticket_User', { method: 'POST', input: { users_id: 2 } }],
    ['ERROR_GLPI_PARTIAL_ADD', '/Computer', { method: 'POST', input: [{ name: 'a' }, { is_template: 'abc' }] }],
    ['ERROR_GLPI_UPDATE', '/Computer', { method: 'PUT', input: { id: 999_999, name: 'x' } }],
    ['ERROR_GLPI_PARTIAL_UPDATE', '/Computer', { method: 'PUT', input: [{ id: 1 }, { id: 999_999 }] }],
    ['ERROR_GLPI_DELETE', '/Computer', { method: 'DELETE', input: { id: 999_999 } }],
    ['ERROR_GLPI_PARTIAL_DELETE', '/Computer', { method: 'DELETE', input: [{ id: 1 }, { id: 999_999 }] }],
    ['ERROR_MASSIVEACTION_KEY', '/applyMassiveAction/Computer/nothing', { method: 'POST', body: { ids: [1] } }],
    ['ERROR_MASSIVEACTION_NO_IDS', '/applyMassiveAction/Computer/x', { method: 'POST', body: {} }],
    ['ERROR_MASSIVEACTION_NOT_FOUND', '/getMassiveActions'],
    ['ERROR', '/Computer?order=sideways'],
  ])('%s', async (code, path, ask) => {
    expect(await codeOfAnswer(path, ask)).toBe(code);
  });

  it('ERROR_JSON_PAYLOAD_FORBIDDEN and ERROR_JSON_PAYLOAD_INVALID', async () => {
    expect(await codeOfAnswer('/Computer', { body: { a: 1 } })).toBe('ERROR_JSON_PAYLOAD_FORBIDDEN');
    const headers = { 'content-type': 'application/json' };
    const invalid = await server.ask('/Computer', { token, method: 'POST', headers, payload: '{' });
    seen.add(String(invalid.json()[0]));
    const noFile = await server.ask('/Document', {
      token,
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--\r\n',
    });
    seen.add(String(noFile.json()[0]));
    expect([...seen]).toEqual(
      expect.arrayContaining(['ERROR_JSON_PAYLOAD_INVALID', 'ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE']),
    );
  });

  it('ERROR_APP_TOKEN_PARAMETERS_MISSING', () =>
    meanwhile(
      "UPDATE glpi_apiclients SET app_token = 'secret'",
      async () => expect(await codeOfAnswer('/Computer')).toBe('ERROR_APP_TOKEN_PARAMETERS_MISSING'),
      'UPDATE glpi_apiclients SET app_token = NULL',
    ));

  it('ERROR_NOT_ALLOWED_IP', () =>
    meanwhile(
      'UPDATE glpi_apiclients SET is_active = 0',
      async () => expect(await codeOfAnswer('/Computer')).toBe('ERROR_NOT_ALLOWED_IP'),
      'UPDATE glpi_apiclients SET is_active = 1',
    ));

  it('ERROR_LOGIN_WITH_CREDENTIALS_DISABLED', () =>
    meanwhile(
      "UPDATE glpi_configs SET value = '0' WHERE name = 'enable_api_login_credentials'",
      async () =>
        expect(await codeOfAnswer('/initSession?login=glpi&password=glpi', { as: 'nobody' })).toBe(
          'ERROR_LOGIN_WITH_CREDENTIALS_DISABLED',
        ),
      "UPDATE glpi_configs SET value = '1' WHERE name = 'enable_api_login_credentials'",
    ));

  it('ERROR_UNKNOWN', () =>
    meanwhile(
      'RENAME TABLE glpi_lines TO lines_away',
      async () => expect(await codeOfAnswer('/Line')).toBe('ERROR_UNKNOWN'),
      'RENAME TABLE lines_away TO glpi_lines',
    ));

  it('are all of the list', () => {
    for (const [name, entry] of Object.entries<ErrorEntry>(errorTable)) {
      const code = codeOf(name);
      if (entry.neverSent) expect(errorBody(new ApiError(name as keyof typeof errorTable), '')[0]).toBe(code);
      else expect(seen, code).toContain(code);
    }
  });
});
