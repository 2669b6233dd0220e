/** The order of rules (massive-actions 4.2). */
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';

const RANKING = 'ranking';

const moveRule: MassiveAction = {
  key: 'Rule:move_rule',
  starts: ({ ctx, itemtype, input }) =>
    input.ranking !== undefined && ctx.site.schema.hasColumn(itemtype.table, RANKING),
  async apply(item) {
    const { w, itemtype, id } = item;
    if (!w.ctx.rights.canClass(itemtype, UPDATE)) return item.refuse('right');
    const rules = await rulesOf(item);
    const moved = rules.find((rule) => Number(rule.id) === id);
    if (!moved) return item.refuse('missing');
    const from = Number(moved[RANKING]);
    const to = newRank(item, rules, from);
    if (to === undefined || to === from) {
      await item.load();
      return item.refuse('action');
    }
    const [low, high, by] = from < to ? [from + 1, to, -1] : [to, from - 1, 1];
    for (const rule of rules) {
      const rank = Number(rule[RANKING]);
      if (rank >= low && rank <= high) await w.update(itemtype, Number(rule.id), { [RANKING]: rank + by });
    }
    return (await w.update(itemtype, id, { [RANKING]: to })) ? OK : item.refuse('action');
  },
};

/** The rules of the kind in their order, locked. */
function rulesOf({ w, itemtype }: OneItem): Promise<Row[]> {
  return w.ctx.db
    .selectFrom(itemtype.table)
    .select(['id', RANKING])
    .where('sub_type', '=', itemtype.name)
    .orderBy(RANKING)
    .forUpdate()
    .execute();
}

/** Beside the rule that the input names; beside none at the start or the end. */
function newRank({ input }: OneItem, rules: readonly Row[], from: number): number | undefined {
  const isAfter = input.move_type === 'after';
  const other = phpIntval(input.ranking);
  if (other === 0) return isAfter ? Number(rules.at(-1)?.[RANKING]) : 1;
  const rank = rules.find((rule) => Number(rule.id) === other)?.[RANKING];
  if (rank === undefined) return undefined;
  if (isAfter) return from < Number(rank) ? Number(rank) : Number(rank) + 1;
  return from < Number(rank) ? Number(rank) - 1 : Number(rank);
}

/** The export itself is a page of GLPI's. */
const exportRule: MassiveAction = { key: 'Rule:export', apply: async () => OK };

export const ruleActions: readonly MassiveAction[] = [moveRule, exportRule];
