/** What belongs to tickets, problems and changes. */

import { also, anyUser, by, commented, equalsOnly, fixed, grouped, html, unsortable } from '../parts/attributes.ts';
import { characteristics, commentOption, idOption, relationBase } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { historized, not, privatable, recursive, silent } from '../parts/flags.ts';
import { costOptions, itilTaskOptions } from '../parts/itil-options.ts';
import { child, item, itilActor, itilCost, itilItem, itilTask, itilValidation, relation } from '../parts/kinds.ts';
import { anyItem, childOf, noCheck, owner, side, viewCheck } from '../parts/links.ts';
import { type EntryDeclaration, heading, of, own } from '../parts/option.ts';
import { create, purge, type Rights } from '../parts/rights.ts';
import { withParentStatus } from '../parts/traits.ts';

const itilCostOptions: readonly EntryDeclaration[] = [
  characteristics,
  own(1, 'Title', 'name', 'itemlink', fixed, { searchtype: 'contains' }),
  idOption,
  commentOption,
  ...costOptions,
];

const validationOptions: readonly EntryDeclaration[] = [
  heading('common', 'Approval'),
  own(1, 'Request comments', 'comment_submission', 'text', html),
  own(2, 'Approval comments', 'comment_validation', 'text', html),
  own(3, 'Status', 'status', 'specific', equalsOnly),
  own(4, 'Request date', 'submission_date', 'datetime'),
  own(5, 'Approval date', 'validation_date', 'datetime'),
  of('glpi_users', 6, 'Approval requester', 'name', 'itemlink', {
    right: ['create_incident_validation', 'create_request_validation'],
  }),
  of('glpi_users', 7, 'Approver', 'name', 'itemlink', by('users_id_validate'), {
    right: ['validate_request', 'validate_incident'],
  }),
];

const ticketValidationRights: Rights = {
  1024: { short: 'Create for request', long: 'Create a validation request for a request' },
  2048: { short: 'Create for incident', long: 'Create a validation request for an incident' },
  4096: 'Validate a request',
  8192: 'Validate an incident',
};

/** What a profile can allow with followups of tickets that one takes part in. */
const ownFollowupRights: Rights = {
  1: 'See public ones',
  2: 'Update followups (author)',
  4: { short: 'Add followup (requester)', long: 'Add a followup to tickets (requester)' },
  2048: { short: 'Add followup (associated groups)', long: 'Add a followup to tickets of associated groups' },
  16384: { short: 'Add followup (watcher)', long: 'Add a followup to tickets (watcher)' },
};

export const assistance: readonly Declaration[] = [
  itilCost('ChangeCost', ['Cost', 'Costs'], {
    child: childOf('Change'),
    options: itilCostOptions,
  }),
  itilTask('ChangeTask', ['Change task', 'Change tasks'], {
    emptyValues: { state: '1' },
    options: itilTaskOptions,
  }),
  itilValidation('ChangeValidation', ['Approval', 'Approvals'], {
    right: 'changevalidation',
    child: childOf('Change', { logActions: { add: 12, update: 12, delete: 12 } }),
    rights: { ...create, ...purge, 1024: 'Validate' },
    emptyValues: { status: 2, users_id: '<me>' },
    options: validationOptions,
  }),
  itilActor('Change_Group', ['General', 'General'], {
    relation: [owner('Change'), side('Group', { check: noCheck, logs: false })],
  }),
  itilItem('Change_Item', ['Change item', 'Change items'], {
    relation: [owner('Change'), side(anyItem, { check: noCheck })],
    base: relationBase,
  }),
  relation('Change_Problem', ['Link Problem/Change', 'Links Problem/Change'], {
    relation: [owner('Change'), side('Problem')],
  }),
  itilActor('Change_Supplier', ['General', 'General'], {
    relation: [owner('Change'), side('Supplier', { check: noCheck, logs: false })],
  }),
  relation('Change_Ticket', ['Link Ticket/Change', 'Links Ticket/Change'], {
    relation: [owner('Change'), side('Ticket')],
  }),
  itilActor('Change_User', ['General', 'General'], {
    relation: [owner('Change'), side('User', { check: noCheck, logs: false })],
  }),
  itilActor('Group_Problem', ['General', 'General'], {
    relation: [owner('Problem'), side('Group', { check: noCheck, logs: false })],
  }),
  itilActor('Group_Ticket', ['General', 'General'], {
    relation: [owner('Ticket'), side('Group', { check: noCheck, logs: false })],
  }),
  child('ITILFollowup', ['Followup', 'Followups'], {
    right: 'followup',
    nameField: 'id',
    traits: [withParentStatus],
    flags: [privatable, silent, not(historized)],
    child: childOf(anyItem, { logActions: { add: 12, update: 12, delete: 12 } }),
    rights: {
      ...purge,
      ...ownFollowupRights,
      1024: 'Update all',
      4096: 'Add to all tickets',
      8192: 'See private ones',
    },
    helpdeskRights: ownFollowupRights,
    emptyValues: { requesttypes_id: 1 },
    options: [
      own(1, 'Description', 'content', 'text', html),
      of('glpi_requesttypes', 2, 'Request source', 'name', 'dropdown', grouped),
      own(3, 'Date', 'date', 'datetime'),
      own(4, 'Private', 'is_private', 'bool'),
      of('glpi_users', 5, 'User', 'name', 'dropdown', anyUser),
      own(6, 'Request source', 'itemtype', 'dropdown'),
    ],
  }),
  child('ITILSolution', ['Solution', 'Solutions'], {
    nameField: 'id',
    child: childOf(anyItem),
  }),
  itilItem('Item_Problem', ['Problem item', 'Problem items'], {
    relation: [owner('Problem'), side(anyItem, { check: viewCheck })],
    base: relationBase,
  }),
  itilItem('Item_Ticket', ['Ticket item', 'Ticket items'], {
    relation: [owner('Ticket'), side(anyItem, { check: viewCheck })],
    options: [
      own(3, 'Ticket', 'tickets_id', 'dropdown'),
      own(13, 'Associated elements', 'items_id', 'specific', unsortable, commented, also('itemtype')),
      own(131, 'Associated item types', 'itemtype', 'itemtypename', unsortable, { itemtype_list: 'ticket_types' }),
    ],
  }),
  relation('Itil_Project', ['Link Project/Itil', 'Links Project/Itil'], {
    relation: [owner(anyItem), side('Project')],
  }),
  itilCost('ProblemCost', ['Cost', 'Costs'], {
    child: childOf('Problem'),
    options: itilCostOptions,
  }),
  itilTask('ProblemTask', ['Problem task', 'Problem tasks'], {
    emptyValues: { state: '1' },
    options: itilTaskOptions,
  }),
  itilActor('Problem_Supplier', ['General', 'General'], {
    relation: [owner('Problem'), side('Supplier', { check: noCheck, logs: false })],
  }),
  relation('Problem_Ticket', ['Link Ticket/Problem', 'Links Ticket/Problem'], {
    relation: [owner('Problem'), side('Ticket')],
  }),
  itilActor('Problem_User', ['General', 'General'], {
    relation: [owner('Problem'), side('User', { check: noCheck, logs: false })],
  }),
  relation('ProjectTask_Ticket', ['Link Ticket/Project task', 'Links Ticket/Project task'], {
    relation: [owner('ProjectTask'), side('Ticket')],
  }),
  itilActor('Supplier_Ticket', ['General', 'General'], {
    relation: [owner('Ticket'), side('Supplier', { check: noCheck, logs: false })],
  }),
  itilCost('TicketCost', ['Cost', 'Costs'], {
    right: 'ticketcost',
    flags: [not(recursive)],
    child: childOf('Ticket'),
    options: itilCostOptions,
  }),
  item('TicketSatisfaction', ['Satisfaction', 'Satisfaction'], {
    right: 'ticket',
    indexName: 'tickets_id',
    flags: [historized],
    historyBlacklist: ['date_answered'],
    lacks: ['name'],
  }),
  itilTask('TicketTask', ['Ticket task', 'Ticket tasks'], {
    rights: { ...purge, 1: 'See public ones', 1024: 'Update all', 4096: 'Add to all items', 8192: 'See private ones' },
    helpdeskRights: { 1: 'See public ones' },
    emptyValues: { state: '1' },
    options: itilTaskOptions,
  }),
  itilValidation('TicketValidation', ['Approval', 'Approvals'], {
    right: 'ticketvalidation',
    flags: [not(recursive)],
    child: childOf('Ticket', { logActions: { add: 12, update: 12, delete: 12 } }),
    rights: { ...purge, ...ticketValidationRights },
    helpdeskRights: ticketValidationRights,
    emptyValues: { status: 2, users_id: '<me>' },
    options: validationOptions,
  }),
  relation('Ticket_Contract', ['Tickets / Contracts', 'Tickets / Contracts'], {
    relation: [owner('Ticket'), side('Contract', { check: viewCheck })],
    checkEntityCoherency: false,
  }),
  relation('Ticket_Ticket', ['Linked ticket', 'Linked tickets'], {
    relation: [owner('Ticket', { itemsId: 'tickets_id_1' }), side('Ticket', { itemsId: 'tickets_id_2' })],
    checkEntityCoherency: false,
  }),
  itilActor('Ticket_User', ['General', 'General'], {
    relation: [owner('Ticket'), side('User', { check: noCheck, logs: false })],
  }),
];
