/** Where the rows of an answer come from: one type, or several searched together. */
import type { Row } from '../database/database.ts';
import type { Column, SearchPlan } from './plan.ts';
import { countRows, selectColumns, selectIds } from './statements.ts';

export interface FoundRow {
  readonly id: number;
  /** Place of its type among those searched together; 0 for a search of one type. */
  readonly branch: number;
}

/** Rows to skip and to take; undefined for all. */
export type Window = { readonly start: number; readonly size: number } | undefined;

export interface Source {
  readonly columns: readonly Column[];
  /** The rows of a page, in order. */
  find(window: Window): Promise<readonly FoundRow[]>;
  count(): Promise<number>;
  /** What the columns show of these rows, in their order. */
  read(rows: readonly FoundRow[]): Promise<readonly Row[]>;
  /** Keys that a row has beside its columns. */
  more?(row: FoundRow): Readonly<Record<string, unknown>>;
}

/** Searches one type. */
export function oneType(plan: SearchPlan): Source {
  return {
    columns: plan.columns,
    find: async (window) => (await selectIds(plan, window)).map((id) => ({ id, branch: 0 })),
    count: () => countRows(plan),
    read: async (rows) => {
      const byId = await selectColumns(
        plan,
        rows.map(({ id }) => id),
      );
      return rows.map(({ id }) => byId.get(id) ?? {});
    },
  };
}
