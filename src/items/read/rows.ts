import { sql } from 'kysely';
import { behavioursOf } from '../../behaviours/registry.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';

/** A stored row with what the answer needs to know beside its columns. */
export interface StoredRow {
  /** All columns, in table order. */
  readonly row: Row;
  /** Moment of the last change, in seconds since 1970; undefined when the row has none. */
  readonly modifiedAt: number | undefined;
}

const MODIFIED = 'row_modified_at';

/** Reads rows by their ids, in one statement. */
export async function readRows(
  ctx: Context,
  itemtype: Itemtype,
  ids: readonly number[],
): Promise<Map<number, StoredRow>> {
  if (ids.length === 0) return new Map();
  // The database knows what zone its moments are in; the text alone doesn't tell.
  const dated = ctx.site.schema.hasColumn(itemtype.table, 'date_mod');
  const rows: Row[] = await ctx.db
    .selectFrom(itemtype.table)
    .selectAll()
    .$if(dated, (query) => query.select(sql<number | null>`unix_timestamp(date_mod)`.as(MODIFIED)))
    .where(itemtype.indexName, 'in', ids.map(String))
    .execute();
  return new Map(
    rows.map(({ [MODIFIED]: modified, ...row }) => [
      Number(row[itemtype.indexName]),
      { row, modifiedAt: modified === null || modified === undefined ? undefined : Number(modified) },
    ]),
  );
}

/** Rows without the columns that no answer, or no answer to this session, shows (items-read G8). */
export async function disclosed(ctx: Context, itemtype: Itemtype, rows: readonly Row[]): Promise<Row[]> {
  const behaviour = behavioursOf(ctx.site.behaviours, itemtype).find((one) => one.undisclosed);
  const hidden = (await behaviour?.undisclosed?.(ctx, itemtype, rows)) ?? rows.map(() => itemtype.undisclosedFields);
  return rows.map((row, at) => without(row, hidden[at] ?? []));
}

function without(row: Row, columns: readonly string[]): Row {
  return columns.length === 0
    ? row
    : Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}

/** The keys that loading adds to an item after its columns (items-read G1.4). */
export async function loadedKeys(ctx: Context, itemtype: Itemtype, row: Row): Promise<Record<string, unknown>> {
  const keys: Record<string, unknown> = {};
  for (const behaviour of behavioursOf(ctx.site.behaviours, itemtype)) {
    const [added] = (await behaviour.loaded?.(ctx, itemtype, [row])) ?? [];
    Object.assign(keys, added);
  }
  return keys;
}
