import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { connectTo, type Rows } from './rows.ts';

/** A computer's life through the API: answers, rows, history (items-write W2 to W8, W13). */
let server: TestApp;
let rows: Rows;
let token: string;

beforeAll(async () => {
  server = await testApp();
  rows = await connectTo(server.database.url);
  token = await server.logIn('glpi');
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

async function send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object, by = token) {
  const answer = await server.ask(path, {
    method,
    token: by,
    headers: { 'content-type': 'application/json' },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

const history = (id: number) =>
  rows.select(
    'SELECT itemtype_link, linked_action, id_search_option, old_value, new_value FROM glpi_logs WHERE itemtype = ? AND items_id = ? ORDER BY id',
    ['Computer', id],
  );

describe('a computer', () => {
  let id: number;

  it('is added with its address and a message', async () => {
    const { status, headers, body } = await send('POST', '/Computer', { input: { name: 'pc <1>', serial: 'S-1' } });
    expect(status).toBe(201);
    id = body.id;
    expect(body.message).toBe('Item successfully added: pc &#60;1&#62;');
    expect(headers.location).toMatch(new RegExp(`/Computer/${id}$`));
    const [row] = await rows.select('SELECT * FROM glpi_computers WHERE id = ?', [id]);
    expect(row).toMatchObject({ name: 'pc &#60;1&#62;', serial: 'S-1', is_deleted: 0, entities_id: 0 });
    expect(row!.date_creation).toBe(row!.date_mod);
    expect(await history(id)).toEqual([
      { itemtype_link: '0', linked_action: 20, id_search_option: 0, old_value: '', new_value: '' },
    ]);
  });

  it('is changed column by column, in the order of the input', async () => {
    const { body } = await send('PUT', `/Computer/${id}`, { input: { serial: 'S-2', users_id: 2, unknown: 1 } });
    expect(body).toEqual([{ [id]: true, message: '' }]);
    expect((await history(id)).slice(1)).toEqual([
      { itemtype_link: '', linked_action: 0, id_search_option: 5, old_value: 'S-1', new_value: 'S-2' },
      { itemtype_link: '', linked_action: 0, id_search_option: 70, old_value: '&nbsp; (0)', new_value: 'glpi (2)' },
    ]);
  });

  it('is not changed by what is equal (W7.4)', async () => {
    const before = await history(id);
    await send('PUT', `/Computer/${id}`, { input: { users_id: '2', is_recursive: false, otherserial: null } });
    expect(await history(id)).toEqual(before);
  });

  it('goes into the trashbin and back without a history row (W7.6)', async () => {
    await send('DELETE', `/Computer/${id}`);
    expect((await history(id)).at(-1)).toMatchObject({ linked_action: 13, itemtype_link: '0' });
    const before = (await history(id)).length;
    await send('PUT', `/Computer/${id}`, { input: { is_deleted: 0 } });
    await send('DELETE', `/Computer/${id}?history=false`);
    expect(await history(id)).toHaveLength(before);
  });

  it('goes for good with its history', async () => {
    expect((await send('DELETE', `/Computer/${id}?force_purge=yes`)).body).toEqual([{ [id]: true, message: '' }]);
    expect(await rows.select('SELECT id FROM glpi_computers WHERE id = ?', [id])).toEqual([]);
    expect(await history(id)).toEqual([]);
    expect((await send('DELETE', `/Computer/${id}`)).body).toEqual(['ERROR_GLPI_DELETE', 'Item not found']);
    expect((await send('PUT', `/Computer/${id}`, { input: {} })).body).toEqual(['ERROR_GLPI_UPDATE', null]);
  });
});

describe('several at once (W3)', () => {
  it('answers 201 with links, 207 for some, 400 for none', async () => {
    const all = await send('POST', '/Computer', { input: [{ name: 'b1' }, { name: 'b2' }] });
    expect(all.status).toBe(201);
    expect(String(all.headers.link).split(',')).toHaveLength(2);
    const some = await send('POST', '/Computer', { input: [{ name: 'b3' }, { name: 'no', entities_id: 999 }] });
    expect(some.status).toBe(207);
    expect(some.body[1][1]).toEqual({ id: false, message: "You don't have permission to perform this action." });
    const none = await send('POST', '/Computer', { input: [] });
    expect([none.status, none.body]).toEqual([400, ['ERROR_GLPI_ADD', []]]);
    const [one, two] = all.body.map(({ id }: { id: number }) => id);
    const deleted = await send('DELETE', '/Computer', { input: [{ id: one }, { id: two }, { id: 999_999 }] });
    expect(deleted.status).toBe(207);
  });

  it('has no entry for what isn’t there when it updates, and an empty one without an id', async () => {
    const { body } = await send('PUT', '/Computer', { input: [{ contact: 'x' }, { id: 999_999, contact: 'y' }] });
    expect(body).toEqual(['ERROR_GLPI_PARTIAL_UPDATE', [[]]]);
  });
});

describe('what is refused', () => {
  it('is input of another form', async () => {
    expect((await send('POST', '/Computer', { name: 'x' })).body[0]).toBe('ERROR_BAD_ARRAY');
    expect((await send('PUT', '/Computer/1', {})).body[0]).toBe('ERROR_BAD_ARRAY');
    expect((await send('DELETE', '/Computer', {})).body[0]).toBe('ERROR_BAD_ARRAY');
  });

  it('is a value that the column can’t hold, without a word of SQL', async () => {
    const { status, body } = await send('POST', '/Computer', { input: { name: 'x', is_template: 'true' } });
    expect(status).toBe(400);
    expect(body).toEqual(['ERROR_GLPI_ADD', 'A field has an incorrect value']);
  });

  it('leaves nothing behind: neither row nor history', async () => {
    const count = () =>
      rows.select('SELECT (SELECT COUNT(*) FROM glpi_computers) AS c, (SELECT COUNT(*) FROM glpi_logs) AS l', []);
    const before = await count();
    await send('POST', '/Computer', { input: { name: 'x', states_id: [1] } });
    await send('POST', '/Computer', { input: { name: 'x', states_id: null } });
    expect(await count()).toEqual(before);
  });
});
