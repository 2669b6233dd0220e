import { ASSIGNED, partIn, REQUESTER } from '../behaviours/itil/actors.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import type { Writing } from '../items/write/writing.ts';

const LEFT = 1;
const RIGHT = 4;

/** The side of an item's timeline on which something of the session's user stands (itil 10.5). */
export async function timelinePosition(w: Writing, { itemtype, row }: ItilItem): Promise<number> {
  const part = await partIn(w.ctx, itemtype, row);
  return part.plays(ASSIGNED) && !part.plays(REQUESTER) ? RIGHT : LEFT;
}
