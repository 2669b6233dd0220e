/** Fields whose criteria follow rules of their own (search 15). */

import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { isA } from '../../catalog/catalog.ts';
import { phpIntval } from '../../http/php-values.ts';
import { nameColumns } from '../expressions.ts';
import { isNumeric } from '../numeric-text.ts';
import { and, isIn, or } from '../sql-logic.ts';
import { likePattern, textCondition } from '../text-pattern.ts';
import { actorLinks, linkAlias } from '../value-expressions.ts';
import { statusesOf } from './itil-status.ts';
import { comparesValues, listComparison, valueComparison } from './operators.ts';
import { type CriterionTarget, withNullRule } from './target.ts';

/** A condition, or none where the value has no meaning for the field; undefined leaves it to the general rules. */
type Outcome = { readonly condition: Expression<SqlBool> | undefined } | undefined;
type SpecialField = (target: CriterionTarget) => Outcome;

const isEquality = (searchtype: string) => searchtype === 'equals' || searchtype === 'notequals';

/** Whether the criterion looks for the opposite; these fields know no other search type than `notcontains` (search 15). */
const isOpposite = ({ searchtype, negated }: CriterionTarget) => (searchtype === 'notcontains') !== negated;

function of({ alias }: CriterionTarget): (name: string) => RawBuilder<unknown> {
  return (name) => sql.ref(`${alias}.${name}`);
}

/** Persons: by id, or by any of their names (search 15.1). */
const userName: SpecialField = (target) => {
  const { searchtype, value, itemtype, option, scope } = target;
  const user = of(target);
  if (option.use_subquery) return undefined;
  if (value === 'myself' && isEquality(searchtype)) {
    const me = sql<SqlBool>`${user('id')} = ${scope.session.userId}`;
    const isMe = searchtype === 'equals' ? me : sql<SqlBool>`${user('id')} <> ${scope.session.userId}`;
    return { condition: withNullRule(target, isMe, (searchtype === 'notequals') !== target.negated) };
  }
  if (itemtype.name === 'User') return ownLogin(target);
  if (comparesValues(searchtype)) return undefined;
  const opposite = isOpposite(target);
  const link = linkAlias(target);
  const linkTable = link && target.tree.node(link)?.table;
  if (link && linkTable && actorLinks.has(linkTable) && value === '^$') {
    const row = (name: string) => sql.ref(`${link}.${name}`);
    return { condition: sql<SqlBool>`(${row('users_id')} IS NULL OR ${row('alternative_email')} IS NULL)` };
  }
  return { condition: anyName(user, value, opposite, scope.firstNameFirst) };
};

function ownLogin(target: CriterionTarget): Outcome {
  const { searchtype, value, option } = target;
  const user = of(target);
  if (!isEquality(searchtype)) {
    return comparesValues(searchtype)
      ? undefined
      : { condition: textCondition(user(option.field), value, isOpposite(target)) };
  }
  const different = (searchtype === 'notequals') !== target.negated;
  return { condition: withNullRule(target, valueComparison(value, different)(user('id')), different) };
}

/** A text in one of the names of a person, or in none of them. */
export function anyName(
  user: (name: string) => RawBuilder<unknown>,
  value: string,
  opposite: boolean,
  firstNameFirst: boolean,
): Expression<SqlBool> {
  const [first, second] = nameColumns(firstNameFirst).map((name) => (name === 'name' ? 'realname' : name));
  const whole = sql`CONCAT(${user(first!)}, ' ', ${user(second!)})`;
  const names = [user('realname'), user('firstname'), user('name'), whole];
  const pattern = likePattern(value);
  if (!opposite) return or(names.map((name) => textCondition(name, value, false)))!;
  const none = and(
    names.map((name) =>
      pattern === null ? textCondition(name, value, true) : sql<SqlBool>`${name} NOT LIKE ${pattern}`,
    ),
  );
  return value.toUpperCase() === 'NULL' ? none! : or([none, sql<SqlBool>`${user('name')} IS NULL`])!;
}

/** `mygroups`: the groups of the session's user (search 15.2). */
const groupName: SpecialField = (target) => {
  const { searchtype, value, option, scope } = target;
  if (option.use_subquery || value !== 'mygroups' || !comparesValues(searchtype)) return undefined;
  const { groups } = scope.session;
  const isBranch = searchtype === 'under' || searchtype === 'notunder';
  const ids = isBranch ? groups.flatMap((id) => scope.descendants(option.table, id)) : groups;
  const id = of(target)('id');
  const isNegative = searchtype === 'notequals' || searchtype === 'notunder';
  const condition = listComparison(ids, isNegative)(id);
  return { condition: withNullRule(target, condition, (searchtype === 'notequals') !== target.negated) };
};

/** Statuses of ITIL objects, singly or by groups such as `notold` (search 15.3). */
const status: SpecialField = (target) => {
  const statuses = statusesOf(target.itemtype.name, target.value);
  if (!statuses) return undefined;
  const x = of(target)('status');
  const isOne = isIn(x, statuses);
  return { condition: isOpposite(target) ? sql<SqlBool>`${x} NOT IN (${sql.join(statuses)})` : isOne };
};

/** Priority, urgency, impact: a number, or at least the one behind a minus (search 15.4). */
const scale: SpecialField = (target) => {
  const { value, option } = target;
  if (!isNumeric(value)) return { condition: undefined };
  const number = phpIntval(value);
  const x = of(target)(option.field);
  const opposite = isOpposite(target);
  if (number > 0) return { condition: opposite ? sql<SqlBool>`${x} <> ${number}` : sql<SqlBool>`${x} = ${number}` };
  const least = Math.abs(number);
  return { condition: opposite ? sql<SqlBool>`${x} < ${least}` : sql<SqlBool>`${x} >= ${least}` };
};

/** States of a validation; `can` are those that let work go on (search 15.5). */
const validation: SpecialField = (target) => {
  const { value, option } = target;
  const states = value === 'can' ? [1, 3] : isNumeric(value) ? [phpIntval(value)] : undefined;
  if (!states) return { condition: undefined };
  const x = of(target)(option.field);
  return { condition: isOpposite(target) ? sql<SqlBool>`${x} NOT IN (${sql.join(states)})` : isIn(x, states) };
};

/** Linked tickets: on either side of the link, but not the ticket itself (search 15.6). */
const linkedTicket: SpecialField = (target) => {
  const link = of(target);
  const { value } = target;
  const own = sql.ref(`${target.mainAlias}.id`);
  if (isOpposite(target)) {
    return {
      condition: sql<SqlBool>`((${link('tickets_id_1')} <> ${value} AND ${link('tickets_id_2')} <> ${value} AND ${own} <> ${value})
        OR ${link('tickets_id_1')} IS NULL)`,
    };
  }
  return {
    condition: sql<SqlBool>`((${link('tickets_id_1')} = ${value} OR ${link('tickets_id_2')} = ${value}) AND ${own} <> ${value})`,
  };
};

/** Addresses compare as numbers behind `<` and `>` (search 15.7). */
const ipAddress: SpecialField = (target) => {
  const match = /^\s*([<>])(=?)\s*(\d+(?:\.\d+)*)/.exec(target.value);
  if (!match) return undefined;
  const less = (match[1] === '<') !== isOpposite(target);
  const operator = sql.raw(`${less ? '<' : '>'}${match[2]}`);
  return { condition: sql<SqlBool>`INET_ATON(${of(target)('name')}) ${operator} INET_ATON(${match[3]})` };
};

/** Events of notifications come as a pair of itemtype and event (search 15.8). */
const notificationEvent: SpecialField = (target) => {
  const [itemtype, event] = target.value.split('$#$');
  if (event === undefined || !isEquality(target.searchtype)) return undefined;
  const row = of(target);
  const pair = sql<SqlBool>`(${row('event')} = ${event} AND ${row('itemtype')} = ${itemtype})`;
  return { condition: (target.searchtype === 'notequals') !== target.negated ? sql<SqlBool>`NOT ${pair}` : pair };
};

const onlyItil =
  (field: SpecialField): SpecialField =>
  (target) =>
    isA(target.itemtype, 'CommonITILObject') ? field(target) : undefined;

const itilTables = ['glpi_tickets', 'glpi_problems', 'glpi_changes'];

/** By table and field. */
export const specialConditions: Readonly<Record<string, SpecialField>> = {
  'glpi_users.name': userName,
  'glpi_groups.completename': groupName,
  ...Object.fromEntries(itilTables.map((table) => [`${table}.status`, onlyItil(status)])),
  ...Object.fromEntries(
    itilTables.flatMap((table) => ['priority', 'urgency', 'impact'].map((field) => [`${table}.${field}`, scale])),
  ),
  'glpi_projects.priority': scale,
  'glpi_tickets.global_validation': validation,
  'glpi_changes.global_validation': validation,
  'glpi_ticketvalidations.status': validation,
  'glpi_changevalidations.status': validation,
  'glpi_tickets_tickets.tickets_id_1': linkedTicket,
  'glpi_ipaddresses.name': ipAddress,
  'glpi_notifications.event': notificationEvent,
};
