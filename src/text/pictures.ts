/** Pictures of rich texts: until their files are documents, texts hold a tag in their place (itil 11). */

/** A document that a text may hold the tag of. */
export interface TaggedDocument {
  readonly tag: string;
  /** Where the picture is shown from; undefined for a file that is no picture. */
  readonly address: string | undefined;
  /** In pixels, for places that don't say how large the picture shall be. */
  readonly width: number | undefined;
}

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const inAttribute = (text: string): string => text.replace(/[&<>"]/g, (character) => escaped[character]!);

/**
 * HTML with the pictures where their tags are: `#tag#`, or an `<img>` that has the tag in an attribute. A picture leads to
 * its file. The tag of what is no picture vanishes.
 */
export function showPictures(html: string, documents: readonly TaggedDocument[]): string {
  return documents.reduce((text, document) => showOne(text, document), html);
}

function showOne(html: string, document: TaggedDocument): string {
  const { tag, address } = document;
  if (tag === '' || !html.includes(tag)) return html;
  if (address === undefined) return html.replaceAll(`#${tag}#`, '');
  // A function, since a `$` in a replacement text isn't one.
  return html
    .replaceAll(`#${tag}#`, () => `<img id="${tag}">`)
    .replace(/<img\s[^<>]*>/gi, (image) => (image.includes(tag) ? linked(document, address, widthIn(image)) : image));
}

function linked({ tag, width }: TaggedDocument, address: string, wanted: string | undefined): string {
  const image = `<img alt="${inAttribute(tag)}" width="${inAttribute(wanted ?? String(width ?? ''))}" src="${address}" />`;
  return `<a href="${address}" target="_blank" >${image}</a>`;
}

/** The width that an `<img>` asks for; it counts only beside a height. */
function widthIn(image: string): string | undefined {
  const sizes = new Map([...image.matchAll(/\b(width|height)="([^"]*)"/gi)].map(([, name, value]) => [name, value]));
  return sizes.get('width') && sizes.get('height') ? sizes.get('width') : undefined;
}
