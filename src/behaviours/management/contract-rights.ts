import * as catalog from '../../catalog/catalog.ts';
import { CREATE } from '../../catalog/right-bits.ts';
import type { Behaviour } from '../behaviour.ts';

/** A contract covers as many items as it says (rights R9). */
export const contractItemRights: Behaviour = {
  async canItem(ctx, itemtype, row, operation, inherited) {
    if (operation === CREATE) {
      const id = Number(row.contracts_id);
      const contract = await ctx.rights.find(catalog.itemtype('Contract')!, id);
      if (!contract) return false;
      const limit = Number(contract.max_links_allowed);
      if (limit > 0) {
        const { covered } = await ctx.db
          .selectFrom(itemtype.table)
          .select((eb) => eb.fn.countAll().as('covered'))
          .where('contracts_id', '=', id)
          .executeTakeFirstOrThrow();
        if (Number(covered) >= limit) return false;
      }
    }
    return inherited();
  },
};
