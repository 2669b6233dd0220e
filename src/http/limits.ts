import type { QueryLimits } from './php-query.ts';

/** How much of a request is read before it is refused; all are settings. */
export interface HttpLimits extends QueryLimits {
  /** Levels of nesting of a JSON body. */
  readonly maxJsonDepth: number;
  /** Bytes of a body without files. */
  readonly maxBodyBytes: number;
  /** Bytes of a whole multipart body. */
  readonly maxUploadBytes: number;
  /** Bytes of one file; a larger one is reported as refused, the rest of the request goes on. */
  readonly maxFileBytes: number;
  /** Files of a multipart body; as many fields are read. */
  readonly maxFiles: number;
  /** Folder for files on their way in. */
  readonly uploadFolder: string;
}

/** PHP's own limits where they are known to clients, else generous ones. */
export const defaultLimits: Omit<HttpLimits, 'uploadFolder'> = {
  maxVariables: 1000,
  maxDepth: 64,
  maxJsonDepth: 512,
  maxBodyBytes: 16 * 1024 * 1024,
  maxUploadBytes: 128 * 1024 * 1024,
  maxFileBytes: 64 * 1024 * 1024,
  maxFiles: 100,
};
