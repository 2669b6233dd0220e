/** Which networks an address is in. */
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Address } from './address.ts';

/** Networks visible from an entity that contain the words, the smallest first. */
export async function networksAround(
  w: Writing,
  { version, words }: Address,
  entity: number,
  wider?: Address['words'],
): Promise<Row[]> {
  const above = (await w.ctx.site.entities.get()).ancestors(entity);
  let query = w.ctx.db
    .selectFrom('glpi_ipnetworks')
    .selectAll()
    .where('version', '=', version)
    .where((eb) =>
      eb.or([
        eb('entities_id', '=', entity),
        ...(above.length > 0 ? [eb.and([eb('entities_id', 'in', above), eb('is_recursive', '=', 1)])] : []),
      ]),
    );
  for (const at of [0, 1, 2, 3] as const) {
    query = query.where((eb) => eb(eb(`netmask_${at}`, '&', words[at]), '=', eb.ref(`address_${at}`)));
    if (wider) query = query.where((eb) => eb(eb(`netmask_${at}`, '&', wider[at]), '=', eb.ref(`netmask_${at}`)));
  }
  return query
    .orderBy('netmask_0', 'desc')
    .orderBy('netmask_1', 'desc')
    .orderBy('netmask_2', 'desc')
    .orderBy('netmask_3', 'desc')
    .execute();
}
