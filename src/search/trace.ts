/** What a search did, for `rawdata` (search 25). */
import { ApiError } from '../http/errors.ts';

export interface TracedStatement {
  readonly purpose: string;
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly milliseconds: number;
}

/** Numbers of the errors of MariaDB and MySQL for a statement that took too long. */
const outOfTime: ReadonlySet<unknown> = new Set([1969, 3024]);

export class Trace {
  readonly statements: TracedStatement[] = [];

  /**
   * Runs a statement and keeps its text, its bound values and how long it took.
   * @throws ApiError (503) for a statement that took longer than the setting allows; the database has ended it
   */
  async run<T>(purpose: string, statement: Runnable<T>): Promise<T> {
    const { sql, parameters } = statement.compile();
    const startedAt = performance.now();
    const rows = await statement.execute().catch((error: unknown) => {
      throw outOfTime.has((error as { errno?: number }).errno) ? tookTooLong(startedAt, error) : error;
    });
    this.statements.push({
      purpose,
      sql,
      parameters,
      milliseconds: Math.round((performance.now() - startedAt) * 10) / 10,
    });
    return rows;
  }
}

/** A query that can be written and run. */
export interface Runnable<T> {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[] };
  execute(): Promise<T>;
}

function tookTooLong(startedAt: number, cause: unknown): ApiError {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const message = `The search was stopped after ${seconds} seconds. Ask for less: fewer criteria on linked items, another sort, a smaller range.`;
  return new ApiError('ERROR_UNKNOWN:database', { message, cause });
}
