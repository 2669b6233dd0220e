/** Width and height of pictures, read from their first bytes. */

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

type Reader = (bytes: Buffer) => ImageSize | undefined;

const readers: Readonly<Record<string, Reader>> = {
  'image/png': (bytes) => sized(bytes, 24, () => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })),
  'image/gif': (bytes) => sized(bytes, 10, () => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) })),
  'image/bmp': (bytes) =>
    sized(bytes, 26, () => ({ width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) })),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
};

/** How many bytes of a file tell its size, whatever a camera wrote before the picture. */
export const IMAGE_HEAD = 512 * 1024;

/**
 * In pixels; undefined for formats without a size of their own, and for broken files.
 *
 * @param bytes the file, or as much of its beginning as `IMAGE_HEAD`
 */
export const imageSize = (mime: string, bytes: Buffer): ImageSize | undefined => readers[mime]?.(bytes);

const sized = (bytes: Buffer, least: number, read: () => ImageSize): ImageSize | undefined =>
  bytes.length < least ? undefined : read();

/** The size stands in the frame's segment, behind any number of others. */
function jpegSize(bytes: Buffer): ImageSize | undefined {
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function webpSize(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 30) return undefined;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
