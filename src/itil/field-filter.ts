/** Which fields of an update a session may change (itil 6.2). */

import type { Input } from '../behaviours/behaviour.ts';
import { partIn, REQUESTER } from '../behaviours/itil/actors.ts';
import { isClosed } from '../behaviours/itil/statuses.ts';
import { UPDATE } from '../catalog/right-bits.ts';
import { ticket } from '../catalog/single-right-bits.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { type ActorRow, actorRows } from './actor-rows.ts';
import { type ItilKind, roleNumbers } from './kinds.ts';

/** Of a closed item. */
const whenClosed = ['status', 'entities_id', 'itilcategories_id', 'locations_id'];

/** Of those who may say how it goes on. */
const progress = ['status', '_accepted'];

/** Of those who may put somebody in charge. */
const charge = ['_itil_assign', '_users_id_assign', '_groups_id_assign', '_suppliers_id_assign'];

/** Of those who may change the item at all. */
const own = [
  'content',
  'urgency',
  'priority',
  'itilcategories_id',
  'name',
  'items_id',
  '_filename',
  '_tag_filename',
  '_prefix_filename',
  '_content',
  '_tag_content',
  '_prefix_content',
  'takeintoaccount_delay_stat',
  'takeintoaccountdate',
];

/**
 * Leaves only what the session may change in the input, in the order in which histories note it then; false when
 * nothing is left.
 */
export async function keepAllowedFields(w: Writing, kind: ItilKind, row: Row, input: Input): Promise<boolean> {
  const closed = isClosed(kind.itemtype.name, row.status);
  if (!closed && w.ctx.rights.have(kind.itemtype.right, UPDATE)) return true;
  const allowed = closed ? whenClosed : await fieldsWithoutUpdate(w, kind, row);
  const kept = allowed.filter((key) => input[key] !== undefined && input[key] !== null);
  const values = kept.map((key) => [key, input[key]] as const);
  for (const key of Object.keys(input)) if (key !== 'id') delete input[key];
  for (const [key, value] of values) input[key] = value;
  return kept.length > 0;
}

async function fieldsWithoutUpdate(w: Writing, kind: ItilKind, row: Row): Promise<string[]> {
  const { rights } = w.ctx;
  const { right } = kind.itemtype;
  const part = await partIn(w.ctx, kind.itemtype, row);
  const isWriter = Number(row.users_id_recipient) === rights.userId && rights.have(right, ticket.survey);
  const assigns = rights.have(right, ticket.assign);
  const approves = isWriter || part.plays(REQUESTER);
  const fields: string[] = [];
  if (approves || assigns || (await mayTakeOver(w, kind, row))) fields.push(...progress);
  if (assigns || rights.have(right, ticket.steal)) fields.push(...charge);
  if (await rights.passesItemTest(kind.itemtype, row, UPDATE)) fields.push(...own);
  return fields;
}

/** Groups and suppliers in charge leave room for a person. */
const hasTechnician = (rows: readonly ActorRow[]): boolean =>
  rows.some(({ kind, role }) => kind === 'User' && role === roleNumbers.assign);

/** May put himself in charge: of anything, or of what nobody is in charge of. */
async function mayTakeOver(w: Writing, kind: ItilKind, row: Row): Promise<boolean> {
  const { rights } = w.ctx;
  if (rights.have(kind.itemtype.right, ticket.steal)) return true;
  return rights.have(kind.itemtype.right, ticket.own) && !hasTechnician(await actorRows(w, kind, Number(row.id)));
}

/**
 * Drops `_itil_assign` where the session may not name whom it names: without the right to assign only oneself, when
 * nobody is in charge or one may take over from others (itil 3.5).
 */
export async function dropForbiddenCharge(w: Writing, kind: ItilKind, row: Row, input: Input): Promise<void> {
  const charge = input._itil_assign as Input | undefined;
  const { rights } = w.ctx;
  const { right } = kind.itemtype;
  if (typeof charge !== 'object' || charge === null || rights.have(right, ticket.assign)) return;
  const isMe = charge._type === 'user' && Number(charge.users_id) === rights.userId;
  if (isMe) {
    const present: ActorRow[] = await actorRows(w, kind, Number(row.id));
    if (rights.have(right, hasTechnician(present) ? ticket.steal : ticket.steal | ticket.own)) return;
  }
  delete input._itil_assign;
}
