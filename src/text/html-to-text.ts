import { decodeHtml, type HtmlToken, htmlTokens } from './html-tokens.ts';

/** What an element puts before and after its content. */
const around: Readonly<Record<string, readonly [string, string]>> = {
  p: ['\n\n', '\n\n'],
  div: ['\n', '\n'],
  blockquote: ['\n\n', '\n\n'],
  pre: ['\n\n', '\n\n'],
  ul: ['\n\n', '\n\n'],
  ol: ['\n\n', '\n\n'],
  dl: ['\n\n', '\n\n'],
  dt: ['\t* ', ''],
  dd: [' ', '\n'],
  li: ['\t* ', '\n'],
  table: ['\n\n', '\n\n'],
  tr: ['\n', '\n'],
  td: ['\t\t', '\n'],
  th: ['\t\t', '\n'],
  i: ['_', '_'],
  em: ['_', '_'],
  h1: ['\n\n', '\n\n'],
  h2: ['\n\n', '\n\n'],
  h3: ['\n\n', '\n\n'],
  h4: ['\n\n', '\n\n'],
  h5: ['\n\n', '\n\n'],
  h6: ['\n\n', '\n\n'],
};
/** Elements whose words are written in capitals. */
const loud = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
/** Elements that say nothing. */
const silent = new Set(['head', 'script', 'style', 'title']);

/**
 * HTML as plain text (notifications 5.2): paragraphs and lists become lines, bold words capitals, links keep their address.
 */
export function htmlToText(html: string): string {
  const writer = new TextWriter();
  for (const token of htmlTokens(html)) writer.add(token);
  return writer.text();
}

class TextWriter {
  #text = '';
  #loudness = 0;
  #silence = 0;
  readonly #links: string[] = [];

  add(token: HtmlToken): void {
    if (token.kind === 'text') this.#say(token.text);
    else if (silent.has(token.name)) this.#silence = Math.max(0, this.#silence + (token.kind === 'open' ? 1 : -1));
    else if (token.kind === 'open') this.#open(token);
    else this.#close(token.name);
  }

  text(): string {
    return this.#text
      .replace(/\n[^\S\n]*\n\s*(?=\n)/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '');
  }

  #say(written: string): void {
    if (this.#silence > 0) return;
    const words = decodeHtml(written.replace(/[ \t\r\n]+/g, ' '));
    const text = this.#text === '' || this.#text.endsWith('\n') ? words.replace(/^ /, '') : words;
    this.#text += this.#loudness > 0 ? text.toUpperCase() : text;
  }

  #open({ name, attributes }: Extract<HtmlToken, { kind: 'open' }>): void {
    const value = (wanted: string): string => attributes.find((one) => one.name === wanted)?.value ?? '';
    if (name === 'br') this.#text += '\n';
    else if (name === 'hr') this.#text += '\n-------------------------\n';
    else if (name === 'img') this.#text += value('alt') && `[${value('alt')}]`;
    else if (name === 'a') this.#links.push(value('href'));
    this.#text += around[name]?.[0] ?? '';
    if (loud.has(name)) this.#loudness++;
  }

  #close(name: string): void {
    if (name === 'a') {
      const address = this.#links.pop() ?? '';
      if (address !== '' && !/^(?:javascript:|mailto:|#)/i.test(address)) this.#text += ` [${address}]`;
    }
    this.#text += around[name]?.[1] ?? '';
    if (loud.has(name)) this.#loudness = Math.max(0, this.#loudness - 1);
  }
}
