import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { inheritedSettings } from '../../entities/inherited-settings.ts';
import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import type { Behaviour } from '../behaviour.ts';
import { copyDates } from './infocom-dates.ts';

/** Financial information: one per item, its changes are the item's (items-write W18, W13.5). */
export const infocomLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const type = typeNamed(String(input.itemtype ?? ''));
    const item = type && (await w.load(type, Number(input.items_id)));
    if (!item) return false;
    const other = await w.ctx.db
      .selectFrom(itemtype.table)
      .select('id')
      .where('itemtype', '=', String(input.itemtype))
      .where('items_id', '=', Number(input.items_id))
      .executeTakeFirst();
    if (other) return false;
    const entity = await w.ctx.rights.entityOf(type, item);
    if (input.entities_id === undefined && entity && type.forwardEntityTo.includes(itemtype.name)) {
      input.entities_id = entity.id;
      input.is_recursive = entity.recursive ? 1 : 0;
    }
    const { default_infocom_alert: alert } = await inheritedSettings(w.ctx, entity?.id ?? 0, ['default_infocom_alert']);
    input.alert = Number(alert ?? 0);
    return true;
  },

  async prepareUpdate(w, _itemtype, row, input) {
    await copyDates(w, row, input);
    return true;
  },

  async beforeUpdate(w, _itemtype, { updates, fields }) {
    if (!updates.has('buy_date') && !updates.has('budgets_id')) return;
    await compareWithBudget(w, fields);
  },

  historyTarget: (_itemtype, row) => ({ itemtype: String(row.itemtype), id: Number(row.items_id) }),
};

/** A purchase outside the period of its budget is remarked, not refused. */
async function compareWithBudget(w: Writing, fields: Readonly<Record<string, unknown>>): Promise<void> {
  const budgets = typeNamed('Budget')!;
  const budget: Row | undefined = await w.load(budgets, Number(fields.budgets_id));
  if (!budget?.begin_date || !budget.end_date) return;
  const bought = fields.buy_date === 'NULL' || fields.buy_date === null ? '' : String(fields.buy_date);
  if (bought >= String(budget.begin_date) && bought <= String(budget.end_date)) return;
  const { translate } = w.ctx;
  const text = translate(
    'Purchase date incompatible with the associated budget. %1$s not in budget period: %2$s / %3$s',
  );
  w.messages.error(format(text, bought, String(budget.begin_date), String(budget.end_date)));
}
