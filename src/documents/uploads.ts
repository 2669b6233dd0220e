/** Files of a multipart request on their way into GLPI's temporary folder (items-write W14.1, W14.2). */
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { extensionOf, headOf } from '../behaviours/management/document-file.ts';
import { keepsPromise, mediaType } from '../behaviours/management/file-type.ts';
import { TEMPORARY } from '../behaviours/management/pending-files.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { ApiError } from '../http/errors.ts';
import type { UploadedFile } from '../http/multipart.ts';
import { byteSize } from '../text/byte-size.ts';

/** What became of the uploads. */
export interface AcceptedUploads {
  /** `upload_result` of the answer: by field, in order. */
  readonly result: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** Names in the temporary folder, of the first file of each field; refused ones aren't there. */
  readonly names: readonly string[];
  readonly prefixes: readonly string[];
}

const TOO_LARGE = 'The uploaded file exceeds the upload_max_filesize directive in php.ini';

/**
 * Moves what GLPI's settings admit to the temporary folder, and says of every file what became of it.
 *
 * @param origin scheme and host that the client called
 * @throws ApiError when there is no folder for files: they would be lost, and the client told that all is well
 */
export async function acceptUploads(
  ctx: Context,
  uploads: readonly UploadedFile[],
  origin: string,
): Promise<AcceptedUploads> {
  const folder = ctx.site.config.filesDir;
  if (folder === undefined) throw new ApiError('ERROR_UNKNOWN:uploads');
  const types: Row[] = await ctx.db
    .selectFrom('glpi_documenttypes')
    .select('ext')
    .where('is_uploadable', '=', 1)
    .execute();
  const result: Record<string, Record<string, unknown>[]> = {};
  const names: string[] = [];
  const prefixes: string[] = [];
  for (const upload of uploads) {
    const prefix = newPrefix();
    const name = `${prefix}${upload.fileName}`;
    const problem = await problemOf(ctx, upload, types);
    if (problem === undefined) await keep(folder, upload, name);
    const entry = {
      name,
      size: upload.size,
      type: upload.mimetype,
      ...(problem === undefined ? addressesOf(origin, name) : { error: problem }),
      prefix,
      display: upload.fileName,
      filesize: byteSize(upload.size),
      id: `doc${upload.fieldName}${randomBytes(5).readUIntBE(0, 5)}`,
    };
    const entries = result[upload.fieldName];
    if (entries) entries.push(entry);
    else {
      result[upload.fieldName] = [entry];
      names.push(name);
      prefixes.push(prefix);
    }
  }
  return { result, names, prefixes };
}

/** 23 characters that no other upload has. */
function newPrefix(): string {
  const seconds = Math.floor(Date.now() / 1000)
    .toString(16)
    .slice(-8)
    .padStart(8, '0');
  const random = randomBytes(8);
  const fraction = String(random.readUInt32BE(4) % 100_000_000).padStart(8, '0');
  return `${seconds}${random.toString('hex').slice(0, 6)}.${fraction}`;
}

/** What is wrong with a file; `false` for an image that is none, undefined for nothing. */
async function problemOf(
  ctx: Context,
  upload: UploadedFile,
  types: readonly Row[],
): Promise<string | false | undefined> {
  if (upload.error === 'too-large' || upload.size > ctx.settings.number('document_max_size') * 1024 * 1024) {
    return TOO_LARGE;
  }
  const extension = extensionOf(upload.fileName);
  if (extension === '' || !types.some(({ ext }) => admits(String(ext ?? ''), extension))) return 'Filetype not allowed';
  return keepsPromise(extension, mediaType(await headOf(upload.path), extension)) ? undefined : false;
}

/** Types name an extension, or a regular expression between slashes. */
function admits(ext: string, extension: string): boolean {
  if (!ext.startsWith('/')) return ext.toLowerCase() === extension;
  const end = ext.lastIndexOf('/');
  try {
    return end > 0 && new RegExp(ext.slice(1, end), 'i').test(extension);
  } catch {
    return false;
  }
}

async function keep(folder: string, upload: UploadedFile, name: string): Promise<void> {
  const target = path.join(folder, TEMPORARY);
  await mkdir(target, { recursive: true });
  await copyFile(upload.path, path.join(target, name));
}

/** Addresses that GLPI's own pages would use for the file; clients only print them. */
function addressesOf(origin: string, name: string): Record<string, unknown> {
  const file = encodeURIComponent(name);
  return { url: `${origin}/files/${file}`, deleteUrl: `${origin}/apirest.php?filenam=${file}`, deleteType: 'DELETE' };
}
