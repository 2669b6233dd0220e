/** What a search did, for `rawdata` (search 25). */
import type { CompiledQuery } from 'kysely';
import type { Db } from '../database/database.ts';
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
  readonly #db: Db;
  readonly #keeps: boolean;

  /** Only a trace that keeps statements has any to show. */
  constructor(db: Db, keeps: boolean) {
    this.#db = db;
    this.#keeps = keeps;
  }

  /**
   * Runs a statement and, if wanted, keeps its text, its bound values and how long it took.
   * @throws ApiError (503) for a statement that took longer than the setting allows; the database has ended it
   */
  async run<T>(purpose: string, statement: CompiledQuery<T>): Promise<readonly T[]> {
    const startedAt = performance.now();
    try {
      const { rows } = await this.#db.executeQuery(statement);
      if (this.#keeps) {
        const milliseconds = Math.round((performance.now() - startedAt) * 10) / 10;
        this.statements.push({ purpose, sql: statement.sql, parameters: statement.parameters, milliseconds });
      }
      return rows;
    } catch (error) {
      throw outOfTime.has((error as { errno?: number }).errno) ? tookTooLong(startedAt, error) : error;
    }
  }
}

function tookTooLong(startedAt: number, cause: unknown): ApiError {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const message = `The search was stopped after ${seconds} seconds. Ask for less: fewer criteria on linked items, another sort, a smaller range.`;
  return new ApiError('ERROR_UNKNOWN:database', { message, cause });
}
