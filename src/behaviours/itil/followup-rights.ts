import { type Expression, type SqlBool, sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import { CREATE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { followup, ticket } from '../../catalog/single-right-bits.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import { entityCondition } from '../../entities/entity-condition.ts';
import type { Behaviour } from '../behaviour.ts';
import { allOf, oneOf } from '../visibility.ts';
import { ASSIGNED, OBSERVER, partIn, REQUESTER } from './actors.ts';
import { type ItilItem, itilParent, itilTypes } from './parent.ts';
import { privacyIn } from './privacy.ts';
import { allowsStatus } from './status-matrix.ts';
import { CLOSED, isClosed, NEW, ASSIGNED as STATUS_ASSIGNED } from './statuses.ts';
import { parentIsVisible } from './visible-items.ts';

/** Who may see, add and change followups (itil 10.2, search 10.1). */
export const followupRights: Behaviour = {
  canClass({ rights }, _itemtype, operation, inherited) {
    if (operation === READ) {
      return (
        rights.have('followup', followup.seePublic | followup.seePrivate) ||
        rights.have('ticket', ticket.own | READ) ||
        rights.have('change', READ) ||
        rights.have('problem', READ)
      );
    }
    if (operation !== CREATE) return inherited();
    return (
      rights.have('change', UPDATE) ||
      rights.have('problem', UPDATE) ||
      rights.have('followup', followup.addAll | followup.addMy | followup.addGroup) ||
      rights.have('ticket', ticket.own)
    );
  },

  async canItem(ctx, _itemtype, row, operation, inherited) {
    const { rights } = ctx;
    if (operation === UPDATE) {
      if (rights.have('followup', followup.updateAll)) return true;
      return Number(row.users_id) === rights.userId && rights.have('followup', followup.updateMy);
    }
    if (operation !== READ && operation !== CREATE && operation !== PURGE) return inherited();
    const item = await itilParent(ctx, row);
    // Of no item it is refused later, without the message about rights.
    if (!item && operation === CREATE && isOfNothing(row)) return true;
    if (!item || !(await rights.canItem(item.itemtype, item.row, READ))) return false;
    if (operation === PURGE) return rights.have('followup', PURGE);
    return operation === READ ? sees(ctx, item, row) : canAddFollowup(ctx, item);
  },

  async visible(ctx, _itemtype, alias) {
    const isPrivate = privacyIn(ctx, alias, 'followup', followup);
    if (!isPrivate) return { where: sql<SqlBool>`0 = 1` };
    const entities = ctx.session.entities?.all
      ? undefined
      : oneOf(itilTypes.map((name) => inActiveEntity(ctx, name, alias)));
    const ofVisible = oneOf(itilTypes.map((name) => ofVisibleItem(ctx, name, alias)));
    const where = allOf([entities, isPrivate, ofVisible]);
    return where && { where };
  },
};

/** Whether the session may add a followup to an item that it sees (itil 10.2). */
export async function canAddFollowup(ctx: Context, item: ItilItem): Promise<boolean> {
  const { rights, session } = ctx;
  const { name } = item.itemtype;
  if (isClosed(name, item.row.status)) {
    const mayReopen =
      rights.have('followup', CREATE) &&
      [NEW, STATUS_ASSIGNED].some((status) => allowsStatus(session, name, CLOSED, status));
    if (!mayReopen) return false;
  }
  if (rights.have('followup', followup.addAll)) return true;
  const part = await partIn(ctx, item.itemtype, item.row);
  const isWriter = Number(item.row.users_id_recipient) === rights.userId;
  const addsMy = rights.have('followup', followup.addMy);
  const addsAsObserver = rights.have('followup', followup.addAsObserver);
  if (addsMy && (part.is(REQUESTER) || isWriter)) return true;
  if (addsAsObserver && part.is(OBSERVER)) return true;
  if (rights.have('followup', followup.addGroup)) {
    if (addsMy && part.isInGroup(REQUESTER)) return true;
    if (addsAsObserver && part.isInGroup(OBSERVER)) return true;
  }
  return part.plays(ASSIGNED) || isApprover(ctx, item);
}

async function sees(ctx: Context, item: ItilItem, row: Row): Promise<boolean> {
  const { rights } = ctx;
  if (rights.have('followup', followup.seePrivate)) return true;
  if (!Number(row.is_private) && rights.have('followup', followup.seePublic)) return true;
  if (item.itemtype.name === 'Ticket') return Number(row.users_id) === rights.userId;
  return rights.have(item.itemtype.right, READ);
}

const isOfNothing = ({ itemtype, items_id }: Row): boolean =>
  Number(items_id ?? 0) === 0 && itilTypes.some((name) => name === itemtype);

const validationTables: Readonly<Record<string, string>> = {
  Ticket: 'glpi_ticketvalidations',
  Change: 'glpi_changevalidations',
};

async function isApprover(ctx: Context, { itemtype, row }: ItilItem): Promise<boolean> {
  const table = validationTables[itemtype.name];
  if (!table) return false;
  const validation = await ctx.db
    .selectFrom(table)
    .select('id')
    .where(itemtype.foreignKey, '=', Number(row.id))
    .where('users_id_validate', '=', ctx.rights.userId)
    .limit(1)
    .executeTakeFirst();
  return validation !== undefined;
}

function isOfType(alias: string, name: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(`${alias}.itemtype`)} = ${name}`;
}

function inActiveEntity(ctx: Context, name: string, alias: string): Expression<SqlBool> {
  const { table } = catalog.itemtype(name)!;
  const item = `entity_of_${name}`;
  const entity = entityCondition(ctx.session.entities, item, { recursive: false });
  const id = sql<SqlBool>`${sql.ref(`${item}.id`)} = ${sql.ref(`${alias}.items_id`)}`;
  return sql<SqlBool>`(${isOfType(alias, name)} and exists (select 1 from ${sql.table(table)} as ${sql.ref(item)} where ${id} and ${entity}))`;
}

function ofVisibleItem(ctx: Context, name: string, alias: string): Expression<SqlBool> {
  return allOf([isOfType(alias, name), parentIsVisible(ctx, catalog.itemtype(name)!, sql.ref(`${alias}.items_id`))])!;
}
