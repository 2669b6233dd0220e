import type { Behaviour } from '../behaviours/behaviour.ts';
import { setAgreementsOnAdd, setAgreementsOnUpdate } from '../service-levels/affect.ts';

/** Due dates of a ticket's service level agreements, once rules have chosen those (itil 7.2). */
export const ticketAgreements: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    await setAgreementsOnAdd(w, input);
    return true;
  },

  async prepareUpdate(w, _itemtype, row, input) {
    await setAgreementsOnUpdate(w, row, input);
    return true;
  },
};
