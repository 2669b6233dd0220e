import { randomUUID } from 'node:crypto';
import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { type ItilItem, itilItem } from '../behaviours/itil/parent.ts';
import { ASSIGNED, NEW, PLANNED, statusSets } from '../behaviours/itil/statuses.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { fillFromTemplate } from './child-template.ts';
import { attachToPart } from './files.ts';
import { type ItilKind, kindOfPart } from './kinds.ts';
import { byMachinery } from './machinery.ts';
import { noteChild } from './parent-history.ts';
import { changePutOff, putOff } from './pending-reasons.ts';
import { planTask, warnOfPlan } from './planning.ts';
import { current, reopen, setStatus } from './reopening.ts';
import { timelinePosition } from './timeline.ts';
import { touch } from './touch.ts';

const TO_DO = 1;

/** Tasks of tickets, problems and changes (itil 10.8). */
export const taskLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const parent = await parentOf(w, itemtype, input);
    if (!parent) return false;
    const template = input._tasktemplates_id;
    if (truthy(template)) {
      if (!(await fillFromTemplate(w, 'TaskTemplate', Number(template), parent.item, input))) return false;
      input.tasktemplates_id = Number(template);
    }
    if (!truthy(input.content)) {
      w.messages.error(w.ctx.translate("You can't add a task without description."));
      return false;
    }
    if (!planTask(w, undefined, input)) return false;
    await warnOfPlan(w, parent.item, itemtype, undefined, input);
    input.users_id ??= w.ctx.rights.userId;
    input.date ??= w.ctx.now.sql;
    input.is_private ??= 0;
    input.uuid ??= randomUUID();
    input.timeline_position ??= await timelinePosition(w, parent.item);
    return true;
  },

  async afterAdd(w, itemtype, row, input) {
    const parent = await parentOf(w, itemtype, row);
    if (!parent) return;
    const { kind, item } = parent;
    const id = Number(row.id);
    await attachToPart(w, itemtype, row, input, item);
    await touch(w, kind, Number(item.row.id), { mayTake: !truthy(input._do_not_compute_takeintoaccount) });
    if (Number(row.actiontime) > 0) await addUpTime(w, kind, item);
    await moveItem(w, parent, { itemtype: itemtype.name, id }, input);
    noteChild(w, item, itemtype.name, 'add', id);
    if (input._disablenotif === undefined) w.notify(kind.itemtype.name, Number(item.row.id), 'add_task', { task: id });
  },

  async prepareUpdate(w, itemtype, row, input) {
    if (input.content !== undefined && !truthy(input.content)) {
      w.messages.error(w.ctx.translate("You can't remove description of a task."));
      return false;
    }
    if (!planTask(w, row, input)) return false;
    const parent = await parentOf(w, itemtype, row);
    if (parent) await warnOfPlan(w, parent.item, itemtype, row, input);
    return true;
  },

  async afterUpdate(w, itemtype, change) {
    const row = change.fields as Row;
    const parent = await parentOf(w, itemtype, row);
    if (!parent) return;
    const { kind, item } = parent;
    await attachToPart(w, itemtype, row, change.input, item);
    await changePutOff(w, item, { itemtype: itemtype.name, id: Number(row.id) }, change.input);
    await touch(w, kind, Number(item.row.id));
    if (change.updates.has('actiontime')) await addUpTime(w, kind, item);
    if (change.updates.size === 0) return;
    if (change.input.pending === undefined) await moveItemOnChange(w, parent, change.input);
    noteChild(w, item, itemtype.name, 'update', Number(row.id));
  },

  async afterPurge(w, itemtype, { row, cascade }) {
    const parent = cascade ? undefined : await parentOf(w, itemtype, row);
    if (!parent) return;
    await touch(w, parent.kind, Number(parent.item.row.id), { mayTake: false });
    await addUpTime(w, parent.kind, parent.item);
    noteChild(w, parent.item, itemtype.name, 'delete', Number(row.id));
  },
};

interface Parent {
  readonly kind: ItilKind;
  readonly item: ItilItem;
}

async function parentOf(w: Writing, itemtype: Itemtype, row: Input): Promise<Parent | undefined> {
  const kind = kindOfPart(itemtype.name)!;
  const item = await itilItem(w.ctx, kind.itemtype.name, row[kind.itemtype.foreignKey]);
  return item && { kind, item };
}

/** The item's time spent is that of all its tasks. */
async function addUpTime(w: Writing, { itemtype, task }: ItilKind, { row }: ItilItem): Promise<void> {
  const id = Number(row.id);
  const tasks = w.ctx.db
    .selectFrom(taskTable(task))
    .select((eb) => eb.fn.coalesce(eb.fn.sum('actiontime'), eb.lit(0)).as('total'))
    .where(itemtype.foreignKey, '=', id);
  await w.ctx.db.updateTable(itemtype.table).set({ actiontime: tasks }).where('id', '=', id).execute();
  w.forget();
}

const taskTable = (task: string): string => `glpi_${task.toLowerCase()}s`;

async function hasPlannedWork(w: Writing, { itemtype, task }: ItilKind, id: number): Promise<boolean> {
  const found = await w.ctx.db
    .selectFrom(taskTable(task))
    .select('id')
    .where(itemtype.foreignKey, '=', id)
    .where('state', '=', TO_DO)
    .where('begin', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** What a new task does to the item's status (itil 4.3, 10.3). */
async function moveItem(
  w: Writing,
  parent: Parent,
  part: { itemtype: string; id: number },
  input: Input,
): Promise<void> {
  const item = await current(w, parent.item);
  if (truthy(input.pending)) return putOff(w, item, part, input);
  const { planned, wanted } = await wantedStatus(w, parent.kind, item, input);
  const asks = input.add_reopen !== undefined || input.pending !== undefined;
  if (asks && (await reopen(w, item, input, planned))) return;
  await setStatus(w, item, wanted);
}

async function moveItemOnChange(w: Writing, parent: Parent, input: Input): Promise<void> {
  const item = await current(w, parent.item);
  const { planned, wanted } = await wantedStatus(w, parent.kind, item, input);
  if (!planned && Number(item.row.status) === PLANNED && statusSets(item.itemtype.name).hasAssigned) {
    await w.update(item.itemtype, Number(item.row.id), byMachinery({ status: ASSIGNED }));
    return;
  }
  await setStatus(w, item, wanted);
}

/** An item at work that has planned work to do is planned, whatever status came along. */
async function wantedStatus(
  w: Writing,
  kind: ItilKind,
  { itemtype, row }: ItilItem,
  input: Input,
): Promise<{ readonly planned: boolean; readonly wanted: Input }> {
  const planned = await hasPlannedWork(w, kind, Number(row.id));
  const isAtWork = [NEW, ASSIGNED, PLANNED].includes(Number(row.status));
  const turns = planned && isAtWork && statusSets(itemtype.name).hasAssigned;
  return { planned, wanted: turns ? { _status: PLANNED } : input };
}
