import { isListOfKeys } from './php-array.ts';

/** A part of an answer that is JSON already; `phpJson` writes it as it is. For parts that come hundreds of times. */
export class WrittenJson {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** Characters that can't stand in a JSON text as they are, or that PHP writes otherwise. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters
const special = /[\x00-\x1f"\\\u2028\u2029\ud800-\udfff]/;

/**
 * Writes a value as PHP's `json_encode` would (http H5.2): compact, slashes and characters beyond ASCII as they are.
 * Arrays of PHP (`PhpArray`, `Map`, plain objects alike) whose keys are 0, 1, 2 … are lists, so an empty one is `[]`.
 * An empty object of PHP has no prototype here: it stays `{}`. Entries that are undefined are left out. `bigint` is
 * written in full, dates are the caller's to format.
 */
export function phpJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'number':
      return Number.isFinite(value) ? String(value) : '0';
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return list(value);
      if (value instanceof WrittenJson) return value.json;
      return isMapLike(value) ? map(value) : object(value as Record<string, unknown>);
    default:
      return 'null';
  }
}

type MapLike = { keys(): Iterable<string>; entries(): Iterable<[string | number, unknown]> };

/** `Map` and `PhpArray`. An object from a row that has columns of these names holds no functions. */
const isMapLike = (value: object): value is MapLike => Symbol.iterator in value && 'entries' in value;

function list(values: readonly unknown[]): string {
  let json = '[';
  for (let at = 0; at < values.length; at++) json += (at > 0 ? ',' : '') + phpJson(values[at]);
  return `${json}]`;
}

function map(value: MapLike): string {
  const keys: string[] = [];
  const items: string[] = [];
  for (const [key, item] of value.entries()) {
    if (item === undefined) continue;
    keys.push(String(key));
    items.push(phpJson(item));
  }
  return join(keys, items);
}

function object(value: Record<string, unknown>): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return Object.getPrototypeOf(value) === null ? '{}' : '[]';
  // Integer keys come first in an object: without a key 0 at the front it is no list.
  if (keys[0] === '0') {
    const present = keys.filter((key) => value[key] !== undefined);
    return join(
      present,
      present.map((key) => phpJson(value[key])),
    );
  }
  let json = '';
  for (const key of keys) {
    const item = value[key];
    if (item !== undefined) json += `${json === '' ? '{' : ','}${keyText(key)}:${phpJson(item)}`;
  }
  return json === '' ? '[]' : `${json}}`;
}

function join(keys: readonly string[], items: readonly string[]): string {
  if (isListOfKeys(keys)) return `[${items.join(',')}]`;
  let json = '{';
  for (let at = 0; at < keys.length; at++) json += `${at > 0 ? ',' : ''}${text(keys[at] ?? '')}:${items[at]}`;
  return `${json}}`;
}

/** Keys are mostly columns, the same ones row after row. */
const keyTexts = new Map<string, string>();
const MOST_KEYS = 10_000;

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const written = text(key);
  if (keyTexts.size < MOST_KEYS) keyTexts.set(key, written);
  return written;
}

function text(value: string): string {
  if (!special.test(value)) return `"${value}"`;
  return JSON.stringify(value.toWellFormed()).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
