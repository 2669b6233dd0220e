/** Actions on the tickets that problems and changes are linked to, by the links (massive-actions 5.4). */
import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import { READ } from '../../rights/bits.ts';
import { type MassiveAction, OK, type Verdict } from '../action.ts';
import type { OneItem } from '../one-item.ts';

const typeOf = (name: string): Itemtype => catalog.itemtype(name)!;

/** Adds to the link's ticket what `part` makes of the ticket's id, if the session may add such to it. */
async function addToTicket(item: OneItem, itemtype: Itemtype, part: (ticket: number) => Input): Promise<Verdict> {
  const { w } = item;
  const link = await item.loadFor(READ);
  const ticket = link && (await w.lock(typeOf('Ticket'), Number(link.tickets_id)));
  if (!ticket) return item.refuse('right');
  const input = part(Number(ticket.id));
  if (!(await w.ctx.rights.canCreate(itemtype, { ...input }))) return item.refuse('right');
  return (await w.add(itemtype, input)) === undefined ? item.refuse('action') : OK;
}

const addTask = (name: string): MassiveAction => ({
  key: `${name}:add_task`,
  apply: (item) =>
    addToTicket(item, typeOf('TicketTask'), (tickets_id) => ({
      tickets_id,
      taskcategories_id: item.input.taskcategories_id,
      actiontime: item.input.actiontime,
      content: item.input.content,
    })),
});

const solve = (name: string): MassiveAction => ({
  key: `${name}:solveticket`,
  apply: (item) =>
    addToTicket(item, typeOf('ITILSolution'), (items_id) => ({
      itemtype: 'Ticket',
      items_id,
      solutiontypes_id: item.input.solutiontypes_id,
      content: item.input.content,
    })),
});

const onTicketsOf = (name: string): readonly MassiveAction[] => [addTask(name), solve(name)];

/** By the class whose items they are for. */
export const linkedTicketActions: Readonly<Record<string, readonly MassiveAction[]>> = {
  Problem_Ticket: onTicketsOf('Problem_Ticket'),
  Change_Ticket: onTicketsOf('Change_Ticket'),
};
