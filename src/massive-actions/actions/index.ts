/** Every massive action, by the class or ancestor whose items it is for. */
import type { Itemtype } from '../../catalog/model.ts';
import type { MassiveAction } from '../action.ts';
import { administrationActions } from './administration.ts';
import { copyActions } from './copies-and-notes.ts';
import { itilActions } from './itil.ts';
import { linkedTicketActions } from './linked-tickets.ts';
import { linkActions } from './links.ts';
import { lockActions } from './locks.ts';
import { mergeAsFollowup } from './merge-tickets.ts';
import { partActions } from './parts.ts';
import { relationAction } from './relations.ts';
import { ruleActions } from './rules.ts';
import { softwareActions } from './software.ts';
import { ticketActions } from './tickets.ts';
import { trashActions } from './trash.ts';
import { mergeActions, treeActions } from './trees.ts';
import { activateInfocom, update } from './update.ts';

type Registry = Readonly<Record<string, readonly MassiveAction[]>>;

const registries: readonly Registry[] = [
  {
    CommonDBTM: [...trashActions, update, activateInfocom, ...copyActions, ...lockActions],
    CommonDBConnexity: partActions,
    CommonDropdown: mergeActions,
    CommonTreeDropdown: treeActions,
    Rule: ruleActions,
    Software: softwareActions,
    Ticket: [...ticketActions, mergeAsFollowup],
  },
  administrationActions,
  itilActions,
  linkActions,
  linkedTicketActions,
];

const byClass = new Map<string, Map<string, MassiveAction>>();
for (const registry of registries) {
  for (const [name, actions] of Object.entries(registry)) {
    const own = byClass.get(name) ?? new Map<string, MassiveAction>();
    for (const action of actions) own.set(action.key, action);
    byClass.set(name, own);
  }
}

/**
 * The action of a key for items of a type: registered for its class or an ancestor, or a relation's. Whether the
 * session is offered it doesn't count (massive-actions 1.3).
 */
export function findAction(itemtype: Itemtype, key: string): MassiveAction | undefined {
  for (const name of [itemtype.name, ...itemtype.ancestors]) {
    const action = byClass.get(name)?.get(key);
    if (action) return action;
  }
  return relationAction(itemtype, key);
}
