import { CREATE, DELETE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { changeValidation, ticketValidation } from '../../catalog/single-right-bits.ts';
import type { Context } from '../../context.ts';
import type { Behaviour } from '../behaviour.ts';
import { type ItilItem, itilItem } from './parent.ts';
import { isClosed } from './statuses.ts';

interface ValidationKind {
  readonly parent: 'Ticket' | 'Change';
  readonly parentColumn: string;
  readonly create: number;
  readonly validate: number;
  /** Whether the session may ask for an approval of this open item. */
  asks(ctx: Context, item: ItilItem): Promise<boolean>;
}

const INCIDENT = 1;

/** Who may see, ask for and answer approvals of tickets (itil 9). */
export const ticketValidationRights = validationRights({
  parent: 'Ticket',
  parentColumn: 'tickets_id',
  create: ticketValidation.createRequest | ticketValidation.createIncident,
  validate: ticketValidation.validateRequest | ticketValidation.validateIncident,
  async asks({ rights }, { itemtype, row }) {
    const kind = Number(row.type) === INCIDENT ? ticketValidation.createIncident : ticketValidation.createRequest;
    return rights.have('ticketvalidation', kind) && rights.passesItemTest(itemtype, row, READ);
  },
});

/** Who may see, ask for and answer approvals of changes (itil 9). */
export const changeValidationRights = validationRights({
  parent: 'Change',
  parentColumn: 'changes_id',
  ...changeValidation,
  asks: () => Promise.resolve(true),
});

function validationRights({ parent, parentColumn, create, validate, asks }: ValidationKind): Behaviour {
  return {
    canClass({ rights }, { right }, operation, inherited) {
      if (operation === READ) return rights.have(right, create | validate | PURGE);
      if (operation === CREATE) return rights.have(right, create);
      return operation === UPDATE ? rights.have(right, create | validate) : inherited();
    },

    async canItem(ctx, itemtype, row, operation, inherited) {
      const { rights } = ctx;
      if (operation === CREATE) {
        const item = await itilItem(ctx, parent, row[parentColumn]);
        return item !== undefined && !isClosed(parent, item.row.status) && asks(ctx, item);
      }
      if (operation === UPDATE) {
        const answers = Number(row.users_id_validate) === rights.userId && rights.have(itemtype.right, validate);
        if (answers) return true;
        if (!rights.have(itemtype.right, create)) return false;
        const entity = await rights.entityOf(itemtype, row);
        return !entity || rights.haveAccess(entity.id, false);
      }
      if (operation === DELETE) return Number(row.users_id) === rights.userId || rights.have(itemtype.right, DELETE);
      return inherited();
    },
  };
}
