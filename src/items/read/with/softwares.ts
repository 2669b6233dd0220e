import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import type { Owner } from './blocks.ts';

/** Installed software of an item, by the names of software and version. */
export async function softwaresOf(ctx: Context, { itemtype, id }: Owner): Promise<Row[]> {
  return ctx.db
    .selectFrom('glpi_items_softwareversions as installation')
    .innerJoin('glpi_softwareversions as version', 'version.id', 'installation.softwareversions_id')
    .innerJoin('glpi_softwares as software', 'software.id', 'version.softwares_id')
    .select([
      'software.softwarecategories_id',
      'version.softwares_id',
      'version.id as softwareversions_id',
      'installation.is_dynamic',
      'version.states_id',
      'software.is_valid',
    ])
    .where('installation.itemtype', '=', itemtype.name)
    .where('installation.items_id', '=', id)
    .where('installation.is_deleted', '=', 0)
    .orderBy('software.name')
    .orderBy('version.name')
    .execute();
}
