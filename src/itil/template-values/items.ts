/** Assets as values of templates (itil 10.6). */
import { sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { TwigObject } from '../../text/twig/values.ts';
import { entityOf, named, oneOf, rowsOf, said } from './rows.ts';

/** What a person uses, of those types. */
export async function itemsOfUser(w: Writing, user: number, itemtypes: readonly string[]): Promise<TwigObject[]> {
  const types = itemtypes.flatMap((name) => catalog.itemtype(name) ?? []);
  const parts = types.flatMap((type) => {
    const columns = w.ctx.site.schema.table(type.table)?.columns;
    if (!columns?.has('users_id')) return [];
    const inUse = ['is_deleted', 'is_template'].filter((column) => columns.has(column));
    const conditions = [sql`users_id = ${user}`, ...inUse.map((column) => sql`${sql.ref(column)} = 0`)];
    return [
      sql`select ${sql.lit(type.name)} as itemtype, id from ${sql.table(type.table)}
      where ${sql.join(conditions, sql` and `)}`,
    ];
  });
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(w.ctx.db);
  return itemValues(
    w,
    rows.map(({ itemtype, id }) => [String(itemtype), Number(id)] as const),
  );
}

/** Items by type and id, in that order; one statement for each type. */
export async function itemValues(w: Writing, items: readonly (readonly [string, number])[]): Promise<TwigObject[]> {
  const values = new Map<string, TwigObject>();
  for (const name of new Set(items.map(([itemtype]) => itemtype))) {
    const type = catalog.itemtype(name);
    if (!type) continue;
    const ids = items.flatMap(([itemtype, id]) => (itemtype === name ? [id] : []));
    for (const row of await rowsOf(w, type.table, ids)) values.set(`${name} ${row.id}`, itemValue(w, type, row));
  }
  return items.flatMap(([name, id]) => values.get(`${name} ${id}`) ?? []);
}

function itemValue(w: Writing, type: Itemtype, row: Row): TwigObject {
  const model = `${type.foreignKey.replace(/s_id$/, '')}models`;
  return new TwigObject({
    id: Number(row.id),
    name: said(row.name),
    itemtype: w.ctx.translate.plural(type.label.singular, type.label.plural, 1),
    serial: said(row.serial),
    ...(row[`${model}_id`] !== undefined && {
      model: () => oneOf(w, `glpi_${model}`, row[`${model}_id`], named),
    }),
    ...(row.entities_id !== undefined && { entity: () => entityOf(w, row.entities_id) }),
  });
}
