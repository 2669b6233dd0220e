/** Working time between two moments of an item (itil 2.10, 7.6, 7.7). */
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { secondsBetween } from './sql-dates.ts';

/** Whose calendar counts: that of the time to own, or of the time to resolve. */
export type Clock = 'tto' | 'ttr';

/** Seconds of working time from one moment to another; 0 when it is earlier. */
export function activeSeconds(_w: Writing, _item: Row, _clock: Clock, from: string, to: string): Promise<number> {
  return Promise.resolve(Math.max(0, secondsBetween(from, to)));
}
