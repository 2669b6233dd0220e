import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition } from '../../src/documents/content-disposition.ts';
import { findStoredFile, md5Of } from '../../src/documents/stored-file.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'files-'));
  mkdirSync(path.join(folder, 'files', 'TXT'), { recursive: true });
  writeFileSync(path.join(folder, 'files', 'TXT', 'a.txt'), 'hello');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'files', 'link.txt'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('stored files', () => {
  it('are found below their folder', async () => {
    const file = await findStoredFile(path.join(folder, 'files'), 'TXT/a.txt');
    expect(file?.size).toBe(5);
    expect(await md5Of(file!)).toBe('5d41402abc4b2a76b9719d911017c592');
  });

  it.each(['../secret.txt', 'TXT/../../secret.txt', 'link.txt', 'TXT', 'TXT/b.txt', 'TXT/a.txt/x', '', 'a\0b'])(
    'is none: %j',
    async (below) => {
      expect(await findStoredFile(path.join(folder, 'files'), below)).toBeUndefined();
    },
  );

  it('are none without a folder', async () => {
    expect(await findStoredFile(undefined, 'TXT/a.txt')).toBeUndefined();
  });
});

describe('the name of a file (items-write W14.4)', () => {
  it.each([
    ['a.txt', 'text/plain', `attachment; filename="a.txt"; filename*=utf-8''a.txt`],
    ['red square.png', 'image/png', `filename="red square.png"; filename*=utf-8''red%20square.png`],
    ['b6/noah.png', 'image/png', `filename="b6/noah.png"; filename*=utf-8''b6%2Fnoah.png`],
    ['drawing.svg', 'image/svg+xml', `attachment; filename="drawing.svg"; filename*=utf-8''drawing.svg`],
    ['é徐.pdf', 'application/pdf', `filename="é?.pdf"; filename*=utf-8''%C3%A9%E5%BE%90.pdf`],
    [
      'a"b\r\nc(1).txt',
      'text/plain',
      `attachment; filename="a\\"b  c(1).txt"; filename*=utf-8''a%22b%20%20c%281%29.txt`,
    ],
  ])('%j', (name, mime, header) => {
    expect(contentDisposition(name, mime)).toBe(header);
  });
});
