/** Fields that a template wants filled (itil 2.6). */

import type { Input } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype, SearchOption } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { phpIntval } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { format } from '../text/format.ts';
import { settingEntity } from './entity-settings.ts';
import type { ItilKind } from './kinds.ts';

const VALIDATION = -2;
const TASKS = 175;
const DOCUMENTS = 142;

/** Keys of an input that aren't the column of the search option of that number. */
const keys: Readonly<Record<number, string>> = {
  [VALIDATION]: '_add_validation',
  4: '_users_id_requester',
  71: '_groups_id_requester',
  66: '_users_id_observer',
  65: '_groups_id_observer',
  5: '_users_id_assign',
  8: '_groups_id_assign',
  6: '_suppliers_id_assign',
  13: 'items_id',
  [DOCUMENTS]: '_documents_id',
  [TASKS]: '_tasktemplates_id',
  193: '_contracts_id',
};

/** Due dates for which an agreement will do. */
const agreements: Readonly<Record<string, string>> = {
  time_to_resolve: 'slas_id_ttr',
  time_to_own: 'slas_id_tto',
  internal_time_to_resolve: 'olas_id_ttr',
  internal_time_to_own: 'olas_id_tto',
};

/** Keys of which one must be there where documents are wanted. */
const fileKeys = ['_filename', '_tag_filename', '_content', '_tag_content', '_stock_image', '_tag_stock_image'];

const otherLabels: Readonly<Record<number, string>> = { [VALIDATION]: 'Approval request', [TASKS]: 'Task' };

/**
 * Whether the input leaves none of a template's mandatory fields empty; says so if it does. A field that isn't in the
 * input isn't empty.
 */
export async function mandatoryAreFilled(w: Writing, kind: ItilKind, input: Input, template: number): Promise<boolean> {
  if (!(template > 0)) return true;
  const { itemtype } = kind;
  const rows: Row[] = await w.ctx.db
    .selectFrom(catalog.itemtype(`${kind.template}MandatoryField`)!.table)
    .select('num')
    .where(catalog.itemtype(kind.template)!.foreignKey, '=', template)
    .orderBy('id')
    .execute();
  const missing: string[] = [];
  for (const { num } of rows) {
    const number = Number(num);
    const key = templateKey(itemtype, number);
    if (key && (await isMissing(w, kind, template, key, number, input)))
      missing.push(templateLabel(w.ctx, itemtype, number));
  }
  if (missing.length === 0) return true;
  w.messages.error(format(w.ctx.translate('Mandatory fields are not filled. Please correct: %s'), missing.join(', ')));
  return false;
}

async function isMissing(
  w: Writing,
  kind: ItilKind,
  template: number,
  key: string,
  number: number,
  input: Input,
): Promise<boolean> {
  if (number === DOCUMENTS) return !fileKeys.some((one) => input[one] !== undefined);
  if (input[key] === undefined) return false;
  const agreement = agreements[key];
  if (agreement && phpIntval(input[agreement]) > 0) return false;
  if (isEmpty(input[key])) return true;
  return key === 'content' && input.content === (await predefinedContent(w, kind, template, number));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 || (value.length === 1 && String(value[0]) === '0');
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === '' || value === 'NULL' || value === false || Number(value) === 0;
}

async function predefinedContent(
  w: Writing,
  kind: ItilKind,
  template: number,
  number: number,
): Promise<string | undefined> {
  const row: Row | undefined = await w.ctx.db
    .selectFrom(catalog.itemtype(`${kind.template}PredefinedField`)!.table)
    .select('value')
    .where(catalog.itemtype(kind.template)!.foreignKey, '=', template)
    .where('num', '=', number)
    .executeTakeFirst();
  return row && String(row.value);
}

/** The key under which an input has the field of a template's number; undefined for a number of no field. */
export function templateKey(itemtype: Itemtype, number: number): string | undefined {
  const own = keys[number];
  if (own) return own;
  const option = optionOf(itemtype, number);
  return option && (option.table === itemtype.table ? option.field : option.linkfield);
}

/** What the field of a template's number is called. */
export function templateLabel(ctx: Context, itemtype: Itemtype, number: number): string {
  return ctx.translate(otherLabels[number] ?? optionOf(itemtype, number)?.label ?? '');
}

const optionOf = (itemtype: Itemtype, number: number): SearchOption | undefined =>
  itemtype.searchOptions.find((one): one is SearchOption => !('group' in one) && one.id === number);

/** The template that a change of an item is held to: its category's, else the profile's, else the entity's. */
export async function templateOf(w: Writing, kind: ItilKind, row: Row, input: Input): Promise<number> {
  const value = (column: string): number => phpIntval(input[column] ?? row[column] ?? 0);
  const category = value('itilcategories_id');
  if (category > 0) {
    const column = kind.categoryTemplate(value('type'));
    const found = await w.ctx.db
      .selectFrom('glpi_itilcategories')
      .select(column)
      .where('id', '=', category)
      .executeTakeFirst();
    const template = Number(found?.[column] ?? 0);
    if (template > 0) return template;
  }
  const { foreignKey } = catalog.itemtype(kind.template)!;
  const ofProfile = Number(w.ctx.session.activeProfile?.fields[foreignKey] ?? 0);
  if (ofProfile > 0) return ofProfile;
  const entity = await settingEntity(w, value('entities_id'), foreignKey.replace('_id', '_strategy'));
  return Number(entity?.[foreignKey] ?? 0);
}
