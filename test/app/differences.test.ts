import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

/** The differences of docs/differences.md that show in any answer; others have their tests beside what they concern. */
let server: TestApp;
let token: string;
let files: string;

beforeAll(async () => {
  files = mkdtempSync(path.join(tmpdir(), 'differences-'));
  server = await testApp({ GLPI_FILES_DIR: files, PARAMETER_LIMIT: '100' });
  token = await server.logIn();
});
afterAll(async () => {
  await server.close();
  rmSync(files, { recursive: true });
});

async function row<T>(sql: string): Promise<T> {
  const connection = await mysql.createConnection(server.database.url);
  const [rows] = await connection.query<mysql.RowDataPacket[]>(sql);
  await connection.end();
  return rows[0] as T;
}

describe('differences', () => {
  it.each([
    '/CommonDropdown/1',
    '/Computer?searchText[name][x]=1',
    '/Computer?sort[]=name',
    '/Computer?range[]=0-1',
    '/getMultipleItems?items[0][itemtype]=Nothing&items[0][items_id]=1',
  ])('D01: %s is answered 400 in JSON', async (url) => {
    const answer = await server.ask(url, { token });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual([expect.stringMatching(/^ERROR/), expect.any(String)]);
  });

  it('D02: a wrong value is refused without the words of the database', async () => {
    const answer = await server.ask('/Computer', {
      token,
      method: 'POST',
      payload: { input: { name: 'x', is_template: 'abc' } },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()[0]).toBe('ERROR_GLPI_ADD');
    expect(answer.body).not.toMatch(/column|glpi_|SQL/);
  });

  it('D03: a file is not for those who may not read its document', async () => {
    const { id } = await row<{ id: number }>("SELECT MIN(id) AS id FROM glpi_documents WHERE filepath <> ''");
    const theirs = await server.logIn('post-only', 'postonly');
    const refused = await server.ask(`/Document/${id}?alt=media`, { token: theirs });
    expect(refused.json()[0]).toBe('ERROR_RIGHT_MISSING');
  });

  it.each(['ticket', 'item_disk', 'knowbaseitem'])('D04: %s is found in any letter case', async (name) => {
    expect((await server.ask(`/${name}`, { token })).statusCode).toBeLessThan(300);
  });

  it('D05: the collection of a class that shares a table has its own kind only', async () => {
    const rules = (await server.ask('/RuleTicket?range=0-99', { token })).json<{ sub_type: string }[]>();
    expect(new Set(rules.map(({ sub_type }) => sub_type))).toEqual(new Set(rules.length > 0 ? ['RuleTicket'] : []));
    expect((await server.ask('/RuleRight', { token })).statusCode).toBeLessThan(300);
  });

  it('D09: debug=2 shows the answer, escaped', async () => {
    const answer = await server.ask('/getActiveProfile?debug=2', { token });
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('active_profile');
  });

  it('D13: a document whose file is gone is not found, and no path is told', async () => {
    const { id } = await row<{ id: number }>("SELECT MIN(id) AS id FROM glpi_documents WHERE filepath <> ''");
    const answer = await server.ask(`/Document/${id}?alt=media`, { token });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain(files);
  });

  it('D14: more parameters than the limit are refused', async () => {
    const many = Array.from({ length: 101 }, (_, at) => `a${at}=1`).join('&');
    expect((await server.ask(`/Computer?${many}`, { token })).statusCode).toBe(400);
  });

  it('D15: a range beyond 64 bits answers the rows there are', async () => {
    const answer = await server.ask('/Computer?range=0-99999999999999999999', { token });
    expect(answer.statusCode).toBe(200);
  });

  it('D16: an item does not move to an entity that is not there', async () => {
    const { id } = await row<{ id: number }>('SELECT MIN(id) AS id FROM glpi_computers');
    const payload = { input: { entities_id: 99_999 } };
    const answer = await server.ask(`/Computer/${id}`, { token, method: 'PUT', payload });
    expect(answer.json()).toEqual(['ERROR_GLPI_UPDATE', "You don't have permission to perform this action."]);
  });

  it('D17: a path sent with a document is ignored', async () => {
    const payload = { input: { name: 'a path', filename: 'p', filepath: '../config/config_db.php' } };
    const { id } = (await server.ask('/Document', { token, method: 'POST', payload })).json();
    const stored = await row<{ filepath: string | null }>(`SELECT filepath FROM glpi_documents WHERE id = ${id}`);
    expect(stored.filepath ?? '').toBe('');
  });

  it('D18: a password without its repetition is hashed', async () => {
    const payload = { input: { name: 'newcomer', password: 'in the clear' } };
    const { id } = (await server.ask('/User', { token, method: 'POST', payload })).json();
    const stored = await row<{ password: string }>(`SELECT password FROM glpi_users WHERE id = ${id}`);
    expect(stored.password).toMatch(/^\$2y\$/);
  });

  it('D45: a template that is deleted among others purges itself alone', async () => {
    const added = await server.ask('/Computer', {
      token,
      method: 'POST',
      payload: { input: [{ name: 'template', is_template: 1, template_name: 't' }, { name: 'plain' }] },
    });
    const [template, plain] = (added.json() as { id: number }[]).map(({ id }) => id);
    const payload = { input: [{ id: template }, { id: plain }] };
    const answer = await server.ask('/Computer', { token, method: 'DELETE', payload });
    expect(answer.json()).toEqual([
      { [String(template)]: true, message: '' },
      { [String(plain)]: true, message: '' },
    ]);
    expect(await row(`SELECT id FROM glpi_computers WHERE id = ${template}`)).toBeUndefined();
    expect(await row(`SELECT is_deleted FROM glpi_computers WHERE id = ${plain}`)).toEqual({ is_deleted: 1 });
  });

  it('D19: only known settings can be written through Config', async () => {
    const ask = (input: object) => server.ask('/Config/1', { token, method: 'PUT', payload: { input } });
    expect((await ask({ nonsense: 'x' })).statusCode).toBe(400);
    expect((await ask({ admin_email: 'a@example.org' })).statusCode).toBe(200);
    const { many } = await row<{ many: number }>("SELECT COUNT(*) AS many FROM glpi_configs WHERE name = 'nonsense'");
    expect(many).toBe(0);
  });
});
