import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour } from '../behaviour.ts';
import { leftBehind, takenFrom } from './computer-life.ts';

/** Connections of items to computers (items-write W18). */
export const computerItemLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    const type = typeNamed(String(input.itemtype));
    const computers = typeNamed('Computer');
    const item = type && (await w.load(type, Number(input.items_id)));
    const computer = computers && (await w.load(computers, Number(input.computers_id)));
    if (!type || !item || !computer) return true;
    const isGlobal = Number(item.is_global) === 1;
    if (await isConnected(w, input, isGlobal)) return false;
    if (!isGlobal) await w.update(type, Number(input.items_id), takenFrom(w, computer, item));
    return true;
  },

  async afterPurge(w, _itemtype, { row, cascade }) {
    const type = typeNamed(String(row.itemtype));
    const item = type && !cascade ? await w.load(type, Number(row.items_id)) : undefined;
    if (!type || !item || Number(item.is_global) === 1) return;
    const cleaned = leftBehind(w, item);
    if (Object.keys(cleaned).length > 0) await w.update(type, Number(row.items_id), cleaned);
  },
};

/** An item belongs to one computer; a global one to each only once. */
async function isConnected(w: Writing, input: Record<string, unknown>, isGlobal: boolean): Promise<boolean> {
  let query = w.ctx.db
    .selectFrom('glpi_computers_items')
    .select('id')
    .where('itemtype', '=', String(input.itemtype))
    .where('items_id', '=', Number(input.items_id));
  if (isGlobal) query = query.where('computers_id', '=', Number(input.computers_id));
  const rows: Row[] = await query.limit(1).execute();
  return rows.length > 0;
}
