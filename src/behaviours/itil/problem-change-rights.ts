import { READ } from '../../catalog/right-bits.ts';
import { itil } from '../../catalog/single-right-bits.ts';
import type { Behaviour } from '../behaviour.ts';
import { ASSIGNED, OBSERVER, partIn, REQUESTER } from './actors.ts';
import { problemsOrChangesOf } from './visible-items.ts';

/** Who may see and change problems and changes (itil 6.3, search 10.2). */
export const problemChangeRights: Behaviour = {
  canClass({ rights }, itemtype, operation, inherited) {
    return operation === READ ? rights.have(itemtype.right, itil.readAll | itil.readMy) : inherited();
  },

  async canItem(ctx, itemtype, row, operation, inherited) {
    if (!(await inherited())) return false;
    if (operation !== READ) return ctx.rights.have(itemtype.right, operation);
    if (ctx.rights.have(itemtype.right, itil.readAll)) return true;
    if (!ctx.rights.have(itemtype.right, itil.readMy)) return false;
    const part = await partIn(ctx, itemtype, row);
    return part.plays(REQUESTER) || part.plays(OBSERVER) || part.plays(ASSIGNED);
  },

  visible: (ctx, itemtype, alias) => Promise.resolve(problemsOrChangesOf(ctx, itemtype, alias)),
};
