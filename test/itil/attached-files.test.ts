import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PICTURE } from '../site/documents.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

type Columns = Record<string, unknown>;
interface Upload {
  readonly name: string;
  readonly prefix: string;
}

const files = mkdtempSync(join(tmpdir(), 'attached-'));
let site: TestApp;
let db: Connection;
let token: string;
let ticket: number;

beforeAll(async () => {
  site = await testApp({ GLPI_FILES_DIR: files });
  db = await connect(site.database.url);
  token = await site.logIn();
  ticket = (await send('POST', '/Ticket', { name: 'Pictures', content: 'x' })).id;
});
afterAll(async () => {
  await db.end();
  await site.close();
  rmSync(files, { recursive: true });
});

async function send(method: 'POST' | 'PUT', path: string, input: Columns): Promise<{ id: number; message: string }> {
  const answer = await site.ask(path, { method, token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(method === 'POST' ? 201 : 200);
  return [answer.json()].flat()[0];
}

/** Adds an item together with files, each in a field of its own name. */
async function upload(
  itemtype: string,
  input: Columns,
  parts: readonly (readonly [field: string, name: string, content: string | Buffer])[],
): Promise<{ id: number; message: string; upload_result: Record<string, Upload[]> }> {
  const form = new FormData();
  form.set('uploadManifest', JSON.stringify({ input }));
  for (const [field, name, content] of parts)
    form.append(field, new Blob([new Uint8Array(Buffer.from(content))]), name);
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await site.ask(`/${itemtype}`, {
    method: 'POST',
    token,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

let uploads = 0;
/** A picture that no document has, left in the temporary folder by an earlier request. */
async function earlierPicture(): Promise<Upload> {
  const picture = Buffer.concat([PICTURE, Buffer.from(String(uploads++))]);
  const { id, upload_result } = await upload('Document', {}, [['file', 'dot.png', picture]]);
  await site.ask(`/Document/${id}?force_purge=1`, { method: 'DELETE', token });
  return upload_result.file![0]!;
}

async function documentsOf(itemtype: string, id: number): Promise<Columns[]> {
  const [rows] = await db.query<RowDataPacket[]>(
    `SELECT d.*, l.timeline_position, l.date FROM glpi_documents_items l JOIN glpi_documents d ON d.id = l.documents_id
     WHERE l.itemtype = ? AND l.items_id = ? ORDER BY l.id`,
    [itemtype, id],
  );
  return rows;
}

async function textOf(itemtype: string, id: number, column: string): Promise<string> {
  const answer = await site.ask(`/${itemtype}/${id}`, { token, headers: { 'x-glpi-sanitized-content': 'false' } });
  return answer.json()[column];
}

function shown(document: Columns, itemtype: string, id: number, width = '1'): string {
  const address = `/glpi/front/document.send.php?docid=${document.id}&itemtype=${itemtype}&items_id=${id}`;
  return `<a href="${address}" target="_blank" ><img alt="${document.tag}" width="${width}" src="${address}" /></a>`;
}

describe('files that come with an item (itil 11, items-write W14)', () => {
  it('are the first ones of each field', async () => {
    const { id } = await upload('Ticket', { name: 't', content: 'x' }, [
      ['a[0]', 'one.txt', 'one'],
      ['a[1]', 'two.txt', 'two'],
      ['b', 'three.txt', 'three'],
    ]);
    expect(await documentsOf('Ticket', id)).toMatchObject([
      { filename: 'one.txt', name: `Document Ticket ${id}`, tickets_id: id },
      { filename: 'three.txt', name: `Document Ticket ${id}`, tickets_id: id },
    ]);
  });

  it('are called like the file when they come with a problem', async () => {
    const { id } = await upload('Problem', { name: 'p', content: 'x' }, [['a', 'log.txt', 'log']]);
    expect(await documentsOf('Problem', id)).toMatchObject([{ name: 'log.txt', tickets_id: 0 }]);
  });

  it('make no document when they are refused, or not there', async () => {
    const { id } = await upload('Ticket', { name: 't', content: 'x' }, [['a', 'run.exe', 'MZ']]);
    expect(await documentsOf('Ticket', id)).toEqual([]);
    const followup = { itemtype: 'Ticket', items_id: id, content: 'x', _filename: ['gone.txt'] };
    expect(await send('POST', '/ITILFollowup', followup)).toMatchObject({ message: 'File gone.txt not found.' });
  });

  it('are the document of the same content in that entity, if there is one', async () => {
    const first = await upload('Ticket', { name: 't', content: 'x' }, [['a', 'same.txt', 'the same']]);
    const second = await upload('Change', { name: 'c', content: 'x' }, [['a', 'other.txt', 'the same']]);
    const [document] = await documentsOf('Ticket', first.id);
    expect(await documentsOf('Change', second.id)).toMatchObject([{ id: document!.id, filename: 'same.txt' }]);
  });

  it('show in the text where their tag is, and not in the timeline', async () => {
    const text = '<p>#tag-1# &amp; <img id="tag-1" width="50" height="40" src="blob:x"></p>';
    const { id } = await upload('Ticket', { name: 't', content: text, _tag_filename: ['tag-1'] }, [
      ['a', 'dot.png', PICTURE],
    ]);
    const [document] = await documentsOf('Ticket', id);
    expect(document).toMatchObject({ tag: 'tag-1', timeline_position: -1 });
    const [small, large] = [shown(document!, 'Ticket', id), shown(document!, 'Ticket', id, '50')];
    expect(await textOf('Ticket', id, 'content')).toBe(`<p>${small} &amp; ${large}</p>`);
  });

  it.each([
    ['ITILFollowup', 'content', () => ({ itemtype: 'Ticket', items_id: ticket })],
    ['TicketTask', 'content', () => ({ tickets_id: ticket })],
    ['TicketValidation', 'comment_submission', () => ({ tickets_id: ticket, users_id_validate: 2 })],
    ['ITILSolution', 'content', () => ({ itemtype: 'Ticket', items_id: ticket })],
  ])('%s: come from an earlier request, and its readers are those of the ticket', async (itemtype, column, where) => {
    const { name, prefix } = await earlierPicture();
    const named = { [`_${column}`]: [name], [`_prefix_${column}`]: [prefix], [`_tag_${column}`]: ['tag-2'] };
    const { id } = await send('POST', `/${itemtype}`, { ...where(), ...named, [column]: '<p>#tag-2#</p>' });
    const [document] = await documentsOf(itemtype, id);
    expect(document).toMatchObject({ filename: 'dot.png', tag: 'tag-2', timeline_position: -1 });
    expect(await textOf(itemtype, id, column)).toBe(`<p>${shown(document!, 'Ticket', ticket)}</p>`);
  });

  it.each([
    ['Problem', 'impactcontent', {}],
    ['Change', 'rolloutplancontent', {}],
    ['KnowbaseItem', 'answer', {}],
    ['Reminder', 'text', {}],
    ['PlanningExternalEvent', 'text', {}],
    ['Project', 'content', {}],
  ])('%s: come with a change, too', async (itemtype, column, input) => {
    const { id } = await send('POST', `/${itemtype}`, { name: 'n', content: 'x', ...input });
    const { name, prefix } = await earlierPicture();
    const named = { [`_${column}`]: [name], [`_prefix_${column}`]: [prefix], [`_tag_${column}`]: ['tag-3'] };
    for (let time = 0; time < 2; time++) {
      await send('PUT', `/${itemtype}/${id}`, { ...named, [column]: '<p>#tag-3#</p>' });
      const [document, ...more] = await documentsOf(itemtype, id);
      expect(more).toEqual([]);
      expect(await textOf(itemtype, id, column)).toBe(`<p>${shown(document!, itemtype, id)}</p>`);
    }
  });

  it('are linked from the moment of the followup on', async () => {
    const { name } = await earlierPicture();
    const input = {
      itemtype: 'Ticket',
      items_id: ticket,
      content: 'x',
      date: '2026-01-02 03:04:05',
      _filename: [name],
    };
    await send('PUT', `/Ticket/${ticket}`, { status: 1 });
    const { id } = await send('POST', '/ITILFollowup', input);
    expect(await documentsOf('ITILFollowup', id)).toMatchObject([{ date: '2026-01-02 03:04:05' }]);
  });
});
