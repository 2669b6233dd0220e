/** What rules of tickets and levels of service level agreements do to a ticket's input (rules 4.3). */

import type { Input } from '../../behaviours/behaviour.ts';
import { byWord } from '../../catalog/by-word.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { doPlainAction, regexResult } from '../action.ts';
import type { RuleAction } from '../rule.ts';
import { BY_RULE } from './by-rule.ts';
import { findEquipment } from './equipment.ts';
import type { ItemPointer } from './ticket-values.ts';

/** A ticket's input that rules work on. */
export interface TicketInput {
  readonly w: Writing;
  readonly input: Input;
  readonly entity: number;
  /** The ticket's id, of one that there is already. */
  readonly ticket: number | undefined;
  /** Puts one actor in the place of those that the input names under a key. */
  replaceActors(key: string, id: string): void;
  requester(): Promise<Row | undefined>;
  itemRow(): Promise<Row | undefined>;
  /** The matrix's priority for an urgency and an impact. */
  priority(urgency: unknown, impact: unknown): number;
}

/** One action, with what the rule's expressions caught. */
type Doing = (on: TicketInput, action: RuleAction, captured: readonly string[]) => Promise<void> | void;

interface ActorField {
  /** Where appended ones go. */
  readonly appendTo: string;
  /** How an appended one is written. */
  readonly entry: (id: string) => unknown;
  /** Flag of groups that may have the role. */
  readonly flag?: string;
}

const person = (appendTo: string, key: string): ActorField => ({
  appendTo,
  entry: (id) => ({ [key]: id, use_notification: 1 }),
});
const group = (appendTo: string, flag?: string): ActorField => ({
  appendTo,
  entry: (id) => id,
  ...(flag !== undefined && { flag }),
});

/** Fields of actors. Groups of observers are looked up under no flag: GLPI never finds any by their name. */
export const actorFields = byWord<ActorField>({
  _users_id_requester: person('_additional_requesters', 'users_id'),
  _users_id_assign: person('_additional_assigns', 'users_id'),
  _users_id_observer: person('_additional_observers', 'users_id'),
  _suppliers_id_assign: person('_additional_suppliers_assigns', 'suppliers_id'),
  _groups_id_requester: group('_additional_groups_requesters', 'is_requester'),
  _groups_id_assign: group('_additional_groups_assigns', 'is_assign'),
  _groups_id_observer: group('_additional_groups_observers'),
});

/** Fields whose values go somewhere else in the input. */
const targets = byWord<string>({
  solution_template: '_solutiontemplates_id',
  assign_contract: '_contracts_id',
});

/** Fields whose values are gathered in a list. */
const lists = byWord<string>({
  task_template: '_tasktemplates_id',
  itilfollowup_template: '_itilfollowuptemplates_id',
  assign_project: '_projects_id',
});

/** Fields that ask for validations, with what they mean by their value. */
const validations = byWord<(value: string) => unknown>({
  users_id_validate: (value) => value,
  users_id_validate_requester_supervisor: () => 'requester_supervisor',
  users_id_validate_assign_supervisor: () => 'assign_supervisor',
  responsible_id_validate: () => 'requester_responsible',
});

/** Fields that are events to tell people of (rules 9). */
const reminders: readonly string[] = ['recall', 'recall_ola'];

const doings = byWord<Doing>({
  assign({ input, replaceActors }, action) {
    const { field, value } = action;
    if (actorFields[field]) replaceActors(field, value);
    else if (field === 'assign_appliance') addItem(input, { itemtype: 'Appliance', id: Number(value) });
    else if (lists[field]) push(input, lists[field], value);
    else input[targets[field] ?? field] = value;
    if (field === 'status') input._do_not_compute_status = true;
  },

  append({ input }, { field, value }) {
    const actor = actorFields[field];
    if (actor) push(input, actor.appendTo, actor.entry(value));
    else if (field === 'assign_appliance') addItem(input, { itemtype: 'Appliance', id: Number(value) });
    else push(input, lists[field] ?? field, value);
  },

  async regex_result(on, action, captured) {
    const { w, input, entity } = on;
    const { field } = action;
    const text = regexResult(action, captured);
    const named = async (table: string, conditions: Readonly<Record<string, string | number>> = {}) =>
      idsByName(w, table, { name: text, ...conditions });
    if (field === '_affect_itilcategory_by_code') {
      const [id] = text === '' ? [] : await idsByName(w, 'glpi_itilcategories', { code: text });
      if (id !== undefined) input.itilcategories_id = id;
    } else if (actorFields[field]) {
      const { flag, appendTo } = actorFields[field];
      const ids = flag === undefined ? [] : await named('glpi_groups', { [flag]: 1 });
      for (const id of ids) push(input, appendTo, id);
    } else if (field === 'assign_appliance') {
      const [id] = await named('glpi_appliances', { is_helpdesk_visible: 1 });
      if (id !== undefined) addItem(input, { itemtype: 'Appliance', id });
    } else if (field === 'assign_project') {
      const [id] = await named('glpi_projects');
      if (id !== undefined) push(input, '_projects_id', id);
    } else if (field === 'assign_contract') {
      const [id] = await named('glpi_contracts', { entities_id: entity, is_deleted: 0, is_template: 0 });
      if (id !== undefined) input._contracts_id = id;
    } else doPlainAction(action, captured, input, input);
  },

  append_regex_result({ input }, action, captured) {
    doPlainAction(action, captured, input, input);
  },

  compute({ input, priority }, { field }) {
    if (field === 'priority') input.priority = priority(input.urgency ?? 3, input.impact ?? 3);
  },

  delete({ input }, { field }) {
    input[field] = 'NULL';
  },

  do_not_compute({ input }, { field, value }) {
    if (field === 'takeintoaccount_delay_stat' && value === '1') input._do_not_compute_takeintoaccount = true;
  },

  add_validation({ input }, { field, value }) {
    if (field === 'validation_percent') {
      input.validation_percent = value;
      return;
    }
    const wanted = listed(input._add_validation);
    if (field === 'groups_id_validate') wanted.group = [...Object.values(listed(wanted.group)), value];
    else if (validations[field]) wanted[Object.keys(wanted).length] = validations[field](value);
    input._add_validation = wanted;
    input._validation_by_rule = BY_RULE;
  },

  async fromuser(on, { field }) {
    const requester = await on.requester();
    if (field === 'locations_id' && requester) on.input.locations_id = requester.locations_id;
  },

  async fromitem(on, { field }) {
    const item = await on.itemRow();
    // A new ticket without an item is where the item is: nowhere.
    if (!item && field === 'locations_id' && on.ticket === undefined) on.input.locations_id = 0;
    if (!item) return;
    if (field === 'locations_id' && 'locations_id' in item) on.input.locations_id = item.locations_id;
    else if (actorFields[field] && Number(item.groups_id) > 0) on.replaceActors(field, String(item.groups_id));
  },

  async defaultfromuser(on, { field }) {
    const requester = await on.requester();
    const id = Number(requester?.groups_id ?? 0);
    if (actorFields[field] && id > 0) on.replaceActors(field, String(id));
  },

  /** A reminder tells what the ticket is like before the actions change it. */
  async send({ w, ticket }, { field }) {
    if (ticket === undefined || !reminders.includes(field)) return;
    w.notify('Ticket', ticket, field);
    await w.tell();
  },

  affectbyip: byEquipment,
  affectbyfqdn: byEquipment,
  affectbymac: byEquipment,
});

/** Does one action; one that isn't known does nothing. */
export async function doTicketAction(on: TicketInput, action: RuleAction, captured: readonly string[]): Promise<void> {
  await doings[action.action_type]?.(on, action, captured);
}

async function byEquipment(on: TicketInput, action: RuleAction, captured: readonly string[]): Promise<void> {
  const found = await findEquipment(on.w, action.action_type, regexResult(action, captured), on.entity);
  if (found) on.input.items_id = { [found.itemtype]: [found.id] };
}

function push(input: Input, key: string, value: unknown): void {
  const list = input[key];
  input[key] = [...(typeof list === 'object' && list !== null ? Object.values(list) : list ? [list] : []), value];
}

/** A value as a list by keys. */
function listed(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return { ...value };
  return value === undefined ? {} : { 0: value };
}

function addItem(input: Input, { itemtype, id }: ItemPointer): void {
  const items = listed(input.items_id);
  input.items_id = { ...items, [itemtype]: [...Object.values(listed(items[itemtype])), id] };
}

async function idsByName(
  w: Writing,
  table: string,
  conditions: Readonly<Record<string, string | number>>,
): Promise<number[]> {
  let query = w.ctx.db.selectFrom(table).select('id').orderBy('id');
  for (const [column, value] of Object.entries(conditions)) query = query.where(column, '=', value);
  const rows: Row[] = await query.execute();
  return rows.map(({ id }) => Number(id));
}
