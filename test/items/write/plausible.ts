import { byForeignKey } from '../../../src/catalog/catalog.ts';
import type { Itemtype } from '../../../src/catalog/model.ts';
import type { Column, Schema } from '../../../src/database/schema.ts';
import type { Rows } from './rows.ts';

/** The first row of every table that has one: what new items can be linked to. */
export async function firstIds(rows: Rows, schema: Schema): Promise<Map<string, number>> {
  const tables = [...schema.tables()].filter(({ columns }) => columns.get('id')?.type.endsWith('int'));
  const found = await rows.select(
    tables.map(({ name }) => `SELECT '${name}' AS t, MIN(id) AS id FROM ${name} WHERE id > 0`).join(' UNION ALL '),
    [],
  );
  return new Map(found.filter(({ id }) => id !== null).map(({ t, id }) => [String(t), Number(id)]));
}

/** Columns that the server fills by itself. */
const ownColumn = /^(?:id|date_mod|date_creation|entities_id|is_deleted|is_template|completename|level|uuid)$|_cache$/;

/**
 * Values that a row of the type could have: a name, links to rows that are there, dates in order.
 *
 * @param other class of the item where a row may belong to several
 */
export function plausibleInput(
  type: Itemtype,
  schema: Schema,
  ids: ReadonlyMap<string, number>,
  other: Itemtype,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const column of schema.table(type.table)?.columns.values() ?? []) {
    if (column.autoIncrement || ownColumn.test(column.name) || column.name === type.foreignKey) continue;
    const value = plausibleValue(type, column, ids, other);
    if (value !== undefined) input[column.name] = value;
  }
  return input;
}

function plausibleValue(type: Itemtype, column: Column, ids: ReadonlyMap<string, number>, other: Itemtype): unknown {
  const { name } = column;
  if (name === 'name') return `new ${type.name}`;
  if (name.startsWith('itemtype')) return other.name;
  if (/^items_id/.test(name)) return ids.get(other.table) ?? 1;
  const target = byForeignKey(name);
  if (target) return ids.get(target.table) ?? 1;
  if (/^(?:date|timestamp)/.test(column.type)) return /end|out/.test(name) ? '2026-01-02' : '2026-01-01';
  if (/(?:char|text)$/.test(column.type)) return column.default === undefined && !column.nullable ? 'x' : undefined;
  return column.default === undefined && !column.nullable ? 1 : undefined;
}
