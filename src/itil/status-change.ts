/** Dates and statistics that follow from a change of an item (itil 4.2, 5.4, 7.6, 7.7). */

import type { Behaviour, Change } from '../behaviours/behaviour.ts';
import { isClosed, isOpen, isSolved, NEW, WAITING } from '../behaviours/itil/statuses.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { countedSeconds, endOfWaiting } from '../service-levels/waiting.ts';
import { type ItilKind, itilKind } from './kinds.ts';
import { hasDate, later, NULL } from './sql-dates.ts';
import { takenIntoAccount } from './touch.ts';

/** Sets what belongs to the new status, and takes back dates that can't be. */
export const itilDates: Behaviour = {
  async beforeUpdate(w, itemtype, change) {
    const kind = itilKind(itemtype.name)!;
    dropSameMinutes(change);
    dropImpossibleDates(w, itemtype.name, change);
    if (change.updates.has('status')) {
      await bookWaiting(w, itemtype.name, change);
      setStatusDates(w, itemtype.name, change);
    }
    await setDelays(w, change);
    await takeIntoAccount(w, kind, change);
    if (change.updates.size === 1 && change.updates.has('date_mod') && change.input.date_mod === undefined) {
      change.updates.clear();
    }
  },
};

const minutely = ['date', 'solvedate', 'closedate', 'time_to_resolve'];

/** A date that differs in its seconds alone isn't a change. */
function dropSameMinutes(change: Change): void {
  for (const column of minutely) {
    const old = change.old[column];
    if (hasDate(old) && old.slice(0, 16) === String(change.fields[column]).slice(0, 16)) drop(change, column);
  }
}

/** Takes back dates that come before those that they must follow, and says so. */
function dropImpossibleDates(w: Writing, itemtype: string, change: Change): void {
  const isBefore = (column: string, other: string): boolean =>
    (change.updates.has(column) || change.updates.has(other)) &&
    hasDate(change.fields[column]) &&
    hasDate(change.fields[other]) &&
    change.fields[column] < change.fields[other];
  const cancel = (...columns: string[]): void => {
    w.messages.error(w.ctx.translate('Invalid dates. Update cancelled.'));
    for (const column of columns) drop(change, column);
  };
  for (const due of ['time_to_resolve', 'internal_time_to_resolve']) if (isBefore(due, 'date')) cancel('date', due);
  const { status } = change.fields;
  if (isClosed(itemtype, status)) {
    if (isBefore('closedate', 'solvedate')) cancel('closedate');
    if (isBefore('closedate', 'date')) cancel('date', 'closedate');
  }
  if (isSolved(itemtype, status) && isBefore('solvedate', 'date')) cancel('date', 'solvedate');
}

/** Takes a column out of the change. */
function drop(change: Change, column: string): void {
  if (!change.updates.delete(column)) return;
  change.fields[column] = change.old[column];
}

/** Puts a column into the change; the history doesn't hear of it unless it was to anyway. */
function set(change: Change, column: string, value: unknown, { noted = false } = {}): void {
  const given = change.fields[column];
  if (!noted && !change.updates.has(column)) change.noted.set(column, false);
  if (noted && change.updates.has(column)) change.noted.set(column, { old: given });
  change.fields[column] = value;
  change.updates.add(column);
}

/** The time spent waiting, solved or closed is added up when that ends; due dates move on by it. */
async function bookWaiting(w: Writing, itemtype: string, change: Change): Promise<void> {
  const { old, fields } = change;
  const leaves =
    Number(old.status) === WAITING ||
    (isSolved(itemtype, old.status) && !isClosed(itemtype, fields.status)) ||
    (isClosed(itemtype, old.status) && isOpen(itemtype, fields.status));
  if (!leaves || !hasDate(old.begin_waiting_date)) return;
  for (const [column, value] of Object.entries(await endOfWaiting(w, fields))) set(change, column, value);
}

function setStatusDates(w: Writing, itemtype: string, change: Change): void {
  const { old, fields } = change;
  const { status } = fields;
  const now = hasDate(fields.date) ? later(w.ctx.now.sql, fields.date) : w.ctx.now.sql;
  const isNowSolved = isSolved(itemtype, status);
  const isNowClosed = isClosed(itemtype, status);
  if (isNowSolved && isClosed(itemtype, old.status)) clear(change, 'closedate');
  if (isNowSolved) set(change, 'solvedate', now, { noted: true });
  if (isNowClosed) {
    set(change, 'closedate', now, { noted: true });
    if (!hasDate(fields.solvedate)) set(change, 'solvedate', now, { noted: true });
  }
  if (!isNowSolved && !isNowClosed) for (const column of ['solvedate', 'closedate']) clear(change, column);
  if (isNowSolved || Number(status) === WAITING) set(change, 'begin_waiting_date', w.ctx.now.sql);
}

/** NULL where there was a date. */
function clear(change: Change, column: string): void {
  if (hasDate(change.fields[column])) set(change, column, NULL, { noted: true });
}

const delays = [
  ['solvedate', 'solve_delay_stat'],
  ['closedate', 'close_delay_stat'],
] as const;

/** Working time until it was solved and closed, without the waiting; 0 when it is so no longer. */
async function setDelays(w: Writing, change: Change): Promise<void> {
  const { fields, updates } = change;
  for (const [column, delay] of delays) {
    if (!updates.has(column) || !(delay in change.old)) continue;
    const [from, to] = [fields.date, fields[column]];
    const seconds =
      hasDate(from) && hasDate(to)
        ? Math.max(0, (await countedSeconds(w, fields, from, to)) - Number(fields.waiting_duration ?? 0))
        : 0;
    if (Number(change.old[delay]) !== seconds) set(change, delay, seconds);
  }
}

/** Whoever leaves a ticket in another status than new takes it into account; without a delay it is so at no time. */
async function takeIntoAccount(w: Writing, kind: ItilKind, change: Change): Promise<void> {
  const { fields, updates, input } = change;
  if (updates.has('takeintoaccountdate')) return;
  const isLeft = Number(fields.status) === NEW || truthy(input._do_not_compute_takeintoaccount);
  const taken = isLeft ? undefined : await takenIntoAccount(w, kind, fields as Row);
  for (const [column, value] of Object.entries(taken ?? {})) set(change, column, value);
  const isReset = updates.has('takeintoaccount_delay_stat') && Number(fields.takeintoaccount_delay_stat) === 0;
  if (isReset && hasDate(fields.takeintoaccountdate)) set(change, 'takeintoaccountdate', NULL);
}
