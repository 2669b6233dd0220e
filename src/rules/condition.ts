import { truthy } from '../http/php-values.ts';

/** Conditions of criteria that need no other table (rules 3.2). */
export const conditions = {
  is: 0,
  isNot: 1,
  contains: 2,
  notContains: 3,
  begins: 4,
  ends: 5,
  matches: 6,
  notMatches: 7,
  exists: 8,
  notExists: 9,
  under: 11,
  notUnder: 12,
} as const;

/** Those that all elements of a list must meet; for the others one is enough. */
const forAll: ReadonlySet<number> = new Set([
  conditions.isNot,
  conditions.notContains,
  conditions.notMatches,
  conditions.notExists,
]);

/** A condition's outcome, and what the parentheses of a regular expression caught, of all its matches. */
export interface Outcome {
  readonly met: boolean;
  readonly captured: readonly string[];
}

const met = (result: boolean): Outcome => ({ met: result, captured: [] });

/**
 * Whether a value meets a condition (rules 3.2). Letter case doesn't count. Conditions 11 and 12 are the caller's.
 * @param value a text, or several of which all or one must meet it; an absent value is an empty text
 */
export function meets(condition: number, value: string | readonly string[], pattern: string): Outcome {
  if (pattern.trim() === '*') return met(true);
  if (typeof value === 'string') return meetsOne(condition, value, pattern.trim());
  const outcomes = value.map((each) => meetsOne(condition, each, pattern.trim()));
  return {
    met: forAll.has(condition) ? outcomes.every((each) => each.met) : outcomes.some((each) => each.met),
    captured: outcomes.flatMap((each) => each.captured),
  };
}

function meetsOne(condition: number, value: string, pattern: string): Outcome {
  const [text, wanted] = [value.toLowerCase(), pattern.toLowerCase()];
  switch (condition) {
    case conditions.is:
      return met(looselyEqual(text, wanted));
    case conditions.isNot:
      return met(!looselyEqual(text, wanted));
    case conditions.contains:
      return met(text !== '' && wanted !== '' && text.includes(wanted));
    case conditions.notContains:
      return met(text === '' || wanted === '' || !text.includes(wanted));
    case conditions.begins:
      return met(text !== '' && wanted !== '' && text.startsWith(wanted));
    case conditions.ends:
      return met(text !== '' && wanted !== '' && text.endsWith(wanted));
    case conditions.matches:
      return search(value, pattern);
    case conditions.notMatches:
      return met(!search(value, pattern).met);
    case conditions.exists:
      return met(truthy(value));
    case conditions.notExists:
      return met(!truthy(value));
    default:
      return met(false);
  }
}

/** PHP's `==` of two texts: as numbers when both are. */
function looselyEqual(a: string, b: string): boolean {
  if (a === b) return true;
  return isNumber(a) && isNumber(b) && Number(a) === Number(b);
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** All matches of an expression between delimiters; none of one that is not valid. */
function search(value: string, pattern: string): Outcome {
  const expression = parseExpression(pattern);
  if (!expression) return met(false);
  const matches = [...value.matchAll(expression)];
  return { met: matches.length > 0, captured: matches.flatMap((match) => match.slice(1).map((group) => group ?? '')) };
}

/** Pairs of delimiters that PHP takes beside a character on both sides. */
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

function parseExpression(pattern: string): RegExp | undefined {
  const open = pattern[0];
  if (open === undefined || /[\w\s\\]/.test(open)) return undefined;
  const end = pattern.lastIndexOf(closing[open] ?? open);
  if (end <= 0) return undefined;
  const flags = new Set(['g', 's', 'i', ...pattern.slice(end + 1)].filter((flag) => 'gsimu'.includes(flag)));
  try {
    return new RegExp(pattern.slice(1, end), [...flags].join(''));
  } catch {
    return undefined;
  }
}

/** A value of an action with `#0` … `#9` replaced by what was caught; unknown numbers are empty (rules 3.3). */
export function fillCaptured(value: string, captured: readonly string[]): string {
  return captured.length === 0 ? value : value.replace(/#(\d)/g, (_, n) => captured[Number(n)] ?? '');
}
