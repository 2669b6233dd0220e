/** Moments as rows keep them (`YYYY-MM-DD HH:MM:SS`), all of one time zone. */

/** The word for SQL's NULL in an input. */
export const NULL = 'NULL';

/** Whether a column or an input has a date at all. */
export const hasDate = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value !== NULL;

/** Whether a value is a whole moment. */
export const isMoment = (value: unknown): boolean => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(String(value));

/** Seconds from one moment to another; negative when it is earlier. */
export const secondsBetween = (from: string, to: string): number => Math.round((milliseconds(to) - milliseconds(from)) / 1000);

/** A moment so many seconds later. */
export function addSeconds(moment: string, seconds: number): string {
  return new Date(milliseconds(moment) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The later of two moments. */
export const later = (a: string, b: string): string => (a > b ? a : b);

const milliseconds = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}Z`);
