/** How histories call criteria and actions (rules 8.4). */
import type { Behaviour } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { readNames, WantedNames } from '../items/names.ts';
import type { Writing } from '../items/write/writing.ts';
import { conditions } from './condition.ts';
import { type Field, fieldLabel, fieldValues, type Values } from './facts/fields.ts';
import { ruleFacts } from './facts/index.ts';
import { actionText, conditionText, valueLabel } from './labels.ts';

/** Conditions whose pattern is shown as what it stands for. */
const withValue: readonly number[] = [conditions.is, conditions.isNot, conditions.under, conditions.notUnder];

/** Conditions of imports that are options: in just this entity, by the same port, by these criteria alone. */
const importOptions: readonly number[] = [202, 203, 204];

/** Conditions whose pattern means nothing. */
const withoutValue: readonly number[] = [
  conditions.exists,
  conditions.notExists,
  conditions.find,
  conditions.isEmpty,
  ...importOptions,
];

/** Actions whose value only says yes or no, whatever the field holds. */
const yesNoActions: readonly string[] = ['defaultfromuser', 'fromuser', 'fromitem', 'firstgroupfromuser'];

/** `Title contains printer` */
export const ruleCriterionName: Behaviour = {
  async itemName(w, itemtype, row) {
    const { translate } = w.ctx;
    const kind = await kindOf(w, itemtype, row);
    const field = await criterionField(w, kind, String(row.criteria));
    const condition = Number(row.condition);
    const text = conditionText(condition, ruleFacts(kind).conditions);
    return spoken([
      labelOf(w, field),
      text === '' ? '' : translate(text),
      await patternText(w, field, condition, String(row.pattern ?? '')),
    ]);
  },
};

/** `Urgency Assign Very high` */
export const ruleActionName: Behaviour = {
  async itemName(w, itemtype, row) {
    const { translate } = w.ctx;
    const field = ruleFacts(await kindOf(w, itemtype, row)).actions[String(row.field)];
    const type = String(row.action_type ?? '');
    const text = actionText(type);
    return spoken([
      labelOf(w, field),
      text === '' ? '' : translate(text),
      await actionValueText(w, field, type, String(row.value ?? '')),
    ]);
  },
};

/** GLPI takes the backslashes out of what it shows, and blanks off its end. */
const spoken = (parts: readonly string[]): string =>
  parts
    .join(' ')
    .replace(/\\(.?)/gs, '$1')
    .trimEnd();

function labelOf(w: Writing, field: Field | undefined): string {
  const { translate } = w.ctx;
  if (!field) return translate('Unavailable');
  return fieldLabel(field)
    .split(' > ')
    .map((part) => translate(part))
    .join(' &#62; ');
}

/** The kind of rules that a part belongs to: its rule's, or the level's class. */
async function kindOf(w: Writing, itemtype: Itemtype, row: Row): Promise<string> {
  const parent = itemtype.child?.itemtype ?? 'Rule';
  if (parent !== 'Rule') return parent;
  const rule = await w.load(catalog.itemtype('Rule')!, Number(row.rules_id));
  return String(rule?.sub_type ?? '');
}

/** A criterion's field; those of rights that directories know stand in a table. */
async function criterionField(w: Writing, kind: string, criterion: string): Promise<Field | undefined> {
  const known = ruleFacts(kind).criteria[criterion];
  if (known || kind !== 'RuleRight') return known;
  const row = await w.ctx.db
    .selectFrom('glpi_rulerightparameters')
    .select('name')
    .where('value', '=', criterion)
    .executeTakeFirst();
  return row?.name;
}

async function patternText(w: Writing, field: Field | undefined, condition: number, pattern: string): Promise<string> {
  if (withoutValue.includes(condition)) return w.ctx.translate('Yes');
  const values = fieldValues(field);
  if (values === undefined || !withValue.includes(condition)) return pattern;
  if (!values.startsWith('glpi_')) return plainValue(w, values, pattern);
  const [name, entity] = [await nameIn(w, values, Number(pattern)), await entityOf(w, values, Number(pattern))];
  return entity === '' ? name : `${name} (${entity})`;
}

async function actionValueText(w: Writing, field: Field | undefined, type: string, value: string): Promise<string> {
  const values = fieldValues(field);
  if (values === undefined) return value;
  if (!values.startsWith('glpi_')) return plainValue(w, values, value);
  if (yesNoActions.includes(type)) return valueLabel(w.ctx.translate, 'yesno', value);
  return (await nameIn(w, values, Number(value))) || w.ctx.translate('N/A');
}

async function plainValue(w: Writing, values: Values, value: string): Promise<string> {
  const { translate } = w.ctx;
  if (values === 'users') return nameIn(w, 'glpi_users', Number(value), 'friendly');
  if (values !== 'itemtypes') return valueLabel(translate, values, value);
  const label = catalog.itemtype(value)?.label;
  return label ? translate.plural(label.singular, label.plural, 2) : translate('No itemtype defined');
}

async function nameIn(
  w: Writing,
  table: string,
  id: number,
  form: 'dropdown' | 'friendly' = 'dropdown',
): Promise<string> {
  const itemtype = catalog.byTable(table);
  if (!itemtype || !Number.isInteger(id)) return '';
  const wanted = new WantedNames();
  wanted.add(itemtype, id);
  return (await readNames(w.ctx, wanted))[form](itemtype, id);
}

/** The name of the entity that an item is in; empty where the class has none. */
async function entityOf(w: Writing, table: string, id: number): Promise<string> {
  const itemtype = catalog.byTable(table);
  if (!itemtype?.flags.entityAssign) return '';
  const row = await w.load(itemtype, id);
  // An entity is in itself.
  const entity = table === 'glpi_entities' ? row?.id : row?.entities_id;
  return row === undefined ? '' : nameIn(w, 'glpi_entities', Number(entity));
}
