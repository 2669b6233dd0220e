/** Files of documents in GLPI's folder: `<EXT>/<2 of sha1>/<38 of sha1>.<EXT>` (items-write W14.3). */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Writing } from '../../items/write/writing.ts';
import { mediaType } from './file-type.ts';
import { addFile, dropFile, exists, TEMPORARY } from './pending-files.ts';

/** What a document's row says of its file. */
export interface DocumentFile {
  readonly filename: string;
  readonly filepath: string;
  readonly mime: string;
  readonly sha1sum: string;
}

/** Extension in lower case, without the dot; empty for none. */
export const extensionOf = (name: string): string => path.extname(name).slice(1).toLowerCase();

/** The first bytes of a file, as many as tell what it is. */
export async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** An upload in the temporary folder. */
export interface Upload {
  /** Where its bytes are. */
  readonly source: string;
  /** The name that the client gave. */
  readonly filename: string;
  readonly sha1sum: string;
}

/**
 * An upload of this request or of an earlier one; undefined when there is none of that name.
 *
 * @param upload name in the temporary folder; a path in it is no name
 * @param prefix what stands before the name that the client gave
 */
export async function fileOfUpload(w: Writing, upload: string, prefix: string): Promise<Upload | undefined> {
  const folder = w.ctx.site.config.filesDir;
  if (folder === undefined || upload !== path.basename(upload) || upload.startsWith('.')) return undefined;
  const source = path.join(folder, TEMPORARY, upload);
  if (!(await exists(source))) return undefined;
  const filename = upload.startsWith(prefix) ? upload.slice(prefix.length) : upload;
  return { source, filename, sha1sum: await sha1Of(source) };
}

/** Copies an upload to its place, with the transaction. Undefined when there is no such upload. */
export async function keepUpload(w: Writing, upload: string, prefix: string): Promise<DocumentFile | undefined> {
  const found = await fileOfUpload(w, upload, prefix);
  if (!found) return undefined;
  const { source, filename, sha1sum } = found;
  const extension = extensionOf(filename).toUpperCase();
  const filepath = `${extension}/${sha1sum.slice(0, 2)}/${sha1sum.slice(2)}.${extension}`;
  await addFile(w, w.ctx.site.config.filesDir!, source, filepath);
  return { filename, filepath, mime: mediaType(await headOf(source), extensionOf(filename)), sha1sum };
}

/** Whether a document's file is in its place. */
export async function isKept(w: Writing, filepath: string): Promise<boolean> {
  const folder = w.ctx.site.config.filesDir;
  return folder !== undefined && isBelowFolder(filepath) && exists(path.join(folder, filepath));
}

/** Removes a file once the transaction is through, if no row names it then; whether there is one. */
export async function removeFile(w: Writing, filepath: string): Promise<boolean> {
  const folder = w.ctx.site.config.filesDir;
  if (folder === undefined || !isBelowFolder(filepath)) return false;
  return dropFile(w, folder, filepath);
}

const isBelowFolder = (filepath: string): boolean =>
  filepath !== '' && !filepath.split('/').includes('..') && !path.isAbsolute(filepath);

async function sha1Of(file: string): Promise<string> {
  const hash = createHash('sha1');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
