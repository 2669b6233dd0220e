/** Sets of characters that PCRE has a short form for, as what stands in a class of ours. */

type Range = readonly [from: number, to: number];

const LAST = 0x10ffff;

const digits: readonly Range[] = [[0x30, 0x39]];
const upper: readonly Range[] = [[0x41, 0x5a]];
const lower: readonly Range[] = [[0x61, 0x7a]];
const blank: readonly Range[] = [
  [0x09, 0x09],
  [0x20, 0x20],
];
const space: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];
const word: readonly Range[] = [...digits, ...upper, [0x5f, 0x5f], ...lower];

/** `[:name:]` in a class; ASCII, as in GLPI's locale. */
const posix: Readonly<Record<string, readonly Range[]>> = {
  alpha: [...upper, ...lower],
  digit: digits,
  alnum: [...digits, ...upper, ...lower],
  upper,
  lower,
  space,
  blank,
  word,
  xdigit: [...digits, [0x41, 0x46], [0x61, 0x66]],
  cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  print: [[0x20, 0x7e]],
  graph: [[0x21, 0x7e]],
  punct: [
    [0x21, 0x2f],
    [0x3a, 0x40],
    [0x5b, 0x60],
    [0x7b, 0x7e],
  ],
  ascii: [[0, 0x7f]],
};

const escapes: Readonly<Record<string, readonly Range[]>> = {
  d: digits,
  w: word,
  s: space,
  h: blank,
  v: [[0x0a, 0x0d]],
};

/** The same for expressions with the modifier `u`. */
const unicode: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '\\p{L}\\p{N}_',
  s: '\\p{White_Space}',
  S: '\\P{White_Space}',
};

/** One character's code as an escape. */
export const escaped = (code: number): string => `\\u{${code.toString(16)}}`;

/** `\d`, `\W`, `\h` …: what stands for it between the brackets of a class; undefined when there is no such set. */
export function escapedSet(letter: string, isUnicode: boolean): string | undefined {
  if (isUnicode && unicode[letter]) return unicode[letter];
  if (isUnicode && letter === 'W') return undefined;
  const ranges = escapes[letter.toLowerCase()];
  return ranges && asText(letter === letter.toLowerCase() ? ranges : complement(ranges));
}

/** `[:alpha:]`, `[:^alpha:]`: what stands for it between the brackets of a class. */
export function posixSet(name: string): string | undefined {
  const ranges = posix[name.replace('^', '')];
  return ranges && asText(name.startsWith('^') ? complement(ranges) : ranges);
}

const asText = (ranges: readonly Range[]): string =>
  ranges.map(([from, to]) => (from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`)).join('');

/** Of ranges in ascending order. */
function complement(ranges: readonly Range[]): Range[] {
  const others: Range[] = [];
  let next = 0;
  for (const [from, to] of ranges) {
    if (from > next) others.push([next, from - 1]);
    next = to + 1;
  }
  return next <= LAST ? [...others, [next, LAST]] : others;
}
