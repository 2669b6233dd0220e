/** The answer of a search: rows by column, and what is said around them (search 1.3, 1.4). */
import { itemtype as itemtypeNamed } from '../catalog/catalog.ts';
import type { SearchOption } from '../catalog/model.ts';
import { optionUid } from '../catalog/option-uid.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { type CellWriter, cellWriter } from './cells/cells.ts';
import type { LegacyMeta, Page, SearchParameters } from './parameters.ts';
import type { Column } from './plan.ts';
import type { FoundRow, Source } from './source.ts';
import { partName } from './statements.ts';
import type { Trace } from './trace.ts';
import { type DecodedValue, decode, jsonValue, type SelectedParts } from './values.ts';

export interface SearchAnswer {
  readonly status: 200 | 206;
  /** Absent when nothing matches. */
  readonly contentRange?: string;
  /** Everything; without `data` when that comes in pieces. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Rows, too many to be held at once; pairs of id and row when they are keyed. */
  readonly pieces?: AsyncIterable<readonly unknown[]>;
  readonly keyed: boolean;
}

/** Rows whose columns are read at a time. */
const CHUNK = 500;
/** Most rows that are held at once. */
const HELD = 5000;

/** An answer's row: an object by column, or an empty list without any column (search 1.3). */
type AnswerRow = Record<string, unknown> | [];

export interface ReadRows {
  readonly rows: readonly AnswerRow[];
  /** HTML of the rows' values, where it was asked for. */
  readonly cells: readonly AnswerRow[];
}

/** A page whose values aren't read yet. */
export interface FoundRows {
  readonly parameters: SearchParameters;
  readonly page: Page;
  readonly found: readonly FoundRow[];
  readonly source: Source;
  readonly columns: readonly Column[];
  readonly trace: Trace;
}

/** Reads the values of a page; undefined when they are too many to be held at once. */
export async function hold(ctx: Context, of: FoundRows): Promise<ReadRows | undefined> {
  const { giveItems, rawData } = of.parameters;
  if (of.found.length > HELD && !giveItems && !rawData) return undefined;
  const rows: AnswerRow[] = [];
  const cells: AnswerRow[] = [];
  for await (const chunk of readRows(ctx, of)) {
    rows.push(...chunk.rows);
    cells.push(...chunk.cells);
  }
  return { rows, cells };
}

/** Makes the answer of rows that are held; of those that aren't, they come in pieces. */
export function answer(ctx: Context, of: FoundRows, total: number, held: ReadRows | undefined): SearchAnswer {
  const { parameters, page, found, columns, trace } = of;
  const { giveItems, rawData, withIndexes } = parameters;
  const [from, to] = page.printed;
  const contentRange = `${from}-${Number(to) > total - 1 ? total - 1 : to}/${total}`;
  const around = {
    totalcount: total,
    count: found.length,
    sort: parameters.sort,
    order: parameters.order,
    'content-range': contentRange,
  };
  const head = {
    status: found.length >= total ? 200 : 206,
    ...(total > 0 && { contentRange }),
    keyed: withIndexes,
  } as const;
  if (!held) return { ...head, body: around, pieces: pieces(ctx, of) };
  const keyed = (list: readonly AnswerRow[]) => (withIndexes ? byId(found, list) : list);
  return {
    ...head,
    body: {
      ...around,
      ...(found.length > 0 && { data: keyed(held.rows) }),
      ...(giveItems && { data_html: found.length > 0 ? keyed(held.cells) : [] }),
      ...(rawData && { rawdata: whatWasDone(columns, trace) }),
    },
  };
}

async function* pieces(ctx: Context, of: FoundRows): AsyncGenerator<readonly unknown[]> {
  for await (const { rows, found } of readRows(ctx, of)) {
    yield of.parameters.withIndexes ? rows.map((row, at) => [String(found[at]!.id), row]) : rows;
  }
}

async function* readRows(
  ctx: Context,
  { source, columns, found, parameters }: FoundRows,
): AsyncGenerator<ReadRows & { readonly found: readonly FoundRow[] }> {
  const write = parameters.giveItems ? cellWriter(ctx) : undefined;
  for (let from = 0; from < found.length; from += CHUNK) {
    const chunk = found.slice(from, from + CHUNK);
    const selected = await source.read(chunk);
    const rows: AnswerRow[] = [];
    const cells: AnswerRow[] = [];
    chunk.forEach((foundRow, index) => {
      const values = columns.map((column, at) => columnValue(column, at, selected[index]!));
      rows.push(answerRow(values, parameters, source.more?.(foundRow)));
      if (write) cells.push(cellRow(values, foundRow.id, write));
    });
    yield { rows, cells, found: chunk };
  }
}

interface ColumnValue {
  readonly column: Column;
  readonly selected: SelectedParts;
  readonly decoded: DecodedValue;
}

function columnValue(column: Column, at: number, row: Row): ColumnValue {
  const selected = column.parts.map(({ name }, part) => [name, row[partName(at, part)] ?? null] as const);
  return { column, selected, decoded: decode(selected) };
}

function answerRow(
  values: readonly ColumnValue[],
  { metacriteria, uidColumns }: SearchParameters,
  more: Readonly<Record<string, unknown>> = {},
): AnswerRow {
  return rowOf([
    ...values.map(({ column, selected, decoded }): [string, unknown] => [
      column.key,
      jsonValue(column.option, selected, decoded),
    ]),
    ...metacriteria.map((meta): [string, unknown] => [legacyKey(meta, uidColumns), []]),
    ...Object.entries(more),
  ]);
}

/** Deprecated criteria on linked types filter nothing, but have columns (search 18.6). */
function legacyKey({ itemtype, field }: LegacyMeta, byUid: boolean): string {
  const type = byUid ? itemtypeNamed(itemtype) : undefined;
  const option = type?.searchOptions.find((entry) => 'id' in entry && entry.id === field) as SearchOption | undefined;
  return type && option ? optionUid(type, option) : String(field);
}

function cellRow(values: readonly ColumnValue[], id: number, write: CellWriter): AnswerRow {
  return rowOf(values.map(({ column, decoded }) => [String(column.option.id), write(column.option, id, decoded)]));
}

const rowOf = (entries: readonly [string, unknown][]): AnswerRow =>
  entries.length === 0 ? [] : Object.fromEntries(entries);

/** What was done, for who wants to know why a search is slow or finds nothing (search 25). */
function whatWasDone(columns: readonly Column[], trace: Trace): Record<string, unknown> {
  return {
    columns: columns.map(({ key, option, itemtype, isMeta }) => ({
      key,
      id: option.id,
      itemtype: itemtype.name,
      meta: isMeta,
      table: option.table,
      field: option.field,
    })),
    statements: trace.statements,
  };
}

/** Rows by id; ids that happen to be a list's keys make a list, as PHP writes it. */
function byId(found: readonly FoundRow[], rows: readonly AnswerRow[]): unknown {
  const isList = found.every(({ id }, index) => id === index);
  return isList ? rows : Object.fromEntries(found.map(({ id }, index) => [id, rows[index]]));
}
