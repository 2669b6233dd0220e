/** The filters of users' templates. */
import { TwigLimitError } from './errors.ts';
import { phpDate, readDate } from './php-date.ts';
import { compare, isEmpty, Markup, numberOf, TwigObject, type TwigValue, textOf } from './values.ts';

/** What filters and functions need to know of the world. */
export interface Surroundings {
  /** The wall clock, `Y-m-d H:i:s`. */
  readonly now: string;
}

/** As long as a text may become by joining, which is where texts grow out of all proportion. */
export const LONGEST_TEXT = 4_000_000;

type Filter = (value: TwigValue, args: readonly TwigValue[], at: Surroundings) => TwigValue | Promise<TwigValue>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

/** A value as it goes into HTML. */
export const shown = (value: TwigValue): string => (value instanceof Markup ? value.html : escapeHtml(textOf(value)));

/** The members of a list or an object. */
export async function members(value: TwigValue): Promise<readonly TwigValue[]> {
  if (Array.isArray(value)) return value;
  if (!(value instanceof TwigObject)) return [];
  return Promise.all(value.names().map((name) => value.get(name)));
}

/** The day and time of a text; now for none. */
export const momentOf = (value: TwigValue, { now }: Surroundings): Date | undefined => {
  const text = textOf(value);
  return readDate(text === '' || text.toLowerCase() === 'now' ? now : text);
};

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();

export const filterFunctions: Readonly<Record<string, Filter>> = {
  abs: (value) => Math.abs(numberOf(value)),
  capitalize: (value) => upperFirst(textOf(value)),
  date: (value, [format], at) => {
    const moment = momentOf(value, at);
    return moment ? phpDate(moment, format === undefined || format === null ? 'F j, Y H:i' : textOf(format)) : '';
  },
  default: (value, [other]) => (isEmpty(value) ? (other ?? '') : value),
  e: (value) => new Markup(shown(value)),
  escape: (value) => new Markup(shown(value)),
  first: async (value) => (isText(value) ? textOf(value).slice(0, 1) : ((await members(value))[0] ?? null)),
  join: async (value, [between, last]) => {
    const texts = (await members(value)).map(textOf);
    const separator = textOf(between ?? '');
    const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0);
    if (length > LONGEST_TEXT) throw new TwigLimitError('A text is too long.');
    if (last === undefined || last === null || texts.length < 2) return texts.join(separator);
    return texts.slice(0, -1).join(separator) + textOf(last) + texts.at(-1);
  },
  last: async (value) => (isText(value) ? textOf(value).slice(-1) : ((await members(value)).at(-1) ?? null)),
  length: async (value) => (isText(value) ? [...textOf(value)].length : (await members(value)).length),
  lower: (value) => textOf(value).toLowerCase(),
  nl2br: (value) => new Markup(shown(value).replace(/\r?\n/g, (line) => `<br />${line}`)),
  raw: (value) => (isText(value) ? new Markup(textOf(value)) : value),
  reverse: async (value) =>
    isText(value) ? [...textOf(value)].reverse().join('') : [...(await members(value))].reverse(),
  round: (value, [digits, method]) => rounded(numberOf(value), numberOf(digits ?? 0), textOf(method ?? 'common')),
  sort: async (value) => [...(await members(value))].sort(compare),
  striptags: (value) => textOf(value).replace(/<[^<>]*>/g, ''),
  title: (value) => textOf(value).replace(/[^\s-]+/g, upperFirst),
  trim: (value, [characters, side]) => trimmed(textOf(value), characters ?? null, textOf(side ?? 'both')),
  upper: (value) => textOf(value).toUpperCase(),
};

const isText = (value: TwigValue): boolean => !Array.isArray(value) && !(value instanceof TwigObject);

function rounded(number: number, digits: number, method: string): number {
  const factor = 10 ** Math.min(Math.max(digits, -15), 15);
  const scaled = number * factor;
  if (method === 'ceil') return Math.ceil(scaled) / factor;
  if (method === 'floor') return Math.floor(scaled) / factor;
  return (Math.sign(scaled) * Math.round(Math.abs(scaled))) / factor;
}

function trimmed(text: string, characters: TwigValue, side: string): string {
  const cut = new Set(characters === null ? ' \t\n\r\0\v' : textOf(characters));
  let [from, to] = [0, text.length];
  if (side !== 'right') while (from < to && cut.has(text[from]!)) from++;
  if (side !== 'left') while (to > from && cut.has(text[to - 1]!)) to--;
  return text.slice(from, to);
}
