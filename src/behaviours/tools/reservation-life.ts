import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** Reservations don't overlap, and end after they begin (items-write W19). */
export const reservationLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    input.users_id ??= w.ctx.rights.userId;
    return isValid(w, input, undefined);
  },

  async prepareUpdate(w, _itemtype, row, input) {
    return isValid(w, { ...row, ...input }, row);
  },
};

async function isValid(w: Writing, { begin, end, reservationitems_id }: Input, own: Row | undefined): Promise<boolean> {
  if (!begin || !end || String(begin) >= String(end)) {
    w.messages.error(w.ctx.translate('Error in entering dates. The starting date is later than the ending date'));
    return false;
  }
  let query = w.ctx.db
    .selectFrom('glpi_reservations')
    .select('id')
    .where('reservationitems_id', '=', Number(reservationitems_id))
    .where('begin', '<', String(end))
    .where('end', '>', String(begin));
  if (own) query = query.where('id', '!=', own.id);
  if (!(await query.limit(1).executeTakeFirst())) return true;
  w.messages.error(w.ctx.translate('The required item is already reserved for this timeframe'));
  return false;
}
