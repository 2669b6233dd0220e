import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { type TestApp, testApp } from '../support/app.ts';

/** A document's file is there exactly if a row names it. */
const files = mkdtempSync(join(tmpdir(), 'pending-'));
let server: TestApp;
let tokens: string[];

beforeAll(async () => {
  server = await testApp({ GLPI_FILES_DIR: files, DATABASE_POOL_SIZE: '8' });
  tokens = await Promise.all(Array.from({ length: 6 }, () => server.logIn('glpi')));
});
afterAll(async () => {
  await server.close();
  rmSync(files, { recursive: true });
});

const placeOf = (content: string): string => {
  const sha1 = createHash('sha1').update(content).digest('hex');
  return `TXT/${sha1.slice(0, 2)}/${sha1.slice(2)}.TXT`;
};

async function upload(
  content: string,
  token = tokens[0]!,
  input: object = {},
): Promise<{ status: number; id: number }> {
  const form = new FormData();
  form.set('uploadManifest', JSON.stringify({ input }));
  form.set('file', new Blob([content]), 'a.txt');
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await server.ask('/Document', {
    method: 'POST',
    token,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, id: answer.json().id };
}

const purge = (id: number, token = tokens[0]!) =>
  server.ask(`/Document/${id}?force_purge=1`, { method: 'DELETE', token });

const pending = (): string[] => readdirSync(join(files, '_tmp', '.pending'));

function put(place: string): void {
  mkdirSync(dirname(join(files, place)), { recursive: true });
  writeFileSync(join(files, place), 'x');
}

describe('files', () => {
  it('come with the row and go with the last one', async () => {
    const [first, second] = [await upload('shared'), await upload('shared')];
    await purge(first.id);
    expect(existsSync(join(files, placeOf('shared')))).toBe(true);
    await purge(second.id);
    expect(existsSync(join(files, placeOf('shared')))).toBe(false);
    expect(pending()).toEqual([]);
  });

  it('don’t come with a row that is refused', async () => {
    expect((await upload('refused', tokens[0], { link: 'no link' })).status).toBe(400);
    expect((await upload('refused', tokens[0], { entities_id: 99_999 })).status).toBe(400);
    expect((await upload('refused', tokens[0], { documentcategories_id: [1] })).status).toBe(400);
    expect(existsSync(join(files, placeOf('refused')))).toBe(false);
    expect(pending()).toEqual([]);
  });

  it('stay while one adds what another purges', async () => {
    for (let round = 0; round < 5; round++) {
      const content = `contended ${round}`;
      const { id } = await upload(content);
      const added = await Promise.all([
        purge(id, tokens[1]),
        ...tokens.slice(2).map((token) => upload(content, token)),
      ]);
      expect(existsSync(join(files, placeOf(content)))).toBe(true);
      const ids = added.flatMap((one) => ('id' in one ? [one.id] : []));
      await Promise.all(ids.map((own, n) => purge(own, tokens[n])));
      expect(existsSync(join(files, placeOf(content)))).toBe(false);
    }
    expect(pending()).toEqual([]);
  });

  it('are settled at the start when a server was killed, not when one is at work', async () => {
    const named = await upload('named');
    expect(named.status).toBe(201);
    rmSync(join(files, placeOf('named')));
    const [gone, alive] = [`_tmp/.pending/999999999-${hostname()}-00000000`, `_tmp/.pending/1-${hostname()}-00000001`];
    // Between the row's commit and the file's; between the file's and the row's; a transaction under way.
    put(`${gone}/${placeOf('named')}`);
    for (const place of ['AB/ab/unnamed.AB', `${gone}/AB/ab/unnamed.AB`]) put(place);
    put(`${alive}/AB/ab/other.AB`);
    const next = await buildApp(
      loadConfig({ LOG_LEVEL: 'silent', DATABASE_URL: server.database.url, GLPI_FILES_DIR: files }),
    );
    await next.close();
    expect(existsSync(join(files, placeOf('named')))).toBe(true);
    expect(existsSync(join(files, 'AB/ab/unnamed.AB'))).toBe(false);
    expect(pending()).toEqual([`1-${hostname()}-00000001`]);
  });
});
