import type { Db } from '../database/database.ts';
import type { ActiveEntities } from './session.ts';

/** The groups of a user that are in the active entities, or recursive and above them (sessions S8.4). */
export async function visibleGroups(db: Db, usersId: number, active: ActiveEntities | null): Promise<number[]> {
  if (!active) return [];
  const rows: { id: number; entities_id: number; is_recursive: number }[] = await db
    .selectFrom('glpi_groups_users as m')
    .innerJoin('glpi_groups as g', 'g.id', 'm.groups_id')
    .select(['g.id', 'g.entities_id', 'g.is_recursive'])
    .where('m.users_id', '=', usersId)
    .orderBy('g.id')
    .execute();
  const ids = new Set(active.ids);
  const parents = new Set(active.parents);
  return rows
    .filter((group) => ids.has(group.entities_id) || (group.is_recursive === 1 && parents.has(group.entities_id)))
    .map(({ id }) => id);
}
