/** Rights that decide whether a block of search options exists (search 4.4). */

import type { HelpdeskSearch, OptionCondition } from '../model.ts';
import { READ } from '../right-bits.ts';
import { ticket, ticketValidation } from '../single-right-bits.ts';

/** Sees tickets of others: all, assigned ones, or as somebody in charge. */
export const ticketStaff: OptionCondition = {
  right: 'ticket',
  bits: ticket.readAll | ticket.readAssigned | ticket.own,
};
export const costViewer: OptionCondition = { right: 'ticketcost', bits: READ };
export const problemViewer: OptionCondition = { right: 'problem', bits: READ };
export const changeViewer: OptionCondition = { right: 'change', bits: READ };
export const licenseViewer: OptionCondition = { right: 'license', bits: READ };
export const certificateViewer: OptionCondition = { right: 'certificate', bits: READ };
export const domainViewer: OptionCondition = { right: 'domain', bits: READ };

/** Asks for or gives approvals of tickets. */
const approver: OptionCondition = {
  right: 'ticketvalidation',
  bits: Object.values(ticketValidation).reduce((bits, bit) => bits | bit, 0),
};

/** What the helpdesk interface searches of tickets. */
export const ticketHelpdeskSearch: HelpdeskSearch = {
  openGroups: ['common', 'requester', 'satisfaction', 'document'],
  conditionalGroups: [{ group: 'validation', needs: approver }],
  closedOptions: [64],
};
