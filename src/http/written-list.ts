import { phpJson } from './php-json.ts';

/** The bytes of an answer, in memory that is lent. */
export interface WrittenList {
  readonly bytes: Buffer;
  /** Takes the memory back for another answer; to be called when the bytes have been sent. */
  readonly release: () => void;
}

/** Bytes that a page of 50 items with their links has room in, twice. */
const SIZE = 512 * 1024;
/** Answers that are sent at once. */
const MOST_KEPT = 8;
/** From this length on, what a list gains is more than what the lending costs. */
const FEW = 10;

const kept: Buffer[] = [];

/**
 * Writes a list as JSON, each value into its place in memory that the answers before used. One text of a hundred
 * kilobytes would be made anew for each answer, outside of the young generation, and then once more as bytes: that
 * takes longer than all the rest of writing it.
 *
 * @returns undefined for lists that are short, or that there is no room for
 */
export function writtenList(values: readonly unknown[]): WrittenList | undefined {
  if (values.length < FEW) return undefined;
  const memory = kept.pop() ?? Buffer.allocUnsafeSlow(SIZE);
  const release = () => {
    if (kept.length < MOST_KEPT) kept.push(memory);
  };
  let length = 0;
  for (let at = 0; at < values.length; at++) {
    const json = (at > 0 ? ',' : '[') + phpJson(values[at]);
    // A character has three bytes at most, and the list its end.
    if (length + json.length * 3 >= SIZE) {
      release();
      return undefined;
    }
    length += memory.write(json, length);
  }
  length += memory.write(']', length);
  return { bytes: memory.subarray(0, length), release };
}
