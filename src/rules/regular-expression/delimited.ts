/** Regular expressions as PHP reads them: between delimiters, with modifiers behind. */

/** What stands between the delimiters, and the modifiers. */
export interface Delimited {
  readonly body: string;
  readonly modifiers: ReadonlySet<string>;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** The modifiers that PHP knows; `e` it knows no longer. */
const known = /^[imsxuUADXSJn\n\r ]*$/;

/** Undefined for what PHP calls invalid: no delimiters, none at the end, modifiers that it doesn't know. */
export function readDelimited(pattern: string): Delimited | undefined {
  const text = pattern.trimStart();
  const open = text[0];
  if (open === undefined || /[\p{L}\p{N}\\\0]/u.test(open)) return undefined;
  const end = endOf(text, open);
  if (end === undefined) return undefined;
  const modifiers = text.slice(end + 1);
  return known.test(modifiers) ? { body: text.slice(1, end), modifiers: new Set(modifiers) } : undefined;
}

/** Where the closing delimiter stands: the first one that isn't escaped; for brackets the one that matches. */
function endOf(text: string, open: string): number | undefined {
  const close = closing[open] ?? open;
  let depth = 1;
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === close) {
      if (--depth === 0) return at;
    } else if (text[at] === open) depth++;
  }
  return undefined;
}
