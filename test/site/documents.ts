import { expect } from 'vitest';
import type { TestApp } from '../support/app.ts';
import type { Input } from './clients.ts';
import type { Site } from './site.ts';

export const PAPER = 'Sågverk\nThe bill of March: 42 €\n';
/** A red dot. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

interface UploadedFile {
  readonly name: string;
  readonly field: string;
  readonly content: string | Buffer;
  readonly type: string;
}

/** A multipart body as clients write it: the manifest first, then the files. */
async function upload(app: TestApp, token: string, itemtype: string, input: Input, files: readonly UploadedFile[]) {
  const boundary = '----client0000000001';
  const parts: (string | Buffer)[] = [
    `--${boundary}\r\nContent-Disposition: form-data; name="uploadManifest"\r\nContent-Type: application/json\r\n\r\n`,
    JSON.stringify({ input: { ...input, _filename: files.map(({ name }) => name.split('/').at(-1)) } }),
  ];
  for (const { field, name, type, content } of files) {
    parts.push(
      `\r\n--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      content,
    );
  }
  parts.push(`\r\n--${boundary}--\r\n`);
  const answer = await app.ask(`/${itemtype}`, {
    method: 'POST',
    token,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
  });
  expect(answer.statusCode, `upload ${itemtype} ${JSON.stringify(input)}: ${answer.body}`).toBe(201);
  const { id, upload_result } = answer.json<{
    id: number;
    upload_result?: Record<string, { name: string; error?: unknown }[]>;
  }>();
  for (const results of Object.values(upload_result ?? {})) {
    for (const result of results) expect(result.error, answer.body).toBeUndefined();
  }
  return { id, temporary: Object.values(upload_result ?? {})[0]?.[0]?.name };
}

const paper = (field: string, name: string): UploadedFile => ({ field, name, content: PAPER, type: 'text/plain' });

/** Documents with files in the forms that clients send, links to items, a user's picture. */
export async function buildDocuments(site: Site, app: TestApp, token: string): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  const documentcategories_id = site.id('DocumentCategory', 'Bills');
  const add = async (input: Input, file: UploadedFile) => {
    const { id, temporary } = await upload(app, token, 'Document', input, [file]);
    site.remember('Document', id, input);
    return temporary;
  };
  await add(
    { name: 'Bill of March', ...timber, documentcategories_id },
    paper('filename[0]', '/home/ylva/bills/march é.txt'),
  );
  await add({ name: 'Same bill', ...timber }, paper('filename[]', 'copy.txt'));
  const red: UploadedFile = { field: 'picture', name: 'dot.png', content: PICTURE, type: 'image/png' };
  const temporary = await add({ name: 'Red dot', ...timber }, red);
  await site.add('Document', { name: 'Far away', ...timber, link: 'https://papers.test/1' });
  await site.addAll('Document_Item', [
    { documents_id: site.id('Document', 'Bill of March'), ...site.item('Computer', 'pc-ylva') },
    { documents_id: site.id('Document', 'Far away'), ...site.item('Contract', 'Care of servers') },
  ]);
  await site.change('User', site.id('User', 'ylva'), { _picture: temporary });
  const { id } = await upload(app, token, 'Document', { ...timber, ...site.item('Supplier', 'Tools & sons') }, [
    paper('filename[0]', 'offer.txt'),
  ]);
  site.remember('Document', id, { documentcategories_id: 0 });
}

/** A ticket that brings its file along. */
export async function buildTicketWithFile(site: Site, app: TestApp, token: string): Promise<void> {
  const input = {
    name: 'Picture of the fault',
    content: 'See the file',
    entities_id: site.id('Entity', 'Holm Timber'),
  };
  const file: UploadedFile = { field: 'filename[0]', name: 'fault.png', content: PICTURE, type: 'image/png' };
  const { id } = await upload(app, token, 'Ticket', input, [file]);
  site.remember('Ticket', id, input);
}
