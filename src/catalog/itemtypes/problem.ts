/** Problems. */

import { counted, fixed, html } from '../parts/attributes.ts';
import type { Declaration } from '../parts/facts.ts';
import { recursive, withNotepad } from '../parts/flags.ts';
import { itilActorOptions } from '../parts/itil-actor-options.ts';
import { followupOptions, solutionOptions, taskOptions } from '../parts/itil-followup-options.ts';
import { durationOptions, itilCostOptions, itilItemOptions, itilOptions } from '../parts/itil-options.ts';
import { children, join } from '../parts/joins.ts';
import { itilObject } from '../parts/kinds.ts';
import { notepadOptions } from '../parts/notepad-options.ts';
import { heading, of, onlyWith, own } from '../parts/option.ts';
import { changeViewer } from '../parts/option-conditions.ts';
import { create, notes, purge, trash, update } from '../parts/rights.ts';

export const problem: readonly Declaration[] = [
  itilObject('Problem', ['Problem', 'Problems'], {
    right: 'problem',
    flags: [recursive, withNotepad],
    forwardEntityTo: ['ProblemCost'],
    cloneRelations: ['Problem_User', 'Group_Problem', 'Problem_Supplier'],
    links: [
      'ProblemTask',
      'ProblemCost',
      'Change_Problem',
      'Problem_Ticket',
      'Item_Problem',
      'ITILSolution',
      'ITILFollowup',
      'Problem_User',
      'Group_Problem',
      'Supplier_Problem',
    ],
    rights: { ...update, ...create, ...purge, ...trash, ...notes, 1: 'See (author)', 1024: 'See all' },
    itilLinks: { user: 'Problem_User', group: 'Group_Problem', supplier: 'Problem_Supplier' },
    options: [
      ...itilOptions,
      of('glpi_items_problems', 63, 'Number of items', 'id', 'count', counted, join(children)),
      ...itilItemOptions('glpi_items_problems'),
      ...itilActorOptions({
        users: 'glpi_problems_users',
        groups: 'glpi_groups_problems',
        suppliers: 'glpi_problems_suppliers',
      }),
      heading('analysis', 'Analysis'),
      own(60, 'Impacts', 'impactcontent', 'text', fixed, html),
      own(61, 'Causes', 'causecontent', 'text', fixed, html),
      own(62, 'Symptoms', 'symptomcontent', 'text', fixed, html),
      ...notepadOptions,
      ...followupOptions,
      ...taskOptions('glpi_problemtasks'),
      ...solutionOptions,
      heading('stats', 'Statistics'),
      ...durationOptions,
      ...itilCostOptions('glpi_problemcosts'),
      heading('ticket', 'Tickets'),
      of('glpi_problems_tickets', 141, 'Number of tickets', 'id', 'count', counted, join(children)),
      ...onlyWith(
        [changeViewer],
        [
          heading('change', 'Changes'),
          of('glpi_changes_problems', 211, 'Number of changes', 'id', 'count', counted, join(children)),
        ],
      ),
    ],
  }),
];
