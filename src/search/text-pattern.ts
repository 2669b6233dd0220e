/** Text criteria: what the value of `contains` means, and the condition it makes (search 13). */
import { type Expression, type SqlBool, sql } from 'kysely';

const ENCODED = /&(#38|#60|#62|lt|gt);/;
const BARE = /[<>]|&(?!(#\d+|#x[\da-f]+|\w+);)/i;

/** Undoes the encoding of a value that a page of the application encoded: only `<`, `>` and `&` are concerned. */
export function decoded(value: string): string {
  if (!ENCODED.test(value) || BARE.test(value)) return value;
  if (/&#(38|60|62);/.test(value)) {
    return value.replace(/&#(38|60|62);/g, (_, code) => String.fromCharCode(Number(code)));
  }
  return value.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/**
 * The pattern for LIKE; null stands for "is null". `&` takes the form in which it is stored; `<` and `>` don't, so
 * that they never match stored text. `%` stays a wildcard.
 */
export function likePattern(value: string): string | null {
  if (value === 'NULL' || value === 'null') return null;
  let text = decoded(value).replaceAll('\\', '\\\\').replaceAll('_', '\\_').replaceAll('&', '&#38;').trim();
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
