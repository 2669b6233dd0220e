import { CREATE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { entityRight } from '../../catalog/single-right-bits.ts';
import { entityCondition } from '../../entities/entity-condition.ts';
import type { Behaviour } from '../behaviour.ts';

/** An entity is in itself, and everything below it (rights R9, items-read G4.4). */
export const entityRights: Behaviour = {
  canClass({ rights, session }, _itemtype, operation, inherited) {
    if (operation === CREATE) {
      return rights.have('entity', CREATE) && rights.haveRecursiveAccess(session.entities?.id ?? -1);
    }
    if (operation === UPDATE) {
      return rights.have('entity', UPDATE | entityRight.updateHelpdesk) || rights.have('notification', UPDATE);
    }
    return inherited();
  },

  canItem({ rights }, _itemtype, row, operation, inherited) {
    if (operation === READ || operation === UPDATE) return Promise.resolve(rights.haveAccess(Number(row.id), false));
    if (operation === CREATE) return Promise.resolve(rights.haveRecursiveAccess(Number(row.entities_id)));
    return inherited();
  },

  entity: (_ctx, _itemtype, row) => Promise.resolve({ id: Number(row.id), recursive: true }),

  entityFilter: (ctx, _itemtype, alias) =>
    entityCondition(ctx.session.entities, alias, { recursive: false, column: 'id' }),
};
