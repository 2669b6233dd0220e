import type { Behaviours } from '../registry.ts';
import { ruleCollectionRights, ruleRights, ticketRuleCollectionRights } from './rule-rights.ts';

/** Rights of rules. */
export const ruleKindRights: Behaviours = {
  Rule: ruleRights,
  RuleCollection: ruleCollectionRights,
  RuleTicketCollection: ticketRuleCollectionRights,
};
