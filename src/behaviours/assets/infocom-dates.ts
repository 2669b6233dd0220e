import { isA, itemtype as typeNamed } from '../../catalog/catalog.ts';
import { memberOf } from '../../catalog/lists.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { inheritedSettings } from '../../entities/inherited-settings.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** The entity's options by which dates of financial information fill themselves in, and the dates. */
const dates = {
  autofill_buy_date: 'buy_date',
  autofill_use_date: 'use_date',
  autofill_delivery_date: 'delivery_date',
  autofill_warranty_date: 'warranty_date',
  autofill_order_date: 'order_date',
  autofill_decommission_date: 'decommission_date',
} as const;

const options = Object.keys(dates) as (keyof typeof dates)[];

/** Options that copy another date, and that date. */
const copied: Readonly<Record<string, string>> = {
  1: 'warranty_date',
  2: 'buy_date',
  3: 'order_date',
  4: 'delivery_date',
};

/** What an option says that fills its date in when the item gets a state. */
const whenState = (state: unknown): string => `STATUS_${state}`;

/** Items that can have financial information get it, and its dates, as the setup and their entity say (items-write W18). */
export const infocomFollows: Behaviour = {
  async onceAdded(w, itemtype, row, input) {
    if (!canHaveInfocom(itemtype)) return;
    if (w.ctx.settings.on('auto_create_infocoms')) await createInfocom(w, itemtype, row, {});
    if (input.states_id !== undefined && !truthy(row.is_template)) await noteState(w, itemtype, row);
  },

  async afterUpdate(w, itemtype, { updates, fields }) {
    if (!updates.has('states_id') || !canHaveInfocom(itemtype) || truthy(fields.is_template as string)) return;
    await noteState(w, itemtype, fields as Row);
  },
};

const canHaveInfocom = (itemtype: Itemtype): boolean =>
  memberOf('infocom_types', itemtype.name) || isA(itemtype, 'Item_Devices');

function createInfocom(w: Writing, itemtype: Itemtype, row: Row, filled: Input): Promise<number | undefined> {
  return w.add(typeNamed('Infocom')!, { itemtype: itemtype.name, items_id: row[itemtype.indexName], ...filled });
}

/** Today goes into the dates whose options name the state that the item has got. */
async function noteState(w: Writing, itemtype: Itemtype, row: Row): Promise<void> {
  const settings = await inheritedSettings(w.ctx, Number(row.entities_id ?? 0), options);
  const reached = options.filter((option) => settings[option] === whenState(row.states_id));
  if (reached.length === 0) return;
  const filled = Object.fromEntries(reached.map((option) => [dates[option], w.ctx.now.sql]));
  const infocoms = typeNamed('Infocom')!;
  const infocom: Row | undefined = await w.ctx.db
    .selectFrom(infocoms.table)
    .select('id')
    .where('itemtype', '=', itemtype.name)
    .where('items_id', '=', row[itemtype.indexName])
    .executeTakeFirst();
  if (infocom) await w.update(infocoms, Number(infocom.id), filled);
  else await createInfocom(w, itemtype, row, filled);
}

/** Dates that are sent, and that the row lacks, are copied from others of the input where the entity says so. */
export async function copyDates(w: Writing, row: Row, input: Input): Promise<void> {
  const empty = options.filter((option) => row[dates[option]] === null && (input[dates[option]] ?? null) !== null);
  if (empty.length === 0) return;
  const settings = await inheritedSettings(w.ctx, Number(row.entities_id), empty);
  for (const option of empty) {
    const from = copied[String(settings[option])];
    if (from !== undefined && (input[from] ?? null) !== null) input[dates[option]] = input[from];
  }
}
