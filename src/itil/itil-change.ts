/** Updates of tickets, problems and changes (itil 5, 6.2). */

import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { WAITING } from '../behaviours/itil/statuses.ts';
import * as catalog from '../catalog/catalog.ts';
import { ticket } from '../catalog/single-right-bits.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { make } from './comes-along.ts';
import { dropForbiddenCharge, keepAllowedFields } from './field-filter.ts';
import { hasValidDate } from './intake.ts';
import { addItilKeys } from './itil-keys.ts';
import { itilKind } from './kinds.ts';
import { isByMachinery } from './machinery.ts';
import { mandatoryAreFilled, templateOf } from './mandatory-fields.ts';
import { dropPendingReason } from './pending-reasons.ts';
import { matrixPriority } from './priority.ts';
import { globalValidation } from './validations.ts';

/** Checks what the client may change, before rules see it. */
export const itilChange: Behaviour = {
  async prepareUpdate(w, itemtype, row, input) {
    const kind = itilKind(itemtype.name)!;
    if (!hasValidDate(w, input)) return false;
    if (typeof input.content === 'string') input.content = input.content.replaceAll('\r\n', '\n');
    if (isByMachinery(input)) return true;
    if (kind.isTakenIntoAccount) {
      recomputePriority(w, row, input);
      await dropForbiddenCharge(w, kind, row, input);
    }
    if (!(await keepAllowedFields(w, kind, row, input))) return false;
    return mandatoryAreFilled(w, kind, input, await templateOf(w, kind, row, input));
  },
};

/**
 * A changed urgency, or a changed impact without a priority of one's own, gives the matrix's priority (itil 5.3). Both
 * are there for the rules then, whichever was sent.
 */
function recomputePriority(w: Writing, row: Row, input: Input): void {
  const changes = (column: string): boolean =>
    input[column] !== undefined && String(input[column]) !== String(row[column]);
  const chooses = w.ctx.rights.have('ticket', ticket.changePriority) && input.priority !== undefined;
  if (!changes('urgency') && !(changes('impact') && !chooses)) return;
  input.urgency ??= row.urgency;
  input.impact ??= row.impact;
  input.priority = matrixPriority(w.ctx.settings, input.urgency, input.impact);
}

/** Keys whose doing changes the item straight away. */
const touching = ['document', '_itil_requester', '_itil_observer', '_itil_assign', '_link'];

/** What an update brings along before the row is written, once rules have had their say. */
export const itilChangeCompletion: Behaviour = {
  async prepareUpdate(w, itemtype, row, input) {
    const kind = itilKind(itemtype.name)!;
    const id = Number(row.id);
    if (truthy(input.document)) {
      await make(w, 'Document_Item', { documents_id: input.document, itemtype: itemtype.name, items_id: id });
    }
    await addItilKeys(w, kind, row, input);
    if (kind.isTakenIntoAccount && input._link !== undefined) await linkTicket(w, input._link as Input);
    // What those left on the item is no change of this update's.
    if (touching.some((key) => input[key] !== undefined)) Object.assign(row, await w.load(itemtype, id));
    if (input.status !== undefined && Number(input.status) !== WAITING) await dropPendingReason(w, itemtype.name, id);
    input.users_id_lastupdater = w.ctx.rights.userId;
    return true;
  },

  async beforeUpdate(w, itemtype, change) {
    if (!change.updates.has('validation_percent')) return;
    const status = await globalValidation(w, itilKind(itemtype.name)!, change.fields as Row);
    if (status === undefined || status === Number(change.fields.global_validation)) return;
    change.fields.global_validation = status;
    change.updates.add('global_validation');
    change.noted.set('global_validation', false);
  },
};

/** `_link`: both tickets must be named, and there (itil 12.1). */
async function linkTicket(w: Writing, link: Input): Promise<void> {
  const tickets = catalog.itemtype('Ticket')!;
  const ids = [link?.tickets_id_1, link?.tickets_id_2].map((id) => Number(id ?? 0));
  const rows = await Promise.all(ids.map((id) => (id > 0 ? w.load(tickets, id) : undefined)));
  if (rows.some((found) => found === undefined)) {
    w.messages.error(w.ctx.translate('Unknown ticket'));
    return;
  }
  const input = { ...link };
  if (await w.ctx.rights.canCreate(catalog.itemtype('Ticket_Ticket')!, { ...input }))
    await make(w, 'Ticket_Ticket', input);
}

/** How an item's content reads in its history: a line break shows as the letter of its escape (itil 5.2). */
export const contentHistory: Behaviour = {
  beforeUpdate(_w, _itemtype, change) {
    const { content } = change.fields;
    if (!change.updates.has('content') || typeof content !== 'string' || !/[\n\r]/.test(content)) return;
    change.noted.set('content', { new: content.replaceAll('\n', 'n').replaceAll('\r', 'r') });
  },
};
