import * as catalog from '../../catalog/catalog.ts';
import { CREATE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { followup } from '../../catalog/single-right-bits.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import type { Behaviour } from '../behaviour.ts';
import { canAddFollowup } from '../itil/followup-rights.ts';
import { itilItem } from '../itil/parent.ts';
import { isClosed } from '../itil/statuses.ts';

/** Documents may be made by whoever may add them, or anything to a ticket (rights R9, R13). */
export const documentRights: Behaviour = {
  canClass: ({ rights }, _itemtype, operation, inherited) =>
    operation === CREATE ? rights.have('document', CREATE) || rights.have('followup', followup.addMy) : inherited(),

  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation !== CREATE) return inherited();
    return (await mayAttach(ctx, row)) ?? inherited();
  },
};

/** Whether the item that a new document is for lets it be attached; undefined when it is for none. */
async function mayAttach(ctx: Context, row: Row): Promise<boolean | undefined> {
  const { rights } = ctx;
  const itemtype = typeof row.itemtype === 'string' ? catalog.itemtype(row.itemtype) : undefined;
  const target = itemtype && (await rights.find(itemtype, Number(row.items_id)));
  if (target) return rights.canItem(itemtype!, target, UPDATE);
  if (!(Number(row.tickets_id) > 0)) return undefined;
  const ticket = await itilItem(ctx, 'Ticket', row.tickets_id);
  return ticket && (await rights.canItem(ticket.itemtype, ticket.row, READ)) ? canAddFollowup(ctx, ticket) : false;
}

/** Nothing is attached to a closed ticket (itil 11). */
export const documentLinkRights: Behaviour = {
  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation === CREATE && row.itemtype === 'Ticket') {
      const ticket = await itilItem(ctx, 'Ticket', row.items_id);
      if (ticket && isClosed('Ticket', ticket.row.status)) return false;
    }
    return inherited();
  },
};
