/** Rules, their criteria and actions as items (rules 8). */
import { randomBytes, randomInt } from 'node:crypto';
import type { Behaviour } from '../behaviours/behaviour.ts';
import { Action } from '../behaviours/history-actions.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';

/** Where rules stand; levels of service level agreements have a table of their own. */
const TABLE = 'glpi_rules';

export const ruleLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    if (input.uuid === undefined) input.uuid = newUuid();
    if (itemtype.table !== TABLE) return true;
    if (input.sub_type === undefined && itemtype.name !== 'Rule') input.sub_type = itemtype.name;
    if (!truthy(input.sub_type)) return false;
    if (input.ranking === undefined) input.ranking = (await highestRanking(w, String(input.sub_type))) + 1;
    return true;
  },

  /** A copy is a rule of its own, behind all others. */
  prepareClone(_w, _itemtype, input) {
    delete input.uuid;
    delete input.ranking;
  },

  /** Criteria and actions belong to the class `Rule`, whichever class the rule is deleted as. */
  async beforePurge(w, itemtype, { row }) {
    if (itemtype.table !== TABLE || itemtype.name === 'Rule') return;
    for (const name of ['RuleCriteria', 'RuleAction']) {
      const part = catalog.itemtype(name)!;
      const rows: Row[] = await w.ctx.db.selectFrom(part.table).selectAll().where('rules_id', '=', row.id).execute();
      for (const each of rows) await w.delete(part, each, { force: true, cascade: true });
    }
  },
};

/** A GLPI-like identifier: 8 and 8 and 14 hexadecimal digits, and 8 decimal ones. */
function newUuid(): string {
  const hex = randomBytes(15).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16, 30)}.${String(randomInt(1e8)).padStart(8, '0')}`;
}

async function highestRanking(w: Writing, subType: string): Promise<number> {
  const row = await w.ctx.db
    .selectFrom(TABLE)
    .select((eb) => eb.fn.max<number | null>('ranking').as('highest'))
    .where('sub_type', '=', subType)
    .executeTakeFirst();
  return Number(row?.highest ?? 0);
}

/**
 * A criterion or an action: its rule's history hears of it under the rule's own class, and the rule changes with it.
 * @param needed the column that must be given
 */
export function rulePartLife(needed: 'criteria' | 'field'): Behaviour {
  return {
    quietChild: 'always',

    prepareAdd: (_w, _itemtype, input) => truthy(input[needed]),

    async afterAdd(w, itemtype, row) {
      await tell(w, itemtype, row, { action: Action.addChild, new: await w.names.peer(itemtype, row) });
    },

    async afterUpdate(w, itemtype, change) {
      const rule = await ruleOf(w, itemtype, change.fields as Row);
      if (!rule) return;
      for (const column of change.updates) {
        if (column === itemtype.child?.itemsId) continue;
        w.history.add({
          itemtype: rule.itemtype.name,
          id: rule.id,
          link: itemtype.name,
          action: Action.updateChild,
          old: change.old[column],
          new: change.fields[column],
        });
      }
    },

    async afterPurge(w, itemtype, { row, cascade }) {
      if (cascade) return;
      await tell(w, itemtype, row, { action: Action.deleteChild, old: await w.names.peer(itemtype, row) });
    },
  };
}

async function tell(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
  entry: { readonly action: number; readonly old?: string; readonly new?: string },
): Promise<void> {
  const rule = await ruleOf(w, itemtype, row);
  if (!rule) return;
  w.history.add({ itemtype: rule.itemtype.name, id: rule.id, link: itemtype.name, ...entry });
  if (rule.hasDate) await w.update(rule.itemtype, rule.id, { date_mod: w.ctx.now.sql });
}

/** The rule of a criterion or an action under the class of its kind; the level, of those of levels. */
async function ruleOf(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
): Promise<{ readonly itemtype: Itemtype; readonly id: number; readonly hasDate: boolean } | undefined> {
  const { itemtype: name, itemsId } = itemtype.child!;
  const parent = catalog.itemtype(name)!;
  const id = Number(row[itemsId]);
  const rule = await w.load(parent, id);
  if (!rule) return undefined;
  return { itemtype: catalog.itemtype(String(rule.sub_type)) ?? parent, id, hasDate: 'date_mod' in rule };
}
