/** Runs the life-cycle hooks of a class and its ancestors, the most general first. */
import type { Behaviour } from '../../behaviours/behaviour.ts';
import { behavioursOf } from '../../behaviours/registry.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Writing } from './writing.ts';

// biome-ignore lint/suspicious/noConfusingVoidType: most hooks return nothing at all
type Refusal = boolean | undefined | void;

/** Calls `call` with each behaviour of the class, then tells people of what happened; false as soon as one refuses. */
export async function runHooks(
  w: Writing,
  itemtype: Itemtype,
  call: (behaviour: Behaviour) => Promise<Refusal> | Refusal,
): Promise<boolean> {
  for (const behaviour of behavioursOf(w.ctx.site.behaviours, itemtype).toReversed()) {
    if ((await call(behaviour)) === false) return false;
  }
  await w.tell();
  return true;
}
