/** Rules that give software its category (rules 6). */
import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import { textOf } from '../items/write/values.ts';
import type { Writing } from '../items/write/writing.ts';
import { doPlainAction } from './action.ts';
import { dropdownByName, dropdownName } from './dropdown-names.ts';
import { Lookups } from './lookups.ts';
import { activeRules } from './rule.ts';
import { runRules } from './run.ts';

const KIND = 'RuleSoftwareCategory';

/** New software without a category gets that of the first rule that matches. */
export const softwareCategoryRules: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (!truthy(input.softwarecategories_id)) input.softwarecategories_id = (await softwareCategory(w, input)) ?? 0;
    return true;
  },
};

/** The category that the rules give a software; undefined when they give none. */
export async function softwareCategory(w: Writing, software: Input | Row): Promise<number | undefined> {
  const { ctx } = w;
  const set = await activeRules(ctx.db, KIND);
  if (set.rules.length === 0) return undefined;
  const values: Readonly<Record<string, unknown>> = {
    name: software.name,
    comment: software.comment,
    manufacturer: await dropdownName(w, 'Manufacturer', software.manufacturers_id),
    _system_category: '_system_category' in software ? software._system_category : undefined,
  };
  const output: Input = {};
  await runRules({
    subType: KIND,
    set,
    lookups: new Lookups({ db: ctx.db, tree: await ctx.site.entities.get(), translate: ctx.translate }),
    valueOf: (criterion) => values[criterion],
    stopsAtFirst: true,
    act(actions, captured) {
      for (const action of actions) doPlainAction(action, captured, output, values);
      return false;
    },
  });
  if (truthy(output._ignore_import)) return undefined;
  if (truthy(output.softwarecategories_id)) return Number(output.softwarecategories_id);
  const name = textOf(values._system_category);
  return truthy(output._import_category) && name !== '' ? dropdownByName(w, 'SoftwareCategory', name) : undefined;
}
