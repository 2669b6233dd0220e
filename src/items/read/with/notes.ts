import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import type { Owner } from './blocks.ts';

/** Notes on an item, the latest change first, with the picture of who made it. */
export async function notesOf(ctx: Context, { itemtype, id }: Owner): Promise<Row[]> {
  return ctx.db
    .selectFrom('glpi_notepads as note')
    .leftJoin('glpi_users as user', 'user.id', 'note.users_id_lastupdater')
    .selectAll('note')
    .select('user.picture')
    .where('note.itemtype', '=', itemtype.name)
    .where('note.items_id', '=', id)
    .orderBy('note.date_mod', 'desc')
    .execute();
}
