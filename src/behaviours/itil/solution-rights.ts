import { CREATE, READ, UPDATE } from '../../catalog/right-bits.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import type { Behaviour } from '../behaviour.ts';
import { ASSIGNED, partIn } from './actors.ts';
import { type ItilItem, itilParent, itilTypes } from './parent.ts';
import { allowsStatus } from './status-matrix.ts';
import { isClosed, SOLVED } from './statuses.ts';

/** Who may see, add and change solutions (itil 10.4). */
export const solutionRights: Behaviour = {
  canClass({ rights }, _itemtype, operation, inherited) {
    if (operation === READ) return itilTypes.some((name) => rights.have(name.toLowerCase(), READ));
    // The item decides.
    return operation === CREATE || operation === UPDATE || inherited();
  },

  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation !== CREATE && operation !== UPDATE) return inherited();
    const item = await itilParent(ctx, row);
    if (!item) return mayOrphan(ctx, row);
    return (await maySolve(ctx, item)) && (operation === UPDATE || !isClosed(item.itemtype.name, item.row.status));
  },
};

/** Whether the session may solve an item, were it open (itil 10.4). */
async function maySolve(ctx: Context, { itemtype, row }: ItilItem): Promise<boolean> {
  if (!allowsStatus(ctx.session, itemtype.name, row.status, SOLVED)) return false;
  return ctx.rights.have(itemtype.right, UPDATE) || (await partIn(ctx, itemtype, row)).plays(ASSIGNED);
}

/** A solution of an item that doesn't exist is for whoever could solve any. */
function mayOrphan({ rights }: Context, row: Row): boolean {
  const name = itilTypes.find((type) => type === row.itemtype);
  return name !== undefined && rights.have(name.toLowerCase(), UPDATE);
}
