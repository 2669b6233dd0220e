import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import type { Owner } from './blocks.ts';

/** Volumes of an item, each under the key `name` of an object of its own, with the name of its file system. */
export async function disksOf(ctx: Context, { itemtype, id }: Owner): Promise<{ name: Row }[]> {
  const rows: Row[] = await ctx.db
    .selectFrom('glpi_items_disks as disk')
    .leftJoin('glpi_filesystems as filesystem', 'filesystem.id', 'disk.filesystems_id')
    .select('filesystem.name as fsname')
    .selectAll('disk')
    .where('disk.itemtype', '=', itemtype.name)
    .where('disk.items_id', '=', id)
    .where('disk.is_deleted', '=', 0)
    .orderBy('disk.id')
    .execute();
  return rows.map(({ items_id: _owner, is_deleted: _deleted, ...name }) => ({ name }));
}
