import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { ApiError } from './errors.ts';
import type { HttpLimits } from './limits.ts';

/** A file of a multipart body, stored for the time of the request; who keeps it moves or copies it. */
export interface UploadedFile {
  /** Name of the field without brackets: `filename` of `filename[0]`. */
  readonly fieldName: string;
  /** Last part of the path that the client gave; never a path. */
  readonly fileName: string;
  /** Where the bytes are. */
  readonly path: string;
  readonly size: number;
  /** As the client says; not to be trusted. */
  readonly mimetype: string;
  /** The file was larger than the limit; what is stored is cut off. */
  readonly error?: 'too-large';
}

export interface Multipart {
  /** Last value of the field `uploadManifest`: its text, or what it holds if it came as JSON. */
  readonly manifest: unknown;
  readonly uploads: readonly UploadedFile[];
}

/**
 * Reads a multipart body; its files go to the upload folder while they arrive (http H2.3). The files are removed by the
 * answer's end (see `httpPlugin`), or here if the body turns out to be none.
 *
 * @throws ApiError when there is no file, or more than the limits allow
 */
export async function readMultipart(request: FastifyRequest, limits: HttpLimits): Promise<Multipart> {
  const noFile = (cause?: unknown) => new ApiError('ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE', { cause });
  const length = Number(request.raw.headers['content-length'] ?? 0);
  if (!request.isMultipart() || length > limits.maxUploadBytes) throw noFile();
  let manifest: unknown = '';
  const uploads: UploadedFile[] = [];
  try {
    const parts = request.parts({
      limits: {
        fileSize: limits.maxFileBytes,
        files: limits.maxFiles,
        fields: limits.maxFiles,
        fieldSize: limits.maxBodyBytes,
      },
    });
    for await (const part of parts) {
      if (part.type === 'field') {
        if (part.fieldname === 'uploadManifest') manifest = part.valueTruncated ? '' : part.value;
      } else if (part.filename === undefined || part.filename === '') {
        part.file.resume();
      } else {
        const path = join(limits.uploadFolder, `upload-${randomUUID()}`);
        request.uploadedPaths.push(path);
        // Systems sweep their folders of temporary files.
        await mkdir(limits.uploadFolder, { recursive: true, mode: 0o700 });
        await pipeline(part.file, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
        uploads.push({
          fieldName: part.fieldname.replace(/\[.*$/s, '').replace(/[ .]/g, '_'),
          fileName: part.filename.replace(/^.*[/\\]/s, ''),
          path,
          size: part.file.bytesRead,
          mimetype: part.mimetype,
          ...(part.file.truncated && { error: 'too-large' as const }),
        });
      }
    }
  } catch (error) {
    await removeUploads(request.uploadedPaths);
    throw multipartError(error, limits) ?? noFile(error);
  }
  if (uploads.length === 0) throw noFile();
  return { manifest, uploads };
}

/** Removes files that nobody has taken away. */
export async function removeUploads(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => unlink(path).catch(() => undefined)));
}

/** The contract's error for one of the multipart parser or the disk; undefined for a body that is no multipart. */
function multipartError(error: unknown, limits: HttpLimits): unknown {
  switch ((error as { code?: unknown }).code) {
    case 'FST_PARTS_LIMIT':
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return new ApiError('ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE:files', { args: [limits.maxFiles] });
    case 'FST_INVALID_JSON_FIELD_ERROR':
      return new ApiError('ERROR_JSON_PAYLOAD_INVALID');
    case 'ENOENT':
    case 'ENOSPC':
    case 'EACCES':
    case 'EROFS':
      return error;
    default:
      return undefined;
  }
}
