import { type SqlBool, sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import { CREATE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { itil, task, ticket } from '../../catalog/single-right-bits.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import { among } from '../../entities/entity-condition.ts';
import type { Behaviour } from '../behaviour.ts';
import { allOf, oneOf } from '../visibility.ts';
import { ASSIGNED, partIn } from './actors.ts';
import { type ItilItem, itilItem } from './parent.ts';
import { privacyIn } from './privacy.ts';
import { isClosed } from './statuses.ts';
import { parentIsReadable, parentIsVisible } from './visible-items.ts';

/** Who may see, add and change the tasks of tickets (itil 10.8, search 10.1). */
export const ticketTaskRights: Behaviour = {
  canClass({ rights }, _itemtype, operation, inherited) {
    const owns = rights.have('ticket', ticket.own);
    if (operation === READ) return owns || rights.have('task', task.seePublic | task.seePrivate);
    if (operation === CREATE) return owns || rights.have('task', task.addAll);
    if (operation === UPDATE) return owns || rights.have('task', task.updateAll);
    return inherited();
  },

  async canItem(ctx, _itemtype, row, operation, inherited) {
    const { rights } = ctx;
    const item = await visibleItem(ctx, 'Ticket', row.tickets_id);
    if (!item) return false;
    if (operation === READ) return seesTask(ctx, row);
    if (isClosed('Ticket', item.row.status)) return false;
    if (operation === CREATE) {
      return rights.have('task', task.addAll) || (await partIn(ctx, item.itemtype, item.row)).plays(ASSIGNED);
    }
    if (operation === UPDATE) return Number(row.users_id) === rights.userId || rights.have('task', task.updateAll);
    return operation === PURGE ? rights.have('task', PURGE) : inherited();
  },

  // The parent's visibility counts for the technician's reason alone, as clients know it (search 10.1).
  visible(ctx, _itemtype, alias) {
    const isSeen = privacyIn(ctx, alias, 'task', task);
    if (!isSeen) return Promise.resolve({ where: sql<SqlBool>`0 = 1` });
    const isMe = (column: string) => sql<SqlBool>`${sql.ref(`${alias}.${column}`)} = ${ctx.rights.userId}`;
    const parent = parentIsVisible(ctx, catalog.itemtype('Ticket')!, sql.ref(`${alias}.tickets_id`));
    return Promise.resolve({ where: oneOf([isSeen, isMe('users_id'), allOf([isMe('users_id_tech'), parent])!]) });
  },

  // As reading one of them does.
  searchable(ctx, _itemtype, alias) {
    const { rights, session } = ctx;
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    const parent = parentIsReadable(ctx, catalog.itemtype('Ticket')!, column('tickets_id'));
    if (rights.have('task', task.seePrivate)) return parent;
    const open = privacyIn(ctx, alias, 'task', task);
    const mine = ['users_id', 'users_id_tech'].map((name) => sql<SqlBool>`${column(name)} = ${rights.userId}`);
    const seen = oneOf([
      ...(open ? [open] : []),
      ...(rights.interface === 'central' ? mine : []),
      among(column('groups_id_tech'), session.groups),
    ]);
    return allOf([parent, seen]);
  },
};

/** Who may see, add and change the tasks of problems or changes (itil 10.8). */
export function parentTaskRights(parentName: 'Problem' | 'Change', purge: Behaviour['canClass']): Behaviour {
  const right = parentName.toLowerCase();
  return {
    canClass(ctx, itemtype, operation, inherited) {
      const { rights } = ctx;
      if (operation === READ) return rights.have(right, itil.readAll | itil.readMy);
      if (operation === CREATE) return rights.have(right, UPDATE) || rights.have('task', task.addAll);
      if (operation === UPDATE) return rights.have(right, UPDATE) || rights.have('task', task.updateAll);
      return operation === PURGE && purge ? purge(ctx, itemtype, operation, inherited) : inherited();
    },

    async canItem(ctx, _itemtype, row, operation) {
      const { rights } = ctx;
      const item = await visibleItem(ctx, parentName, row[catalog.itemtype(parentName)!.foreignKey]);
      if (!item) return false;
      if (operation === READ) return true;
      if (operation === CREATE) {
        if (rights.have('task', task.addAll) || rights.have(right, UPDATE)) return true;
        return rights.have(right, itil.readMy) && (await partIn(ctx, item.itemtype, item.row)).plays(ASSIGNED);
      }
      if (Number(row.users_id) === rights.userId) return true;
      return rights.have(right, UPDATE) || rights.have('task', task.updateAll);
    },

    // As reading one of them does.
    searchable(ctx, _itemtype, alias) {
      const parent = catalog.itemtype(parentName)!;
      return parentIsReadable(ctx, parent, sql.ref(`${alias}.${parent.foreignKey}`));
    },
  };
}

async function visibleItem(ctx: Context, name: string, id: unknown): Promise<ItilItem | undefined> {
  const item = await itilItem(ctx, name, id);
  return item && (await ctx.rights.canItem(item.itemtype, item.row, READ)) ? item : undefined;
}

function seesTask({ rights, session }: Context, row: Row): boolean {
  if (rights.have('task', task.seePrivate)) return true;
  if (!Number(row.is_private) && rights.have('task', task.seePublic)) return true;
  const isMine = [row.users_id, row.users_id_tech].some((id) => Number(id) === rights.userId);
  return (isMine && rights.interface === 'central') || session.groups.includes(Number(row.groups_id_tech));
}
