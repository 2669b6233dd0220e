import { entitySetting } from '../../catalog/constants.ts';
import type { Row } from '../../database/database.ts';
import type { Occasion } from '../occasion.ts';

/** Days after which a solved ticket of an entity is closed; undefined for never. */
export async function autoCloseDays({ site, db, settings }: Occasion, entity: number): Promise<number | undefined> {
  const ids = [entity, ...(await site.entities.get()).ancestors(entity).toReversed()];
  const rows: Row[] = await db
    .selectFrom('glpi_entities')
    .select(['id', 'autoclose_delay'])
    .where('id', 'in', ids)
    .execute();
  const delays = ids.map((id) => Number(rows.find((row) => row.id === id)?.autoclose_delay ?? entitySetting.inherit));
  const delay = delays.find((one) => one !== entitySetting.inherit) ?? settings.number('autoclose_delay');
  return delay < 0 ? undefined : delay;
}
