/** Text criteria: what the value of `contains` means, and the condition it makes (search 13). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { decodeStored } from '../text/stored-text.ts';

/**
 * The pattern for LIKE; null stands for "is null". `&` takes the form in which it is stored; `<` and `>` don't, so
 * that they never match stored text. `%` stays a wildcard.
 */
export function likePattern(value: string): string | null {
  if (value === 'NULL' || value === 'null') return null;
  let text = decodeStored(value).replaceAll('\\', '\\\\').replaceAll('_', '\\_').replaceAll('&', '&#38;').trim();
  if (text === '^') return '%';
  if (text === '' || text === '^$' || text === '$') return null;
  if (text.startsWith('^')) text = text.slice(1).trimStart();
  else text = `%${text}`;
  if (text.endsWith('$')) text = text.slice(0, -1).trimEnd();
  else text = `${text}%`;
  return text;
}

/** The text criterion on an expression (search 13.2). */
export function textCondition(x: Expression<unknown>, value: string, negated: boolean): Expression<SqlBool> {
  const pattern = likePattern(value);
  if (value === 'NULL' || value === 'null') {
    return negated ? sql<SqlBool>`(${x} IS NOT NULL AND ${x} <> '')` : sql<SqlBool>`(${x} IS NULL OR ${x} = '')`;
  }
  if (pattern === null) {
    if (!negated) return sql<SqlBool>`${x} IS NULL`;
    return value === '^$' ? sql<SqlBool>`${x} IS NOT NULL` : sql<SqlBool>`1 = 1`;
  }
  if (value.toLowerCase() === 'null') {
    return negated
      ? sql<SqlBool>`((${x} NOT LIKE ${pattern} AND ${x} <> '') OR ${x} IS NULL)`
      : sql<SqlBool>`(${x} LIKE ${pattern} OR ${x} = '')`;
  }
  return negated ? sql<SqlBool>`(${x} NOT LIKE ${pattern} OR ${x} IS NULL)` : sql<SqlBool>`${x} LIKE ${pattern}`;
}
