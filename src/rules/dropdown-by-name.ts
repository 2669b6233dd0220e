import * as catalog from '../catalog/catalog.ts';
import type { Writing } from '../items/write/writing.ts';

/** The id of the dropdown of that name, made if there is none; undefined when making it was refused. */
export async function dropdownByName(w: Writing, name: string, text: string): Promise<number | undefined> {
  const itemtype = catalog.itemtype(name)!;
  const row = await w.ctx.db.selectFrom(itemtype.table).select('id').where('name', '=', text).executeTakeFirst();
  return row ? Number(row.id) : w.add(itemtype, { name: text });
}
