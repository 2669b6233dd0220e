/** IP addresses as GLPI keeps them: four 32-bit words, IPv4 in the mapped range (::ffff:a.b.c.d). */

export interface Address {
  readonly version: 4 | 6;
  readonly words: readonly [number, number, number, number];
}

const MAPPED = 0xffff;

/** Reads an address of either version; undefined when it is none. */
export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseV6(text) : parseV4(text);
}

function parseV4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return { version: 4, words: [0, 0, MAPPED, parts.reduce((word, part) => word * 256 + Number(part), 0)] };
}

function parseV6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head!.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head!, ...Array<string>(tail ? missing : 0).fill('0'), ...(tail ?? [])];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  const word = (at: number) => Number.parseInt(groups[at]!, 16) * 0x10000 + Number.parseInt(groups[at + 1]!, 16);
  return { version: 6, words: [word(0), word(2), word(4), word(6)] };
}

/** A mask given by its length, or for IPv4 as an address; undefined when it is none. */
export function parseMask(text: string, version: 4 | 6): Address['words'] | undefined {
  if (/^\d{1,3}$/.test(text)) {
    const bits = Number(text) + (version === 4 ? 96 : 0);
    if (bits > 128) return undefined;
    const word = (at: number) => {
      const ones = Math.min(32, Math.max(0, bits - at * 32));
      return ones === 0 ? 0 : (0xffffffff << (32 - ones)) >>> 0;
    };
    return [word(0), word(1), word(2), word(3)];
  }
  const mask = version === 4 ? parseV4(text) : parseV6(text);
  if (!mask) return undefined;
  return version === 4 ? [0xffffffff, 0xffffffff, 0xffffffff, mask.words[3]] : mask.words;
}

/** The network that an address is in. */
export const masked = (words: Address['words'], mask: Address['words']): Address['words'] => [
  (words[0] & mask[0]) >>> 0,
  (words[1] & mask[1]) >>> 0,
  (words[2] & mask[2]) >>> 0,
  (words[3] & mask[3]) >>> 0,
];

/** IPv4 words as people write them. */
export const dotted = (word: number): string => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255).join('.');

/** Columns `<prefix>_0` to `<prefix>_3`. */
export function wordColumns(prefix: string, words: Address['words']): Record<string, number> {
  return Object.fromEntries(words.map((word, at) => [`${prefix}_${at}`, word]));
}
