/** Conditions of criteria (rules 3.2). */
import { truthy } from '../http/php-values.ts';
import { decodeStored } from '../text/stored-text.ts';
import { searchAll } from './regular-expression/search.ts';

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
  find: 10,
  under: 11,
  notUnder: 12,
  isEmpty: 30,
  inNetwork: 333,
  notInNetwork: 334,
} as const;

/** Those that all elements of a list must meet; for the others one is enough. */
const forAll: ReadonlySet<number> = new Set([
  conditions.isNot,
  conditions.notContains,
  conditions.notMatches,
  conditions.notExists,
]);

/** Those that look at ids as they are; for the others an id is turned into its text first. */
const forIds: ReadonlySet<number> = new Set([
  conditions.is,
  conditions.isNot,
  conditions.exists,
  conditions.notExists,
  conditions.under,
  conditions.notUnder,
]);

export const isMetByAll = (condition: number): boolean => forAll.has(condition);
export const looksAtIds = (condition: number): boolean => forIds.has(condition);

/** A condition's outcome, and what the parentheses of a regular expression caught, of all its matches. */
export interface Outcome {
  readonly met: boolean;
  readonly captured: readonly string[];
}

const met = (result: boolean): Outcome => ({ met: result, captured: [] });

/**
 * Whether one value meets a condition (rules 3.2). Letter case doesn't count. Conditions 11 and 12 are the caller's.
 * @param value as text; an absent one is empty
 */
export function meets(condition: number, value: string, rawPattern: string): Outcome {
  const pattern = rawPattern.trim();
  if (pattern === '*') return met(true);
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
    case conditions.matches: {
      const captured = search(pattern, value);
      return { met: captured !== undefined, captured: captured ?? [] };
    }
    case conditions.notMatches:
      return met(search(pattern, value) === undefined);
    case conditions.exists:
      return met(truthy(value));
    case conditions.notExists:
      return met(!truthy(value));
    case conditions.find:
    case conditions.isEmpty:
      return met(true);
    case conditions.inNetwork:
      return met(isInNetwork(value, pattern));
    case conditions.notInNetwork:
      return met(!isInNetwork(value, pattern));
    default:
      return met(false);
  }
}

/** An expression is stored as other texts are, with `<` and `>` as entities. */
const search = (pattern: string, value: string): readonly string[] | undefined =>
  searchAll(decodeStored(pattern), value);

/** PHP's `==` of two texts: as numbers when both are. */
function looselyEqual(a: string, b: string): boolean {
  if (a === b) return true;
  return isNumber(a) && isNumber(b) && Number(a) === Number(b);
}

const isNumber = (text: string): boolean => /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(text);

/** Whether an IPv4 address lies in a network, `10.1.0.0/16`. */
function isInNetwork(address: string, network: string): boolean {
  const [base = '', length = '32'] = network.split('/');
  const [at, from] = [ipv4(address.trim()), ipv4(base)];
  const bits = Number(length);
  if (at === undefined || from === undefined || !(bits >= 0 && bits <= 32)) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(at / size) === Math.floor(from / size);
}

function ipv4(text: string): number | undefined {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || !parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255))
    return undefined;
  return parts.reduce((all, part) => all * 256 + part, 0);
}

/** A value of an action with `#0` … `#9` replaced by what was caught; unknown numbers are empty (rules 3.3). */
export function fillCaptured(value: string, captured: readonly string[]): string {
  return captured.length === 0 ? value : value.replace(/#(\d)/g, (_, n) => captured[Number(n)] ?? '');
}
