import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { Action } from '../behaviours/history-actions.ts';
import { type ItilItem, itilParent } from '../behaviours/itil/parent.ts';
import { CLOSED, isSolved } from '../behaviours/itil/statuses.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { fillFromTemplate } from './child-template.ts';
import { attachToPart } from './files.ts';
import { itilKind } from './kinds.ts';
import { byMachinery } from './machinery.ts';
import { noteChild, noteOnParent } from './parent-history.ts';
import { changePutOff, putOff } from './pending-reasons.ts';
import { current, opensByWord, reopen, setStatus } from './reopening.ts';
import { timelinePosition } from './timeline.ts';
import { touch } from './touch.ts';

/** Followups (itil 10.1, 10.3, 10.7). */
export const followupLife: Behaviour = {
  quietChild: 'always',

  async prepareAdd(w, _itemtype, input) {
    const item = await itilParent(w.ctx, input as Row);
    if (!item) return false;
    const template = input._itilfollowuptemplates_id;
    if (truthy(template) && !(await fillFromTemplate(w, 'ITILFollowupTemplate', Number(template), item, input)))
      return false;
    const closes = input.add_close !== undefined;
    if (!truthy(input.content) && !closes) {
      w.messages.error(
        w.ctx.translate(
          input.add_reopen !== undefined && input._add !== undefined
            ? 'If you want to reopen this item, you must specify a reason'
            : "You can't add a followup without description",
        ),
      );
      return false;
    }
    if (!truthy(input.content)) input.content = w.ctx.translate('Solution approved');
    input.users_id ??= w.ctx.rights.userId;
    input.date ??= w.ctx.now.sql;
    input.is_private ??= 0;
    input.timeline_position ??= await timelinePosition(w, item);
    return true;
  },

  async afterAdd(w, itemtype, row, input) {
    const item = await itilParent(w.ctx, row);
    if (!item) return;
    const kind = itilKind(item.itemtype.name)!;
    const id = Number(row.id);
    await attachToPart(w, itemtype, row, input, item);
    await touch(w, kind, Number(item.row.id), { mayTake: !truthy(input._do_not_compute_takeintoaccount) });
    noteChild(w, item, itemtype.name, 'add', id);
    await moveItem(w, await current(w, item), { itemtype: itemtype.name, id }, input);
    noteOnParent(w, item, itemtype.name, Action.message, { new: await w.names.peer(itemtype, row) });
    if (input._disablenotif === undefined) {
      w.notify(item.itemtype.name, Number(item.row.id), 'add_followup', { followup: id });
    }
  },

  prepareUpdate(w, _itemtype, row, input) {
    if (truthy(input.content) && input.content !== row.content) input.users_id_editor = w.ctx.rights.userId;
    return true;
  },

  async afterUpdate(w, itemtype, change) {
    const row = change.fields as Row;
    const item = await itilParent(w.ctx, row);
    if (!item) return;
    const id = Number(row.id);
    await attachToPart(w, itemtype, row, change.input, item);
    await changePutOff(w, item, { itemtype: itemtype.name, id }, change.input);
    await touch(w, itilKind(item.itemtype.name)!, Number(item.row.id));
    noteChild(w, item, itemtype.name, 'update', id);
    for (const column of change.updates) {
      if (column === 'date_mod') continue;
      noteOnParent(w, item, itemtype.name, Action.message, { old: change.old[column], new: row[column] });
    }
  },

  async afterPurge(w, itemtype, { row, cascade }) {
    const item = cascade ? undefined : await itilParent(w.ctx, row);
    if (!item) return;
    await touch(w, itilKind(item.itemtype.name)!, Number(item.row.id), { mayTake: false });
    noteChild(w, item, itemtype.name, 'delete', Number(row.id));
  },
};

/** What the followup does to the item's status (itil 10.3). */
async function moveItem(
  w: Writing,
  item: ItilItem,
  part: { itemtype: string; id: number },
  input: Input,
): Promise<void> {
  const id = Number(item.row.id);
  if (input.add_close !== undefined) {
    if (!isSolved(item.itemtype.name, item.row.status)) return;
    await w.update(item.itemtype, id, byMachinery({ status: CLOSED, _accepted: true }));
    return;
  }
  if (truthy(input.pending)) return putOff(w, item, part, input);
  const asks = input.add_reopen !== undefined || input.pending !== undefined;
  if ((asks || (await opensByWord(w, item))) && (await reopen(w, item, input, false))) return;
  await setStatus(w, item, input);
}
