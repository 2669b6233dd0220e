import { type SqlBool, sql } from 'kysely';
import { CREATE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import { knowbaseRight } from '../../catalog/single-right-bits.ts';
import type { Behaviour } from '../behaviour.ts';
import { allOf, oneOf, visibleRows } from '../visibility.ts';
import { isShared, type SharingTables, sharingReasons } from './sharing.ts';

const tables: SharingTables = {
  foreignKey: 'knowbaseitems_id',
  users: 'glpi_knowbaseitems_users',
  groups: 'glpi_groups_knowbaseitems',
  profiles: 'glpi_knowbaseitems_profiles',
  entities: 'glpi_entities_knowbaseitems',
};

/** Articles: the author's, the administrators', and those of whom they are shared with (rights R9). */
export const knowbaseRights: Behaviour = {
  canClass({ rights }, _itemtype, operation, inherited) {
    if (operation === READ) return rights.have('knowbase', READ | knowbaseRight.readFaq);
    if (operation === CREATE) return rights.have('knowbase', CREATE | knowbaseRight.publishFaq);
    return operation === UPDATE ? rights.have('knowbase', UPDATE | knowbaseRight.administrate) : inherited();
  },

  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation !== READ && operation !== UPDATE) return inherited();
    const { rights } = ctx;
    const isMine = Number(row.users_id) === rights.userId;
    const isFaq = Number(row.is_faq) === 1;
    if (rights.have('knowbase', knowbaseRight.administrate)) return true;
    if (isMine && (operation === READ || rights.interface === 'central')) return true;
    const bits =
      operation === READ ? (isFaq ? READ | knowbaseRight.readFaq : READ) : isFaq ? knowbaseRight.publishFaq : UPDATE;
    return rights.have('knowbase', bits) && isShared(ctx, tables, Number(row.id));
  },

  // As reading one of them does.
  searchable(ctx, _itemtype, alias) {
    const { rights } = ctx;
    if (rights.have('knowbase', knowbaseRight.administrate)) return undefined;
    const is = (column: string, value: number) => sql<SqlBool>`${sql.ref(`${alias}.${column}`)} = ${value}`;
    const shared = visibleRows({ anyOf: sharingReasons(ctx, tables, sql.ref(`${alias}.id`)) });
    const open = rights.have('knowbase', READ) ? shared : allOf([is('is_faq', 1), shared]);
    return open && oneOf([is('users_id', rights.userId), open]);
  },
};

/** The helpdesk browses the categories without a right of its own. */
export const knowbaseCategoryRights: Behaviour = {
  canClass: ({ rights }, _itemtype, operation, inherited) =>
    (operation === READ && rights.interface === 'helpdesk') || inherited(),
};

/** Who may change articles may take them out of a category. */
export const knowbaseCategoryLinkRights: Behaviour = {
  canItem: ({ rights }, _itemtype, _row, operation, inherited) =>
    operation === PURGE ? Promise.resolve(rights.have('knowbase', UPDATE)) : inherited(),
};
