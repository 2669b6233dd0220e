/** Rules of the general setup by which items must differ in some fields (items-write W6.3). */
import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import { memberOf } from '../../catalog/lists.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { activeUnicityRules } from '../../settings/unicity-rules.ts';
import { format } from '../../text/format.ts';
import type { Translate } from '../../text/translations.ts';
import { filterOption } from './column-options.ts';
import { encodedPath } from './names.ts';
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
  const rules = (await activeUnicityRules(w.ctx)).filter((rule) => rule.itemtype === itemtype.name);
  if (rules.length === 0) return [];
  const above = new Set((await w.ctx.site.entities.get()).ancestors(entity));
  return rules.filter(
    (rule) => rule.entities_id === entity || (phpTrue(rule.is_recursive) && above.has(Number(rule.entities_id))),
  );
}

async function passes(w: Writing, itemtype: Itemtype, rule: Row, input: Input, old: Row | undefined): Promise<boolean> {
  const fields = textOf(rule.fields)
    .split(',')
    .filter((field) => w.ctx.site.schema.hasColumn(itemtype.table, field));
  if (fields.length === 0 || !fields.every((field) => counts(field, input[field]))) return true;
  const duplicates = await duplicatesOf(w, itemtype, rule, fields, input, old);
  if (duplicates.length === 0) return true;
  const refuse = phpTrue(rule.action_refuse);
  const describe = await describeDuplicates(w, itemtype, fields, input, duplicates, refuse);
  const message = describe(w.ctx.translate);
  if (refuse) w.messages.error(message);
  else w.messages.info(message);
  noteEvent(w, itemtype, old, message);
  if (phpTrue(rule.action_notify)) {
    const entity = Number(input.entities_id ?? old?.entities_id ?? 0);
    await w.notifyAnyway('FieldUnicity', 0, 'refuse', {
      itemtype: itemtype.name,
      entity,
      refuse,
      isNew: !old,
      describe,
    });
  }
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

/** `Impossible record for <fields> = <values>`, and the items that there are, each with a link to its page. */
async function describeDuplicates(
  w: Writing,
  itemtype: Itemtype,
  fields: readonly string[],
  input: Input,
  duplicates: readonly Row[],
  refuse: boolean,
): Promise<(translate: Translate) => string> {
  const others: ((translate: Translate) => string)[] = [];
  for (const row of duplicates) others.push(await describe(w, itemtype, row));
  return (translate) => {
    const parts = fields.map((field) => {
      const label = translate(filterOption(itemtype, field)?.label ?? field);
      return format(translate('%1$s = %2$s'), label, textOf(input[field]));
    });
    const text = translate(refuse ? 'Impossible record for %s' : 'Item successfully added but duplicate record on %s');
    const head = format(text, parts.join('&nbsp;&amp;&nbsp;'));
    return [head, translate('Other item exist'), ...others.map((other) => `[${other(translate)}]`)].join('<br>');
  };
}

async function describe(w: Writing, itemtype: Itemtype, row: Row): Promise<(translate: Translate) => string> {
  const id = Number(row[itemtype.indexName]);
  const name = await w.names.plain(itemtype, row);
  const page = `/front/${itemtype.name.toLowerCase()}.form.php?id=${id}`;
  const entity =
    'entities_id' in row ? (await w.ctx.site.entities.get()).get(Number(row.entities_id))?.completename : undefined;
  return (translate) => {
    const say = (label: string, value: string | number): string => format(translate('%1$s: %2$s'), label, value);
    const parts = [`<a  href='${page}'  title="${name}">${name}</a>`, say(translate('ID'), id)];
    if (textOf(row.serial) !== '') parts.push(say(translate('Serial number'), textOf(row.serial)));
    if ('entities_id' in row) {
      parts.push(say(translate.plural('Entity', 'Entities', 1), encodedPath(entity ?? '')));
    }
    return parts.join(' - ');
  };
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
    const { site, session } = w.ctx;
    await site.database.inTimeZone(session.timeZone).insertInto('glpi_events').values(event).execute();
  };
  w.afterCommit(write);
  w.afterRollback(write);
}
