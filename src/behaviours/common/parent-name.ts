import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour } from '../behaviour.ts';

const format = '%1$s - %2$s';

/** Items that histories call by another item's name and their own: `LibreOffice - 7.6.4`. */
export const calledAfter = (itemtype: string, key: string): Behaviour => ({
  itemName: async (w, _itemtype, row, inherited) => joined(w, await nameOf(w, itemtype, row[key]), await inherited()),
});

/** The same for those whose other item may be of any class. */
export const calledAfterItem: Behaviour = {
  itemName: async (w, _itemtype, row, inherited) =>
    joined(w, await nameOf(w, String(row.itemtype), row.items_id), await inherited()),
};

/** Items whose histories put one of their own columns behind the name: `Toner - CF289A`. */
export const calledWith = (column: string): Behaviour => ({
  itemName: async (w, _itemtype, row: Row, inherited) => {
    const more = row[column];
    return more === null || more === '' || more === undefined
      ? inherited()
      : joined(w, await inherited(), String(more));
  },
});

function joined(w: Writing, first: string, second: string): string {
  if (first === '') return second;
  return w.ctx.translate(format).replace(/%([12])\$s/g, (_, place) => (place === '1' ? first : second));
}

/** An item's own name; empty when there is no such item. */
export async function nameOf(w: Writing, itemtype: string, id: unknown): Promise<string> {
  const type = typeNamed(itemtype);
  const row = type && (await w.load(type, Number(id)));
  return row ? w.names.plain(type, row) : '';
}
