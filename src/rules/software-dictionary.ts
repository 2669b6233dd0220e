/** The dictionary of software: rules that unify names, publishers and versions (rules 1, 3.1). */
import type { Input } from '../behaviours/behaviour.ts';
import type { Writing } from '../items/write/writing.ts';
import { doPlainAction, regexResult } from './action.ts';
import { Lookups } from './lookups.ts';
import { activeRules } from './rule.ts';
import { runRules } from './run.ts';

const KIND = 'RuleDictionnarySoftware';

/** A software as the dictionary looks at it. */
export interface SoftwareFacts {
  readonly name: string;
  /** Name of the publisher; empty for none. */
  readonly manufacturer: string;
  readonly entities_id: number;
}

/** What the first rule that matches makes of a software. */
export interface DictionaryEntry {
  /** By field: `name`, `manufacturer` (a name), `version`, `new_entities_id`, and columns of the software. */
  readonly fields: Input;
  /** What is put behind the name of each version. */
  readonly versionSuffix: string;
}

/** Looks a software up; undefined when no rule matches. */
export async function softwareDictionaryEntry(
  w: Writing,
  software: SoftwareFacts,
): Promise<DictionaryEntry | undefined> {
  const { ctx } = w;
  const set = await activeRules(ctx.db, KIND);
  if (set.rules.length === 0) return undefined;
  const values: Readonly<Record<string, unknown>> = { ...software };
  const fields: Input = {};
  let versionSuffix = '';
  const isFound = await runRules({
    subType: KIND,
    set,
    lookups: new Lookups({ db: ctx.db, tree: await ctx.site.entities.get(), translate: ctx.translate }),
    valueOf: (criterion) => values[criterion],
    stopsAtFirst: true,
    act(actions, captured) {
      for (const action of actions) {
        if (action.field === 'version' && action.action_type === 'append_regex_result') {
          versionSuffix = regexResult(action, captured);
        } else doPlainAction(action, captured, fields, values);
      }
      return false;
    },
  });
  return isFound ? { fields, versionSuffix } : undefined;
}
