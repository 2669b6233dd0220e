/** A new item's own columns before rules see them (itil 2.2, 2.3). */

import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { isClosed, isSolved, NEW, WAITING } from '../behaviours/itil/statuses.ts';
import { CREATE } from '../catalog/right-bits.ts';
import { ticket } from '../catalog/single-right-bits.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { decodeEntities } from '../text/entities.ts';
import { decodeStored, encodeStored } from '../text/stored-text.ts';
import { invalidRequesterAddress } from './actor-input.ts';
import { type ItilKind, itilKind } from './kinds.ts';
import { mandatoryAreFilled } from './mandatory-fields.ts';
import { matrixPriority, offeredLevel } from './priority.ts';
import { hasDate, isMoment, later, NULL } from './sql-dates.ts';

/** Characters of the content that make a name. */
const NAME_LENGTH = 70;

/** Checks and completes a new item's input, but for what rules may still change. */
export const itilIntake: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const kind = itilKind(itemtype.name)!;
    if (!hasValidDate(w, input)) return false;
    input.name = trimmed(input.name);
    input.content = trimmed(input.content).replaceAll('\r\n', '\n');
    if (input.itilcategories_id === undefined) input.itilcategories_id = 0;
    setLevels(w, kind, input);
    if (!(await mandatoryAreFilled(w, kind, input, Number(input[kind.templateKey] ?? 0)))) return false;
    if (input.name === '') input.name = nameFrom(String(input.content));
    setStatusAndDate(w, input);
    setUsers(w, input);
    if (kind.isTakenIntoAccount) await setRequestSource(w, input);
    if (kind.validation && input.global_validation === undefined) input.global_validation = 1;
    return true;
  },
};

/** A copy starts without the time that was spent on the original. */
export const itilCopy: Behaviour = {
  prepareClone(_w, _itemtype, input) {
    delete input.actiontime;
  },
};

/** What may have come from rules is completed again; e-mail addresses are checked (itil 2.1, 3.4). */
export const itilCompletion: Behaviour = {
  prepareAdd(w, itemtype, input) {
    setStatusAndDate(w, input);
    setStatusDates(itemtype.name, input);
    const address = invalidRequesterAddress(input);
    if (address === undefined) return true;
    w.messages.error(`${w.ctx.translate('Invalid email address')} ${address}`);
    return false;
  },
};

/** A date must be a whole moment or none. */
export function hasValidDate(w: Writing, input: Input): boolean {
  const { date } = input;
  if (date === undefined || date === null || date === '' || date === NULL || isMoment(date)) return true;
  w.messages.error(w.ctx.translate('Incorrect value for date field.'));
  return false;
}

const trimmed = (value: unknown): string =>
  value === undefined || value === null || value === NULL ? '' : String(value).replace(/^[ \t\n\r\0\v]+/, '');

/** The first words of a text, without markup. */
function nameFrom(content: string): string {
  const text = decodeEntities(decodeStored(content).replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
  return encodeStored([...text].slice(0, NAME_LENGTH).join(''));
}

function setStatusAndDate(w: Writing, input: Input): void {
  if (input.status === undefined || input.status === null) input.status = NEW;
  if (!hasDate(input.date)) input.date = w.ctx.now.sql;
}

function setLevels(w: Writing, { isTakenIntoAccount }: ItilKind, input: Input): void {
  const { settings, rights } = w.ctx;
  input.urgency = offeredLevel(settings, 'urgency_mask', input.urgency);
  input.impact = offeredLevel(settings, 'impact_mask', input.impact);
  const mayChoose = !isTakenIntoAccount || rights.have('ticket', ticket.changePriority);
  if (!mayChoose || input.priority === undefined)
    input.priority = matrixPriority(settings, input.urgency, input.impact);
}

function setUsers(w: Writing, input: Input): void {
  const { userId } = w.ctx.rights;
  input.users_id_lastupdater = userId;
  if (input._auto_import !== undefined) {
    if (typeof input._users_id_requester !== 'object') input.users_id_recipient = input._users_id_requester ?? 0;
  } else if (!truthy(input._skip_auto_assign)) input.users_id_recipient = userId;
}

async function setRequestSource(w: Writing, input: Input): Promise<void> {
  if (input.requesttypes_id !== undefined) return;
  const row = await w.ctx.db
    .selectFrom('glpi_requesttypes')
    .select('id')
    .where('is_helpdesk_default', '=', 1)
    .where('is_active', '=', 1)
    .executeTakeFirst();
  input.requesttypes_id = row?.id ?? 0;
}

/** Solving, closing and waiting dates that belong to the status (itil 2.3). */
export function setStatusDates(itemtype: string, input: Input): void {
  const date = String(input.date);
  const given = (column: string): string => (hasDate(input[column]) ? String(input[column]) : date);
  if (isSolved(itemtype, input.status)) input.solvedate = later(given('solvedate'), date);
  if (isClosed(itemtype, input.status)) {
    const closed = later(given('closedate'), date);
    const isBetween = hasDate(input.solvedate) && input.solvedate >= date && input.solvedate <= closed;
    input.closedate = closed;
    if (!isBetween) input.solvedate = closed;
  }
  if (Number(input.status) === WAITING) input.begin_waiting_date = date;
}

/** Whether somebody may open an item for its requesters (itil 2.5, `check_delegatee`). */
export async function mayRequestFor(w: Writing, requesters: readonly number[]): Promise<boolean> {
  const { rights, db } = w.ctx;
  if (rights.interface === 'central' && rights.have('ticket', CREATE)) return true;
  if (requesters.length === 0 || requesters.includes(rights.userId)) return true;
  const colleague = await db
    .selectFrom('glpi_groups_users as mine')
    .innerJoin('glpi_groups_users as theirs', 'theirs.groups_id', 'mine.groups_id')
    .select('theirs.users_id')
    .where('mine.users_id', '=', rights.userId)
    .where('mine.is_userdelegate', '=', 1)
    .where('theirs.users_id', 'in', requesters)
    .limit(1)
    .executeTakeFirst();
  return colleague !== undefined;
}
