import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

/** A server that has not been told where GLPI keeps its files. */
let server: TestApp;
let token: string;

beforeAll(async () => {
  server = await testApp();
  token = await server.logIn();
});
afterAll(() => server.close());

async function upload(itemtype: string) {
  const form = new FormData();
  form.set('uploadManifest', JSON.stringify({ input: { name: 'with a file' } }));
  form.set('file[0]', new Blob(['content']), 'a.txt');
  const request = new Request('http://x', { method: 'POST', body: form });
  return server.ask(`/${itemtype}`, {
    method: 'POST',
    token,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

describe('without a folder of files', () => {
  it.each(['Document', 'Ticket', 'Computer'])(
    'a file sent with a new %s is refused, and nothing is added',
    async (type) => {
      const answer = await upload(type);
      expect(answer.statusCode).toBe(501);
      expect(answer.json()).toEqual(['ERROR_UNKNOWN', expect.stringContaining('files')]);
      const found = await server.ask(`/${type}?searchText[name]=with a file`, { token });
      expect(found.json()).toEqual([]);
    },
  );

  it('a document without a file is added as ever', async () => {
    const answer = await server.ask('/Document', { method: 'POST', token, payload: { input: { name: 'no file' } } });
    expect(answer.statusCode).toBe(201);
  });
});
