import type { Writing } from '../items/write/writing.ts';

const memories = new WeakMap<Writing, Map<string, Promise<unknown>>>();

/**
 * What `load` answers, asked once per write: for settings that the write itself doesn't touch, so that what follows an
 * item doesn't read them again.
 */
export function remembered<T>(w: Writing, key: string, load: () => Promise<T>): Promise<T> {
  let memory = memories.get(w);
  if (!memory) {
    memory = new Map();
    memories.set(w, memory);
  }
  let answer = memory.get(key) as Promise<T> | undefined;
  if (!answer) {
    answer = load();
    memory.set(key, answer);
  }
  return answer;
}
