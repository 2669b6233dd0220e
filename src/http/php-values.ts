import { isContainer, sizeOf } from './php-array.ts';

/** What PHP takes for white space around a number. */
const numeric = /^[ \t\n\r\v\f]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;
const leadingNumber = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/;

/**
 * Whether PHP takes a value for true: all but '', '0', 0, false, null, undefined and empty arrays. An empty JSON object
 * is true.
 */
export function truthy(value: unknown): boolean {
  if (typeof value === 'string') return value !== '' && value !== '0';
  if (Array.isArray(value)) return value.length > 0;
  if (isContainer(value) && Symbol.iterator in value) return sizeOf(value) > 0;
  return Boolean(value) || Number.isNaN(value);
}

/** PHP's `is_numeric`: a number, or a text that is one, with blanks around it but nothing else. */
export const isNumericPhp = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && numeric.test(value));

/**
 * PHP's `intval`: the integer a text begins with, 0 without one; containers count as 0 or 1. Kept within what
 * JavaScript represents exactly.
 */
export function phpIntval(value: unknown): number {
  if (typeof value === 'string') return toInteger(Number(leadingNumber.exec(value)?.[1] ?? 0));
  if (typeof value === 'number') return toInteger(value);
  return truthy(value) ? 1 : 0;
}

function toInteger(value: number): number {
  if (Number.isNaN(value)) return 0;
  const integer = Math.trunc(value);
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(Number.MIN_SAFE_INTEGER, integer)) + 0;
}

/** PHP's boolean filter: `1`, `true`, `on`, `yes` in any case are true, anything else is false. */
export const phpBooleanFilter = (value: string): boolean => /^(?:1|true|on|yes)$/i.test(value.trim());

/** A value as PHP writes it into a text: true is `1`, false and null are empty; undefined for arrays and objects. */
export function phpText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '';
  if (typeof value === 'number') return String(value);
  return value === null || value === undefined ? '' : undefined;
}

const trimmed = ' \t\n\r\0\v';

/** PHP's `trim`. */
export function phpTrim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && trimmed.includes(text.charAt(from))) from++;
  while (to > from && trimmed.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
