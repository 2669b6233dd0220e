/** A new item that somebody is in charge of starts at work, without a second write for it (itil 3.6). */
import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { ASSIGNED, statusSets } from '../behaviours/itil/statuses.ts';
import { CREATE } from '../catalog/right-bits.ts';
import { followup, task } from '../catalog/single-right-bits.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { activeRules, ON_UPDATE } from '../rules/rule.ts';
import { countedSeconds } from '../service-levels/waiting.ts';
import { type WantedActor, wantedActors } from './actor-input.ts';
import { withoutForbiddenCharge } from './actor-rights.ts';
import { type ItilKind, itilKind } from './kinds.ts';

/** What the item was given at once, for the history to tell in its place. */
export interface EarlyStart {
  /** Seconds until it was taken into account; undefined when it wasn't. */
  readonly taken: number | undefined;
  /** The status that it would have had. */
  readonly before: number;
}

const starts = new WeakMap<Input, EarlyStart>();

/** What an input's item was given at once; undefined when it has yet to be given it. */
export const earlyStartOf = (input: Input): EarlyStart | undefined => starts.get(input);

/** Keys whose doing takes an item into account before its actors do. */
const earlier = ['_followup', 'plan', 'actiontime', '_link', '_linkedto'];

export const earlyStart: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const kind = itilKind(itemtype.name)!;
    const sets = statusSets(itemtype.name);
    const before = Number(input.status);
    if (!sets.hasAssigned || !sets.fresh.includes(before) || truthy(input._do_not_compute_status)) return true;
    if (earlier.some((key) => truthy(input[key]))) return true;
    const actors = wantedActors(withoutForbiddenCharge(w, kind, input), true);
    if (!actors.some(({ role }) => role === 'assign') || (await hasUpdateRules(w, kind, input))) return true;
    const isUntaken = kind.isTakenIntoAccount && !(Number(input.takeintoaccount_delay_stat ?? 0) > 0);
    const takes = isUntaken && !truthy(input._do_not_compute_takeintoaccount) && canTake(w, actors);
    const now = w.ctx.now.sql;
    const taken = takes
      ? Math.max(1, await countedSeconds(w, input, String(input.date), now, 'slas_id_tto'))
      : undefined;
    input.status = ASSIGNED;
    if (taken !== undefined) Object.assign(input, { takeintoaccount_delay_stat: taken, takeintoaccountdate: now });
    starts.set(input, { taken, before });
    return true;
  },
};

/** Criteria that a change of status makes changed (rules 4.1). */
const changedByStart = new Set(['status', '_locations_id_of_requester', '_groups_id_of_requester', 'profiles_id']);

/** Rules that the change of status might set off. */
async function hasUpdateRules(w: Writing, { itemtype, isTakenIntoAccount }: ItilKind, input: Input): Promise<boolean> {
  if (!isTakenIntoAccount) return false;
  const tree = await w.ctx.site.entities.get();
  const entity = Number(input.entities_id);
  const { rules } = await activeRules(w.ctx.db, `Rule${itemtype.name}`, { entity, tree, on: ON_UPDATE });
  return rules.some((rule) => rule.criteria.some(({ criteria }) => changedByStart.has(criteria)));
}

/** Whether the session's user takes the item into account with the first assignment (itil 2.10). */
function canTake(w: Writing, actors: readonly WantedActor[]): boolean {
  const { rights, session } = w.ctx;
  const isMe = ({ kind, id }: WantedActor): boolean =>
    (kind === 'User' && id === rights.userId) || (kind === 'Group' && session.groups.includes(id));
  const first = actors.find(({ role }) => role === 'assign');
  if (first && isMe(first)) return true;
  if (actors.some((actor) => actor.role === 'requester' && isMe(actor))) return false;
  return rights.have('task', task.addAll) || rights.have('followup', followup.addAll | CREATE | followup.addGroup);
}
