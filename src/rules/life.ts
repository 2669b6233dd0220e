import type { Behaviours } from '../behaviours/registry.ts';
import { assetRules } from './asset-rules.ts';
import { ruleLife, rulePartLife } from './rule-life.ts';
import { ruleActionName, ruleCriterionName } from './rule-names.ts';
import { softwareCategoryRules } from './software-category.ts';
import { usedByRules } from './used-by-rules.ts';

/** Classes over which the rules of assets run (rules 1). */
const assets = [
  'Computer',
  'Monitor',
  'NetworkEquipment',
  'Peripheral',
  'Phone',
  'Printer',
  'SoftwareLicense',
  'Certificate',
  'Unmanaged',
  'Appliance',
];

/** Rules as items, and where rules run over other items. */
export const rulesLife: Behaviours = {
  Rule: ruleLife,
  RuleCriteria: [ruleCriterionName, rulePartLife('criteria')],
  RuleAction: [ruleActionName, rulePartLife('field')],
  ...Object.fromEntries(assets.map((name) => [name, assetRules])),
  Software: softwareCategoryRules,
  ...usedByRules,
};
