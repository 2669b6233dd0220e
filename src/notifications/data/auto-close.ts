import { inheritedSettings } from '../../entities/inherited-settings.ts';
import type { Occasion } from '../occasion.ts';

/** Days after which a solved ticket of an entity is closed; undefined for never. */
export async function autoCloseDays({ site, db, settings }: Occasion, entity: number): Promise<number | undefined> {
  const { autoclose_delay: own } = await inheritedSettings({ site, db }, entity, ['autoclose_delay']);
  const delay = own === null ? settings.number('autoclose_delay') : Number(own);
  return delay < 0 ? undefined : delay;
}
