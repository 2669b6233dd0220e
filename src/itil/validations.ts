/** Approvals of an item, asked for and counted (itil 9). */

import type { Input } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import { CREATE } from '../catalog/right-bits.ts';
import { ticketValidation } from '../catalog/single-right-bits.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { BY_RULE } from '../rules/ticket/by-rule.ts';
import { idsOf } from './actor-input.ts';
import { idList, make } from './comes-along.ts';
import { noteEvent } from './events.ts';
import type { ItilKind } from './kinds.ts';

export const NONE = 1;
export const WAITING = 2;
export const ACCEPTED = 3;
export const REFUSED = 4;

const INCIDENT = 1;

/** What an item's approvals come to (itil 9.3). */
export function verdict(answers: readonly number[], percent: number): number {
  const share = (status: number): number =>
    answers.length === 0 ? 0 : Math.round((100 * answers.filter((one) => one === status).length) / answers.length);
  const [accepted, refused] = [share(ACCEPTED), share(REFUSED)];
  if (percent > 0) {
    if (accepted >= percent) return ACCEPTED;
    return refused + percent > 100 ? REFUSED : WAITING;
  }
  if (accepted > 0) return ACCEPTED;
  return refused > 0 ? REFUSED : WAITING;
}

/** The item's approvals as they stand come to this; undefined for a kind that has none. */
export async function globalValidation(
  w: Writing,
  { itemtype, validation }: ItilKind,
  row: Row,
): Promise<number | undefined> {
  const type = validation && catalog.itemtype(validation);
  if (!type) return undefined;
  const rows: Row[] = await w.ctx.db
    .selectFrom(type.table)
    .select('status')
    .where(itemtype.foreignKey, '=', Number(row.id))
    .execute();
  return verdict(
    rows.map(({ status }) => Number(status)),
    Number(row.validation_percent ?? 0),
  );
}

/** `_add_validation` and `users_id_validate`: asks those named who weren't asked before (itil 9.5). */
export async function askForValidations(w: Writing, kind: ItilKind, item: Row, input: Input): Promise<void> {
  const { itemtype, validation } = kind;
  if (!validation || input._add_validation === undefined) return;
  if (input._validation_by_rule !== BY_RULE && !mayAsk(w, kind, item)) return;
  const approvers = [...idList(input.users_id_validate), ...(await namedBy(w, kind, item, input))];
  if (approvers.length === 0) return;
  const table = catalog.itemtype(validation)!.table;
  const rows: Row[] = await w.ctx.db
    .selectFrom(table)
    .select('users_id_validate')
    .where(itemtype.foreignKey, '=', Number(item.id))
    .execute();
  const asked = new Set(rows.map((row) => Number(row.users_id_validate)));
  for (const approver of new Set(approvers)) {
    if (asked.has(approver)) continue;
    await make(w, validation, {
      [itemtype.foreignKey]: Number(item.id),
      users_id_validate: approver,
      ...(input.comment_submission !== undefined && { comment_submission: input.comment_submission }),
      entities_id: item.entities_id,
    });
  }
  await noteEvent(w, itemtype.name.toLowerCase(), Number(item.id), '%1$s updates the item %2$s', Number(item.id));
}

function mayAsk(w: Writing, kind: ItilKind, item: Row): boolean {
  const { rights } = w.ctx;
  if (!kind.isTakenIntoAccount) return rights.have('changevalidation', CREATE);
  return rights.have(
    'ticketvalidation',
    Number(item.type) === INCIDENT ? ticketValidation.createIncident : ticketValidation.createRequest,
  );
}

/** The users whom `_add_validation` means, by its value or each of several. */
async function namedBy(w: Writing, kind: ItilKind, item: Row, input: Input): Promise<number[]> {
  const { _add_validation: value } = input;
  if (typeof value !== 'object' || value === null) return meantBy(w, value, input);
  const { group, ...others } = value as Input;
  const meant = await Promise.all(Object.values(others).map((one) => meantBy(w, one, input)));
  return [...meant.flat(), ...(await approversIn(w, kind, item, idList(group)))];
}

async function meantBy(w: Writing, value: unknown, input: Input): Promise<number[]> {
  if (value === 'requester_supervisor') return managersOf(w, idsOf(input, 'requester', 'Group'));
  if (value === 'assign_supervisor') return managersOf(w, idsOf(input, 'assign', 'Group'));
  if (value === 'requester_responsible') return supervisorsOf(w, idsOf(input, 'requester', 'User'));
  return typeof value === 'string' || typeof value === 'number' ? idList(value) : [];
}

async function managersOf(w: Writing, groups: readonly number[]): Promise<number[]> {
  if (groups.length === 0) return [];
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_groups_users')
    .select('users_id')
    .where('groups_id', 'in', groups)
    .where('is_manager', '=', 1)
    .orderBy('id')
    .execute();
  return rows.map(({ users_id }) => Number(users_id));
}

async function supervisorsOf(w: Writing, users: readonly number[]): Promise<number[]> {
  if (users.length === 0) return [];
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_users')
    .select('users_id_supervisor')
    .where('id', 'in', users)
    .where('users_id_supervisor', '>', 0)
    .execute();
  return rows.map(({ users_id_supervisor }) => Number(users_id_supervisor));
}

/** Members of groups whose profile, in the item's entity or above it, may answer. */
async function approversIn(w: Writing, kind: ItilKind, item: Row, groups: readonly number[]): Promise<number[]> {
  if (groups.length === 0) return [];
  const entity = Number(item.entities_id);
  const above = (await w.ctx.site.entities.get()).ancestors(entity);
  const right = catalog.itemtype(kind.validation!)!.right;
  const incident = Number(item.type) === INCIDENT;
  const bit = !kind.isTakenIntoAccount
    ? ticketValidation.createRequest
    : incident
      ? ticketValidation.validateIncident
      : ticketValidation.validateRequest;
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_groups_users as member')
    .innerJoin('glpi_profiles_users as has', 'has.users_id', 'member.users_id')
    .innerJoin('glpi_profilerights as allows', 'allows.profiles_id', 'has.profiles_id')
    .select(['member.users_id', 'has.entities_id', 'has.is_recursive', 'allows.rights'])
    .where('member.groups_id', 'in', groups)
    .where('allows.name', '=', right)
    .orderBy('member.id')
    .execute();
  const allowed = rows.filter(
    (row) =>
      (Number(row.rights) & bit) !== 0 &&
      (Number(row.entities_id) === entity ||
        (Number(row.is_recursive) === 1 && above.includes(Number(row.entities_id)))),
  );
  return allowed.map(({ users_id }) => Number(users_id));
}
