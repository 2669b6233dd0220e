/** When an agreement is due (itil 7.3). */
import { entityCalendarId, readCalendar } from '../calendars/read-calendar.ts';
import type { WallClock } from '../calendars/wall-clock.ts';
import { DAY } from '../calendars/wall-time.ts';
import type { WorkingCalendar } from '../calendars/working-calendar.ts';
import { byWord } from '../catalog/by-word.ts';
import type { Writing } from '../items/write/writing.ts';
import type { Agreement } from './agreements.ts';

/** Seconds of what a delay is counted in; a month has thirty days. */
const units = byWord<number>({ minute: 60, hour: 3600, day: DAY, month: 30 * DAY });

/** The calendar that an agreement counts by for a ticket of an entity; undefined for round the clock. */
export async function agreementCalendar(
  w: Writing,
  agreement: Agreement,
  entity: number,
): Promise<WorkingCalendar | undefined> {
  return readCalendar(
    w.ctx,
    agreement.use_ticket_calendar === 1 ? await entityCalendar(w, entity) : agreement.calendars_id,
  );
}

/** The id of the calendar of an entity; 0 for none. */
export async function entityCalendar(w: Writing, entity: number): Promise<number> {
  return entityCalendarId(w.ctx.db, await w.ctx.site.entities.get(), entity);
}

/**
 * The due date.
 *
 * @param clock reads and writes moments; the calendar goes by the same
 * @param begin where the delay starts, as rows keep it
 * @param waiting seconds that don't count, in open time of the calendar
 * @param further seconds of open time to add in the end (a level's execution time); negative ones go back
 * @returns as rows keep it; undefined when `begin` is no moment
 */
export function dueDate(
  clock: WallClock,
  agreement: Agreement,
  calendar: WorkingCalendar | undefined,
  begin: string,
  waiting = 0,
  further = 0,
): string | undefined {
  const start = clock.read(begin);
  if (start === undefined) return undefined;
  const due = [waiting, further].reduce(
    (at, seconds) => later(calendar, at, seconds),
    afterDelay(agreement, calendar, start),
  );
  return clock.write(due);
}

function afterDelay(agreement: Agreement, calendar: WorkingCalendar | undefined, start: number): number {
  const seconds = agreement.number_time * (units[agreement.definition_time] ?? 0);
  if (!calendar) return start + seconds;
  const isInDays = agreement.definition_time === 'day' || agreement.definition_time === 'month';
  if (!isInDays) return calendar.addOpenTime(start, seconds);
  const days = seconds / DAY;
  return agreement.end_of_working_day === 1
    ? calendar.endOfWorkingDay(start, days)
    : calendar.addWorkingDays(start, days);
}

function later(calendar: WorkingCalendar | undefined, at: number, seconds: number): number {
  if (seconds === 0) return at;
  return calendar ? calendar.addOpenTime(at, seconds) : at + seconds;
}
