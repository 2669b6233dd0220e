/** Dates as PHP's `date` writes them, of wall clocks: no time zone moves them. */

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const two = (number: number): string => String(number).padStart(2, '0');

const letters: Readonly<Record<string, (date: Date) => string | number>> = {
  d: (date) => two(date.getUTCDate()),
  D: (date) => days[date.getUTCDay()]!.slice(0, 3),
  j: (date) => date.getUTCDate(),
  l: (date) => days[date.getUTCDay()]!,
  N: (date) => date.getUTCDay() || 7,
  S: (date) => ordinal(date.getUTCDate()),
  w: (date) => date.getUTCDay(),
  z: (date) => dayOfYear(date),
  W: (date) => two(isoWeek(date).week),
  o: (date) => isoWeek(date).year,
  F: (date) => months[date.getUTCMonth()]!,
  m: (date) => two(date.getUTCMonth() + 1),
  M: (date) => months[date.getUTCMonth()]!.slice(0, 3),
  n: (date) => date.getUTCMonth() + 1,
  t: (date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate(),
  L: (date) => (new Date(Date.UTC(date.getUTCFullYear(), 1, 29)).getUTCMonth() === 1 ? 1 : 0),
  Y: (date) => date.getUTCFullYear(),
  y: (date) => two(date.getUTCFullYear() % 100),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  g: (date) => date.getUTCHours() % 12 || 12,
  G: (date) => date.getUTCHours(),
  h: (date) => two(date.getUTCHours() % 12 || 12),
  H: (date) => two(date.getUTCHours()),
  i: (date) => two(date.getUTCMinutes()),
  s: (date) => two(date.getUTCSeconds()),
  v: () => '000',
  u: () => '000000',
};

/** A date in one of PHP's formats; letters that stand for nothing stay, and so does what follows a backslash. */
export const phpDate = (date: Date, format: string): string =>
  format.replace(/\\(.)|([a-z])/gis, (_, literal: string | undefined, letter: string) =>
    literal !== undefined ? literal : String(letters[letter]?.(date) ?? letter),
  );

/** Reads `Y-m-d`, `Y-m-d H:i`, `Y-m-d H:i:s`; undefined for anything else. */
export function readDate(text: string): Date | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year!, month! - 1, day, hour, minute, second));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

const DAY = 86_400_000;

const dayOfYear = (date: Date): number => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY);

function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  return { year: thursday.getUTCFullYear(), week: Math.floor(dayOfYear(thursday) / 7) + 1 };
}
