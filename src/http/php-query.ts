import { ApiError } from './errors.ts';
import { PhpArray } from './php-array.ts';

export interface QueryLimits {
  /** Variables in one query string or form. */
  readonly maxVariables: number;
  /** Pairs of brackets behind a name; a variable with more is dropped. */
  readonly maxDepth: number;
}

/**
 * Reads a query string or an urlencoded form as PHP's `parse_str` does (http H2.1).
 *
 * @param text the bytes as they came, one character a byte (Node's `request.url`, `buffer.latin1Slice()`); characters
 *   above 255 are taken as text
 * @throws ApiError when there are more variables than the limit; PHP would lose the rest without a word
 */
export function parsePhpQuery(text: string, limits: QueryLimits): PhpArray {
  const variables = new PhpArray();
  const end = text.indexOf('\0');
  const input = bytesOf(end < 0 ? text : text.slice(0, end));
  let count = 0;
  for (let from = 0; from < input.length; ) {
    const ampersand = input.indexOf('&', from);
    const to = ampersand < 0 ? input.length : ampersand;
    if (to > from) {
      if (++count > limits.maxVariables) throw new ApiError('ERROR:variables', { args: [limits.maxVariables] });
      register(variables, input.slice(from, to), limits.maxDepth);
    }
    from = to + 1;
  }
  return variables;
}

function register(variables: PhpArray, pair: string, maxDepth: number): void {
  const equals = pair.indexOf('=');
  const name = decodeComponent(equals < 0 ? pair : pair.slice(0, equals));
  const value = equals < 0 ? '' : decodeComponent(pair.slice(equals + 1));
  const path = parseName(name);
  if (path === undefined) return;
  if (path.keys.length > maxDepth) {
    variables.delete(path.name);
    return;
  }
  let array = variables;
  let key: string | undefined = path.name;
  for (const next of path.keys) {
    const present: unknown = key === undefined ? undefined : array.get(key);
    let inner: PhpArray;
    if (present instanceof PhpArray) inner = present;
    else {
      inner = new PhpArray();
      if (key === undefined) array.push(inner);
      else array.set(key, inner);
    }
    array = inner;
    key = next;
  }
  if (key === undefined) array.push(value);
  else array.set(key, value);
}

interface VariableName {
  readonly name: string;
  /** What stood in each pair of brackets; undefined for an empty pair, which appends. */
  readonly keys: readonly (string | undefined)[];
}

/**
 * Takes a decoded name apart. Blanks before it are skipped, it ends at a NUL, dots and blanks in it become `_`, and so
 * does a bracket that is never closed; what stands between or behind brackets is lost.
 */
function parseName(decoded: string): VariableName | undefined {
  const nul = decoded.indexOf('\0');
  const text = (nul < 0 ? decoded : decoded.slice(0, nul)).replace(/^ +/, '');
  const bracket = text.indexOf('[');
  if (bracket < 0) return text === '' ? undefined : { name: text.replace(/[ .]/g, '_'), keys: [] };
  if (bracket === 0) return undefined;
  if (text.indexOf(']', bracket) < 0) return { name: text.replace(/[ .[]/g, '_'), keys: [] };
  const keys: (string | undefined)[] = [];
  for (let at = bracket; text[at] === '['; ) {
    // A single blank behind the bracket doesn't make the pair less empty.
    const first = /[ \t-\r]/.test(text[at + 1] ?? '') ? at + 2 : at + 1;
    const close = text.indexOf(']', first);
    if (close < 0) break;
    keys.push(close === first ? undefined : text.slice(at + 1, close));
    at = close + 1;
  }
  const name = text.slice(0, bracket).replace(/[ .]/g, '_');
  return { name, keys };
}

/** Decodes `+` and `%xx` of a name or value; bytes that are no UTF-8 become U+FFFD, a lone `%` stays. */
function decodeComponent(component: string): string {
  const text = component.includes('+') ? component.replaceAll('+', ' ') : component;
  return decodePercent(text);
}

/**
 * Decodes `%xx` in a text of bytes and reads the whole as UTF-8. Never fails: what is no UTF-8 becomes U+FFFD, and what
 * is no `%xx` stays.
 */
export function decodePercent(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  const ascii = /^[\x00-\x7f]*$/.test(text);
  if (ascii && !text.includes('%')) return text;
  if (ascii) {
    try {
      return decodeURIComponent(text);
    } catch {
      // Broken escapes or bytes: the slow way.
    }
  }
  const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A text as one character a byte. Node hands over the address that way already; test clients may not. */
export function bytesOf(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 255) return Buffer.from(text, 'utf8').toString('latin1');
  }
  return text;
}
