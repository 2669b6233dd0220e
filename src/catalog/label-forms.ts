/** Labels in the language of a session. */
import { all } from './catalog.ts';
import type { LabelPart, SearchOption } from './model.ts';
import { fill } from './parts/labels.ts';

/** Looks English texts up; plural forms by number, texts of a context by it. */
export interface LabelTranslator {
  (text: string): string;
  plural(singular: string, plural: string, count: number): string;
  context(context: string, text: string): string;
}

/** Plurals that labels use beside those of itemtypes. */
const otherPlurals: Readonly<Record<string, string>> = {
  'Associated contacts': 'Associated contact',
  'Associated contracts': 'Associated contract',
  'Associated elements': 'Associated element',
  'Associated item types': 'Associated item type',
  'Associated items': 'Associated item',
  'Associated suppliers': 'Associated supplier',
  Components: 'Component',
  Dropdowns: 'Dropdown',
  Items: 'Item',
  'Linked tickets': 'Linked ticket',
  'Public RSS feeds': 'Public RSS feed',
  'Public reminders': 'Public reminder',
  'Public saved searches': 'Public saved search',
  Reports: 'Report',
  Tasks: 'Task',
  'Ticket costs': 'Ticket cost',
  Views: 'View',
  'Virtual machines': 'Virtual machine',
};

/** Texts that the language files only have in a context. */
const contexts: Readonly<Record<string, string>> = {
  'Administrative number': 'infocom',
  'Number of associated items': 'quantity',
  'Number of changes': 'quantity',
  'Number of documents': 'quantity',
  'Number of followups': 'quantity',
  'Number of installations': 'quantity',
  'Number of items': 'quantity',
  'Number of lines': 'quantity',
  'Number of monitors': 'quantity',
  'Number of peripherals': 'quantity',
  'Number of phones': 'quantity',
  'Number of printers': 'quantity',
  'Number of problems': 'quantity',
  'Number of tasks': 'quantity',
  'Processors number': 'quantity',
};

const many = 2;

const singularOf: ReadonlyMap<string, string> = new Map([
  ...all()
    .filter(({ label }) => label.singular !== label.plural)
    .map(({ label }): [string, string] => [label.plural, label.singular]),
  ...Object.entries(otherPlurals),
]);

/** The label of a search option or heading. */
export function translatedLabel(
  { label, labelSource }: Pick<SearchOption, 'label' | 'labelSource'>,
  translate: LabelTranslator,
): string {
  if (!labelSource) return translatedText(label, translate);
  const { pattern, parts } = labelSource;
  return fill(
    translate(pattern),
    parts.map((part) => translatedPart(part, translate)),
  );
}

function translatedPart({ text, context, singular, count }: LabelPart, translate: LabelTranslator): string {
  if (singular !== undefined) return translate.plural(singular, text, count ?? many);
  return context === undefined ? translatedText(text, translate) : translate.context(context, text);
}

/** A text that may be a plural, a duration in months or one of a context. */
export function translatedText(text: string, translate: LabelTranslator): string {
  const singular = singularOf.get(text);
  if (singular !== undefined) return translate.plural(singular, text, many);
  const context = contexts[text];
  if (context !== undefined) return translate.context(context, text);
  const [, months] = /^(\d+) months?$/.exec(text) ?? [];
  if (months === undefined) return translate(text);
  return translate.plural('%d month', '%d months', Number(months)).replace('%d', months);
}
