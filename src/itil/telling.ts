/** What people are told of tickets, problems, changes and what hangs on them (notifications 2). */
import type { Behaviour, Change, Input } from '../behaviours/behaviour.ts';
import { itilItem, itilParent } from '../behaviours/itil/parent.ts';
import { CLOSED, isOpen, SOLVED } from '../behaviours/itil/statuses.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { kindOfPart } from './kinds.ts';

/** Nothing is said of a write that asks for quiet, whatever the value. */
const isQuiet = (input: Input): boolean => input._disablenotif !== undefined;

/** New, changed and deleted items. Runs after everything else that follows from the write. */
export const itilTelling: Behaviour = {
  afterAdd(w, itemtype, row, input) {
    if (isQuiet(input)) return Promise.resolve();
    const id = Number(row.id);
    w.notify(itemtype.name, id, 'new');
    const done = doneEvent(row.status);
    if (done) w.notify(itemtype.name, id, done);
    return Promise.resolve();
  },

  afterUpdate(w, itemtype, change) {
    const isChanged = [...change.updates].some((column) => column !== 'date_mod');
    if (!isQuiet(change.input) && (isChanged || truthy(change.input._forcenotif))) {
      w.notify(itemtype.name, Number(change.old.id), updateEvent(itemtype.name, change));
    }
    return Promise.resolve();
  },

  beforeDelete(w, itemtype, row, input) {
    if (!isQuiet(input)) w.notify(itemtype.name, Number(row.id), 'delete');
    return true;
  },
};

function doneEvent(status: unknown): string | undefined {
  if (Number(status) === SOLVED) return 'solved';
  return Number(status) === CLOSED ? 'closed' : undefined;
}

/** GLPI's name of what happened to an item; a change of status has one of its own. */
function updateEvent(itemtype: string, { old, fields, updates }: Change): string {
  if (!updates.has('status')) return 'update';
  const isRefused = itemtype === 'Ticket' && Number(old.status) === SOLVED && isOpen(itemtype, fields.status);
  return isRefused ? 'rejectsolution' : (doneEvent(fields.status) ?? 'update');
}

/** Followups that are changed or taken away; new ones are told of where they are made. */
export const followupTelling: Behaviour = {
  async afterUpdate(w, _itemtype, change) {
    if (!change.updates.has('content') || isQuiet(change.input)) return;
    await tellParent(w, change.fields as Row, 'update_followup', { followup: Number(change.old.id) });
  },

  async afterPurge(w, _itemtype, { row, input, cascade }) {
    if (!cascade && !isQuiet(input)) await tellParent(w, row, 'delete_followup', { followup: row });
  },
};

async function tellParent(w: Writing, row: Row, event: string, options: Record<string, unknown>): Promise<void> {
  const item = await itilParent(w.ctx, row);
  if (item) w.notify(item.itemtype.name, Number(item.row.id), event, options);
}

/** Tasks that are changed or taken away, be it with their item. */
export const taskTelling: Behaviour = {
  async afterUpdate(w, itemtype, change) {
    if (change.updates.size === 0 || isQuiet(change.input)) return;
    await tellOwner(w, itemtype, change.fields as Row, 'update_task', { task: Number(change.old.id) });
  },

  async afterPurge(w, itemtype, { row, input }) {
    if (!isQuiet(input)) await tellOwner(w, itemtype, row, 'delete_task', { task: row });
  },
};

async function tellOwner(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
  event: string,
  options: Record<string, unknown>,
): Promise<void> {
  const owner = kindOfPart(itemtype.name)!.itemtype;
  const item = await itilItem(w.ctx, owner.name, row[owner.foreignKey]);
  if (item) w.notify(owner.name, Number(item.row.id), event, options);
}

/** Surveys that are sent out, and answered with both a mark and a word. */
export const surveyTelling: Behaviour = {
  afterAdd(w, _itemtype, row) {
    w.notify('Ticket', Number(row.tickets_id), 'satisfaction');
    return Promise.resolve();
  },

  afterUpdate(w, _itemtype, { old, updates, input }) {
    if (updates.has('satisfaction') && updates.has('comment') && !isQuiet(input)) {
      w.notify('Ticket', Number(old.tickets_id), 'replysatisfaction');
    }
    return Promise.resolve();
  },
};

/** The two sides of links between items, and whether taking the link away is told as well. */
const sides: Readonly<Record<string, readonly (readonly [itemtype: string, key: string])[]>> = {
  Ticket_Ticket: [
    ['Ticket', 'tickets_id_1'],
    ['Ticket', 'tickets_id_2'],
  ],
  Problem_Ticket: [
    ['Problem', 'problems_id'],
    ['Ticket', 'tickets_id'],
  ],
  Change_Ticket: [
    ['Change', 'changes_id'],
    ['Ticket', 'tickets_id'],
  ],
  Change_Problem: [
    ['Change', 'changes_id'],
    ['Problem', 'problems_id'],
  ],
};

function tellSides(w: Writing, { name }: Itemtype, row: Row): void {
  for (const [itemtype, key] of sides[name] ?? []) w.notify(itemtype, Number(row[key]), 'update');
}

/** Items that are linked with each other. */
export const linkTelling: Behaviour = {
  afterAdd(w, itemtype, row, input) {
    if (!isQuiet(input)) tellSides(w, itemtype, row);
    return Promise.resolve();
  },
};

/** Links between tickets are told when they go, too. */
export const ticketLinkTelling: Behaviour = {
  ...linkTelling,
  afterPurge(w, itemtype, { row, cascade, input }) {
    if (!cascade && !isQuiet(input)) tellSides(w, itemtype, row);
    return Promise.resolve();
  },
};

/** A problem whose ticket is taken off is told of as if it were deleted itself: GLPI's own slip, which mails show. */
export const problemLinkTelling: Behaviour = {
  ...linkTelling,
  afterPurge(w, _itemtype, { row, cascade, input }) {
    if (!cascade && !isQuiet(input)) w.notify('Problem', Number(row.problems_id), 'delete');
    return Promise.resolve();
  },
};
