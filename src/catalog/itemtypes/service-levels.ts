/** Service levels: agreements, their escalation levels and what those do. */

import { also, equalsOnly, fixed, unsearchable } from '../parts/attributes.ts';
import {
  activeOption,
  characteristics,
  commentOption,
  fixedEntityOption,
  fixedRecursiveOption,
  idOption,
  nameOption,
} from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { historized, inEntities } from '../parts/flags.ts';
import { item, levelAction, levelAgreement, levelAgreementLevel, levelCriteria } from '../parts/kinds.ts';
import { childOf } from '../parts/links.ts';
import { type EntryDeclaration, of, own } from '../parts/option.ts';
import { standardRights } from '../parts/rights.ts';

const agreementOptions: readonly EntryDeclaration[] = [
  idOption,
  own(5, 'Time', 'number_time', 'specific', fixed, unsearchable, also('definition_time')),
  own(6, 'End of working day', 'end_of_working_day', 'bool', fixed),
  own(7, 'Type', 'type', 'specific'),
  of('glpi_slms', 8, 'SLM', 'name', 'dropdown'),
  commentOption,
];

const levelOptions: readonly EntryDeclaration[] = [
  characteristics,
  nameOption,
  own(3, 'Escalation levels', 'name', 'itemlink', fixed),
  own(4, 'Execution', 'execution_time', 'specific', fixed, equalsOnly),
  own(5, 'Logical operator', 'match', 'specific', fixed, equalsOnly),
  activeOption,
  fixedEntityOption,
  fixedRecursiveOption,
];

export const serviceLevels: readonly Declaration[] = [
  levelAgreement('OLA', ['OLA', 'OLA'], {
    forwardEntityTo: ['OlaLevel'],
    child: childOf('SLM'),
    emptyValues: { definition_time: 'hour', number_time: 4 },
    levelAgreement: { level: 'OlaLevel', ticketLevel: 'OlaLevel_Ticket', prefix: 'ola', ticketPrefix: 'internal_' },
    lacks: ['is_recursive'],
    options: agreementOptions,
  }),
  levelAgreementLevel('OlaLevel', ['Escalation level', 'Escalation levels'], {
    table: 'glpi_olalevels',
    cloneRelations: ['OlaLevelAction', 'OlaLevelCriteria'],
    rights: { ...standardRights, 1024: { short: 'Parent business', long: 'Business rules (entity parent)' } },
    levelParent: { itemtype: 'OLA', itemsId: 'olas_id' },
    options: levelOptions,
  }),
  levelAction('OlaLevelAction', ['Action', 'Actions'], { child: childOf('OlaLevel') }),
  levelCriteria('OlaLevelCriteria', ['Criterion', 'Criteria'], { child: childOf('OlaLevel') }),
  item('OlaLevel_Ticket', ['OLA level for Ticket', 'OLA level for Ticket'], { lacks: ['name'] }),
  levelAgreement('SLA', ['SLA', 'SLA'], {
    forwardEntityTo: ['SlaLevel'],
    child: childOf('SLM'),
    emptyValues: { definition_time: 'hour', number_time: 4 },
    levelAgreement: { level: 'SlaLevel', ticketLevel: 'SlaLevel_Ticket', prefix: 'sla', ticketPrefix: '' },
    lacks: ['is_recursive'],
    options: agreementOptions,
  }),
  item('SLM', ['Service level', 'Service levels'], {
    right: 'slm',
    flags: [inEntities, historized],
    forwardEntityTo: ['SLA', 'OLA'],
    lacks: ['is_recursive'],
    options: [idOption, of('glpi_calendars', 4, 'Calendar', 'name', 'dropdown'), commentOption],
  }),
  levelAgreementLevel('SlaLevel', ['Escalation level', 'Escalation levels'], {
    table: 'glpi_slalevels',
    cloneRelations: ['SlaLevelAction', 'SlaLevelCriteria'],
    rights: { ...standardRights, 1024: { short: 'Parent business', long: 'Business rules (entity parent)' } },
    levelParent: { itemtype: 'SLA', itemsId: 'slas_id' },
    options: levelOptions,
  }),
  levelAction('SlaLevelAction', ['Action', 'Actions'], { child: childOf('SlaLevel') }),
  levelCriteria('SlaLevelCriteria', ['Criterion', 'Criteria'], { child: childOf('SlaLevel') }),
  item('SlaLevel_Ticket', ['SLA level for Ticket', 'SLA level for Ticket'], { lacks: ['name'] }),
];
