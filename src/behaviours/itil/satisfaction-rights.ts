import { READ, UPDATE } from '../../catalog/right-bits.ts';
import { ticket } from '../../catalog/single-right-bits.ts';
import type { Behaviour } from '../behaviour.ts';
import { partIn, REQUESTER } from './actors.ts';
import { itilItem } from './parent.ts';

/** How long an answer may be changed, in milliseconds. */
const CHANGEABLE_FOR = 12 * 3600 * 1000;

/** Surveys are answered by the requester, and for some time after the first answer (itil 13). */
export const satisfactionRights: Behaviour = {
  canClass({ rights }, _itemtype, operation, inherited) {
    return operation === UPDATE ? rights.have('ticket', READ) : inherited();
  },

  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation !== UPDATE) return inherited();
    const { rights, now } = ctx;
    const item = await itilItem(ctx, 'Ticket', row.tickets_id);
    if (!item) return false;
    // Both are moments of the same time zone, so their difference holds whatever zone they are read in.
    const answered = row.date_answered ? Date.parse(`${row.date_answered}Z`) : undefined;
    if (answered !== undefined && Date.parse(`${now.sql}Z`) - answered > CHANGEABLE_FOR) return false;
    if ((await partIn(ctx, item.itemtype, item.row)).plays(REQUESTER)) return true;
    return Number(item.row.users_id_recipient) === rights.userId && rights.have('ticket', ticket.survey);
  },
};
