import { createHash } from 'node:crypto';
import { numericJson } from '../../text/numeric-json.ts';
import type { Values } from './foreign-keys.ts';

/** The signature that `get_sha1` answers instead of the item (items-read G10). */
export function signatureOf(values: Values): string {
  return createHash('sha1').update(numericJson(values)).digest('hex');
}
