/** Actions that classes, or all below an ancestor, never offer although their kind would (massive-actions 2). */
import { DELETE, PURGE } from '../../rights/bits.ts';
import type { Audience } from './offer.ts';

const update = 'MassiveAction:update';
const clone = 'MassiveAction:clone';
const remove = ['MassiveAction:delete', 'MassiveAction:purge', 'MassiveAction:restore'];
const loosen = ['CommonDBConnexity:unaffect', 'CommonDBConnexity:affect'];
const merge = 'CommonDropdown:merge';

export const forbidden: Readonly<Record<string, readonly string[]>> = {
  CommonDBRelation: [clone],
  CalendarSegment: [update],
};

/** Tickets are taken away only by those who may do it for good, too. */
export function forbiddenFor({ itemtype, have }: Audience): readonly string[] {
  const names = [itemtype.name, ...itemtype.ancestors];
  const fixed = names.flatMap((name) => forbidden[name] ?? []);
  return itemtype.name === 'Ticket' && !have('ticket', DELETE | PURGE) ? [...fixed, ...remove] : fixed;
}
