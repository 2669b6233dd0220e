/** The lists of massive actions (massive-actions 1.1, 2). */
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { forbiddenFor } from './offers/forbidden.ts';
import { firstOffers, lastOffers, trashOffers } from './offers/general.ts';
import { audienceOf, labelOf, type Offer } from './offers/offer.ts';
import { ownOffers } from './offers/own.ts';

/** An action as `getMassiveActions` shows it. */
export interface ListedAction {
  readonly key: string;
  readonly label: string;
}

/** Types for which GLPI fails to make the list of items outside the trashbin; clients see none. */
const listless = new Set(['NetworkPort']);

/**
 * The actions that a session is offered for the items of a type, in order. Only rights of the class count, never those
 * of an item.
 *
 * @param inTrash for items in the trashbin
 */
export function listActions(ctx: Context, itemtype: Itemtype, inTrash: boolean): ListedAction[] {
  if (!inTrash && listless.has(itemtype.name)) return [];
  const audience = audienceOf(ctx, itemtype);
  const never = new Set(forbiddenFor(audience));
  const offers = inTrash ? trashOffers : [...firstOffers, ...ownOffersOf(itemtype), ...lastOffers];
  return offers
    .filter(({ key, who }) => !never.has(key) && (who?.(audience) ?? true))
    .map(({ key, label }) => ({ key, label: labelOf(ctx, label) }));
}

/** A class's own actions: its most general ancestor's first. */
function ownOffersOf(itemtype: Itemtype): readonly Offer[] {
  return [itemtype.name, ...itemtype.ancestors].reverse().flatMap((name) => ownOffers[name] ?? []);
}
