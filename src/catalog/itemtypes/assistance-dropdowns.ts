/** Lists of values and templates for tickets, problems and changes. */

import { by, counted, equalsOnly, fixed, html, technicians } from '../parts/attributes.ts';
import { activeOption } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { inEntities } from '../parts/flags.ts';
import { children, join } from '../parts/joins.ts';
import { childTemplate, dropdown, treeDropdown } from '../parts/kinds.ts';
import { of, own } from '../parts/option.ts';

export const assistanceDropdowns: readonly Declaration[] = [
  treeDropdown('ITILCategory', ['ITIL category', 'ITIL categories'], {
    right: 'itilcategory',
    emptyValues: { is_change: 1, is_helpdeskvisible: 1, is_incident: 1, is_problem: 1, is_request: 1 },
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
    options: [
      own(4, 'Content', 'content', 'text', html),
      of('glpi_requesttypes', 5, 'Source of followup', 'name', 'dropdown'),
      own(6, 'Private', 'is_private', 'bool'),
    ],
  }),
  dropdown('RequestType', ['Request source', 'Request sources'], {
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
    options: [
      own(4, 'Content', 'content', 'text', html),
      of('glpi_solutiontypes', 3, 'Solution type', 'name', 'dropdown'),
    ],
  }),
  dropdown('SolutionType', ['Solution type', 'Solution types'], { flags: [inEntities] }),
  treeDropdown('TaskCategory', ['Task category', 'Task categories'], {
    right: 'taskcategory',
    options: [activeOption],
  }),
  childTemplate('TaskTemplate', ['Task template', 'Task templates'], {
    right: 'taskcategory',
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
