import type { Db } from '../database/database.ts';
import { fillCaptured, meets } from './condition.ts';

export interface RuleCriterion {
  readonly criteria: string;
  readonly condition: number;
  readonly pattern: string;
}

export interface RuleAction {
  readonly action_type: string;
  readonly field: string;
  readonly value: string;
}

/** An active rule with what it asks for and what it does (rules 2). */
export interface Rule {
  readonly id: number;
  readonly match: 'AND' | 'OR';
  readonly criteria: readonly RuleCriterion[];
  readonly actions: readonly RuleAction[];
}

/** The active rules of a kind by ranking; two statements more only when there are any. */
export async function activeRules(db: Db, subType: string): Promise<Rule[]> {
  const rules: { id: number; match: 'AND' | 'OR' }[] = await db
    .selectFrom('glpi_rules')
    .select(['id', 'match'])
    .where('sub_type', '=', subType)
    .where('is_active', '=', 1)
    .orderBy('ranking')
    .orderBy('id')
    .execute();
  if (rules.length === 0) return [];
  const ids = rules.map(({ id }) => id);
  const [criteria, actions] = await Promise.all([
    db.selectFrom('glpi_rulecriterias').selectAll().where('rules_id', 'in', ids).orderBy('id').execute(),
    db.selectFrom('glpi_ruleactions').selectAll().where('rules_id', 'in', ids).orderBy('id').execute(),
  ]);
  const of = <T extends { rules_id: number }>(rows: readonly T[], id: number) =>
    rows.filter((row) => row.rules_id === id);
  return rules.map(({ id, match }) => ({
    id,
    match,
    criteria: of(criteria as (RuleCriterion & { rules_id: number })[], id),
    actions: of(actions as (RuleAction & { rules_id: number })[], id),
  }));
}

/** Decides conditions that need more than the value; undefined where there is nothing special. */
export type SpecialCondition = (criterion: RuleCriterion, value: string | readonly string[]) => boolean | undefined;

/**
 * Whether a rule matches an input, and what its regular expressions caught (rules 3.2, 3.3). A rule without criteria
 * never matches.
 */
export function ruleMatches(
  rule: Rule,
  input: Readonly<Record<string, string | readonly string[]>>,
  special: SpecialCondition = () => undefined,
): { matches: boolean; captured: readonly string[] } {
  const captured: string[] = [];
  const results = rule.criteria.map((criterion) => {
    const value = input[criterion.criteria] ?? '';
    const decided = special(criterion, value);
    if (decided !== undefined) return decided;
    const outcome = meets(criterion.condition, value, criterion.pattern ?? '');
    captured.push(...outcome.captured);
    return outcome.met;
  });
  if (results.length === 0) return { matches: false, captured };
  return { matches: rule.match === 'OR' ? results.includes(true) : !results.includes(false), captured };
}

/** The value that an action gives its field. */
export const actionValue = (action: RuleAction, captured: readonly string[]): string =>
  action.action_type === 'regex_result' ? fillCaptured(action.value, captured) : action.value;
