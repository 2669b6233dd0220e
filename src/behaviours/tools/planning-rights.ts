import { type SqlBool, sql } from 'kysely';
import { CREATE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { among, entityCondition } from '../../entities/entity-condition.ts';
import type { Behaviour } from '../behaviour.ts';

const MANAGE_BACKGROUND = 1024;
const READ_GROUP = 1024;
const READ_ALL = 2048;

/** Events beside tickets and projects: the owner's and his guests' (rights R9, search 10.1). */
export const externalEventRights: Behaviour = {
  canClass: ({ rights }, { right }, operation, inherited) =>
    operation === UPDATE ? rights.have(right, CREATE | UPDATE | MANAGE_BACKGROUND) : inherited(),

  async canItem({ rights }, { right }, row, operation, inherited) {
    if (operation === UPDATE || operation === PURGE) {
      if (Number(row.background) > 0 && !rights.have(right, MANAGE_BACKGROUND)) return false;
      if (Number(row.users_id) !== rights.userId && !rights.have(right, operation)) return false;
    }
    return inherited();
  },

  visible({ rights, session }, _itemtype, alias) {
    if (rights.have('planning', READ_ALL)) return Promise.resolve(undefined);
    const owner = sql.ref(`${alias}.users_id`);
    const { groups } = session;
    const ownerIsNear =
      rights.have('planning', READ_GROUP) && groups.length > 0
        ? sql<SqlBool>`${owner} in (select users_id from glpi_groups_users where ${among(sql.ref('groups_id'), groups)})`
        : sql<SqlBool>`${owner} = ${rights.userId}`;
    const amGuest = sql<SqlBool>`${sql.ref(`${alias}.users_id_guests`)} like ${`%"${rights.userId}"%`}`;
    return Promise.resolve({ anyOf: [{ condition: ownerIsNear }, { condition: amGuest }] });
  },
};

/** Reminders of planned things: everybody makes his own. */
export const recallRights: Behaviour = {
  canClass: (_ctx, _itemtype, operation, inherited) => operation === CREATE || inherited(),
  canItem: ({ rights }, _itemtype, row, operation, inherited) =>
    operation === CREATE ? Promise.resolve(Number(row.users_id) === rights.userId) : inherited(),
};

const RESERVE = 1024;

/** Reservations: one's own, or where the reserved item is within reach (rights R9, search 10.1). */
export const reservationRights: Behaviour = {
  canClass: ({ rights }, _itemtype, operation, inherited) =>
    operation === READ || operation === PURGE ? inherited() : rights.have('reservation', RESERVE),

  async canItem(ctx, itemtype, row, operation, inherited) {
    if (operation !== PURGE && Number(row.users_id) === ctx.rights.userId) return true;
    if (!(await inherited())) return false;
    if (operation === PURGE) return true;
    const entity = await ctx.rights.entityOf(itemtype, row);
    return !entity || ctx.rights.haveAccess(entity.id, entity.recursive);
  },

  visible({ session }, _itemtype, alias) {
    if (session.entities?.all) return Promise.resolve(undefined);
    const id = sql.ref(`${alias}.reservationitems_id`);
    const inReach = entityCondition(session.entities, 'r', { recursive: true });
    return Promise.resolve({
      where: sql<SqlBool>`exists (select 1 from glpi_reservationitems r where r.id = ${id} and ${inReach})`,
    });
  },
};

/** Whoever may reserve sees what can be reserved. */
export const reservationItemRights: Behaviour = {
  canClass: ({ rights }, { right }, operation, inherited) =>
    operation === READ ? rights.have(right, READ | RESERVE) : inherited(),
};
