/** Rows as values of templates: texts as people wrote them, nested things read when a template first wants them. */
import type { Row, SqlValue } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { decodeStored } from '../../text/stored-text.ts';
import { TwigObject, type TwigValue } from '../../text/twig/values.ts';

/** A column as a template shows it; empty for NULL. */
export function said(value: SqlValue | undefined): TwigValue {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? value : decodeStored(String(value));
}

/** Rows of a table by id, in the order of the ids; those that there aren't are left out. */
export async function rowsOf(w: Writing, table: string, ids: readonly number[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows: Row[] = await w.ctx.db.selectFrom(table).selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

/** The one that a key names, made a value; null for none. */
export async function oneOf(
  w: Writing,
  table: string,
  id: SqlValue | undefined,
  make: (row: Row) => TwigObject,
  least = 1,
): Promise<TwigValue> {
  const number = Number(id ?? 0);
  const [row] = number >= least ? await rowsOf(w, table, [number]) : [];
  return row ? make(row) : null;
}

/** What templates know of dropdowns and trees. */
export const named = (row: Row): TwigObject =>
  new TwigObject({
    id: Number(row.id),
    name: said(row.name),
    ...(row.completename !== undefined && { completename: pathOf(row.completename) }),
  });

/** A tree's complete name, whose separators are stored as they are while its names are encoded. */
const pathOf = (completename: SqlValue | undefined): string =>
  String(completename ?? '')
    .split(' > ')
    .map(decodeStored)
    .join(' > ');

/** An entity; the root is one too. */
export const entityOf = (w: Writing, id: SqlValue | undefined): Promise<TwigValue> =>
  oneOf(w, 'glpi_entities', id, named, 0);
