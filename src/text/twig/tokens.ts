/** A template as text, outputs (`{{ … }}`) and tags (`{% … %}`), and the words of an expression. */
import { TwigSyntaxError } from './errors.ts';

export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output' | 'tag'; readonly tokens: readonly Token[]; readonly line: number };

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'operator' | 'punctuation';
  readonly text: string;
}

const closing: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/** Splits a template; comments are left out, and so is the white space that `-` and `~` trim. */
export function segmentsOf(template: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  let line = 1;
  let trim: RegExp | undefined;
  const addText = (text: string): void => {
    const kept = trim ? text.replace(trim, '') : text;
    trim = undefined;
    if (kept !== '') segments.push({ kind: 'text', text: kept });
  };
  for (;;) {
    const start = nextStart(template, at);
    if (start < 0) {
      addText(template.slice(at));
      return segments;
    }
    const opening = template.slice(start, start + 2);
    const before = template.slice(at, start);
    const mark = template[start + 2];
    addText(mark === '-' ? before.trimEnd() : mark === '~' ? withoutBlanks(before) : before);
    const inside = start + (mark === '-' || mark === '~' ? 3 : 2);
    line += linesIn(before);
    const end = opening === '{#' ? template.indexOf('#}', inside) : endOf(template, inside, closing[opening]!);
    if (end < 0) throw new TwigSyntaxError(`Unclosed "${opening}" at line ${line}.`);
    const last = template[end - 1];
    const trims = end > inside && (last === '-' || last === '~');
    at = end + 2;
    const tagLine = line;
    line += linesIn(template.slice(start, at));
    if (trims) trim = last === '-' ? /^\s+/ : /^[ \t\0\v]+/;
    else if (opening !== '{{') trim = /^\r?\n/;
    if (opening === '{#') continue;
    const tokens = tokensOf(template.slice(inside, trims ? end - 1 : end));
    segments.push({ kind: opening === '{{' ? 'output' : 'tag', tokens, line: tagLine });
  }
}

/** Without the blanks at the end of its last line. */
function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\0\v'.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

const linesIn = (text: string): number => text.split('\n').length - 1;

function nextStart(template: string, from: number): number {
  for (let at = template.indexOf('{', from); at >= 0; at = template.indexOf('{', at + 1)) {
    if (closing[template.slice(at, at + 2)]) return at;
  }
  return -1;
}

/** Where a mark stands outside of quotes. */
function endOf(template: string, from: number, mark: string): number {
  let depth = 0;
  for (let at = from; at < template.length; at++) {
    const char = template[at]!;
    if (depth === 0 && template.startsWith(mark, at)) return at;
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '"' || char === "'") {
      at++;
      while (at < template.length && template[at] !== char) at += template[at] === '\\' ? 2 : 1;
    }
  }
  return -1;
}

const token =
  /\s*(?:(\d+(?:\.\d+)?)|("[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')|((?:not\s+in|starts\s+with|ends\s+with|is\s+not)\b|\?\?|\?:|\*\*|\/\/|\.\.|==|!=|<=|>=|[-+*/%~<>=])|([a-zA-Z_\u0080-\uffff][\w\u0080-\uffff]*)|([()[\]{}?:.,|]))/gsy;

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const text = source.trim();
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) throw new TwigSyntaxError('Unexpected character.');
    const [, number, string, operator, name, punctuation] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (string !== undefined) tokens.push({ kind: 'string', text: unquote(string) });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator.replace(/\s+/g, ' ') });
    else if (name !== undefined) tokens.push({ kind: words.has(name) ? 'operator' : 'name', text: name });
    else if (punctuation !== undefined) tokens.push({ kind: 'punctuation', text: punctuation });
  }
  return tokens;
}

/** Names that are operators. */
const words = new Set(['and', 'or', 'not', 'in', 'is', 'matches']);

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

const unquote = (quoted: string): string =>
  quoted.slice(1, -1).replace(/\\(.)/gs, (_, char: string) => escapes[char] ?? char);
