/** What actions do to a field, whatever the kind of rule (rules 3.4). */
import type { Input } from '../behaviours/behaviour.ts';
import { textOf } from '../items/write/values.ts';
import { fillCaptured } from './condition.ts';
import type { RuleAction } from './rule.ts';

/** The field whose action ends the run. */
export const STOP = '_stop_rules_processing';

/** The value of an action that takes what an expression caught. */
export const regexResult = ({ value }: RuleAction, captured: readonly string[]): string =>
  fillCaptured(value, captured);

/**
 * Does a plain action: `assign`, `regex_result`, `append_regex_result`.
 * @param sent what the caller passed, to which a result is appended
 * @returns false for an action of another kind
 */
export function doPlainAction(action: RuleAction, captured: readonly string[], output: Input, sent: Input): boolean {
  switch (action.action_type) {
    case 'assign':
      output[action.field] = action.value;
      return true;
    case 'regex_result':
      output[action.field] = regexResult(action, captured);
      return true;
    case 'append_regex_result':
      output[action.field] = textOf(sent[action.field]) + regexResult(action, captured);
      return true;
    default:
      return false;
  }
}
