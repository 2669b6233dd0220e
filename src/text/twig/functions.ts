/** The functions of users' templates. */
import { TwigLimitError } from './errors.ts';
import { members, momentOf, type Surroundings } from './filters.ts';
import { compare, numberOf, TwigObject, type TwigValue, textOf } from './values.ts';

/** As many members as a range may have. */
const LONGEST_LIST = 1_000;

type TwigFunction = (args: readonly TwigValue[], at: Surroundings) => TwigValue | Promise<TwigValue>;

export const templateFunctions: Readonly<Record<string, TwigFunction>> = {
  date: ([value], at) =>
    momentOf(value ?? null, at)
      ?.toISOString()
      .slice(0, 19)
      .replace('T', ' ') ?? null,
  max: async (args) => (await candidates(args)).reduce((most, one) => (compare(one, most) > 0 ? one : most)),
  min: async (args) => (await candidates(args)).reduce((least, one) => (compare(one, least) < 0 ? one : least)),
  random: async ([value, most]) => {
    if (Array.isArray(value) || value instanceof TwigObject) return chosen(await members(value));
    if (typeof value === 'string') return chosen([...value]);
    const [low, high] =
      most === undefined ? [0, numberOf(value ?? 2_147_483_647)] : [numberOf(value ?? 0), numberOf(most)];
    return Math.floor(low + Math.random() * (high - low + 1));
  },
  range: ([low = null, high = null, step = 1]) => range(low, high, numberOf(step)),
};

/** Numbers, or letters, from one to another. */
export function range(low: TwigValue, high: TwigValue, step = 1): TwigValue[] {
  const letters = [low, high].every((end) => /^[a-z]$/i.test(textOf(end)));
  const [from, to] = [low, high].map((end) => (letters ? textOf(end).charCodeAt(0) : numberOf(end))) as [
    number,
    number,
  ];
  const width = Math.abs(step) || 1;
  const count = Math.floor(Math.abs(to - from) / width) + 1;
  if (!(count <= LONGEST_LIST)) throw new TwigLimitError('A list is too long.');
  const numbers = Array.from({ length: count }, (_, at) => from + (from <= to ? at : -at) * width);
  return letters ? numbers.map((code) => String.fromCharCode(code)) : numbers;
}

async function candidates(args: readonly TwigValue[]): Promise<readonly TwigValue[]> {
  const [first = null] = args;
  const all = args.length === 1 && typeof first === 'object' ? await members(first) : args;
  return all.length > 0 ? all : [null];
}

const chosen = (values: readonly TwigValue[]): TwigValue => values[Math.floor(Math.random() * values.length)] ?? null;
