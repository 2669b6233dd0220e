/** Labels that aren't one text of the language files. */
import type { LabelPart, LabelSource } from '../model.ts';

/** A label in English, with what it is made of where that takes more than a look-up. */
export type Label = string | { readonly text: string; readonly source: LabelSource };

/** `composed('%1$s (%2$s)', 'Size', 'Mio')` → "Size (Mio)", translated part by part. */
export function composed(pattern: string, ...parts: readonly (string | LabelPart)[]): Label {
  const source = { pattern, parts: parts.map((part) => (typeof part === 'string' ? { text: part } : part)) };
  const text = fill(
    pattern,
    source.parts.map((part) => part.text),
  );
  return { text, source };
}

/** Whether a status is shown for a kind of asset. */
export function visibility(ofWhat: string): Label {
  return composed('%1$s - %2$s', 'Visibility', ofWhat);
}

/** A class name as its plain heading: the form for no item at all, plural in English but singular in French. */
export function typeName(singular: string, plural: string): Label {
  return composed('%s', { text: plural, singular, count: 0 });
}

/** The plural of a word whose English forms are alike. */
export function plural(singular: string, text: string): Label {
  return composed('%s', { text, singular, count: 2 });
}

/** Puts texts in the places of a pattern: `%s` in turn, `%1$s` by number. */
export function fill(pattern: string, texts: readonly string[]): string {
  let next = 0;
  return pattern.replace(/%(?:(\d)\$)?s/g, (_place, number) => texts[number ? Number(number) - 1 : next++] ?? '');
}
