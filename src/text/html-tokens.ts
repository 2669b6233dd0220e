import { decodeEntities } from './entities.ts';
import { characterNamed } from './named-entities.ts';

/** A piece of HTML: text as written, or a tag. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: readonly HtmlAttribute[] }
  | { readonly kind: 'close'; readonly name: string };

export interface HtmlAttribute {
  readonly name: string;
  /** Decoded. */
  readonly value: string;
}

/** Elements without content. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that make a text count as HTML (notifications 5.2); others in it are plain text in angle brackets. */
export const textElements: readonly string[] =
  'a abbr acronym address b big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  );
const markup = new RegExp(`<(?:${textElements.join('|')})(?:\\s[^>]*)?/?>`, 'i');

/** Whether a text is HTML rather than plain text. */
export const hasMarkup = (text: string): boolean => markup.test(text);

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Cuts HTML into tags and texts; comments are left out, and what isn't a tag is text. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let from = 0;
  for (const found of html.matchAll(tag)) {
    if (found.index > from) yield { kind: 'text', text: html.slice(from, found.index) };
    from = found.index + found[0].length;
    const name = found[2]?.toLowerCase();
    if (name === undefined) continue;
    yield found[1] === '/' ? { kind: 'close', name } : { kind: 'open', name, attributes: attributesOf(found[3] ?? '') };
  }
  if (from < html.length) yield { kind: 'text', text: html.slice(from) };
}

function attributesOf(text: string): HtmlAttribute[] {
  return [...text.matchAll(attribute)].map(([, name, double, single, bare]) => ({
    name: name!.toLowerCase(),
    value: decodeHtml(double ?? single ?? bare ?? ''),
  }));
}

/** The text that HTML text stands for. */
export const decodeHtml = (text: string): string =>
  decodeEntities(text.replace(/&([a-zA-Z]+\d?);/g, (entity, name: string) => characterNamed(name) ?? entity));
