import type { Itemtype } from '../../catalog/model.ts';
import { CREATE, DELETE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { ticket, ticketValidation } from '../../catalog/single-right-bits.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import type { Behaviour } from '../behaviour.ts';
import { ASSIGNED, OBSERVER, partIn, REQUESTER } from './actors.ts';
import { isClosed, isSolved, NEW } from './statuses.ts';
import { ticketsOf } from './visible-items.ts';

const VALIDATES = ticketValidation.validateRequest | ticketValidation.validateIncident;
const SEES = UPDATE | ticket.readAll | ticket.readMy | ticket.readGroup | ticket.readAssigned | ticket.own;
const CHANGES = UPDATE | ticket.assign | ticket.steal | ticket.own | ticket.changePriority;

/** Who may see and change tickets (itil 6.1, search 10.2). */
export const ticketRights: Behaviour = {
  canClass({ rights }, _itemtype, operation, inherited) {
    const fromHelpdesk = rights.interface === 'helpdesk';
    if (operation === READ) return rights.have('ticket', SEES) || rights.have('ticketvalidation', VALIDATES);
    if (operation === UPDATE) return rights.have('ticket', fromHelpdesk ? CREATE : CHANGES);
    if (operation === DELETE) return rights.have('ticket', fromHelpdesk ? CREATE : DELETE);
    return inherited();
  },

  async canItem(ctx, itemtype, row, operation, inherited) {
    if (!(await inherited())) return false;
    if (operation === READ) return sees(ctx, itemtype, row);
    if (operation === UPDATE) return changes(ctx, itemtype, row);
    if (operation === DELETE) return trashes(ctx, itemtype, row);
    if (operation === PURGE) return true;
    return ctx.rights.have('ticket', CREATE);
  },

  visible: (ctx, itemtype, alias) => Promise.resolve(ticketsOf(ctx, itemtype, alias)),
};

async function sees(ctx: Context, itemtype: Itemtype, row: Row): Promise<boolean> {
  const { rights } = ctx;
  if (rights.have('ticket', ticket.readAll)) return true;
  const part = await partIn(ctx, itemtype, row);
  if (rights.have('ticket', ticket.readMy) && (isWriter(ctx, row) || part.is(REQUESTER) || part.is(OBSERVER)))
    return true;
  if (rights.have('ticket', ticket.readGroup) && (part.isInGroup(REQUESTER) || part.isInGroup(OBSERVER))) return true;
  if (rights.have('ticket', ticket.readAssigned)) {
    if (part.plays(ASSIGNED)) return true;
    if (rights.have('ticket', ticket.assign) && Number(row.status) === NEW) return true;
  }
  return rights.have('ticketvalidation', VALIDATES) && isApprover(ctx, row);
}

async function changes(ctx: Context, itemtype: Itemtype, row: Row): Promise<boolean> {
  const { rights } = ctx;
  if (rights.interface !== 'helpdesk' && rights.have('ticket', UPDATE)) return true;
  const part = await partIn(ctx, itemtype, row);
  const isOpen = !isSolved('Ticket', row.status) && !isClosed('Ticket', row.status);
  if ((part.is(REQUESTER) || isWriter(ctx, row)) && isOpen && (await isUntouched(ctx, row))) return true;
  return rights.interface !== 'helpdesk' && rights.have('ticket', ticket.own) && part.is(ASSIGNED);
}

async function trashes(ctx: Context, itemtype: Itemtype, row: Row): Promise<boolean> {
  if (ctx.rights.interface !== 'helpdesk') return true;
  const isMine = isWriter(ctx, row) || (await partIn(ctx, itemtype, row)).is(REQUESTER);
  return isMine && row.date === row.date_mod && isUntouched(ctx, row);
}

function isWriter(ctx: Context, row: Row): boolean {
  return Number(row.users_id_recipient) === ctx.rights.userId;
}

/** Nobody has added a followup or a task. */
async function isUntouched(ctx: Context, row: Row): Promise<boolean> {
  const id = Number(row.id);
  const followup = await ctx.db
    .selectFrom('glpi_itilfollowups')
    .select('id')
    .where('itemtype', '=', 'Ticket')
    .where('items_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (followup) return false;
  return !(await ctx.db
    .selectFrom('glpi_tickettasks')
    .select('id')
    .where('tickets_id', '=', id)
    .limit(1)
    .executeTakeFirst());
}

async function isApprover(ctx: Context, row: Row): Promise<boolean> {
  const validation = await ctx.db
    .selectFrom('glpi_ticketvalidations')
    .select('id')
    .where('tickets_id', '=', Number(row.id))
    .where('users_id_validate', '=', ctx.rights.userId)
    .limit(1)
    .executeTakeFirst();
  return validation !== undefined;
}
