/** Lists of values and templates for tickets, problems and changes. */

import { by, counted, equalsOnly, fixed, html, technicians } from '../parts/attributes.ts';
import { activeOption } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { activatable, inEntities } from '../parts/flags.ts';
import { children, join } from '../parts/joins.ts';
import { childTemplate, dropdown, treeDropdown } from '../parts/kinds.ts';
import { of, own } from '../parts/option.ts';

export const assistanceDropdowns: readonly Declaration[] = [
  treeDropdown('ITILCategory', ['ITIL category', 'ITIL categories'], {
    right: 'itilcategory',
    emptyValues: { is_change: 1, is_helpdeskvisible: 1, is_incident: 1, is_problem: 1, is_request: 1 },
    additionalFields: [
      { name: 'itilcategories_id', label: 'As child of', type: 'parent' },
      { name: 'users_id', label: 'Technician in charge', type: 'UserDropdown' },
      { name: 'groups_id', label: 'Group in charge', type: 'dropdownValue' },
      { name: 'knowbaseitemcategories_id', label: 'Knowledge base', type: 'dropdownValue' },
      { name: 'code', label: 'Code representing the ticket category', type: 'text' },
      { name: 'is_helpdeskvisible', label: 'Visible in the simplified interface', type: 'bool' },
      { name: 'is_incident', label: 'Visible for an incident', type: 'bool' },
      { name: 'is_request', label: 'Visible for a request', type: 'bool' },
      { name: 'is_problem', label: 'Visible for a problem', type: 'bool' },
      { name: 'is_change', label: 'Visible for a change', type: 'bool' },
      { name: 'tickettemplates_id_demand', label: 'Template for a request', type: 'dropdownValue' },
      { name: 'tickettemplates_id_incident', label: 'Template for an incident', type: 'dropdownValue' },
      { name: 'changetemplates_id', label: 'Template for a change', type: 'dropdownValue' },
      { name: 'problemtemplates_id', label: 'Template for a problem', type: 'dropdownValue' },
    ],
    options: [
      of('glpi_users', 70, 'Technician in charge', 'name', 'dropdown', technicians),
      of('glpi_groups', 71, 'Group', 'completename', 'dropdown'),
      of('glpi_tickettemplates', 72, 'Template for a request', 'name', 'dropdown', by('tickettemplates_id_demand')),
      of('glpi_tickettemplates', 73, 'Template for an incident', 'name', 'dropdown', by('tickettemplates_id_incident')),
      of('glpi_changetemplates', 100, 'Template for a change', 'name', 'dropdown'),
      of('glpi_problemtemplates', 101, 'Template for a problem', 'name', 'dropdown'),
      own(74, 'Visible for an incident', 'is_incident', 'bool'),
      own(75, 'Visible for a request', 'is_request', 'bool'),
      own(76, 'Visible for a problem', 'is_problem', 'bool'),
      own(85, 'Visible for a change', 'is_change', 'bool'),
      own(3, 'Visible in the simplified interface', 'is_helpdeskvisible', 'bool'),
      of('glpi_tickets', 77, 'Number of tickets', 'id', 'count', counted, join(children)),
      of('glpi_problems', 78, 'Number of problems', 'id', 'count', counted, join(children)),
      of('glpi_changes', 151, 'Number of changes', 'id', 'count', counted, join(children)),
      of('glpi_knowbaseitemcategories', 79, 'Knowledge base', 'completename', 'dropdown'),
      own(99, 'Code representing the ticket category', 'code', 'string', fixed),
    ],
  }),
  childTemplate('ITILFollowupTemplate', ['Followup template', 'Followup templates'], {
    right: 'itilfollowuptemplate',
    additionalFields: [
      { name: 'requesttypes_id', label: 'Source of followup', type: 'dropdownValue' },
      { name: 'is_private', label: 'Private', type: 'bool' },
      { name: 'content', label: 'Content', type: 'tinymce' },
    ],
    options: [
      own(4, 'Content', 'content', 'text', html),
      of('glpi_requesttypes', 5, 'Source of followup', 'name', 'dropdown'),
      own(6, 'Private', 'is_private', 'bool'),
    ],
  }),
  dropdown('RequestType', ['Request source', 'Request sources'], {
    flags: [activatable],
    additionalFields: [
      { name: 'is_active', label: 'Active', type: 'bool' },
      { name: 'is_helpdesk_default', label: 'Default for tickets', type: 'bool' },
      { name: 'is_followup_default', label: 'Default for followups', type: 'bool' },
      { name: 'is_mail_default', label: 'Default for mail recipients', type: 'bool' },
      { name: 'is_mailfollowup_default', label: 'Default for followup mail recipients', type: 'bool' },
      { name: 'is_ticketheader', label: 'Request source visible for tickets', type: 'bool' },
      { name: 'is_itilfollowup', label: 'Request source visible for followups', type: 'bool' },
    ],
    options: [
      own(14, 'Default for tickets', 'is_helpdesk_default', 'bool', fixed),
      own(182, 'Default for followups', 'is_followup_default', 'bool', fixed),
      own(15, 'Default for mail recipients', 'is_mail_default', 'bool', fixed),
      own(183, 'Default for followup mail recipients', 'is_mailfollowup_default', 'bool', fixed),
      activeOption,
      own(180, 'Request source visible for tickets', 'is_ticketheader', 'bool'),
      own(181, 'Request source visible for followups', 'is_itilfollowup', 'bool'),
    ],
  }),
  childTemplate('SolutionTemplate', ['Solution template', 'Solution templates'], {
    right: 'solutiontemplate',
    additionalFields: [
      { name: 'solutiontypes_id', label: 'Solution type', type: 'dropdownValue' },
      { name: 'content', label: 'Content', type: 'tinymce' },
    ],
    options: [
      own(4, 'Content', 'content', 'text', html),
      of('glpi_solutiontypes', 3, 'Solution type', 'name', 'dropdown'),
    ],
  }),
  dropdown('SolutionType', ['Solution type', 'Solution types'], { flags: [inEntities] }),
  treeDropdown('TaskCategory', ['Task category', 'Task categories'], {
    right: 'taskcategory',
    flags: [activatable],
    additionalFields: [
      { name: 'taskcategories_id', label: 'As child of', type: 'parent' },
      { name: 'is_active', label: 'Active', type: 'bool' },
      { name: 'knowbaseitemcategories_id', label: 'Knowledge base categories', type: 'dropdownValue' },
    ],
    options: [activeOption],
  }),
  childTemplate('TaskTemplate', ['Task template', 'Task templates'], {
    right: 'taskcategory',
    additionalFields: [
      { name: 'content', label: 'Content', type: 'tinymce' },
      { name: 'taskcategories_id', label: 'Task category', type: 'dropdownValue' },
      { name: 'state', label: 'Status', type: 'state' },
      { name: 'is_private', label: 'Private', type: 'bool' },
      { name: 'actiontime', label: 'Duration', type: 'actiontime' },
      { name: 'users_id_tech', label: 'By', type: 'users_id_tech' },
      { name: 'groups_id_tech', label: 'Group', type: 'groups_id_tech' },
    ],
    options: [
      own(4, 'Content', 'content', 'text', html),
      of('glpi_taskcategories', 3, 'Task category', 'name', 'dropdown'),
      own(5, 'Private', 'is_private', 'bool'),
      of('glpi_users', 7, 'By', 'name', 'dropdown', by('users_id_tech'), technicians),
      of('glpi_groups', 8, 'Group', 'completename', 'dropdown', by('groups_id_tech'), { condition: { is_task: 1 } }),
      own(9, 'Total duration', 'actiontime', 'timestamp', fixed),
      own(10, 'Status', 'state', 'specific', equalsOnly),
    ],
  }),
];
