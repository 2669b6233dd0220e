/** Time that doesn't count: while an item waits, or is done (itil 7.6, 7.7, 2.10). */
import { clockOf, readCalendar, secondsBetween } from '../calendars/read-calendar.ts';
import type { WorkingCalendar } from '../calendars/working-calendar.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { type AgreementKind, agreementKinds, beginOf, readAgreement, TTR } from './agreements.ts';
import { agreementCalendar, dueDate, entityCalendar } from './due-date.ts';

/** The columns of an ITIL item, as it is or as it is going to be. */
export type Fields = Readonly<Record<string, unknown>> | Row;

const resolutions = agreementKinds.filter(({ type }) => type === TTR);

/**
 * Seconds that count between two moments for an ITIL item: by its agreement's calendar, if that doesn't leave it to the
 * entity, else by the entity's, else all of them. 0 when `to` isn't later.
 *
 * @param agreement column of the SLA that decides: time to resolve, or time to own for taking into account
 * @param from as rows keep moments
 */
export async function countedSeconds(
  w: Writing,
  fields: Fields,
  from: string,
  to: string,
  agreement: 'slas_id_ttr' | 'slas_id_tto' = 'slas_id_ttr',
): Promise<number> {
  const clock = clockOf(w.ctx);
  const [start, end] = [clock.read(from), clock.read(to)];
  if (start === undefined || end === undefined || end <= start) return 0;
  return secondsBetween(await itemCalendar(w, fields, agreement), start, end);
}

/**
 * The columns that change when an item stops waiting (or is open again): waiting durations, due dates. `fields` are the
 * item's columns as they are going to be, with `begin_waiting_date` still there; without it nothing changes.
 */
export async function endOfWaiting(w: Writing, fields: Fields): Promise<Record<string, string | number>> {
  const since = String(fields.begin_waiting_date ?? '');
  if (clockOf(w.ctx).read(since) === undefined) return {};
  const now = w.ctx.now.sql;
  const waited = await countedSeconds(w, fields, since, now);
  const changes: Record<string, string | number> = {};
  for (const kind of resolutions) {
    if (kind.dueColumn in fields) Object.assign(changes, await later(w, kind, fields, since, waited));
  }
  return { ...changes, waiting_duration: Number(fields.waiting_duration) + waited, begin_waiting_date: 'NULL' };
}

/** The due date of one agreement after a wait; one without an agreement moves by the wait. */
async function later(
  w: Writing,
  kind: AgreementKind,
  fields: Fields,
  since: string,
  waited: number,
): Promise<Record<string, string | number>> {
  const clock = clockOf(w.ctx);
  const agreement = await readAgreement(w, kind, Number(fields[kind.idColumn] ?? 0));
  if (!agreement) {
    const due = clock.read(String(fields[kind.dueColumn] ?? ''));
    if (due === undefined) return {};
    const calendar = await readCalendar(w.ctx, await entityCalendar(w, Number(fields.entities_id)));
    return { [kind.dueColumn]: clock.write(calendar ? calendar.addOpenTime(due, waited) : due + waited) };
  }
  const calendar = await agreementCalendar(w, agreement, Number(fields.entities_id));
  const waiting =
    Number(fields[kind.waitingColumn]) + secondsBetween(calendar, clock.read(since)!, clock.read(w.ctx.now.sql)!);
  const due = dueDate(clock, agreement, calendar, beginOf(kind, fields), waiting);
  return { [kind.waitingColumn]: waiting, ...(due !== undefined && { [kind.dueColumn]: due }) };
}

/** Problems and changes have no agreement: theirs is the entity's calendar. */
async function itemCalendar(
  w: Writing,
  fields: Fields,
  column: 'slas_id_ttr' | 'slas_id_tto',
): Promise<WorkingCalendar | undefined> {
  const kind = agreementKinds.find(({ idColumn }) => idColumn === column)!;
  const agreement = await readAgreement(w, kind, Number(fields[column] ?? 0));
  const own = agreement && agreement.use_ticket_calendar !== 1;
  return readCalendar(w.ctx, own ? agreement.calendars_id : await entityCalendar(w, Number(fields.entities_id)));
}
