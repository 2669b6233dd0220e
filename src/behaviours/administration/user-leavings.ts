/** What a user who goes for good leaves behind (items-write W10). */
import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';

/** Takes the user's own searches away; those that others see are nobody's from then on. */
export async function leaveSearches(w: Writing, id: unknown): Promise<void> {
  const type = typeNamed('SavedSearch')!;
  const own: Row[] = await w.ctx.db
    .selectFrom(type.table)
    .selectAll()
    .where('users_id', '=', Number(id))
    .where('is_private', '=', 1)
    .forUpdate()
    .execute();
  for (const search of own) await w.delete(type, search, { force: true, cascade: true });
  await w.ctx.db.updateTable(type.table).set({ users_id: 0 }).where('users_id', '=', Number(id)).execute();
}

/** Consumables that the user was given are in stock again. */
export async function returnConsumables(w: Writing, id: unknown): Promise<void> {
  await w.ctx.db
    .updateTable('glpi_consumables')
    .set({ items_id: 0, itemtype: null, date_out: null })
    .where('itemtype', '=', 'User')
    .where('items_id', '=', Number(id))
    .execute();
}
