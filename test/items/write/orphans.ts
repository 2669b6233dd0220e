import { all, byForeignKey, isA, itemtype } from '../../../src/catalog/catalog.ts';
import type { Itemtype } from '../../../src/catalog/model.ts';
import type { Schema } from '../../../src/database/schema.ts';
import type { Rows } from './rows.ts';

/** A column that says what a row belongs to; `typeColumn` where it may be of several classes. */
export interface Link {
  readonly type: Itemtype;
  readonly parent?: Itemtype;
  readonly typeColumn?: string;
  readonly key: string;
}

/** Links whose rows stay without their item, as GLPI leaves them (items-write W9, W10). */
const staysAlone = new Set([
  'Item_OperatingSystem.operatingsystems_id',
  'Database.items_id',
  'Database.databaseinstances_id',
  'Ticket_Contract.contracts_id',
  'Item_RemoteManagement.items_id',
  'ManualLink.items_id',
]);

/** Every link of children and relations to what they belong to, from the classes' own declarations. */
export function links(schema: Schema): Link[] {
  const found: Link[] = [];
  for (const type of all()) {
    const sides = [type.child, type.relation?.side1, type.relation?.side2].filter((side) => side !== undefined);
    for (const { itemtype: name, itemsId: key } of sides) {
      const isDevice = isA(type, 'Item_Devices') && byForeignKey(key) !== undefined;
      if (!schema.hasColumn(type.table, key) || isDevice || staysAlone.has(`${type.name}.${key}`)) continue;
      const parent = itemtype(name);
      if (parent) found.push({ type, parent, key });
      else if (schema.hasColumn(type.table, name)) found.push({ type, typeColumn: name, key });
    }
  }
  return found;
}

/** Which of the links name items that aren't there, with the number of such rows. */
export async function orphans(rows: Rows, schema: Schema): Promise<string[]> {
  const queries: string[] = [];
  const lonely = (link: Link, parent: Itemtype, condition = '1') => {
    const { type, key } = link;
    const id = schema.hasColumn(parent.table, 'id') ? 'id' : parent.indexName;
    queries.push(
      `SELECT '${type.name.replaceAll('\\', '/')}.${key} of ${parent.name.replaceAll('\\', '/')}' AS link, COUNT(*) AS n FROM ${type.table} c
       WHERE c.${key} > 0 AND ${condition} AND c.${key} NOT IN (SELECT ${id} FROM ${parent.table})`,
    );
  };
  for (const link of links(schema)) {
    if (link.parent) lonely(link, link.parent);
    else {
      const column = link.typeColumn!;
      const present = await rows.select(`SELECT DISTINCT ${column} AS name FROM ${link.type.table}`, []);
      for (const { name } of present) {
        const parent = itemtype(String(name));
        if (parent) lonely(link, parent, `c.${column} = '${parent.name.replaceAll('\\', '\\\\')}'`);
      }
    }
  }
  const counts = await rows.select(queries.join(' UNION ALL '), []);
  return counts.filter(({ n }) => Number(n) > 0).map(({ link, n }) => `${n} × ${link}`);
}

/** The greatest id of every table that has one. */
export async function greatestIds(rows: Rows, schema: Schema): Promise<Map<string, number>> {
  const tables = [...schema.tables()].filter(({ columns }) => columns.get('id')?.type.endsWith('int'));
  const found = await rows.select(
    tables.map(({ name }) => `SELECT '${name}' AS t, MAX(id) AS id FROM ${name}`).join(' UNION ALL '),
    [],
  );
  return new Map(found.map(({ t, id }) => [String(t), Number(id ?? 0)]));
}

/** Items of classes with history that have no row about their creation, of those with greater ids. */
export async function withoutCreation(
  rows: Rows,
  types: readonly string[],
  after: Map<string, number>,
): Promise<string[]> {
  const missing: string[] = [];
  for (const name of types) {
    const { table } = itemtype(name)!;
    const found = await rows.select(
      `SELECT id FROM ${table} WHERE id > ? AND id NOT IN
         (SELECT items_id FROM glpi_logs WHERE itemtype = ? AND linked_action = 20)`,
      [after.get(table) ?? 0, name],
    );
    missing.push(...found.map(({ id }) => `${name} ${id}`));
  }
  return missing;
}
