/** What GLPI does to the texts of an input before they reach a row (items-write W1.4). */
import { isKnownClass } from '../../catalog/catalog.ts';
import { encodeStored } from '../../text/stored-text.ts';

const namespacedClass = /^(\w+(?:\\\w+)+)(?:::\w+|\$\d+)?$/;
const unescaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', '0': '\0', Z: '\x1a' };

/** A whole input with its texts as they are stored; nested values too. Numbers, booleans and null stay. */
export function clean<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)])) as T;
  }
  return value;
}

/** One text as it is stored. */
export function cleanText(text: string): string {
  const className = namespacedClass.exec(text)?.[1];
  if (className !== undefined && isKnownClass(className)) return text;
  return encodeStored(looksEscaped(text) ? unescape(text) : text);
}

/** A backslash in it, each run of them even or followed by an escape's letter, and no quote, newline or NUL bare. */
function looksEscaped(text: string): boolean {
  if (!text.includes('\\')) return false;
  const rest = text.replace(/\\(?:\\|[nr'"0Z\x00\x1a])/g, '');
  return !/[\\'"\n\r\0\x1a]/.test(rest);
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, (_, char: string) => unescaped[char] ?? char);
}
