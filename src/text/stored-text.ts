/** GLPI 10 keeps texts with `&`, `<` and `>` as entities and answers them so (items-read G9, items-write W1.4). */

/** What stands for a character, and the character; `&` last, so that what it uncovers isn't decoded again. */
const numeric = [
  ['&#62;', '>'],
  ['&#60;', '<'],
  ['&#38;', '&'],
] as const;
const named = [
  ['&lt;', '<'],
  ['&gt;', '>'],
] as const;

const raw = /[<>]|&(?!#?[a-z0-9]+;)/i;

/** Whether the text reads as one that was encoded for storing: an entity of the encoding in it, nothing left raw. */
function isStoredEncoded(text: string): boolean {
  return [...numeric, ...named].some(([entity]) => text.includes(entity)) && !raw.test(text);
}

/** The text as a person typed it; one that isn't encoded stays as it is (items-read G9.2). */
export function decodeStored(text: string): string {
  if (!text.includes('&') || !isStoredEncoded(text)) return text;
  const set = numeric.some(([entity]) => text.includes(entity)) ? numeric : named;
  return set.reduce((decoded, [entity, character]) => decoded.replaceAll(entity, character), text);
}

/** The text as GLPI stores it; one that is encoded already stays as it is. */
export function encodeStored(text: string): string {
  return isStoredEncoded(text) ? text : text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
