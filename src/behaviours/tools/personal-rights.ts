import { type SqlBool, sql } from 'kysely';
import { CREATE, DELETE, READ } from '../../catalog/right-bits.ts';
import type { Behaviour } from '../behaviour.ts';
import { isShared, type SharingTables, sharingReasons } from './sharing.ts';

/** Bit of those who may keep notes and feeds of their own. */
const PERSONAL = 128;

/** Notes and feeds: one's own, or shared by somebody and opened by the right (rights R8, search 10.4). */
function personalRights(tables: SharingTables): Behaviour {
  return {
    canClass({ rights }, { right }, operation, inherited) {
      return operation === DELETE ? inherited() : rights.have(right, operation | PERSONAL);
    },

    async canItem(ctx, { right }, row, operation, inherited) {
      if (operation === DELETE) return inherited();
      if (Number(row.users_id) === ctx.rights.userId) return true;
      return operation !== CREATE && ctx.rights.have(right, operation) && isShared(ctx, tables, Number(row.id));
    },

    visible(ctx, { right }, alias) {
      const mine = { condition: sql<SqlBool>`${sql.ref(`${alias}.users_id`)} = ${ctx.rights.userId}` };
      const shared = ctx.rights.have(right, READ) ? sharingReasons(ctx, tables, sql.ref(`${alias}.id`)) : [];
      return Promise.resolve({ anyOf: [mine, ...shared] });
    },
  };
}

export const reminderRights = personalRights({
  foreignKey: 'reminders_id',
  users: 'glpi_reminders_users',
  groups: 'glpi_groups_reminders',
  profiles: 'glpi_profiles_reminders',
  entities: 'glpi_entities_reminders',
});

export const feedRights = personalRights({
  foreignKey: 'rssfeeds_id',
  users: 'glpi_rssfeeds_users',
  groups: 'glpi_groups_rssfeeds',
  profiles: 'glpi_profiles_rssfeeds',
  entities: 'glpi_entities_rssfeeds',
  profilesFollowEntities: true,
});
