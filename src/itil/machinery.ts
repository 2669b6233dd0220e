import type { Input } from '../behaviours/behaviour.ts';

const own = new WeakSet<Input>();

/**
 * Marks an update as one that follows from something else that the session was allowed to do: neither the client's
 * fields are picked out nor a template's mandatory ones asked for. No client can send such a mark.
 */
export function byMachinery(input: Input): Input {
  own.add(input);
  return input;
}

/** Whether an input comes from such a write. */
export const isByMachinery = (input: Input): boolean => own.has(input);
