/** Giving a ticket its agreements (itil 7.2). */
import type { Input } from '../behaviours/behaviour.ts';
import { clockOf } from '../calendars/read-calendar.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { type Agreement, type AgreementKind, agreementKinds, readAgreement } from './agreements.ts';
import { agreementCalendar, dueDate } from './due-date.ts';
import { firstLevel } from './levels.ts';

/**
 * Completes a new ticket's input: due dates of its agreements, the first level, where OLAs begin; due dates given
 * without an agreement count if they aren't before the ticket's date. `date` and `entities_id` have to be there.
 * `_skip_sla_assign` in the input leaves everything as it is.
 */
export async function setAgreementsOnAdd(w: Writing, input: Input): Promise<void> {
  if (input._skip_sla_assign) return;
  for (const kind of agreementKinds) {
    if (Number(input[kind.idColumn]) > 0) {
      await affect(w, kind, input, Number(input.entities_id), String(input.date));
      continue;
    }
    const due = input[kind.dueColumn];
    if (due !== undefined && !(String(due) >= String(input.date))) delete input[kind.dueColumn];
  }
}

/** Completes an update's input for each agreement that changes to another one. */
export async function setAgreementsOnUpdate(w: Writing, row: Row, input: Input): Promise<void> {
  for (const kind of agreementKinds) {
    const id = input[kind.idColumn];
    if (id === undefined || Number(id) === Number(row[kind.idColumn]) || !(Number(id) > 0)) continue;
    const entity = Number(input.entities_id ?? row.entities_id);
    const begin = kind.beginColumn ? w.ctx.now.sql : String(input.date ?? row.date);
    await affect(w, kind, input, entity, begin);
  }
}

/** What a ticket's columns become when one of its agreements goes away for good; due dates stay. */
export function withoutAgreement(kind: AgreementKind): Record<string, number> {
  return {
    [kind.idColumn]: 0,
    [kind.waitingColumn]: 0,
    ...(kind.levelColumn && { [kind.levelColumn]: 0 }),
  };
}

async function affect(w: Writing, kind: AgreementKind, input: Input, entity: number, begin: string): Promise<void> {
  const agreement = await readAgreement(w, kind, Number(input[kind.idColumn]));
  if (!agreement) {
    Object.assign(input, withoutAgreement(kind));
    return;
  }
  input[kind.dueColumn] = await due(w, agreement, entity, begin);
  input[kind.waitingColumn] = 0;
  if (kind.beginColumn) input[kind.beginColumn] = begin;
  if (kind.levelColumn) input[kind.levelColumn] = (await firstLevel(w, kind, agreement.id))?.id ?? 0;
}

async function due(w: Writing, agreement: Agreement, entity: number, begin: string): Promise<string | undefined> {
  return dueDate(clockOf(w.ctx), agreement, await agreementCalendar(w, agreement, entity), begin);
}
