import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file of GLPI's folder of documents and pictures. */
export interface StoredFile {
  readonly path: string;
  readonly size: number;
  /** Moment of the last change, without fractions of a second. */
  readonly modified: Date;
}

/**
 * Finds a file by its path below a folder; undefined when it isn't there, is no plain file, or lies elsewhere: paths
 * come from the database, where GLPI lets clients write them.
 *
 * @param folder undefined: there are no files at all
 */
export async function findStoredFile(folder: string | undefined, below: string): Promise<StoredFile | undefined> {
  if (folder === undefined || below === '' || below.includes('\0')) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(path.join(root, below));
    if (!file.startsWith(root + path.sep)) return undefined;
    const handle = await open(file);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return undefined;
      return { path: file, size: stats.size, modified: new Date(Math.floor(stats.mtimeMs / 1000) * 1000) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** MD5 of a file's content, in hexadecimal. */
export async function md5Of(file: StoredFile): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(file.path), hash);
  return hash.digest('hex');
}

/** The file's content; to be read to its end or destroyed. */
export const contentOf = (file: StoredFile): Readable => createReadStream(file.path);
