import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Writing } from '../../items/write/writing.ts';
import { headOf } from '../management/document-file.ts';
import { mediaType } from '../management/file-type.ts';
import { addFile, dropFile, exists, PICTURES, TEMPORARY } from '../management/pending-files.ts';

/** Formats that pages show, and the extension they are kept under (difference D32). */
const kept: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/bmp': 'bmp',
  'image/webp': 'webp',
};

/**
 * Makes an upload of the temporary folder a user's picture, beside it the same as thumbnail; what the column `picture`
 * says, undefined with or without a message when it can't be one (items-write W15).
 */
export async function keepPicture(w: Writing, user: number, upload: string): Promise<string | undefined> {
  const folder = w.ctx.site.config.filesDir;
  if (folder === undefined || upload !== path.basename(upload) || upload.startsWith('.')) return undefined;
  const source = path.join(folder, TEMPORARY, upload);
  if (!(await exists(source))) return undefined;
  const extension = kept[mediaType(await headOf(source), '')];
  if (extension === undefined) {
    w.messages.error(w.ctx.translate('The file is not an image file.'));
    return undefined;
  }
  const unique = randomBytes(8).toString('hex');
  const name = `${unique.slice(-2)}/${user}_${unique}`;
  for (const file of [`${name}.${extension}`, `${name}_min.${extension}`]) {
    await addFile(w, folder, source, path.join(PICTURES, file));
  }
  w.messages.info(w.ctx.translate('The file is valid. Upload is successful.'));
  return `${name}.${extension}`;
}

/** Removes a picture and its thumbnail once the transaction is through. */
export async function dropPicture(w: Writing, picture: unknown): Promise<void> {
  const folder = w.ctx.site.config.filesDir;
  const match = /^([\da-f]{2}\/[\w-]+)\.(\w+)$/.exec(String(picture ?? ''));
  if (folder === undefined || !match) return;
  for (const suffix of ['', '_min']) await dropFile(w, folder, path.join(PICTURES, `${match[1]}${suffix}.${match[2]}`));
}
