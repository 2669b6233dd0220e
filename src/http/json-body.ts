import { ApiError } from './errors.ts';
import type { PhpValue } from './php-array.ts';
import { phpTrim, truthy } from './php-values.ts';

/** A byte order mark stays where it is, so that it makes the JSON invalid as it does for PHP. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes a JSON body (http H2.3). Lists become arrays, objects stay objects; a key `__proto__` is dropped.
 *
 * @returns undefined for a body of nothing but blanks
 * @throws ApiError ERROR_JSON_PAYLOAD_INVALID for no JSON, no UTF-8, too many levels, or a value PHP takes for false
 */
export function decodeJsonBody(bytes: Uint8Array, maxDepth: number): PhpValue | undefined {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (cause) {
    throw new ApiError('ERROR_JSON_PAYLOAD_INVALID', { cause });
  }
  if (phpTrim(text) === '') return undefined;
  return decodeJson(text, maxDepth);
}

/** Decodes JSON that must hold something: the field `uploadManifest`, or a body that isn't blank. */
export function decodeJson(text: string, maxDepth: number): PhpValue {
  let value: PhpValue;
  try {
    value = JSON.parse(text) as PhpValue;
  } catch {
    throw new ApiError('ERROR_JSON_PAYLOAD_INVALID');
  }
  const escapedSurrogates = /\\ud[89a-f]/i.test(text);
  clean(value, maxDepth, escapedSurrogates);
  if (!truthy(value)) throw new ApiError('ERROR_JSON_PAYLOAD_INVALID');
  return value;
}

/** Refuses what PHP's decoder refuses and JavaScript's takes: deep nesting, half characters, keys that begin with NUL. */
function clean(value: PhpValue, levels: number, escapedSurrogates: boolean): void {
  if (typeof value === 'string') {
    if (escapedSurrogates && !value.isWellFormed()) throw new ApiError('ERROR_JSON_PAYLOAD_INVALID');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (levels <= 0) throw new ApiError('ERROR_JSON_PAYLOAD_INVALID');
  if (Array.isArray(value)) {
    for (const item of value) clean(item, levels - 1, escapedSurrogates);
    return;
  }
  const object = value as Record<string, PhpValue>;
  for (const key of Object.keys(object)) {
    if (key === '__proto__') delete object[key];
    else {
      if (key.charCodeAt(0) === 0 || (escapedSurrogates && !key.isWellFormed())) {
        throw new ApiError('ERROR_JSON_PAYLOAD_INVALID');
      }
      clean(object[key] ?? null, levels - 1, escapedSurrogates);
    }
  }
}
