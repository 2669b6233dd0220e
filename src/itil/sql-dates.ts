/** Moments as rows keep them (`YYYY-MM-DD HH:MM:SS`), all of one time zone. */

/** The word for SQL's NULL in an input. */
export const NULL = 'NULL';

/** Whether a column or an input has a date at all. */
export const hasDate = (value: unknown): value is string => typeof value === 'string' && value !== '' && value !== NULL;

/** Whether a value is a whole moment. */
export const isMoment = (value: unknown): boolean => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(String(value));

/** The later of two moments. */
export const later = (a: string, b: string): string => (a > b ? a : b);
