/** Whether a rule matches (rules 3.2, 3.3). */
import { textOf } from '../items/write/values.ts';
import { conditions, isMetByAll, looksAtIds, meets, type Outcome } from './condition.ts';
import { type Fields, fieldValues } from './facts/fields.ts';
import type { Lookups } from './lookups.ts';
import type { Rule, RuleCriterion } from './rule.ts';

/** What criteria look at: the value of one of them, a list for several. */
export type ValueOf = (criterion: string) => unknown;

export interface Match {
  /** What the groups of its regular expressions caught, in order. */
  readonly captured: readonly string[];
}

/**
 * Undefined when the rule doesn't match. One without criteria never does. Criteria are looked at until the outcome is
 * clear.
 */
export async function matchRule(
  { matchesAll, criteria }: Rule,
  value: ValueOf,
  fields: Fields,
  lookups: Lookups,
): Promise<Match | undefined> {
  if (criteria.length === 0) return undefined;
  const captured: string[] = [];
  for (const criterion of criteria) {
    const outcome = await matchCriterion(criterion, await value(criterion.criteria), fields, lookups);
    captured.push(...outcome.captured);
    if (outcome.met !== matchesAll) return matchesAll ? undefined : { captured };
  }
  return matchesAll ? { captured } : undefined;
}

async function matchCriterion(
  criterion: RuleCriterion,
  value: unknown,
  fields: Fields,
  lookups: Lookups,
): Promise<Outcome> {
  if (typeof value !== 'object' || value === null) return matchValue(criterion, textOf(value), fields, lookups);
  const outcomes: Outcome[] = [];
  for (const each of Object.values(value)) outcomes.push(await matchValue(criterion, textOf(each), fields, lookups));
  return {
    met: isMetByAll(criterion.condition) ? outcomes.every((each) => each.met) : outcomes.some((each) => each.met),
    captured: outcomes.flatMap((each) => each.captured),
  };
}

async function matchValue(
  { criteria, condition, pattern }: RuleCriterion,
  value: string,
  fields: Fields,
  lookups: Lookups,
): Promise<Outcome> {
  const values = fieldValues(fields[criteria]);
  if (condition === conditions.under || condition === conditions.notUnder) {
    if (pattern.trim() === '*') return { met: true, captured: [] };
    const isUnder =
      values?.startsWith('glpi_') === true &&
      value !== '' &&
      (await lookups.isUnder(values, Number(value), Number(pattern)));
    return { met: isUnder === (condition === conditions.under), captured: [] };
  }
  const text = looksAtIds(condition) ? value : await lookups.text(values, value);
  return meets(condition, text, pattern);
}
