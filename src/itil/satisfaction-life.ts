import type { Behaviour } from '../behaviours/behaviour.ts';

/** Surveys are addressed by their ticket, which the input has to name as well (itil 13). */
export const satisfactionLife: Behaviour = {
  prepareUpdate(w, _itemtype, _row, input) {
    if (input.tickets_id === undefined) return false;
    if (input.satisfaction === undefined || Number(input.satisfaction) >= 0) input.date_answered = w.ctx.now.sql;
    return true;
  },

  beforeDelete: (_w, _itemtype, _row, input) => input.tickets_id !== undefined,

  historyTarget: (_itemtype, row) => ({ itemtype: 'Ticket', id: Number(row.tickets_id) }),
};
