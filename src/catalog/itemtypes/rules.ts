/** Rules and their collections. */

import { also, fixed } from '../parts/attributes.ts';
import { noBase, ruleBase } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { historized, inEntities, not, recursive, silent, translatable } from '../parts/flags.ts';
import { child, dropdown, item, rule, ruleCollection } from '../parts/kinds.ts';
import { childOf } from '../parts/links.ts';
import { own } from '../parts/option.ts';
import { standardRights } from '../parts/rights.ts';
import { clonable } from '../parts/traits.ts';

export const rules: readonly Declaration[] = [
  item('Rule', ['Rule', 'Rules'], {
    right: 'config',
    traits: [clonable],
    flags: [historized],
    cloneRelations: ['RuleAction', 'RuleCriteria'],
    emptyValues: { is_active: 0 },
    base: ruleBase,
  }),
  child('RuleAction', ['Action', 'Actions'], {
    flags: [silent],
    child: childOf('Rule'),
    base: noBase,
    options: [
      own(1, 'Action', 'action_type', 'specific', fixed, also('rules_id')),
      own(2, 'Fields', 'field', 'specific', fixed, also('rules_id')),
      own(3, 'Value', 'value', 'specific', fixed, also('rules_id')),
    ],
  }),
  rule('RuleAsset', ['Rule', 'Rules'], {
    right: 'rule_asset',
    flags: [inEntities],
    rights: { ...standardRights, 1024: { short: 'Parent business', long: 'Business rules (entity parent)' } },
  }),
  ruleCollection('RuleAssetCollection', ['General', 'General'], { right: 'rule_asset' }),
  item('RuleCollection', ['General', 'General'], {
    table: 'glpi_rules',
    right: 'config',
    flags: [recursive],
  }),
  child('RuleCriteria', ['Criterion', 'Criteria'], {
    flags: [silent],
    child: childOf('Rule'),
    base: noBase,
    options: [
      own(1, 'Name', 'criteria', 'specific', fixed, also('rules_id')),
      own(2, 'Condition', 'condition', 'specific', fixed, also('rules_id', 'criteria')),
      own(3, 'Reason', 'pattern', 'specific', fixed, also('rules_id', 'criteria', 'condition')),
    ],
  }),
  rule('RuleImportAsset', ['Rule', 'Rules'], { right: 'rule_import' }),
  ruleCollection('RuleImportAssetCollection', ['General', 'General'], { right: 'rule_import' }),
  rule('RuleImportComputer', ['Rule', 'Rules'], { right: 'rule_import' }),
  ruleCollection('RuleImportComputerCollection', ['General', 'General'], { right: 'rule_import' }),
  rule('RuleImportEntity', ['Rule', 'Rules'], { right: 'rule_import' }),
  ruleCollection('RuleImportEntityCollection', ['General', 'General'], { right: 'rule_import' }),
  rule('RuleLocation', ['Rule', 'Rules'], { right: 'rule_location' }),
  ruleCollection('RuleLocationCollection', ['General', 'General'], { right: 'rule_location' }),
  rule('RuleMailCollector', ['Rule', 'Rules'], {
    right: 'rule_mailcollector',
  }),
  ruleCollection('RuleMailCollectorCollection', ['General', 'General'], { right: 'rule_mailcollector' }),
  item('RuleMatchedLog', ['Matched rules', 'Matched rules'], {
    right: 'inventory',
    lacks: ['name'],
  }),
  rule('RuleRight', ['Rule', 'Rules'], {
    right: 'rule_ldap',
  }),
  ruleCollection('RuleRightCollection', ['General', 'General'], { right: 'rule_ldap' }),
  dropdown('RuleRightParameter', ['LDAP criterion', 'LDAP criteria'], {
    right: 'rule_ldap',
    flags: [not(translatable)],
    options: [own(11, 'Criterion', 'value', 'string')],
  }),
  rule('RuleSoftwareCategory', ['Rule', 'Rules'], { right: 'rule_softwarecategories' }),
  ruleCollection('RuleSoftwareCategoryCollection', ['General', 'General'], { right: 'rule_softwarecategories' }),
  rule('RuleTicket', ['Rule', 'Rules'], {
    right: 'rule_ticket',
    flags: [inEntities],
    rights: { ...standardRights, 1024: { short: 'Parent business', long: 'Business rules (entity parent)' } },
  }),
  ruleCollection('RuleTicketCollection', ['General', 'General'], { right: 'rule_ticket' }),
];
