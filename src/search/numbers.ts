/** PHP's view of texts as numbers, which decides how a criterion's value is compared (search 12). */

const NUMERIC = /^[ \t\n\r\v\f]*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[ \t\n\r\v\f]*$/;

/** PHP's `is_numeric`: `12`, ` -1.5`, `1e3`, `.5`. */
export function isNumeric(text: string): boolean {
  return NUMERIC.test(text);
}

/** PHP's `$text == 0` for a text. */
export function isZero(text: string): boolean {
  return isNumeric(text) && Number(text) === 0;
}

/** PHP's `(int) $text`: the whole number at the start, 0 without one. */
export function toInteger(text: string): number {
  const start = /^[ \t\n\r\v\f]*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/.exec(text);
  return start ? Math.trunc(Number(start[0])) || 0 : 0;
}
