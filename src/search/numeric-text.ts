/** Texts as PHP takes them for numbers. */
import { isNumericPhp } from '../http/php-values.ts';

/** PHP's `is_numeric` for a text. */
export function isNumeric(text: string): boolean {
  return isNumericPhp(text);
}

/** PHP's `$text == 0` for a text. */
export function isZero(text: string): boolean {
  return isNumeric(text) && Number(text) === 0;
}
