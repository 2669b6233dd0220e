import { type Expression, type SqlBool, sql } from 'kysely';
import type { Itemtype } from '../../catalog/model.ts';
import { itil, ticket, ticketValidation } from '../../catalog/single-right-bits.ts';
import type { Context } from '../../context.ts';
import { among, entityCondition } from '../../entities/entity-condition.ts';
import { allOf, type JoinedTable, type Reason, type Visibility, visibleRows } from '../visibility.ts';
import { type ActorRole, ASSIGNED, actorTables, OBSERVER, REQUESTER } from './actors.ts';
import { NEW } from './statuses.ts';

const NOTHING: Visibility = { where: sql<SqlBool>`0 = 1` };

/** The tickets that lists and searches show (search 10.2). */
export function ticketsOf(ctx: Context, itemtype: Itemtype, alias: string): Visibility | undefined {
  const { rights, session } = ctx;
  const may = (bits: number) => rights.have('ticket', bits);
  if (may(ticket.readAll)) return undefined;
  const people = peopleOf(ctx, itemtype, alias);
  const inGroups = session.groups.length > 0;
  const anyOf: Reason[] = [];
  if (may(ticket.readMy)) anyOf.push(people.me(REQUESTER), people.me(OBSERVER), people.recipient);
  if (may(ticket.readGroup) && inGroups) anyOf.push(people.myGroups(REQUESTER), people.myGroups(OBSERVER));
  if (may(ticket.own | ticket.readAssigned)) anyOf.push(people.me(ASSIGNED));
  if (may(ticket.readAssigned)) {
    if (inGroups) anyOf.push(people.myGroups(ASSIGNED));
    if (may(ticket.assign)) anyOf.push({ condition: sql<SqlBool>`${sql.ref(`${alias}.status`)} = ${NEW}` });
  }
  if (rights.have('ticketvalidation', ticketValidation.validateRequest | ticketValidation.validateIncident)) {
    anyOf.push(asApprover(ctx, alias));
  }
  const joined = [people.me(REQUESTER), people.me(OBSERVER)];
  if (may(ticket.readMy | ticket.readAssigned)) {
    joined.push(people.me(ASSIGNED));
    if (inGroups) joined.push(people.myGroups(ASSIGNED));
  }
  if (anyOf.length === 0) return NOTHING;
  return { anyOf, joined: joined.flatMap(({ through }) => through ?? []) };
}

/** The problems or changes that lists and searches show (search 10.2). */
export function problemsOrChangesOf(ctx: Context, itemtype: Itemtype, alias: string): Visibility | undefined {
  if (ctx.rights.have(itemtype.right, itil.readAll)) return undefined;
  if (!ctx.rights.have(itemtype.right, itil.readMy)) return NOTHING;
  const people = peopleOf(ctx, itemtype, alias);
  const roles = [REQUESTER, OBSERVER, ASSIGNED] as const;
  const throughGroups = ctx.session.groups.length > 0 ? roles.map(people.myGroups) : [];
  return { anyOf: [...roles.map(people.me), people.recipient, ...throughGroups] };
}

/**
 * The condition that the item of an ITIL type that a child's column points to is visible to the session, without
 * regard to its entity (search 10.2, "parent"). Undefined when every item of the type is.
 */
export function parentIsVisible(
  ctx: Context,
  itemtype: Itemtype,
  parentId: Expression<unknown>,
): Expression<SqlBool> | undefined {
  const alias = `visible_${itemtype.table}`;
  const visibility =
    itemtype.name === 'Ticket' ? ticketsOf(ctx, itemtype, alias) : problemsOrChangesOf(ctx, itemtype, alias);
  const shown = visibility && visibleRows(visibility);
  if (!shown) return undefined;
  const id = sql.ref(`${alias}.id`);
  return sql<SqlBool>`exists (select 1 from ${sql.table(itemtype.table)} as ${sql.ref(alias)} where ${id} = ${parentId} and ${shown})`;
}

/**
 * The condition that the session may read the item of an ITIL type that a child's column points to. Undefined when it
 * may read every item of the type.
 */
export function parentIsReadable(
  ctx: Context,
  itemtype: Itemtype,
  parentId: Expression<unknown>,
): Expression<SqlBool> | undefined {
  const visible = parentIsVisible(ctx, itemtype, parentId);
  const { entities } = ctx.session;
  if (entities?.all) return visible;
  const alias = `readable_${itemtype.table}`;
  const inReach = entityCondition(entities, alias, { recursive: itemtype.flags.maybeRecursive });
  const isParent = sql<SqlBool>`${sql.ref(`${alias}.id`)} = ${parentId}`;
  const item = sql.table(itemtype.table);
  return allOf([
    sql<SqlBool>`exists (select 1 from ${item} as ${sql.ref(alias)} where ${isParent} and ${inReach})`,
    visible,
  ]);
}

/** The reasons that a person's part in an item gives to show it. */
function peopleOf(ctx: Context, { name, foreignKey }: Itemtype, alias: string) {
  const tables = actorTables[name]!;
  const link = (table: string, role: ActorRole): JoinedTable => {
    const linked = `${table}_${role}`;
    const on = sql<SqlBool>`${sql.ref(`${linked}.${foreignKey}`)} = ${sql.ref(`${alias}.id`)} and ${sql.ref(`${linked}.type`)} = ${role}`;
    return { table, alias: linked, on };
  };
  const me = (role: ActorRole): Reason => {
    const through = link(tables.users, role);
    return { through, condition: sql<SqlBool>`${sql.ref(`${through.alias}.users_id`)} = ${ctx.rights.userId}` };
  };
  const myGroups = (role: ActorRole): Reason => {
    const through = link(tables.groups, role);
    return { through, condition: among(sql.ref(`${through.alias}.groups_id`), ctx.session.groups) };
  };
  const recipient: Reason = {
    condition: sql<SqlBool>`${sql.ref(`${alias}.users_id_recipient`)} = ${ctx.rights.userId}`,
  };
  return { me, myGroups, recipient };
}

function asApprover(ctx: Context, alias: string): Reason {
  const linked = 'validations_of_visible';
  const on = sql<SqlBool>`${sql.ref(`${linked}.tickets_id`)} = ${sql.ref(`${alias}.id`)}`;
  return {
    through: { table: 'glpi_ticketvalidations', alias: linked, on },
    condition: sql<SqlBool>`${sql.ref(`${linked}.users_id_validate`)} = ${ctx.rights.userId}`,
  };
}
