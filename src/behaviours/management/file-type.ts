/** What a file holds, by its first bytes: names of files are the client's to choose. */

const magic: readonly (readonly [bytes: readonly number[], mime: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
  [[0x42, 0x4d], 'image/bmp'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
  [[0x50, 0x4b, 0x03, 0x04], 'application/zip'],
  [[0x1f, 0x8b], 'application/gzip'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'application/x-7z-compressed'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'application/CDFV2'],
  [[0x7f, 0x45, 0x4c, 0x46], 'application/x-executable'],
];

/** Formats that are zip archives; the extension says which. */
const zipped: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
};

/** The media type of a file that begins so; `extension` in lower case. */
export function mediaType(head: Buffer, extension: string): string {
  if (head.length === 0) return 'application/x-empty';
  const known = magic.find(([bytes]) => bytes.every((byte, at) => head[at] === byte))?.[1];
  if (known === 'application/zip') return zipped[extension] ?? known;
  if (known) return known;
  if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP') {
    return 'image/webp';
  }
  return textType(head);
}

function textType(head: Buffer): string {
  const text = head.toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary files
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return 'application/octet-stream';
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith('<svg') || (start.startsWith('<?xml') && start.includes('<svg'))) return 'image/svg+xml';
  if (start.startsWith('<?xml')) return 'text/xml';
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'text/html';
  return 'text/plain';
}

const imageExtensions = new Set(['png', 'jpg', 'jpeg', 'gif', 'bmp', 'webp']);

/** Whether a file is what an image's extension promises; others promise nothing. */
export const keepsPromise = (extension: string, mime: string): boolean =>
  !imageExtensions.has(extension) || mime.startsWith('image/');
