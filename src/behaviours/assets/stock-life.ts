import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour } from '../behaviour.ts';

/** Columns of financial information that say when something was bought, and so aren't taken over. */
const datesOfOneself = ['id', 'items_id', 'itemtype', 'date_mod', 'date_creation', 'buy_date', 'use_date'];

/**
 * Cartridges and consumables come into stock today, whatever else is sent, and with the financial information of their
 * kind (items-write W19). Nothing is said about it.
 */
export const stockLife = (kind: string, key: string): Behaviour => ({
  async prepareAdd(w, _itemtype, input) {
    const type = typeNamed(kind);
    const row = type && (await w.load(type, Number(input[key])));
    if (!row) return false;
    for (const column of Object.keys(input)) if (column !== key) delete input[column];
    Object.assign(input, { entities_id: row.entities_id, date_in: w.ctx.now.sql.slice(0, 10) });
    return true;
  },

  async afterAdd(w, itemtype, row) {
    await copyInfocom(w, kind, Number(row[key]), itemtype.name, Number(row.id));
  },
});

async function copyInfocom(w: Writing, kind: string, from: number, itemtype: string, to: number): Promise<void> {
  const infocoms = typeNamed('Infocom');
  if (!infocoms) return;
  const source: Row | undefined = await w.ctx.db
    .selectFrom(infocoms.table)
    .selectAll()
    .where('itemtype', '=', kind)
    .where('items_id', '=', from)
    .executeTakeFirst();
  if (!source) return;
  const copy: Record<string, unknown> = { ...source };
  for (const column of datesOfOneself) delete copy[column];
  await w.add(infocoms, { ...copy, itemtype, items_id: to });
}
