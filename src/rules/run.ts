/** Running the rules of a kind (rules 3.1). */

import { ruleFacts } from './facts/index.ts';
import type { Lookups } from './lookups.ts';
import { matchRule, type ValueOf } from './match.ts';
import type { Rule, RuleAction, RuleSet } from './rule.ts';

export interface RuleRun {
  readonly subType: string;
  readonly set: RuleSet;
  readonly lookups: Lookups;
  readonly valueOf: ValueOf;
  /** No rule is looked at after the first that matches. */
  readonly stopsAtFirst?: boolean;
  /** Rules that aren't looked at are left out here; all are without. */
  considers?(rule: Rule): boolean;
  /** Does what a matching rule does; true ends the run. */
  act(actions: readonly RuleAction[], captured: readonly string[]): Promise<boolean> | boolean;
}

/** Whether any rule matched. */
export async function runRules(run: RuleRun): Promise<boolean> {
  const { criteria } = ruleFacts(run.subType);
  let any = false;
  for (const rule of run.set.rules) {
    if (run.considers?.(rule) === false) continue;
    const match = await matchRule(rule, run.valueOf, criteria, run.lookups);
    if (!match) continue;
    any = true;
    const isEnd = await run.act(await run.set.actionsOf(rule), match.captured);
    if (isEnd || run.stopsAtFirst) break;
  }
  return any;
}
