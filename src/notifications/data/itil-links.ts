/** What ITIL items are linked with: devices, and each other (notifications 7.1, 7.2). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { type Occasion, rowsById } from '../occasion.ts';
import type { TagValues } from '../template.ts';
import { namesOf } from './names.ts';
import { said } from './values.ts';

/** A device that an item is about. */
export interface LinkedItem {
  readonly itemtype: string;
  readonly typeName: readonly [singular: string, plural: string];
  /** By tag: name, serial, otherserial, location, contact, contactnumber, user, group, model. */
  readonly values: TagValues;
}

/** The devices of an item, in the order in which they were added. */
export async function linkedItems(o: Occasion, table: string, key: string, id: number): Promise<LinkedItem[]> {
  const links: Row[] = await o.db
    .selectFrom(table)
    .select(['itemtype', 'items_id'])
    .where(key, '=', id)
    .orderBy('id')
    .execute();
  const found: LinkedItem[] = [];
  for (const name of new Set(links.map((link) => String(link.itemtype)))) {
    const type = catalog.itemtype(name);
    if (!type) continue;
    const rows = await rowsById(
      o,
      type.table,
      links.filter((link) => link.itemtype === name).map((link) => link.items_id),
    );
    const model = `${type.foreignKey.replace(/s_id$/, '')}models`;
    const all = [...rows.values()];
    const names = await namesOf(
      o,
      all.flatMap((row) => [
        ['glpi_locations', row.locations_id] as const,
        ['glpi_groups', row.groups_id] as const,
        ...(row[`${model}_id`] === undefined ? [] : [[`glpi_${model}`, row[`${model}_id`]] as const]),
      ]),
      all.map((row) => row.users_id),
    );
    for (const link of links) {
      const row = link.itemtype === name ? rows.get(Number(link.items_id)) : undefined;
      if (!row) continue;
      found.push({
        itemtype: name,
        typeName: [type.label.singular, type.label.plural],
        values: {
          name: said(row.name),
          serial: said(row.serial),
          otherserial: said(row.otherserial),
          location: names.of('glpi_locations', row.locations_id),
          contact: said(row.contact),
          contactnumber: said(row.contact_num),
          user: names.user(row.users_id),
          group: names.of('glpi_groups', row.groups_id),
          model: names.of(`glpi_${model}`, row[`${model}_id`]),
        },
      });
    }
  }
  return found;
}

/** The items at the other end of a link table. */
export async function linkedRows(
  { db }: Occasion,
  link: { readonly table: string; readonly mine: string; readonly theirs: string },
  theirTable: string,
  id: number,
): Promise<Row[]> {
  return db
    .selectFrom(`${link.table} as link`)
    .innerJoin(`${theirTable} as t`, 't.id', `link.${link.theirs}`)
    .selectAll('t')
    .where(`link.${link.mine}`, '=', id)
    .orderBy('link.id')
    .execute();
}

/** `problem.id`, `problem.title` … of linked items; dates are as stored. */
export const linkedTags = (prefix: string, rows: readonly Row[], url: (id: number) => string): TagValues[] =>
  rows.map((row) => ({
    [`${prefix}.id`]: said(row.id),
    [`${prefix}.date`]: said(row.date),
    [`${prefix}.title`]: said(row.name),
    [`${prefix}.url`]: url(Number(row.id)),
    [`${prefix}.content`]: said(row.content),
  }));
