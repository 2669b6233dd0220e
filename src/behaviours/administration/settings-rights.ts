import { type SqlBool, sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import { CREATE, DELETE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import type { Context } from '../../context.ts';
import { among } from '../../entities/entity-condition.ts';
import { undisclosedSettings } from '../../settings/secret-settings.ts';
import type { Behaviour } from '../behaviour.ts';

/** Types that whoever may change them may also make and take away (rights R9). */
export const madeByUpdate: Behaviour = {
  canClass({ rights }, { right }, operation, inherited) {
    return operation === CREATE || operation === PURGE ? rights.have(right, UPDATE) : inherited();
  },
};

/** Types that only GLPI itself takes away. */
export const neverDeleted: Behaviour = {
  canClass: (_ctx, _itemtype, operation, inherited) => operation !== DELETE && inherited(),
};

/** Refused equipment is taken away by whoever may change it. */
export const purgedByUpdate: Behaviour = {
  canClass({ rights }, { right }, operation, inherited) {
    return operation === PURGE ? rights.have(right, UPDATE) : inherited();
  },
};

/** Every signed-in user's doings queue notifications. */
export const madeByAnybody: Behaviour = {
  canClass: (_ctx, _itemtype, operation, inherited) => operation === CREATE || inherited(),
};

/** Settings: those of GLPI and of active plugins, without their secrets (rights R9, items-read G8). */
export const configRights: Behaviour = {
  canClass: (_ctx, _itemtype, operation, inherited) => operation !== CREATE && inherited(),

  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation !== READ) return inherited();
    return (await visibleContexts(ctx)).includes(String(row.context));
  },

  async visible(ctx, _itemtype, alias) {
    return { where: among(sql.ref(`${alias}.context`), await visibleContexts(ctx)) };
  },

  undisclosed: (_ctx, _itemtype, rows) =>
    Promise.resolve(
      rows.map((row) => (row.context === 'core' && undisclosedSettings.has(String(row.name)) ? ['value'] : [])),
    ),
};

function visibleContexts(ctx: Context): Promise<readonly string[]> {
  return ctx.rights.once('contexts of settings', async () => {
    const ACTIVE = 1;
    const plugins: { directory: string }[] = await ctx.db
      .selectFrom('glpi_plugins')
      .select('directory')
      .where('state', '=', ACTIVE)
      .execute();
    return ['core', 'inventory', ...plugins.map(({ directory }) => directory)];
  });
}

/** What is noticed about the machinery is for whoever may see the settings (search 10.1). */
const MACHINERY = ['CronTask', 'DBConnection'];

export const notificationRights: Behaviour = {
  async canItem({ rights }, _itemtype, row, operation, inherited) {
    const concernsMachinery = MACHINERY.some((name) => name === row.itemtype);
    const asked = operation === READ || operation === CREATE ? operation : undefined;
    if (asked && concernsMachinery && !rights.canClass(catalog.itemtype('Config')!, asked)) return false;
    return inherited();
  },

  visible({ rights }, _itemtype, alias) {
    if (rights.canClass(catalog.itemtype('Config')!, READ)) return Promise.resolve(undefined);
    const itemtype = sql.ref(`${alias}.itemtype`);
    return Promise.resolve({ where: sql<SqlBool>`${itemtype} not in (${sql.join(MACHINERY)})` });
  },
};

/** Recipients listed by their sub-type are those of the notifications about the sub-type's class. */
export const notificationTargetRights: Behaviour = {
  visible(_ctx, itemtype, alias) {
    if (!itemtype.collectionTable) return Promise.resolve(undefined);
    const about = itemtype.name.replace('NotificationTarget', '');
    const id = sql.ref(`${alias}.notifications_id`);
    return Promise.resolve({
      where: sql<SqlBool>`exists (select 1 from glpi_notifications n where n.id = ${id} and n.itemtype = ${about})`,
    });
  },
};
