/** Searching with the regular expressions that administrators wrote for PHP, without letting one stop the server. */
import vm from 'node:vm';
import { readDelimited } from './delimited.ts';
import { translate } from './translate.ts';

/** Milliseconds that one search may take; PCRE, too, gives up at its limit. */
const TIME_LIMIT = 100;

/** Steps that a search may need at most to run without a limit. */
const SAFE_STEPS = 2e7;

/** Compiled expressions that are kept. */
const KEPT = 500;

/** Where the bytes above 127 stand in a text of bytes: characters without case, so that case folds ASCII only. */
const BYTES = 0xe000;

interface Compiled {
  readonly expression: RegExp;
  readonly groups: readonly { readonly isNamed: boolean }[];
  readonly isUnicode: boolean;
  readonly repetitions: number;
}

const compiled = new Map<string, Compiled | null>();

/**
 * All matches of an expression between delimiters, with the modifiers `s` and `i` that GLPI adds (rules 3.2).
 *
 * @returns what its groups caught, all of the first group before those of the second, empty for a group that took no
 * part; undefined when nothing matches, the expression is invalid or has no equal, or the search takes too long
 */
export function searchAll(pattern: string, text: string): readonly string[] | undefined {
  const found = compile(pattern);
  if (!found) return undefined;
  const matches = allMatches(found, found.isUnicode ? text : toBytes(text));
  if (matches.length === 0) return undefined;
  return found.groups.flatMap(({ isNamed }, i) => {
    const values = matches.map(({ groups }) => groups?.[`c${i + 1}`] ?? '');
    const texts = found.isUnicode ? values : values.map(fromBytes);
    // PHP lists a named group under its name and under its number.
    return isNamed ? [...texts, ...texts] : texts;
  });
}

function compile(pattern: string): Compiled | null {
  let found = compiled.get(pattern);
  if (found === undefined) {
    found = newlyCompiled(pattern);
    if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value!);
    compiled.set(pattern, found);
  }
  return found;
}

function newlyCompiled(pattern: string): Compiled | null {
  const delimited = readDelimited(pattern);
  if (!delimited) return null;
  const { body, modifiers } = delimited;
  const isUnicode = modifiers.has('u');
  const translated = translate(isUnicode ? body : toBytes(body), { isUnicode, modifiers, byte: byteCharacter });
  if (!translated) return null;
  const { source, groups, repetitions } = translated;
  try {
    return { expression: new RegExp(source, 'giu'), groups, isUnicode, repetitions };
  } catch {
    return null;
  }
}

const byteCharacter = (value: number): number => (value < 0x80 ? value : BYTES + value);

const toBytes = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text : String.fromCharCode(...[...Buffer.from(text)].map(byteCharacter));

const fromBytes = (text: string): string =>
  /^[\0-\x7f]*$/.test(text)
    ? text
    : Buffer.from([...text].map((character) => character.charCodeAt(0) & 0xff)).toString();

const sandbox = vm.createContext({ expression: undefined, text: '' });
const search = new vm.Script('Array.from(text.matchAll(expression))');

function allMatches({ expression, repetitions }: Compiled, text: string): RegExpExecArray[] {
  if (text.length ** (repetitions + 1) <= SAFE_STEPS) return [...text.matchAll(expression)];
  Object.assign(sandbox, { expression, text });
  try {
    for (;;) {
      const before = process.cpuUsage();
      const found = searchInTime();
      if (found) return found;
      const { user, system } = process.cpuUsage(before);
      // The clock also runs while other programs have the processor: that isn't the expression's fault.
      if ((user + system) / 1000 >= TIME_LIMIT / 2) return [];
    }
  } finally {
    Object.assign(sandbox, { expression: undefined, text: '' });
  }
}

/** Undefined when the time is over. */
function searchInTime(): RegExpExecArray[] | undefined {
  try {
    return search.runInContext(sandbox, { timeout: TIME_LIMIT }) as RegExpExecArray[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
