/** Kinds that browsers show themselves, so that they aren't offered for saving (items-write W14.4). */
const shown = /^(?:image\/(?!svg)|application\/pdf$)/;

/**
 * The header that names a file: in ISO-8859-1, and in UTF-8 for who can read it (items-write W14.4). Clients look for
 * the first `filename="…"`.
 */
export function contentDisposition(filename: string, mime: string): string {
  const clean = filename.replace(/\p{Cc}/gu, ' ');
  const latin = clean.replace(/[^\u0020-\u00ff]/gu, '?').replace(/["\\']/g, '\\$&');
  const encoded = encodeURIComponent(clean.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${shown.test(mime) ? '' : 'attachment; '}filename="${latin}"; filename*=utf-8''${encoded}`;
}
