/** Translated names of dropdown values (search 8.5). */
import { type Expression, sql } from 'kysely';
import type { Itemtype } from '../catalog/model.ts';

export interface TranslatedColumn {
  readonly itemtype: Itemtype;
  readonly field: string;
  readonly alias: string;
  readonly language: string;
}

/** The value in the session's language; NULL without a translation. */
export function translatedValue({ itemtype, field, alias, language }: TranslatedColumn): Expression<unknown> {
  const of = (name: string) => sql.ref(`t.${name}`);
  return sql`(SELECT ${of('value')} FROM ${sql.table('glpi_dropdowntranslations')} AS t
    WHERE ${of('itemtype')} = ${itemtype.name} AND ${of('items_id')} = ${sql.ref(`${alias}.id`)}
      AND ${of('language')} = ${language} AND ${of('field')} = ${field} LIMIT 1)`;
}
