/** Actions on tickets alone (massive-actions 5.2). */

import type { Input } from '../../behaviours/behaviour.ts';
import { isOpen } from '../../behaviours/itil/statuses.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { textOf } from '../../items/write/values.ts';
import { PURGE, READ, UPDATE } from '../../rights/bits.ts';
import { type Count, type MassiveAction, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';

const typeOf = (name: string): Itemtype => catalog.itemtype(name)!;

async function linkLike({ w }: OneItem, name: string, wanted: Input): Promise<Row | undefined> {
  let query = w.ctx.db.selectFrom(typeOf(name).table).selectAll();
  for (const [column, value] of Object.entries(wanted)) query = query.where(column, '=', value);
  return query.executeTakeFirst();
}

/** The item that the input names. */
const wantedItem = ({ id, input }: OneItem): Input => ({
  tickets_id: id,
  itemtype: textOf(input.item_itemtype),
  items_id: phpIntval(input.items_id),
});

const hasItem = ({ input }: { readonly input: Input }): boolean =>
  input.item_itemtype !== undefined && input.items_id !== undefined;

const addItem: MassiveAction = {
  key: 'Item_Ticket:add_item',
  starts: hasItem,
  async apply(item) {
    const { w } = item;
    if (!(await item.load())) return item.refuse('missing');
    const input = wantedItem(item);
    if (await linkLike(item, 'Item_Ticket', input)) return item.refuse('action');
    if (!(await w.ctx.rights.canCreate(typeOf('Item_Ticket'), input))) return item.refuse('right');
    return (await w.add(typeOf('Item_Ticket'), input)) === undefined ? item.refuse('action') : OK;
  },
};

const deleteItem: MassiveAction = {
  key: 'Item_Ticket:delete_item',
  starts: hasItem,
  async apply(item) {
    const { w } = item;
    await item.load();
    const row = await linkLike(item, 'Item_Ticket', wantedItem(item));
    if (!row) return item.refuse('missing');
    if (!(await w.ctx.rights.canItem(typeOf('Item_Ticket'), row, PURGE))) return item.refuse('right');
    return (await w.delete(typeOf('Item_Ticket'), row, { force: true })) ? OK : item.refuse('action');
  },
};

const linkTickets: MassiveAction = {
  key: 'Ticket_Ticket:add',
  starts: ({ input }) => input.tickets_id_1 !== undefined && input.link !== undefined,
  async apply(item) {
    const { w, id, input } = item;
    if (!(await item.load())) return item.refuse('missing');
    const wanted = { tickets_id_1: id, tickets_id_2: phpIntval(input.tickets_id_1), link: phpIntval(input.link) };
    if (await linkLike(item, 'Ticket_Ticket', wanted)) return OK;
    if (!(await w.ctx.rights.canCreate(typeOf('Ticket_Ticket'), wanted))) return item.refuse('right');
    return (await w.add(typeOf('Ticket_Ticket'), wanted)) === undefined ? item.refuse('action') : OK;
  },
};

const linkToProblem: MassiveAction = {
  key: 'Ticket:link_to_problem',
  async starts({ ctx, input }) {
    const id = phpIntval(input.problems_id);
    return id > 0 && (await ctx.rights.find(typeOf('Problem'), id)) !== undefined;
  },
  async apply(item) {
    const { w, id, input } = item;
    if (!(await item.load())) return item.refuse('missing');
    const wanted = { problems_id: phpIntval(input.problems_id), tickets_id: id };
    if (await linkLike(item, 'Problem_Ticket', wanted)) return item.refuse('action');
    if (!(await w.ctx.rights.canCreate(typeOf('Problem_Ticket'), wanted))) return item.refuse('right');
    return (await w.add(typeOf('Problem_Ticket'), wanted)) === undefined ? item.refuse('action') : OK;
  },
};

const addContract: MassiveAction = {
  key: 'Ticket:add_contract',
  starts: ({ input }) => phpIntval(input.contracts_id) > 0,
  async apply(item) {
    const { w, id, input } = item;
    if (!(await item.load())) return item.refuse('missing');
    if (!(await item.loadFor(UPDATE))) return item.refuse('right');
    const wanted = { tickets_id: id, contracts_id: phpIntval(input.contracts_id) };
    if (await linkLike(item, 'Ticket_Contract', wanted)) return OK;
    if (!(await w.ctx.rights.canCreate(typeOf('Ticket_Contract'), wanted))) return item.refuse('right');
    return (await w.add(typeOf('Ticket_Contract'), wanted)) === undefined ? item.refuse('action') : OK;
  },
};

/** A ticket that isn't open is told off, and solved all the same where it can be. */
const resolve: MassiveAction = {
  key: 'Ticket:resolve_tickets',
  starts: ({ ctx, itemtype, input }) =>
    input.solutiontypes_id !== undefined && input.content !== undefined && ctx.rights.canClass(itemtype, UPDATE),
  async apply(item) {
    const { w, itemtype, id, input } = item;
    const counts: Count[] = [];
    const messages: string[] = [];
    const fail = async () => {
      const { messages: said } = await item.refuse('action');
      counts.push('ko');
      messages.push(...said);
    };
    const row = await w.lock(itemtype, id);
    if (row && !(await w.ctx.rights.canItem(itemtype, row, READ))) return item.refuse('right');
    if (!row || !isOpen(itemtype.name, row.status)) await fail();
    const solution: Input = {
      itemtype: itemtype.name,
      items_id: id,
      solutiontypes_id: input.solutiontypes_id,
      content: input.content,
    };
    if (row && (await w.add(typeOf('ITILSolution'), solution)) !== undefined) counts.push('ok');
    else await fail();
    return { counts, messages };
  },
};

export const ticketActions: readonly MassiveAction[] = [
  addItem,
  deleteItem,
  linkTickets,
  linkToProblem,
  addContract,
  resolve,
];
