import { type Expression, type SqlBool, sql } from 'kysely';
import { decodeEntities } from '../../text/entities.ts';

/** What a text of `searchText` asks of a column: to be like a pattern, or (null) to be NULL. */
export type TextCondition = { readonly like: string | null };

/**
 * Reads a text of `searchText` (items-read G6.3): `^` and `$` hold it to the column's beginning and end, `%` stands for
 * anything, `NULL` and a text of nothing but marks or blanks mean that the column has no value.
 */
export function parseSearchText(text: string): TextCondition {
  const wanted = decodeEntities(text).trim();
  if (wanted === '' || wanted === 'NULL' || wanted === 'null') return { like: null };
  const atStart = wanted.startsWith('^');
  const rest = atStart ? wanted.slice(1) : wanted;
  const atEnd = rest.endsWith('$');
  const core = (atEnd ? rest.slice(0, -1) : rest).trim();
  if (atEnd && core === '') return { like: null };
  return { like: `${atStart ? '' : '%'}${asPattern(core)}${atEnd ? '' : '%'}` };
}

/** The condition on a column, which is compared as a text by its own collation. */
export function searchTextCondition(column: string, text: string): Expression<SqlBool> {
  const { like } = parseSearchText(text);
  const reference = sql.ref(column);
  return like === null ? sql<SqlBool>`${reference} is null` : sql<SqlBool>`${reference} like ${like}`;
}

/** `_` and `\` are meant literally; `&` is stored encoded, `<` and `>` are not looked for in their stored form. */
const asPattern = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('_', '\\_').replaceAll('&', '&#38;');
