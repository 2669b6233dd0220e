import { type HtmlAttribute, htmlTokens, textElements, voidElements } from './html-tokens.ts';

/** Elements that are left out with everything in them. */
const dangerous = new Set(
  'applet base embed frame frameset head iframe link math meta noframes noscript object script style svg template title'.split(
    ' ',
  ),
);
/** Elements that may stay; of any other only the content does. */
const allowed = new Set([
  ...textElements,
  ...'article aside bdi bdo details figcaption footer header main mark nav picture rp rt ruby section source summary time wbr'.split(
    ' ',
  ),
]);
/** Attributes that hold an address. */
const addresses = new Set(
  'action background cite data formaction href longdesc poster src srcset xlink:href'.split(' '),
);
const safeScheme =
  /^(?:https?|mailto|tel|ftp|file|cid|notes|callto|sip|sips):|^[^:]*$|^[^:/?#]*[/?#]|^data:image\/(?:gif|jpe?g|png|webp);/i;
const unsafeStyle = /expression\s*\(|url\s*\(|javascript:|@import|behavior\s*:|-moz-binding/i;

/**
 * HTML of people made safe to be shown by others: no scripts, frames, forms, event handlers or odd addresses; every
 * element that is opened is closed, and nothing else.
 */
export function safeHtml(html: string): string {
  const open: string[] = [];
  let inside = '';
  let result = '';
  for (const token of htmlTokens(html)) {
    if (inside !== '') {
      if (token.kind === 'close' && token.name === inside) inside = '';
    } else if (token.kind === 'text') result += safeText(token.text);
    else if (dangerous.has(token.name))
      inside = token.kind === 'open' && !voidElements.has(token.name) ? token.name : '';
    else if (!allowed.has(token.name)) continue;
    else if (token.kind === 'open') {
      const isVoid = voidElements.has(token.name);
      result += `<${token.name}${token.attributes.map(safeAttribute).join('')}${isVoid ? ' /' : ''}>`;
      if (!isVoid) open.push(token.name);
    } else if (open.includes(token.name)) {
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        result += `</${name}>`;
        if (name === token.name) break;
      }
    }
  }
  return (
    result +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}

const safeText = (text: string): string =>
  text
    .replace(/&(?!#?[a-zA-Z0-9]+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function safeAttribute({ name, value }: HtmlAttribute): string {
  if (!/^[a-z][a-z0-9:_-]*$/.test(name) || name.startsWith('on') || name === 'srcdoc') return '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers leave these out of a scheme, and so must the test
  if (addresses.has(name) && !safeScheme.test(value.replace(/[\u0000-\u0020]/g, ''))) return '';
  if (name === 'style' && unsafeStyle.test(value)) return '';
  return ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
}
