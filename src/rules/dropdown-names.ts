import * as catalog from '../catalog/catalog.ts';
import { textOf } from '../items/write/values.ts';
import type { Writing } from '../items/write/writing.ts';

/** The id of the dropdown of that name, made if there is none; undefined when making it was refused. */
export async function dropdownByName(w: Writing, name: string, text: string): Promise<number | undefined> {
  const itemtype = catalog.itemtype(name)!;
  const row = await w.ctx.db.selectFrom(itemtype.table).select('id').where('name', '=', text).executeTakeFirst();
  return row ? Number(row.id) : w.add(itemtype, { name: text });
}

/** The name of a dropdown as it is stored; empty for none. */
export async function dropdownName(w: Writing, name: string, id: unknown): Promise<string> {
  const row = Number(id ?? 0) > 0 ? await w.load(catalog.itemtype(name)!, Number(id)) : undefined;
  return textOf(row?.name);
}
