/** Tickets. */
import type { Declaration } from '../parts/facts.ts';
import { itilObject } from '../parts/kinds.ts';
import { ticketHelpdeskSearch } from '../parts/option-conditions.ts';
import { create, purge, trash, update } from '../parts/rights.ts';
import { ticketHistoryOptions } from './ticket-history-options.ts';
import { ticketOptions } from './ticket-options.ts';

export const ticket: readonly Declaration[] = [
  itilObject('Ticket', ['Ticket', 'Tickets'], {
    right: 'ticket',
    forwardEntityTo: ['TicketValidation', 'TicketCost'],
    cloneRelations: ['Ticket_User', 'Group_Ticket', 'Supplier_Ticket'],
    links: [
      'TicketTask',
      'TicketValidation',
      'TicketCost',
      'Problem_Ticket',
      'Change_Ticket',
      'Item_Ticket',
      'ITILSolution',
      'ITILFollowup',
      'Ticket_User',
      'Group_Ticket',
      'Supplier_Ticket',
    ],
    rights: {
      ...update,
      ...create,
      ...purge,
      ...trash,
      1: 'See my ticket',
      1024: 'See all tickets',
      2048: { short: 'See group ticket', long: 'See tickets created by my groups' },
      4096: { short: 'See assigned', long: 'See assigned tickets' },
      8192: { short: 'Assign', long: 'Assign a ticket' },
      16384: { short: 'Steal', long: 'Steal a ticket' },
      32768: { short: 'Beeing in charge', long: 'To be in charge of a ticket' },
      65536: 'Change the priority',
      131072: {
        short: 'Approve solution/Reply survey (my ticket)',
        long: 'Approve solution and reply to survey for ticket created by me',
      },
    },
    helpdeskRights: {
      ...create,
      1: 'See my ticket',
      2048: { short: 'See group ticket', long: 'See tickets created by my groups' },
    },
    itilLinks: { user: 'Ticket_User', group: 'Group_Ticket', supplier: 'Supplier_Ticket' },
    helpdeskSearch: ticketHelpdeskSearch,
    options: [...ticketOptions, ...ticketHistoryOptions],
  }),
];
