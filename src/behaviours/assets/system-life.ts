import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Behaviour } from '../behaviour.ts';

/** Operating systems on items: in the item's entity (items-write W19). */
export const systemLife: Behaviour = {
  toleratesNobody: true,

  async prepareAdd(w, _itemtype, input) {
    const type = typeNamed(String(input.itemtype ?? ''));
    const item = type && (await w.load(type, Number(input.items_id)));
    const entity = type && item && (await w.ctx.rights.entityOf(type, item));
    if (!entity) return true;
    input.entities_id = entity.id;
    input.is_recursive = entity.recursive ? 1 : 0;
    return true;
  },
};
