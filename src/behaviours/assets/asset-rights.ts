import * as catalog from '../../catalog/catalog.ts';
import { CREATE, DELETE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import type { Behaviour } from '../behaviour.ts';

/** Financial records: the right to them is enough, the item isn't asked (rights R9). */
export const infocomRights: Behaviour = {
  canItem: ({ rights }, itemtype, _row, operation, inherited) =>
    operation === READ || operation === DELETE ? inherited() : Promise.resolve(rights.canClass(itemtype, operation)),
};

/** Sockets: the same for making and purging. */
export const socketRights: Behaviour = {
  canItem: ({ rights }, itemtype, _row, operation, inherited) =>
    operation === CREATE || operation === PURGE ? Promise.resolve(rights.canClass(itemtype, operation)) : inherited(),
};

/** Models of consumables are changed from below their entity, too, when they show there (rights R9). */
export const consumableItemRights: Behaviour = {
  async canItem({ rights }, itemtype, row, operation, inherited) {
    if (operation !== UPDATE) return inherited();
    const entity = await rights.entityOf(itemtype, row);
    return !entity || rights.haveAccess(entity.id, entity.recursive);
  },
};

/** Licences show below their entity where their software does (rights R9). */
export const licenseRights: Behaviour = {
  async entity({ rights }, _itemtype, row, inherited) {
    const entity = await inherited();
    const software = await rights.find(catalog.itemtype('Software')!, Number(row.softwares_id));
    return entity && { id: entity.id, recursive: Number(software?.is_recursive ?? 0) > 0 };
  },
};

/** Roles of an appliance's items follow the appliance's link to the item. */
export const applianceRelationRights: Behaviour = {
  canClass: ({ rights }, itemtype, operation, inherited) => {
    const link = catalog.itemtype(itemtype.relation?.side1.itemtype ?? '');
    return operation === CREATE && link ? rights.canClass(link, UPDATE) : inherited();
  },

  async canItem({ rights }, itemtype, row, operation, inherited) {
    const side = itemtype.relation?.side1;
    const links = catalog.itemtype(side?.itemtype ?? '');
    if (operation !== CREATE || !side || !links) return inherited();
    const link = await rights.find(links, Number(row[side.itemsId]));
    return link !== undefined && rights.passesItemTest(links, link, UPDATE);
  },
};

/** Locks on fields: only writers see them, and where the locked item is within reach (rights R9). */
export const lockedFieldRights: Behaviour = {
  canClass: ({ rights }, { right }, operation, inherited) =>
    operation === DELETE ? inherited() : rights.have(right, UPDATE),

  async canItem({ rights }, _itemtype, row, operation, inherited) {
    if (operation === READ || operation === DELETE) return inherited();
    const itemtype = catalog.itemtype(String(row.itemtype));
    const item = itemtype && (await rights.find(itemtype, Number(row.items_id)));
    const entity = item && (await rights.entityOf(itemtype!, item));
    return !entity || rights.haveAccess(entity.id, entity.recursive);
  },
};
