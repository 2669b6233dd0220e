import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import { CREATE, DELETE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { itil } from '../../catalog/single-right-bits.ts';
import type { Row } from '../../database/database.ts';
import type { Behaviour } from '../behaviour.ts';
import { itilItem } from './parent.ts';
import { isClosed } from './statuses.ts';

/** Costs of problems and changes follow the parent's right (contract: ChangeCost, ProblemCost). */
export const costRights: Behaviour = {
  canClass({ rights }, itemtype, operation, inherited) {
    const right = catalog.itemtype(itemtype.child?.itemtype ?? '')?.right ?? '';
    if (operation === READ) return rights.have(right, itil.readAll | itil.readMy);
    return operation === CREATE || operation === UPDATE ? rights.have(right, UPDATE) : inherited();
  },
};

/** Everybody may change or give up his own part in an item (itil 3.8). */
export const actorRights: Behaviour = {
  async canItem(ctx, itemtype, row, operation, inherited) {
    const { rights } = ctx;
    if (isKnownByAddress(row) && operation !== READ) {
      const parent = await itilItem(ctx, itemtype.relation!.side1.itemtype, row[itemtype.relation!.side1.itemsId]);
      return parent !== undefined && rights.canItem(parent.itemtype, parent.row, UPDATE);
    }
    const isOwn = (operation === UPDATE || operation === DELETE) && Number(row.users_id) === rights.userId;
    return (await inherited()) || isOwn;
  },
};

/** Nobody's account, only an address (itil 3.2). */
const isKnownByAddress = (row: Row): boolean =>
  Boolean(row.alternative_email) && [row.users_id, row.suppliers_id].some((id) => id !== undefined && Number(id) === 0);

/** Items are linked to open tickets, by whoever may change the ticket (itil 12.2). */
export const ticketItemRights: Behaviour = {
  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation !== CREATE) return inherited();
    const item = await itilItem(ctx, 'Ticket', row.tickets_id);
    if (item && isClosed('Ticket', item.row.status)) return false;
    if (item && (await ctx.rights.passesItemTest(item.itemtype, item.row, UPDATE))) return true;
    return inherited();
  },
};

const pausable = ['ITILFollowup', 'TicketTask', 'ChangeTask', 'ProblemTask'].map((name) => catalog.itemtype(name));

/** Pending reasons follow the followups and tasks that give them. */
export const pendingReasonRights: Behaviour = {
  canClass({ rights }, _itemtype, operation, inherited) {
    if (operation === DELETE) return inherited();
    return pausable.some((itemtype: Itemtype | undefined) => itemtype && rights.canClass(itemtype, operation));
  },

  async canItem({ rights }, _itemtype, row, operation) {
    const itemtype = catalog.itemtype(String(row.itemtype));
    const item = itemtype && (await rights.find(itemtype, Number(row.items_id)));
    return item !== undefined && rights.passesItemTest(itemtype!, item, operation === CREATE ? UPDATE : operation);
  },
};
