/** What GLPI does to the texts of an input before they reach a row (items-write W1.4). */
import { isKnownClass } from '../../catalog/catalog.ts';
import { encodeStored } from '../../text/stored-text.ts';

const namespacedClass = /^(\w+(?:\\\w+)+)(?:::\w+|\$\d+)?$/;

/** Characters that may follow a backslash in an escaped text, and those that can't stand there without one. */
const escapable = new Set(['\\', 'n', 'r', "'", '"', '\0', '\x1a']);
const mustBeEscaped = new Set(["'", '"', '\n', '\r', '\0', '\x1a']);
/** Letters that stand for another character after a backslash. */
const meant: Readonly<Record<string, string>> = { n: '\n', r: '\r' };

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
function cleanText(text: string): string {
  const className = namespacedClass.exec(text)?.[1];
  if (className !== undefined && isKnownClass(className)) return text;
  return encodeStored(looksEscaped(text) ? withoutEscapes(text) : text);
}

/** A backslash in it, each run of them even or followed by what an escape stands for; no quote or newline bare. */
function looksEscaped(text: string): boolean {
  if (!text.includes('\\')) return false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\\') {
      at++;
      if (at === text.length || !escapable.has(text[at]!)) return false;
    } else if (mustBeEscaped.has(char)) return false;
  }
  return true;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/gs, (_, char: string) => meant[char] ?? char);
}
