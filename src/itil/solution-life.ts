import type { Behaviour } from '../behaviours/behaviour.ts';
import { Action } from '../behaviours/history-actions.ts';
import { type ItilItem, itilParent } from '../behaviours/itil/parent.ts';
import { CLOSED, isClosed, isSolved, SOLVED } from '../behaviours/itil/statuses.ts';
import { UPDATE } from '../catalog/right-bits.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { fillFromTemplate } from './child-template.ts';
import { make } from './comes-along.ts';
import { openDuplicates } from './duplicates.ts';
import { entityNumber } from './entity-settings.ts';
import { attachToPart } from './files.ts';
import { itilKind } from './kinds.ts';
import { byMachinery } from './machinery.ts';
import { noteOnParent } from './parent-history.ts';

const WAITING = 2;
const ACCEPTED = 3;

/** Solutions (itil 10.4). */
export const solutionLife: Behaviour = {
  quietChild: 'always',

  async prepareAdd(w, _itemtype, input) {
    input.users_id = w.ctx.rights.userId;
    const item = await itilParent(w.ctx, input as Row);
    const template = input._solutiontemplates_id ?? input._templates_id;
    if (item && truthy(template) && !(await fillFromTemplate(w, 'SolutionTemplate', Number(template), item, input)))
      return false;
    if (item && isSolved(item.itemtype.name, item.row.status) && !isCopy(input)) {
      w.messages.error(w.ctx.translate('The item is already solved, did anyone pushed a solution before you?'));
      return false;
    }
    if (item && (await closesAtOnce(w, item))) {
      Object.assign(input, { status: ACCEPTED, users_id_approval: w.ctx.rights.userId, date_approval: w.ctx.now.sql });
    } else input.status = WAITING;
    return true;
  },

  async afterAdd(w, itemtype, row, input) {
    const item = await itilParent(w.ctx, row);
    if (item) await attachToPart(w, itemtype, row, input, item);
    if (item && !isCopy(input)) await solve(w, item, row);
    const name = await w.names.peer(itemtype, row);
    if (item) noteOnParent(w, item, itemtype.name, Action.addChild, { new: name });
  },

  prepareUpdate(w, _itemtype, _row, input) {
    if (input._update !== undefined) input.users_id_editor = w.ctx.rights.userId;
    return true;
  },

  async afterUpdate(w, itemtype, change) {
    const row = change.fields as Row;
    const item = await itilParent(w.ctx, row);
    if (!item) return;
    await attachToPart(w, itemtype, row, change.input, item);
    for (const column of change.updates) {
      if (column === 'date_mod') continue;
      noteOnParent(w, item, itemtype.name, Action.updateChild, { old: change.old[column], new: change.fields[column] });
    }
  },

  async afterPurge(w, itemtype, { row, cascade }) {
    const item = cascade ? undefined : await itilParent(w.ctx, row);
    if (item) noteOnParent(w, item, itemtype.name, Action.deleteChild, { old: await w.names.peer(itemtype, row) });
  },
};

/** Copies of a solution that go to duplicates, whose status follows that of the first one. */
const copies = new WeakSet<object>();
const isCopy = (input: object): boolean => copies.has(input);

/** Problems' and changes' solutions need nobody's approval; tickets' none where they are closed, now or at once. */
async function closesAtOnce(w: Writing, { itemtype, row }: ItilItem): Promise<boolean> {
  if (!itilKind(itemtype.name)?.isTakenIntoAccount || isClosed(itemtype.name, row.status)) return true;
  return (await entityNumber(w, Number(row.entities_id), 'autoclose_delay')) === 0;
}

async function solve(w: Writing, item: ItilItem, solution: Row): Promise<void> {
  const isTicket = itilKind(item.itemtype.name)!.isTakenIntoAccount;
  if (isTicket) {
    for (const duplicate of await openDuplicates(w, Number(item.row.id), UPDATE)) {
      const copy = {
        itemtype: item.itemtype.name,
        items_id: Number(duplicate.id),
        content: solution.content,
        solutiontypes_id: solution.solutiontypes_id,
      };
      copies.add(copy);
      await make(w, 'ITILSolution', copy);
    }
  }
  const closes = isTicket && Number(solution.status) === ACCEPTED;
  await w.update(item.itemtype, Number(item.row.id), byMachinery({ status: closes ? CLOSED : SOLVED }));
}
