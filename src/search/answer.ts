/** The answer of a search: rows by column, and what is said around them (search 1.3, 1.4). */
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { type CellWriter, cellWriter } from './cells/cells.ts';
import type { Page, SearchParameters } from './parameters.ts';
import type { Column } from './plan.ts';
import type { FoundRow, Source } from './source.ts';
import { partName } from './statements.ts';
import type { Trace } from './trace.ts';
import { type DecodedValue, decode, jsonValue, type SelectedParts } from './values.ts';

export interface SearchAnswer {
  readonly status: 200 | 206;
  /** Absent when nothing matches. */
  readonly contentRange?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Rows whose columns are read at a time. */
const CHUNK = 1000;

/** An answer's row: an object by column, or an empty list without any column (search 1.3). */
type AnswerRow = Record<string, unknown> | [];

export interface ReadRows {
  readonly rows: readonly AnswerRow[];
  /** HTML of the rows' values, where it was asked for. */
  readonly cells: readonly AnswerRow[] | undefined;
}

export async function readRows(
  ctx: Context,
  source: Source,
  found: readonly FoundRow[],
  parameters: SearchParameters,
): Promise<ReadRows> {
  const rows: AnswerRow[] = [];
  const cells: AnswerRow[] = [];
  const write = parameters.giveItems ? cellWriter(ctx) : undefined;
  for (let from = 0; from < found.length; from += CHUNK) {
    const chunk = found.slice(from, from + CHUNK);
    const selected = await source.read(chunk);
    chunk.forEach((foundRow, index) => {
      const values = source.columns.map((column, at) => columnValue(column, at, selected[index]!));
      rows.push(answerRow(values, parameters, source.more?.(foundRow)));
      if (write) cells.push(cellRow(values, foundRow.id, write));
    });
  }
  return { rows, cells: write && cells };
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
  { metacriteria }: SearchParameters,
  more: Readonly<Record<string, unknown>> = {},
): AnswerRow {
  return rowOf([
    ...values.map(({ column, selected, decoded }): [string, unknown] => [
      column.key,
      jsonValue(column.option, selected, decoded),
    ]),
    ...metacriteria.map(({ field }): [string, unknown] => [String(field), []]),
    ...Object.entries(more),
  ]);
}

function cellRow(values: readonly ColumnValue[], id: number, write: CellWriter): AnswerRow {
  return rowOf(values.map(({ column, decoded }) => [String(column.option.id), write(column.option, id, decoded)]));
}

const rowOf = (entries: readonly [string, unknown][]): AnswerRow =>
  entries.length === 0 ? [] : Object.fromEntries(entries);

export interface Found extends ReadRows {
  readonly parameters: SearchParameters;
  readonly page: Page;
  readonly found: readonly FoundRow[];
  readonly total: number;
  readonly source: Source;
  readonly trace: Trace;
}

export function answer({ parameters, page, found, rows, cells, total, source, trace }: Found): SearchAnswer {
  const [from, to] = page.printed;
  const contentRange = `${from}-${Number(to) > total - 1 ? total - 1 : to}/${total}`;
  const keyed = (list: readonly AnswerRow[]) => (parameters.withIndexes ? byId(found, list) : list);
  return {
    status: rows.length >= total ? 200 : 206,
    ...(total > 0 && { contentRange }),
    body: {
      totalcount: total,
      count: rows.length,
      sort: parameters.sort,
      order: parameters.order,
      ...(rows.length > 0 && { data: keyed(rows) }),
      ...(cells && { data_html: rows.length > 0 ? keyed(cells) : [] }),
      ...(parameters.rawData && { rawdata: rawData(source.columns, trace) }),
      'content-range': contentRange,
    },
  };
}

/** What was done, for who wants to know why a search is slow or finds nothing (search 25). */
function rawData(columns: readonly Column[], trace: Trace): Record<string, unknown> {
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
