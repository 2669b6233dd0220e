import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { Action } from '../behaviours/history-actions.ts';
import { type ItilItem, itilItem } from '../behaviours/itil/parent.ts';
import type { Itemtype } from '../catalog/model.ts';
import { UPDATE } from '../catalog/right-bits.ts';
import { changeValidation, ticketValidation } from '../catalog/single-right-bits.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { format } from '../text/format.ts';
import { actorNames } from './actor-rows.ts';
import { attachToPart } from './files.ts';
import { type ItilKind, kindOfPart } from './kinds.ts';
import { byMachinery } from './machinery.ts';
import { noteOnParent } from './parent-history.ts';
import { timelinePosition } from './timeline.ts';
import { ACCEPTED, globalValidation, NONE, REFUSED, WAITING } from './validations.ts';

/** Requests for approval and their answers (itil 9). */
export const validationLife: Behaviour = {
  quietChild: 'always',

  async prepareAdd(w, itemtype, input) {
    if (!(Number(input.users_id_validate ?? 0) > 0)) return false;
    const parent = await parentOf(w, itemtype, input);
    if (!parent) return false;
    Object.assign(input, {
      users_id: w.ctx.rights.userId,
      status: WAITING,
      submission_date: w.ctx.now.sql,
      timeline_position: await timelinePosition(w, parent.item),
    });
    return true;
  },

  async afterAdd(w, itemtype, row, input) {
    const parent = await parentOf(w, itemtype, row);
    if (!parent) return;
    await attachToPart(w, itemtype, row, input, parent.item, texts);
    await setGlobal(w, parent, WAITING);
    const approver = await approverName(w, row);
    noteMessage(w, itemtype, parent.item, format(w.ctx.translate('Approval request sent to %s'), approver));
    if (w.ctx.settings.on('use_notifications') && !isQuiet(input)) await saySent(w, parent.item, row, approver);
  },

  prepareUpdate(w, itemtype, row, input) {
    if (input.status === undefined) return true;
    if (!answersHimself(w, itemtype, row)) return true;
    if (Number(input.status) === REFUSED && !truthy(input.comment_validation)) {
      w.messages.error(w.ctx.translate('If approval is denied, specify a reason.'));
      return false;
    }
    input.validation_date = Number(input.status) === WAITING ? 'NULL' : w.ctx.now.sql;
    return true;
  },

  async afterUpdate(w, itemtype, change) {
    const row = change.fields as Row;
    const parent = await parentOf(w, itemtype, row);
    if (!parent) return;
    await attachToPart(w, itemtype, row, change.input, parent.item, texts);
    if (change.updates.size > 0 && !isQuiet(change.input)) {
      const { itemtype: of, row: item } = parent.item;
      w.notify(of.name, Number(item.id), 'validation_answer', { validation: Number(row.id) });
      // The mail says what the item was before the answer.
      await w.tell();
    }
    if (!change.updates.has('status')) return;
    const verdict = await globalValidation(w, parent.kind, parent.item.row);
    if (verdict !== undefined) await setGlobal(w, parent, verdict);
    const text = Number(row.status) === ACCEPTED ? 'Approval granted by %s' : 'Update the approval request to %s';
    noteMessage(w, itemtype, parent.item, format(w.ctx.translate(text), await approverName(w, row)));
  },

  async afterPurge(w, itemtype, { row, cascade }) {
    if (cascade) return;
    const parent = await parentOf(w, itemtype, row);
    if (!parent) return;
    if (Number(parent.item.row.global_validation) === WAITING) await setGlobal(w, parent, NONE);
    const text = w.ctx.translate('Cancel the approval request to %s');
    noteMessage(w, itemtype, parent.item, format(text, await approverName(w, row)));
  },
};

/** What may show pictures. */
const texts = ['comment_submission', 'comment_validation'];

interface Parent {
  readonly kind: ItilKind;
  readonly item: ItilItem;
}

async function parentOf(w: Writing, itemtype: Itemtype, row: Input): Promise<Parent | undefined> {
  const kind = kindOfPart(itemtype.name)!;
  const item = await itilItem(w.ctx, kind.itemtype.name, row[kind.itemtype.foreignKey]);
  return item && { kind, item };
}

async function setGlobal(w: Writing, { item }: Parent, status: number): Promise<void> {
  if (Number(item.row.global_validation) === status) return;
  await w.update(item.itemtype, Number(item.row.id), byMachinery({ global_validation: status }));
}

/** Whether the session's user is the one who was asked, and may answer. */
function answersHimself(w: Writing, itemtype: Itemtype, row: Row): boolean {
  const bits =
    itemtype.right === 'ticketvalidation'
      ? ticketValidation.validateIncident | ticketValidation.validateRequest
      : changeValidation.validate | UPDATE;
  return Number(row.users_id_validate) === w.ctx.rights.userId && w.ctx.rights.have(itemtype.right, bits);
}

/** Nothing is said of a write that asks for quiet, whatever the value. */
const isQuiet = (input: Input): boolean => input._disablenotif !== undefined;

/** The approver's name, without the number that histories put behind it. */
async function approverName(w: Writing, row: Row): Promise<string> {
  const actor = Number(row.users_id_validate);
  const nameOf = await actorNames(w, [{ kind: 'User', actor }]);
  return (nameOf('User', actor) ?? '').replace(/ \(\d+\)$/, '');
}

function noteMessage(w: Writing, itemtype: Itemtype, parent: ItilItem, text: string): void {
  noteOnParent(w, parent, itemtype.name, Action.message, { new: text });
}

async function saySent(w: Writing, item: ItilItem, row: Row, approver: string): Promise<void> {
  const email = await w.ctx.db
    .selectFrom('glpi_useremails')
    .select('email')
    .where('users_id', '=', Number(row.users_id_validate))
    .limit(1)
    .executeTakeFirst();
  const { translate } = w.ctx;
  if (email) w.messages.info(format(translate('Approval request sent to %s'), approver));
  else {
    w.messages.error(
      format(
        translate(
          'The selected user (%s) has no valid email address. The request has been created, without email confirmation.',
        ),
        approver,
      ),
    );
  }
  w.notify(item.itemtype.name, Number(item.row.id), 'validation', { validation: Number(row.id) });
}
