/** Business rules on tickets (rules 4). */

import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { byWord } from '../catalog/by-word.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import { phpIntval, truthy } from '../http/php-values.ts';
import { looselyEqual, textOf } from '../items/write/values.ts';
import type { Writing } from '../items/write/writing.ts';
import { STOP } from '../rules/action.ts';
import { ruleFacts } from '../rules/facts/index.ts';
import { Lookups } from '../rules/lookups.ts';
import { activeRules, ON_ADD, ON_UPDATE, type Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import { actorFields, doTicketAction, type TicketInput } from '../rules/ticket/ticket-actions.ts';
import { TicketValues } from '../rules/ticket/ticket-values.ts';
import { actorKey, namesAllActors, unwantedRows, wantedActors } from './actor-input.ts';
import { actorRows } from './actor-rows.ts';
import { firstItem, idList } from './comes-along.ts';
import { actorKinds, itilKind, type Role, roleNumbers, roles } from './kinds.ts';
import { matrixPriority } from './priority.ts';

const KIND = 'RuleTicket';

/** Criteria that count as changed with any other change, and those that change with another one. */
const alwaysChanged = ['_locations_id_of_requester', '_groups_id_of_requester', 'profiles_id'];
const linked = byWord<string>({
  _users_id_requester: '_groups_id_of_requester',
  itilcategories_id: 'itilcategories_id_code',
});

const ruled = new WeakSet<Input>();

/** Whether rules changed an input: what they added is to be done even where nobody sent anything. */
export const isChangedByRules = (input: Input): boolean => ruled.has(input);

/** Runs the rules over a ticket's input, before its dates and service levels are worked out. */
export const businessRules: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (input._skip_rules !== undefined && input._skip_rules !== false) return true;
    await run(w, input, ON_ADD, undefined, newActors(input), undefined);
    return true;
  },

  async prepareUpdate(w, _itemtype, row, input) {
    const known = presentActors(w, row, input);
    await run(w, input, ON_UPDATE, row, known.all, () => changedCriteria(row, input, known.changed));
    return true;
  },
};

/**
 * An item with a location, linked to a ticket without one: what the rules then make of the ticket's location, whatever
 * they run on, is all that is kept (rules 1).
 */
export const linkedItemLocation: Behaviour = {
  async afterAdd(w, _itemtype, row) {
    const tickets = catalog.itemtype('Ticket')!;
    const type = catalog.itemtype(String(row.itemtype));
    const ticket = await w.load(tickets, Number(row.tickets_id));
    if (!ticket || !type || truthy(ticket.locations_id)) return;
    const item = await w.load(type, Number(row.items_id));
    if (!truthy(item?.locations_id)) return;
    const input: Input = { ...ticket, items_id: { [type.name]: [row.items_id] } };
    await run(w, input, undefined, undefined, presentActors(w, ticket, {}).all, undefined);
    const locations_id = Number(input.locations_id);
    if (!(locations_id > 0)) return;
    await w.ctx.db.updateTable(tickets.table).set({ locations_id }).where('id', '=', ticket.id).execute();
    w.forget();
  },
};

async function run(
  w: Writing,
  input: Input,
  on: number | undefined,
  row: Row | undefined,
  actors: (key: string) => Promise<readonly number[]>,
  changes: (() => Promise<Set<string>>) | undefined,
): Promise<void> {
  const { ctx } = w;
  const tree = await ctx.site.entities.get();
  const entity = phpIntval(input.entities_id ?? row?.entities_id ?? 0);
  const set = await activeRules(ctx.db, KIND, { entity, tree, ...(on !== undefined && { on }) });
  if (set.rules.length === 0) return;
  const changed = await changes?.();
  if (changed?.size === 0) return;
  const { criteria } = ruleFacts(KIND);
  const lookups = new Lookups({
    db: ctx.db,
    tree,
    translate: ctx.translate,
    namesFormat: Number(ctx.session.preferences.names_format ?? 0),
  });
  const values = new TicketValues(w, input, {
    actors,
    appended: (key) => appendedIds(input, key),
    item: () => firstItem(input),
    ...(row && { row }),
  });
  const ticket = ticketInput(w, input, entity, values, row && Number(row.id));
  await runRules({
    subType: KIND,
    set,
    lookups,
    valueOf: (criterion) => values.valueOf(criterion),
    ...(changed && { considers: (rule: Rule) => rule.criteria.some((each) => changed.has(each.criteria)) }),
    async act(actions, captured) {
      const before = changed && { ...input };
      for (const action of actions) await doTicketAction(ticket, action, captured);
      if (actions.length > 0) ruled.add(input);
      if (before && changed) noteChanges(changed, before, input, Object.keys(criteria));
      return textOf(input[STOP]) === '1';
    },
  });
  delete input[STOP];
}

function ticketInput(
  w: Writing,
  input: Input,
  entity: number,
  values: TicketValues,
  id: number | undefined,
): TicketInput {
  return {
    w,
    input,
    entity,
    ticket: id,
    requester: () => values.requester(),
    itemRow: () => values.itemRow(),
    priority: (urgency, impact) => matrixPriority(w.ctx.settings, urgency, impact),
    replaceActors(key, id) {
      input[key] = id;
      delete input[`${key}_notif`];
      if (id !== undefined) return;
      delete input[actorFields[key]!.appendTo];
      dropListed(input, key);
    },
  };
}

/** Takes those whom `_actors` names for a key out of it. */
function dropListed(input: Input, key: string): void {
  if (!namesAllActors(input)) return;
  const { role, kind } = partOf(key)!;
  const all = input._actors as Record<string, unknown>;
  const list = all[role];
  if (typeof list !== 'object' || list === null) return;
  const others = Object.values(list).filter((one) => (one as Input | null)?.itemtype !== kind);
  input._actors = { ...all, [role]: others };
}

/** Role and kind of `_users_id_requester` and the like. */
function partOf(key: string): { readonly role: Role; readonly kind: (typeof actorKinds)[number] } | undefined {
  for (const role of roles) {
    for (const kind of actorKinds) if (actorKey(kind, role) === key) return { role, kind };
  }
  return undefined;
}

const appendedIds = (input: Input, key: string): number[] => {
  const list = input[actorFields[key]?.appendTo ?? ''];
  if (typeof list !== 'object' || list === null) return [];
  return Object.values(list).flatMap((one) =>
    typeof one === 'object' && one !== null ? Object.values(one).slice(0, 1).flatMap(idList) : idList(one),
  );
};

/** The actors of a new ticket: those whom the input names, but for appended ones. */
const newActors =
  (input: Input) =>
  (key: string): Promise<readonly number[]> =>
    Promise.resolve(namedIds(input, key, true));

function namedIds(input: Input, key: string, isNew: boolean): number[] {
  const part = partOf(key);
  if (!part) return [];
  const { [actorFields[key]?.appendTo ?? '']: _, ...plain } = input;
  return wantedActors(plain, isNew).flatMap(({ role, kind, id }) =>
    role === part.role && kind === part.kind && id > 0 ? [id] : [],
  );
}

/** The actors that a ticket has together with those whom the input names, and the keys under which they change. */
function presentActors(w: Writing, row: Row, input: Input) {
  let reading: ReturnType<typeof actorRows> | undefined;
  const present = () => (reading ??= actorRows(w, itilKind('Ticket')!, Number(row.id)));
  const presentIds = async (key: string): Promise<number[]> => {
    const part = partOf(key);
    if (!part) return [];
    return (await present()).flatMap(({ kind, role, actor }) =>
      kind === part.kind && role === roleNumbers[part.role] && actor > 0 ? [actor] : [],
    );
  };
  return {
    async all(key: string): Promise<readonly number[]> {
      const named = namedIds(input, key, false);
      return namesAllActors(input) ? named : [...new Set([...(await presentIds(key)), ...named])];
    },
    async changed(): Promise<string[]> {
      const keys = roles.flatMap((role) => actorKinds.map((kind) => actorKey(kind, role)));
      const gone = unwantedRows(input);
      const isTouched = namesAllActors(input) || gone.length > 0 || wantedActors(input, false).length > 0;
      if (!isTouched) return [];
      const found: string[] = [];
      for (const key of keys) {
        const [before, named] = [await presentIds(key), namedIds(input, key, false)];
        const isAdded = named.some((id) => !before.includes(id));
        const isRemoved = namesAllActors(input) && before.some((id) => !named.includes(id));
        const { kind } = partOf(key)!;
        const isDeleted = gone.some((one) => one.kind === kind && truthy(input[`${key}_deleted`]));
        if (isAdded || isRemoved || isDeleted) found.push(key);
      }
      return found;
    },
  };
}

/** The criteria under which an update changes something (rules 4.1). */
async function changedCriteria(row: Row, input: Input, changedActors: () => Promise<string[]>): Promise<Set<string>> {
  const columns = Object.keys(ruleFacts(KIND).criteria).filter(
    (key) => !partOf(key) && input[key] !== undefined && !looselyEqual(row[key] ?? null, input[key]),
  );
  const changed = new Set([...columns, ...(await changedActors())]);
  if (changed.size > 0) for (const key of alwaysChanged) changed.add(key);
  return changed;
}

/** What a rule changed counts as changed for those behind it. */
function noteChanges(changed: Set<string>, before: Input, after: Input, criteria: readonly string[]): void {
  for (const key of criteria) {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) continue;
    changed.add(key);
    if (linked[key]) changed.add(linked[key]);
  }
}
