import { type SqlBool, sql } from 'kysely';
import { CREATE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { entityCondition } from '../../entities/entity-condition.ts';
import type { Behaviour } from '../behaviour.ts';

/** Saved searches: private ones are their owner's and the administrators' (rights R8, search 10.1). */
export const savedSearchRights: Behaviour = {
  async canItem({ rights }, itemtype, row, operation, inherited) {
    const isMine = Number(row.users_id) === rights.userId;
    if (operation === UPDATE) return isMine || rights.have(itemtype.right, UPDATE);
    if (Number(row.is_private) !== 1) return inherited();
    if (operation === READ) return isMine || rights.have('config', READ);
    return operation === CREATE ? isMine || rights.have('config', UPDATE) : inherited();
  },

  visible({ rights }, { right }, alias) {
    if (rights.have('config', UPDATE)) return Promise.resolve(undefined);
    const isPrivate = sql.ref(`${alias}.is_private`);
    const own = sql<SqlBool>`(${isPrivate} = 1 and ${sql.ref(`${alias}.users_id`)} = ${rights.userId})`;
    const open = rights.have(right, READ) ? [{ condition: sql<SqlBool>`${isPrivate} = 0` }] : [];
    return Promise.resolve({ anyOf: [{ condition: own }, ...open] });
  },

  entityFilter(ctx, _itemtype, alias) {
    const entity = entityCondition(ctx.session.entities, alias, { recursive: true });
    return sql<SqlBool>`(${entity} or ${sql.ref(`${alias}.is_private`)} = 1)`;
  },
};
