/** Changes. */

import { also, by, commented, counted, fixed, grouped, html, unsearchable } from '../parts/attributes.ts';
import type { Declaration } from '../parts/facts.ts';
import { recursive, withNotepad } from '../parts/flags.ts';
import { itilActorOptions } from '../parts/itil-actor-options.ts';
import { followupOptions, solutionOptions, taskOptions } from '../parts/itil-followup-options.ts';
import { approvalOptions, itilCostOptions, itilItemTypesOption, itilOptions } from '../parts/itil-options.ts';
import { children, join, through } from '../parts/joins.ts';
import { itilObject } from '../parts/kinds.ts';
import { notepadOptions } from '../parts/notepad-options.ts';
import { heading, of, own } from '../parts/option.ts';
import { create, notes, purge, trash, update } from '../parts/rights.ts';

export const change: readonly Declaration[] = [
  itilObject('Change', ['Change', 'Changes'], {
    right: 'change',
    flags: [recursive, withNotepad],
    forwardEntityTo: ['ChangeValidation', 'ChangeCost'],
    cloneRelations: ['Change_User', 'Change_Group', 'Change_Supplier'],
    links: [
      'ChangeTask',
      'ChangeCost',
      'Itil_Project',
      'Change_Problem',
      'Change_Ticket',
      'Change_Item',
      'ITILSolution',
      'ITILFollowup',
      'Change_User',
      'Group_Change',
      'Supplier_Change',
    ],
    rights: { ...update, ...create, ...purge, ...trash, ...notes, 1: 'See (author)', 1024: 'See all' },
    itilLinks: { user: 'Change_User', group: 'Change_Group', supplier: 'Change_Supplier' },
    options: [
      ...itilOptions,
      of('glpi_changes_items', 68, 'Number of items', 'id', 'count', counted, join(children)),
      of(
        'glpi_changes_items',
        13,
        'Associated elements',
        'items_id',
        'specific',
        fixed,
        grouped,
        unsearchable,
        commented,
        also('itemtype'),
        join(children),
      ),
      itilItemTypesOption('glpi_changes_items'),
      ...itilActorOptions({
        users: 'glpi_changes_users',
        groups: 'glpi_changes_groups',
        suppliers: 'glpi_changes_suppliers',
      }),
      heading('analysis', 'Control list'),
      own(60, 'Analysis impact', 'impactcontent', 'text', fixed, html),
      own(61, 'Control list', 'controlistcontent', 'text', fixed, html),
      own(62, 'Deployment plan', 'rolloutplancontent', 'text', fixed, html),
      own(63, 'Backup plan', 'backoutplancontent', 'text', fixed, html),
      own(67, 'Checklist', 'checklistcontent', 'text', fixed, html),
      ...notepadOptions,
      ...approvalOptions('glpi_changevalidations'),
      of(
        'glpi_users',
        58,
        'Requester',
        'name',
        'itemlink',
        fixed,
        grouped,
        { right: 'create_validate' },
        join(through('glpi_changevalidations', children)),
      ),
      of(
        'glpi_users',
        59,
        'Approver',
        'name',
        'itemlink',
        by('users_id_validate'),
        fixed,
        grouped,
        { right: 'validate' },
        join(through('glpi_changevalidations', children)),
      ),
      ...followupOptions,
      ...taskOptions('glpi_changetasks'),
      ...solutionOptions,
      ...itilCostOptions('glpi_changecosts'),
      heading('ticket', 'Tickets'),
      of('glpi_changes_tickets', 164, 'Number of tickets', 'id', 'count', counted, join(children)),
      heading('problem', 'Problems'),
      of('glpi_changes_problems', 165, 'Number of problems', 'id', 'count', counted, join(children)),
    ],
  }),
];
