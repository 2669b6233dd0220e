/** Search options that tickets, problems and changes share. */
import {
  also,
  anyUser,
  by,
  commented,
  computed,
  counted,
  equalsOnly,
  equalsOrNot,
  fixed,
  future,
  grouped,
  html,
  technicians,
  undisplayable,
  unlinked,
  unsearchable,
  unsortable,
} from './attributes.ts';
import { characteristics, fixedEntityOption, idOption, updateDateOption } from './base-options.ts';
import { children, itemtypeItem, join, through } from './joins.ts';
import { composed } from './labels.ts';
import { type EntryDeclaration, heading, of, own } from './option.ts';

/** What tickets, problems and changes have in common. */
export const itilOptions: readonly EntryDeclaration[] = [
  characteristics,
  own(1, 'Title', 'name', 'itemlink', fixed, also('id', 'status'), { searchtype: 'contains' }),
  own(21, 'Description', 'content', 'text', fixed, html),
  idOption,
  own(12, 'Status', 'status', 'specific', equalsOnly),
  own(10, 'Urgency', 'urgency', 'specific', equalsOnly),
  own(11, 'Impact', 'impact', 'specific', equalsOnly),
  own(3, 'Priority', 'priority', 'specific', equalsOnly),
  own(15, 'Opening date', 'date', 'datetime', fixed),
  own(16, 'Closing date', 'closedate', 'datetime', fixed),
  own(18, 'Time to resolve', 'time_to_resolve', 'datetime', fixed, future, also('solvedate', 'status')),
  own(151, 'Time to resolve + Progress', 'time_to_resolve', '', fixed, unsearchable, also('status')),
  own(82, 'Time to resolve exceeded', 'is_late', 'bool', fixed, computed('lateResolve', 'time_to_resolve')),
  own(17, 'Resolution date', 'solvedate', 'datetime', fixed),
  updateDateOption,
  of('glpi_itilcategories', 7, 'Category', 'completename', 'dropdown'),
  fixedEntityOption,
  own(45, 'Total duration', 'actiontime', 'timestamp', fixed, unsearchable),
  of('glpi_users', 64, 'Last edit by', 'name', 'dropdown', by('users_id_lastupdater'), fixed, anyUser),
  of(
    'glpi_documents',
    142,
    'Documents',
    'name',
    'dropdown',
    counted,
    unsearchable,
    undisplayable,
    join(through('glpi_documents_items', itemtypeItem), { jointype: 'items_id' }),
  ),
  of(
    'glpi_pendingreasons',
    400,
    'Pending reason',
    'name',
    'dropdown',
    fixed,
    equalsOrNot,
    join(through('glpi_pendingreasons_items', itemtypeItem), { jointype: 'items_id' }),
  ),
  of('glpi_locations', 83, 'Location', 'completename', 'dropdown'),
  of('glpi_locations', 101, 'Address', 'address', 'string', fixed),
  of('glpi_locations', 102, 'Postal code', 'postcode', 'string', fixed),
  of('glpi_locations', 103, 'Town', 'town', 'string', fixed),
  of('glpi_locations', 104, 'State', 'state', 'string', fixed),
  of('glpi_locations', 105, 'Country', 'country', 'string', fixed),
  of('glpi_locations', 84, 'Building number', 'building', 'string', fixed),
  of('glpi_locations', 85, 'Room number', 'room', 'string', fixed),
  of('glpi_locations', 86, 'Location comments', 'comment', 'text', fixed),
  of('glpi_locations', 998, 'Latitude', 'latitude', 'text', fixed),
  of('glpi_locations', 999, 'Longitude', 'longitude', 'text', fixed),
  of(
    'glpi_projects',
    450,
    'Project',
    'name',
    'dropdown',
    fixed,
    equalsOrNot,
    join(through('glpi_itils_projects', itemtypeItem), { jointype: 'items_id' }),
  ),
];

/** Costs; `costs` is their table. */
export function itilCostOptions(costs: string): readonly EntryDeclaration[] {
  return [
    heading('cost', 'Cost'),
    of(costs, 48, 'Total cost', 'totalcost', 'decimal', counted, unlinked, computed('totalCost'), join(children)),
    of(costs, 42, 'Time cost', 'cost_time', 'decimal', counted, unlinked, computed('timeCost'), join(children)),
    of(costs, 49, composed('%1$s - %2$s', 'Cost', 'Duration'), 'actiontime', 'timestamp', counted, join(children)),
    of(
      costs,
      43,
      'Fixed cost',
      'cost_fixed',
      'decimal',
      counted,
      unlinked,
      computed('sumOnce', 'cost_fixed', 'two lines'),
      join(children),
    ),
    of(
      costs,
      44,
      'Material cost',
      'cost_material',
      'decimal',
      counted,
      unlinked,
      computed('sumOnce', 'cost_material', 'two lines'),
      join(children),
    ),
  ];
}

/** Times an ITIL object took. */
export const durationOptions: readonly EntryDeclaration[] = [
  own(154, 'Resolution time', 'solve_delay_stat', 'timestamp', fixed, grouped),
  own(152, 'Closing time', 'close_delay_stat', 'timestamp', fixed, grouped),
  own(153, 'Waiting time', 'waiting_duration', 'timestamp', fixed, grouped),
];

/** A cost of an ITIL object. */
export const costOptions: readonly EntryDeclaration[] = [
  own(12, 'Begin date', 'begin_date', 'datetime'),
  own(10, 'End date', 'end_date', 'datetime'),
  own(11, 'Duration', 'actiontime', 'timestamp'),
  own(14, 'Time cost', 'cost_time', 'decimal'),
  own(15, 'Fixed cost', 'cost_fixed', 'decimal'),
  own(19, 'Material cost', 'cost_material', 'decimal'),
  of('glpi_budgets', 18, 'Budget', 'name', 'dropdown'),
  fixedEntityOption,
];

/** A task of an ITIL object. */
export const itilTaskOptions: readonly EntryDeclaration[] = [
  own(1, 'Description', 'content', 'text', html),
  of('glpi_taskcategories', 2, 'Task category', 'name', 'dropdown', grouped),
  own(3, 'Date', 'date', 'datetime'),
  own(4, 'Public followup', 'is_private', 'bool'),
  of('glpi_users', 5, 'Technician', 'name', 'dropdown', technicians),
  own(6, 'Total duration', 'actiontime', 'timestamp', fixed),
  own(7, 'Status', 'state', 'specific'),
];

/** The items a ticket or problem is about, over the table of the links. */
export function itilItemOptions(table: string): readonly EntryDeclaration[] {
  return [
    of(
      table,
      13,
      'Associated elements',
      'items_id',
      'specific',
      fixed,
      grouped,
      unsearchable,
      unsortable,
      commented,
      also('itemtype'),
      join(children),
    ),
    itilItemTypesOption(table),
  ];
}

/** The types of the items that an ITIL object is about. */
export const itilItemTypesOption = (table: string): EntryDeclaration =>
  of(
    table,
    131,
    'Associated item types',
    'itemtype',
    'itemtypename',
    fixed,
    grouped,
    unsortable,
    also('itemtype'),
    { itemtype_list: 'ticket_types' },
    join(children),
  );

/** How far the approval of a ticket or change has come, and what was said; `table` holds the approvals. */
export function approvalOptions(table: string): readonly EntryDeclaration[] {
  return [
    heading('validation', 'Approval'),
    own(51, 'Minimum validation required', 'validation_percent', 'number', { unit: '%', min: 0, max: 100, step: 50 }),
    own(52, 'Approval', 'global_validation', 'specific', equalsOnly),
    of(table, 53, 'Request comments', 'comment_submission', 'text', fixed, grouped, html, join(children)),
    of(table, 54, 'Approval comments', 'comment_validation', 'text', fixed, grouped, html, join(children)),
    of(table, 55, 'Approval status', 'status', 'specific', fixed, grouped, equalsOnly, join(children)),
    of(table, 56, 'Request date', 'submission_date', 'datetime', fixed, grouped, join(children)),
    of(table, 57, 'Approval date', 'validation_date', 'datetime', fixed, grouped, join(children)),
  ];
}
