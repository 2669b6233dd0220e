/** The language of notification templates (notifications 5.1). It knows nothing of what the tags mean. */

import { decodeStored } from '../text/stored-text.ts';

/** Values by tag (`ticket.title`), and lists of such values by name (`followups`). */
export interface TemplateData {
  readonly tags: TagValues;
  readonly lists: Readonly<Record<string, readonly TagValues[]>>;
}

export type TagValues = Readonly<Record<string, string>>;

/** The tags of a thing, under the name of the thing: `<prefix>.<tag>`. */
export const under = (prefix: string, values: TagValues): TagValues =>
  Object.fromEntries(Object.entries(values).map(([tag, value]) => [`${prefix}.${tag}`, value]));

const foreach = /##FOREACH *(FIRST|LAST)? *(\d*) *([a-z.]+)##(.*?)##ENDFOREACH *\3##/gis;
const condition = /##IF([a-z._]+)(?:=((?:(?!##).)*))?##/gi;

/** How a template becomes a text. */
export interface Pen {
  /** A value as this text shows it: for HTML, or plain. */
  write(value: string): string;
  /** A word of the template that values are compared with, in the language of the values. */
  word(text: string): string;
}

/** A text with its tags, conditions and loops replaced. */
export function renderTemplate(template: string, data: TemplateData, pen: Pen): string {
  return fill(unroll(template, data, pen), data.tags, pen);
}

const fill = (text: string, tags: TagValues, pen: Pen): string => replaceTags(decide(text, tags, pen), tags, pen);

/** Replaces loops by their content, once per element of their list; those over unknown lists vanish. */
function unroll(template: string, { tags, lists }: TemplateData, pen: Pen): string {
  return template.replace(foreach, (_loop, order: string | undefined, count: string, list: string, content: string) => {
    let values = tags;
    return chosen(lists[list] ?? [], order, count)
      .map((element) => {
        // What an element doesn't say keeps the value of the one before.
        values = { ...values, ...element };
        return fill(unroll(content, { tags: values, lists }, pen), values, pen);
      })
      .join('');
  });
}

/** The elements of a loop: all, or the first so many of the list (`LAST`: newest come first) or of its reverse. */
function chosen(list: readonly TagValues[], order: string | undefined, count: string): readonly TagValues[] {
  if (order === undefined) return list;
  const ordered = order.toUpperCase() === 'FIRST' ? list.toReversed() : list;
  return ordered.slice(0, count === '' ? 1 : Number(count));
}

/** Each condition decides about the first IF block and the first ELSE block of its tag that are left. */
function decide(template: string, tags: TagValues, pen: Pen): string {
  let text = template;
  for (const [, tag, wanted] of template.matchAll(condition)) {
    const holds = isTrue(tags[tag!], wanted && pen.word(wanted));
    text = replaceBlock(text, 'IF', tag!, holds);
    text = replaceBlock(text, 'ELSE', tag!, !holds);
  }
  return text;
}

function isTrue(value: string | undefined, wanted: string | undefined): boolean {
  if (value === undefined) return false;
  if (wanted !== undefined && wanted !== '') return isEqual(decodeStored(value), wanted);
  return value !== '' && value !== '&nbsp;' && !isEqual(value, '0');
}

/** Numbers are compared as such, however they are written. */
const isEqual = (a: string, b: string): boolean =>
  a === b || (number.test(a) && number.test(b) && Number(a) === Number(b));

const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

function replaceBlock(text: string, word: 'IF' | 'ELSE', tag: string, keep: boolean): string {
  const name = tag.replaceAll('.', '\\.');
  const block = new RegExp(`##${word}${name}(?:=(?:(?!##).)*)?##(.*?)##END${word}${name}##`, 'is');
  return text.replace(block, (_block, content: string) => (keep ? content : ''));
}

/** Replaces all tags at once; unknown ones stay. */
function replaceTags(text: string, tags: TagValues, pen: Pen): string {
  // The closing signs are left for what follows: those of an unknown tag may open a known one.
  let closed = -1;
  return text.replace(/##([a-z0-9._]+)(?=##)|##/gi, (found, tag: string | undefined, at: number) => {
    if (at === closed) return '';
    if (tag === undefined || tags[tag] === undefined) return found;
    closed = at + found.length;
    return pen.write(tags[tag]);
  });
}

/** Addresses of the site itself made whole: `href="/…"`. */
export const wholeAddresses = (html: string, base: string): string =>
  html.replace(/(href=["'])\/(?!\/)/gi, (_found, start: string) => `${start}${base}/`);
