/** Statements that the server refuses for their values (items-write W1.5, W6.1). */

import { UnfitValue } from './row-values.ts';
import type { Writing } from './writing.ts';

const texts: Readonly<Record<string, string>> = {
  ER_DUP_ENTRY: 'An item with these values already exists',
  ER_BAD_NULL_ERROR: 'A field that must have a value is empty',
  ER_NO_DEFAULT_FOR_FIELD: 'A field that must have a value is empty',
  ER_DATA_TOO_LONG: 'A value is too long for its field',
  ER_TRUNCATED_WRONG_VALUE_FOR_FIELD: 'A field has an incorrect value',
  ER_TRUNCATED_WRONG_VALUE: 'A field has an incorrect value',
  WARN_DATA_TRUNCATED: 'A field has an incorrect value',
  ER_WARN_DATA_OUT_OF_RANGE: 'A value is out of range for its field',
  ER_WRONG_VALUE: 'A field has an incorrect value',
  ER_ILLEGAL_VALUE_FOR_TYPE: 'A field has an incorrect value',
  ER_CONSTRAINT_FAILED: 'A field has an incorrect value',
};

/** Our own text for what the server said; undefined when it wasn't about values. */
export function textOfRefusal(error: unknown): string | undefined {
  if (error instanceof UnfitValue) return error.message;
  return error instanceof Error && 'code' in error ? texts[String(error.code)] : undefined;
}

/**
 * Runs a statement; undefined when the server refuses its values, which `w` then remembers. The transaction goes on:
 * only the statement is taken back.
 */
export async function tryStatement<T>(w: Writing, statement: () => Promise<T>): Promise<T | undefined> {
  try {
    return await statement();
  } catch (error) {
    if (textOfRefusal(error) === undefined) throw error;
    w.refusedStatement = error as Error;
    return undefined;
  }
}
