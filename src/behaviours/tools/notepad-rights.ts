import * as catalog from '../../catalog/catalog.ts';
import { CREATE, UPDATE, UPDATENOTE } from '../../catalog/right-bits.ts';
import type { Behaviour } from '../behaviour.ts';

/** Notes are written by whoever holds the note right of the item's class, wherever the item is (rights R8). */
export const notepadRights: Behaviour = {
  async canItem({ rights }, _itemtype, row, operation, inherited) {
    if (operation !== CREATE && operation !== UPDATE) return inherited();
    const itemtype = catalog.itemtype(String(row.itemtype));
    const item = itemtype && (await rights.find(itemtype, Number(row.items_id)));
    return item !== undefined && rights.have(itemtype!.right, UPDATENOTE);
  },
};
