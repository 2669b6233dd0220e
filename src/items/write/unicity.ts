/** Rules of the general setup by which items must differ in some fields (items-write W6.3). */
import type { Input } from '../../behaviours/behaviour.ts';
import { memberOf } from '../../catalog/lists.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { filterOption } from './column-options.ts';
import { phpTrue, textOf } from './values.ts';
import type { Writing } from './writing.ts';

/** False when an active rule refuses the row that the input would make. */
export async function isUnique(w: Writing, itemtype: Itemtype, input: Input, old: Row | undefined): Promise<boolean> {
  if (!memberOf('unicity_types', itemtype.name) || phpTrue(input.is_template ?? old?.is_template)) return true;
  const entity = Number(input.entities_id ?? old?.entities_id ?? 0);
  for (const rule of await rulesFor(w, itemtype, entity)) {
    if (!(await passes(w, itemtype, rule, input, old))) return false;
  }
  return true;
}

async function rulesFor(w: Writing, itemtype: Itemtype, entity: number): Promise<Row[]> {
  const rules: Row[] = await w.ctx.db
    .selectFrom('glpi_fieldunicities')
    .selectAll()
    .where('itemtype', '=', itemtype.name)
    .where('is_active', '=', 1)
    .orderBy('entities_id', 'desc')
    .execute();
  const above = new Set((await w.ctx.site.entities.get()).ancestors(entity));
  return rules.filter(
    (rule) => rule.entities_id === entity || (phpTrue(rule.is_recursive) && above.has(Number(rule.entities_id))),
  );
}

async function passes(w: Writing, itemtype: Itemtype, rule: Row, input: Input, old: Row | undefined): Promise<boolean> {
  const fields = textOf(rule.fields).split(',').filter((field) => w.ctx.site.schema.hasColumn(itemtype.table, field));
  if (fields.length === 0 || !fields.every((field) => counts(field, input[field]))) return true;
  const duplicates = await duplicatesOf(w, itemtype, rule, fields, input, old);
  if (duplicates.length === 0) return true;
  const message = await refusal(w, itemtype, fields, input, duplicates);
  const refuse = phpTrue(rule.action_refuse);
  if (refuse) w.messages.error(message);
  noteEvent(w, itemtype, old, message);
  return !refuse;
}

/** A field without a value makes nothing unique. */
const counts = (field: string, value: unknown): boolean =>
  catalog.isForeignKey(field) ? Number(value) > 0 : textOf(value) !== '' && value !== 'NULL';

async function duplicatesOf(
  w: Writing,
  itemtype: Itemtype,
  rule: Row,
  fields: readonly string[],
  input: Input,
  old: Row | undefined,
): Promise<Row[]> {
  const tree = await w.ctx.site.entities.get();
  const entity = Number(rule.entities_id);
  const entities = phpTrue(rule.is_recursive) ? tree.withDescendants(entity) : [entity];
  let query = w.ctx.db.selectFrom(itemtype.table).selectAll();
  for (const field of fields) query = query.where(field, '=', textOf(input[field]));
  if (w.ctx.site.schema.hasColumn(itemtype.table, 'entities_id')) query = query.where('entities_id', 'in', entities);
  if (itemtype.flags.maybeTemplate) query = query.where('is_template', '=', 0);
  if (old) query = query.where(itemtype.indexName, '!=', old[itemtype.indexName]);
  return query.execute();
}

/** `Impossible record for <fields> = <values>Other item exist[<description of each>]` */
async function refusal(
  w: Writing,
  itemtype: Itemtype,
  fields: readonly string[],
  input: Input,
  duplicates: readonly Row[],
): Promise<string> {
  const { translate } = w.ctx;
  const labels = fields.map((field) => translate(filterOption(itemtype, field)?.label ?? field));
  const values = fields.map((field) => textOf(input[field]));
  const others: string[] = [];
  for (const row of duplicates) others.push(await describe(w, itemtype, row));
  const joined = '&nbsp;&amp;&nbsp;';
  const head = translate('Impossible record for %s').replace('%s', `${labels.join(joined)} = ${values.join(joined)}`);
  return `${head}<br>${translate('Other item exist')}<br>${others.map((other) => `[${other}]`).join('')}`;
}

async function describe(w: Writing, itemtype: Itemtype, row: Row): Promise<string> {
  const { translate } = w.ctx;
  const parts = [await w.names.plain(itemtype, row), `${translate('ID')}: ${row[itemtype.indexName]}`];
  if ('serial' in row) parts.push(`${translate('Serial number')}: ${textOf(row.serial)}`);
  if ('entities_id' in row) {
    const entity = (await w.ctx.site.entities.get()).get(Number(row.entities_id));
    parts.push(`${translate.plural('Entity', 'Entities', 1)}: ${entity?.completename ?? ''}`);
  }
  return parts.join(' - ');
}

/** The attempt is noted whether it succeeds or not. */
function noteEvent(w: Writing, itemtype: Itemtype, old: Row | undefined, message: string): void {
  const event = {
    items_id: old ? Number(old[itemtype.indexName]) : 0,
    type: itemtype.name,
    date: w.ctx.now.sql,
    service: 'inventory',
    level: 4,
    message: `${w.ctx.session.user.name} trying to add an item that already exists: ${message}`,
  };
  const write = async () => {
    await w.ctx.site.database.db.insertInto('glpi_events').values(event).execute();
  };
  w.afterCommit(write);
  w.afterRollback(write);
}
