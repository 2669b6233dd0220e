/** How PHP and MariaDB look at the values of an input (items-write W1.5, W7.4). */
import type { Column } from '../../database/schema.ts';

/** A value that a column takes: what JSON has but for lists and objects. */
export type Scalar = string | number | boolean | null;

const numeric = /^[ \t\n\r\v\f]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;

export const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';

/** Whether PHP's `==` holds: `"5"` and 5, `""` and null, `"05"` and `"5"` are equal, `"a"` and 0 are not. */
export function looselyEqual(a: unknown, b: unknown): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return phpTrue(a) === phpTrue(b);
  if (a === null || b === null) {
    const other = a === null ? b : a;
    return other === null || other === '' || other === 0;
  }
  if (isNumeric(a) && isNumeric(b)) return Number(a) === Number(b);
  return String(a) === String(b);
}

/** PHP's idea of true for a scalar. */
export const phpTrue = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' && value !== '0' : Boolean(value);

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || (typeof value === 'string' && numeric.test(value));

/** A value as PHP writes it into a text: true is `1`, false and null are empty. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  return value === true ? '1' : String(value);
}

/**
 * A value as a statement's parameter for a column: always text, which the server converts (and refuses) as it does for
 * GLPI. The word `NULL` is SQL's. Undefined when no column could take it (a list or an object).
 */
export function parameterOf(value: unknown, column: Column): string | null | undefined {
  if (value === null || value === 'NULL') return null;
  if (!isScalar(value)) return undefined;
  if (value === false) return isText(column) ? '' : '0';
  return textOf(value);
}

const isText = (column: Column): boolean => /char|text|blob/.test(column.type);
