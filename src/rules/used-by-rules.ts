/** What becomes of rules when something that they use goes for good (rules 8.5). */
import { sql } from 'kysely';
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Behaviours } from '../behaviours/registry.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';

/** Names of fields under which rules name items of a class, as patterns of SQL's LIKE. */
interface Uses {
  readonly actions?: readonly string[];
  readonly criteria?: readonly string[];
}

const uses: Readonly<Record<string, Uses>> = {
  User: { actions: ['_users_id%'], criteria: ['_users_id%'] },
  Group: { actions: ['_groups_id%'], criteria: ['_groups_id%'] },
  Location: { actions: ['locations_id'], criteria: ['_locations_id%'] },
  Entity: { actions: ['%entities_id'], criteria: ['entities_id'] },
  Profile: { actions: ['profiles_id'], criteria: ['PROFILES', 'UNIQUE_PROFILE'] },
  ITILCategory: { criteria: ['itilcategories_id'] },
  RequestType: { criteria: ['requesttypes_id'] },
  State: { criteria: ['states_id', '_states_id%'] },
  SoftwareCategory: { actions: ['softwarecategories_id'] },
  Manufacturer: { actions: ['manufacturer'] },
  Supplier: { actions: ['suppliers_id%'] },
  SLA: { actions: ['slas_id'] },
  OLA: { actions: ['olas_id'] },
  AuthLDAP: { criteria: ['LDAP_SERVER'] },
  AuthMail: { criteria: ['MAIL_SERVER'] },
  MailCollector: { criteria: ['mailcollector', '_mailgate'] },
};

/** Rules, and the levels of service agreements, which are rules too. */
interface Family {
  readonly name: string;
  /** Of the tables of actions and criteria. */
  readonly prefix: string;
  readonly key: string;
}

const families: readonly Family[] = [
  { name: 'Rule', prefix: 'glpi_rule', key: 'rules_id' },
  { name: 'SlaLevel', prefix: 'glpi_slalevel', key: 'slalevels_id' },
  { name: 'OlaLevel', prefix: 'glpi_olalevel', key: 'olalevels_id' },
];

/** Rules that use what goes are switched off; or they use what `_replace_by` names from then on. */
const tellsRules = ({ actions = [], criteria = [] }: Uses): Behaviour => ({
  async duringPurge(w, itemtype, { row, input }) {
    const id = String(row[itemtype.indexName]);
    for (const family of families) {
      const found = [
        await usesOf(w, family, `${family.prefix}actions`, 'field', 'value', actions, id),
        await usesOf(w, family, `${family.prefix}criterias`, 'criteria', 'pattern', criteria, id),
      ];
      if (truthy(input._replace_by)) {
        for (const each of found) await replace(w, each, String(input._replace_by));
      } else await switchOff(w, family, [...new Set(found.flatMap(({ rules }) => rules))]);
    }
  },
});

interface Found {
  readonly table: string;
  readonly column: string;
  readonly ids: readonly number[];
  readonly rules: readonly number[];
}

async function usesOf(
  w: Writing,
  { key }: Family,
  table: string,
  field: string,
  column: string,
  masks: readonly string[],
  id: string,
): Promise<Found> {
  if (masks.length === 0) return { table, column, ids: [], rules: [] };
  const rows: Row[] = await w.ctx.db
    .selectFrom(table)
    .select(['id', key])
    .where(column, '=', id)
    .where((eb) => eb.or(masks.map((mask) => eb(field, 'like', mask))))
    .orderBy('id')
    .execute();
  return { table, column, ids: rows.map((row) => Number(row.id)), rules: rows.map((row) => Number(row[key])) };
}

async function replace(w: Writing, { table, column, ids }: Found, by: string): Promise<void> {
  if (ids.length > 0)
    await w.ctx.db
      .updateTable(table)
      .set({ [column]: sql.val(by) })
      .where('id', 'in', ids)
      .execute();
}

async function switchOff(w: Writing, { name }: Family, rules: readonly number[]): Promise<void> {
  if (rules.length === 0) return;
  for (const id of rules) await w.update(catalog.itemtype(name)!, id, { is_active: 0 });
  w.messages.add('warning', w.ctx.translate('Rules using the object have been disabled.'));
}

/** By the class of what may go. */
export const usedByRules: Behaviours = Object.fromEntries(
  Object.entries(uses).map(([name, each]) => [name, tellsRules(each)]),
);
