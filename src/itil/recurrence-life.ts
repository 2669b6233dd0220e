import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { clockOf, readCalendar } from '../calendars/read-calendar.ts';
import { wallSeconds, wallText } from '../calendars/wall-time.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { hasDate } from './sql-dates.ts';

const columns = ['begin_date', 'end_date', 'periodicity', 'create_before', 'calendars_id'];

/** Tickets and changes that are made again and again: when the next one is (itil 14). */
export const recurrenceLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (input.periodicity !== undefined) input.next_creation_date = (await nextCreation(w, input)) ?? 'NULL';
    return true;
  },

  async prepareUpdate(w, _itemtype, row, input) {
    if (!columns.some((column) => input[column] !== undefined)) return true;
    input.next_creation_date = (await nextCreation(w, { ...row, ...input })) ?? 'NULL';
    return true;
  },
};

/** A step of so many seconds, or of months. */
export interface Period {
  readonly seconds: number;
  readonly months: number;
}

/** `86400`, `1MONTH`, `2YEAR`. */
export function periodOf(periodicity: unknown): Period {
  const parts = /^(\d+)(MONTH|YEAR)$/.exec(String(periodicity));
  if (!parts) return { seconds: Math.max(0, Number(periodicity) || 0), months: 0 };
  return { seconds: 0, months: Number(parts[1]) * (parts[2] === 'YEAR' ? 12 : 1) };
}

/** The moment `steps` periods after another, in seconds. */
export function periodsLater(begin: number, { seconds, months }: Period, steps: number): number {
  if (months === 0) return begin + seconds * steps;
  const date = new Date(begin * 1000);
  date.setUTCMonth(date.getUTCMonth() + months * steps);
  return date.getTime() / 1000;
}

/** The longest row of dates that is looked through for one that lies ahead. */
const STEPS = 100_000;

async function nextCreation(w: Writing, fields: Input | Row): Promise<string | undefined> {
  const now = wallSeconds(w.ctx.now.sql)!;
  const begin = hasDate(fields.begin_date) ? wallSeconds(fields.begin_date) : undefined;
  const end = hasDate(fields.end_date) ? wallSeconds(fields.end_date) : undefined;
  const period = periodOf(fields.periodicity);
  if (begin === undefined || (end !== undefined && end < now) || (period.seconds === 0 && period.months === 0)) {
    return undefined;
  }
  const before = Number(fields.create_before ?? 0);
  if (before > periodsLater(begin, period, 1) - begin) {
    w.messages.error(w.ctx.translate('Invalid frequency. It must be greater than the preliminary creation.'));
    return undefined;
  }
  const calendar = await readCalendar(w.ctx, Number(fields.calendars_id ?? 0));
  const clock = clockOf(w.ctx);
  const first = period.seconds > 0 ? Math.max(0, Math.ceil((now - begin) / period.seconds)) : 0;
  for (let step = first; step < first + STEPS; step++) {
    const wanted = clock.momentOf(periodsLater(begin, period, step));
    // One in working hours stays; another becomes the next moment at which somebody works.
    const isWorkedAt = !calendar || calendar.isWorkingHour(wanted);
    const moment = clock.shown(isWorkedAt ? wanted : calendar.addOpenTime(wanted, 0));
    if (end !== undefined && moment > end) return undefined;
    if (moment >= now) return wallText(moment - before);
  }
  return undefined;
}
