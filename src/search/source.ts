/** Where the rows of an answer come from: one type, or several searched together. */
import { type Expression, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import type { Column, SearchPlan } from './plan.ts';
import { pageByLink } from './sort-by-link.ts';
import { countQuery, isFiltered, selectColumns, selectIds } from './statements.ts';
import type { Trace } from './trace.ts';

export interface FoundRow {
  readonly id: number;
  /** Place of its type among those searched together; 0 for a search of one type. */
  readonly branch: number;
}

/** Rows to skip and to take; undefined for all. */
export type Window = { readonly start: number; readonly size: number } | undefined;

/** A page's rows, and how many there are in all where finding them has told. */
export interface FoundPage {
  readonly rows: readonly FoundRow[];
  readonly total?: number;
}

export interface Source {
  columns(): Promise<readonly Column[]>;
  /** The rows of a page, in order. */
  find(window: Window): Promise<FoundPage>;
  count(): Promise<number>;
  /** What the columns show of these rows, in their order. */
  read(rows: readonly FoundRow[]): Promise<readonly Row[]>;
  /** Keys that a row has beside its columns. */
  more?(row: FoundRow): Readonly<Record<string, unknown>>;
}

/**
 * Most ids that are fetched to be counted. Criteria have to be held against every row to know how many match; having
 * done it for the ids, the database needn't do it again for the total.
 */
export const MOST_COUNTED = 200_000;

/** Finds a page with its total in one go where criteria filter, else only as many rows as the page has. */
export async function findPage(
  filtered: boolean,
  window: Window,
  select: (window: { start: number; size: number }) => Promise<readonly FoundRow[]>,
): Promise<FoundPage> {
  if (!filtered) return { rows: await select(window ?? { start: 0, size: Number.MAX_SAFE_INTEGER }) };
  const end = window ? window.start + window.size : Number.MAX_SAFE_INTEGER;
  const size = Math.max(end, MOST_COUNTED);
  const all = await select({ start: 0, size });
  return { rows: window ? all.slice(window.start, end) : all, ...(all.length < size && { total: all.length }) };
}

/** Searches one type. */
export function oneType(plan: SearchPlan): Source {
  const select = async (window: { start: number; size: number }) =>
    (await selectIds(plan, window)).map((id) => ({ id, branch: 0 }));
  return {
    columns: plan.columns,
    find: async (window) => {
      const byLink = window && (await pageByLink(plan, window));
      if (!byLink) return findPage(isFiltered(plan), window, select);
      return { rows: byLink.ids.map((id) => ({ id, branch: 0 })), total: byLink.total };
    },
    count: () => countRows(plan.ctx, countQuery(plan), plan.trace),
    read: async (rows) => {
      const byId = await selectColumns(
        plan,
        rows.map(({ id }) => id),
      );
      return rows.map(({ id }) => byId.get(id) ?? {});
    },
  };
}

/** Runs a count. */
export async function countRows({ db }: Context, count: Expression<number>, trace: Trace): Promise<number> {
  const statement = sql<{ total: unknown }>`SELECT (${count}) AS total`;
  const [row] = await trace.run('total', statement.compile(db));
  return Number(row?.total ?? 0);
}
