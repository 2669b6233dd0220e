import type { Input } from '../behaviours/behaviour.ts';
import { UPDATE } from '../catalog/right-bits.ts';
import { ticket } from '../catalog/single-right-bits.ts';
import type { Writing } from '../items/write/writing.ts';
import { namesAllActors } from './actor-input.ts';
import type { ItilKind } from './kinds.ts';

/** Whether the session may put anybody in charge of items of a kind. */
export const mayAssign = (w: Writing, { itemtype, isTakenIntoAccount }: ItilKind): boolean =>
  w.ctx.rights.have(itemtype.right, isTakenIntoAccount ? ticket.assign : UPDATE);

/** `_actors` put nobody in charge of a new item without the right to assign (itil 3.3). */
export function withoutForbiddenCharge(w: Writing, kind: ItilKind, input: Input): Input {
  if (!namesAllActors(input) || mayAssign(w, kind)) return input;
  const { assign: _, ...others } = input._actors as Input;
  return { ...input, _actors: others };
}
