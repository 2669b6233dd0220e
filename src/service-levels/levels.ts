/** Escalation levels and the rows that wait for their moment (itil 7.5). */
import { clockOf } from '../calendars/read-calendar.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { type AgreementKind, beginOf, readAgreement } from './agreements.ts';
import { agreementCalendar, dueDate } from './due-date.ts';

/** A level of an agreement. */
export interface Level {
  readonly id: number;
  /** Seconds after the due date; before it when negative. */
  readonly execution_time: number;
}

/** A level of a ticket whose moment has come. */
export interface DueLevel {
  /** Of the row that waits. */
  readonly id: number;
  readonly level: number;
}

/** The active level of an agreement that comes first. */
export async function firstLevel(w: Writing, kind: AgreementKind, agreement: number): Promise<Level | undefined> {
  return (await activeLevels(w, kind, agreement))[0];
}

/** The active level after another one. */
export async function nextLevel(
  w: Writing,
  kind: AgreementKind,
  agreement: number,
  after: number,
): Promise<Level | undefined> {
  const current = await w.ctx.db
    .selectFrom(kind.tables.levels)
    .select('execution_time')
    .where('id', '=', after)
    .executeTakeFirst();
  if (!current) return undefined;
  const levels = await activeLevels(w, kind, agreement);
  return levels.find(({ id, execution_time }) => id !== after && execution_time > Number(current.execution_time));
}

/** Puts a level of a ticket's agreement on the list for its moment. */
export async function scheduleLevel(w: Writing, kind: AgreementKind, ticket: Row, level: Level): Promise<void> {
  const agreement = await readAgreement(w, kind, Number(ticket[kind.idColumn]));
  if (!agreement) return;
  const calendar = await agreementCalendar(w, agreement, Number(ticket.entities_id));
  const date = dueDate(
    clockOf(w.ctx),
    agreement,
    calendar,
    beginOf(kind, ticket),
    Number(ticket[kind.waitingColumn] ?? 0),
    level.execution_time,
  );
  if (date === undefined) return;
  await w.ctx.db
    .insertInto(kind.tables.scheduled)
    .values({ tickets_id: ticket.id, [kind.tables.levelKey]: level.id, date })
    .execute();
}

/** A level by its id; undefined when there is none or it isn't active. */
export async function readLevel(w: Writing, kind: AgreementKind, id: number): Promise<Level | undefined> {
  if (!(id > 0)) return undefined;
  const row = await w.ctx.db
    .selectFrom(kind.tables.levels)
    .select(['id', 'execution_time'])
    .where('id', '=', id)
    .where('is_active', '=', 1)
    .executeTakeFirst();
  return row && { id: Number(row.id), execution_time: Number(row.execution_time) };
}

/** Takes a ticket's rows of levels that aren't its agreement's any longer off the list. */
export async function unscheduleOthers(
  w: Writing,
  kind: AgreementKind,
  ticket: number,
  agreement: number,
): Promise<void> {
  const rows = await scheduledOf(w, kind, ticket);
  await unschedule(
    w,
    kind,
    rows.filter((row) => row.agreement !== agreement).map(({ id }) => id),
  );
}

/** Takes all of a ticket's rows of one kind off the list. */
export async function unscheduleAll(w: Writing, kind: AgreementKind, ticket: number): Promise<void> {
  await w.ctx.db.deleteFrom(kind.tables.scheduled).where('tickets_id', '=', ticket).execute();
}

/** Takes rows off the list. */
export async function unschedule(w: Writing, kind: AgreementKind, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await w.ctx.db.deleteFrom(kind.tables.scheduled).where('id', 'in', ids).execute();
}

/** Whether a level of a ticket is on the list. */
export async function isScheduled(w: Writing, kind: AgreementKind, ticket: number, level: number): Promise<boolean> {
  return (await scheduledOf(w, kind, ticket)).some((row) => row.level === level);
}

/** The levels of a ticket's agreement whose moment has come, the earliest first. */
export async function dueLevels(w: Writing, kind: AgreementKind, ticket: number): Promise<DueLevel[]> {
  return (await scheduledOf(w, kind, ticket)).filter(({ date }) => date < w.ctx.now.sql);
}

async function scheduledOf(
  w: Writing,
  kind: AgreementKind,
  ticket: number,
): Promise<(DueLevel & { agreement: number; date: string })[]> {
  const { scheduled, levels, agreementKey, levelKey } = kind.tables;
  const rows: Row[] = await w.ctx.db
    .selectFrom(`${scheduled} as waiting`)
    .innerJoin(`${levels} as level`, 'level.id', `waiting.${levelKey}`)
    .innerJoin(`${kind.table} as agreement`, 'agreement.id', `level.${agreementKey}`)
    .select(['waiting.id', 'waiting.date', 'level.id as level', 'agreement.id as agreement'])
    .where('waiting.tickets_id', '=', ticket)
    .where('agreement.type', '=', kind.type)
    .orderBy('waiting.date')
    .orderBy('waiting.id')
    .execute();
  return rows.map((row) => ({
    id: Number(row.id),
    level: Number(row.level),
    agreement: Number(row.agreement),
    date: String(row.date),
  }));
}

async function activeLevels(w: Writing, kind: AgreementKind, agreement: number): Promise<Level[]> {
  const rows: Row[] = await w.ctx.db
    .selectFrom(kind.tables.levels)
    .select(['id', 'execution_time'])
    .where(kind.tables.agreementKey, '=', agreement)
    .where('is_active', '=', 1)
    .orderBy('execution_time')
    .orderBy('id')
    .execute();
  return rows.map(({ id, execution_time }) => ({ id: Number(id), execution_time: Number(execution_time) }));
}
