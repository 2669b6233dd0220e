import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';

export const REQUESTER = 1;
export const ASSIGNED = 2;
export const OBSERVER = 3;
export type ActorRole = typeof REQUESTER | typeof ASSIGNED | typeof OBSERVER;

/** Tables that link users and groups to an ITIL type (itil 3.1). */
export interface ActorTables {
  readonly users: string;
  readonly groups: string;
}

export const actorTables: Readonly<Record<string, ActorTables>> = {
  Ticket: { users: 'glpi_tickets_users', groups: 'glpi_groups_tickets' },
  Problem: { users: 'glpi_problems_users', groups: 'glpi_groups_problems' },
  Change: { users: 'glpi_changes_users', groups: 'glpi_changes_groups' },
};

/** What the session's user is to an ITIL item, himself or through one of his groups. */
export interface Part {
  is(role: ActorRole): boolean;
  isInGroup(role: ActorRole): boolean;
  /** Himself or through a group. */
  plays(role: ActorRole): boolean;
}

/** The part that the session's user has in an item; read once per request. */
export async function partIn(ctx: Context, itemtype: Itemtype, row: Row): Promise<Part> {
  const id = Number(row.id);
  const tables = actorTables[itemtype.name];
  const roles = tables && id > 0 ? await readRoles(ctx, itemtype, tables, id) : { own: [], groups: [] };
  const own = new Set(roles.own);
  const groups = new Set(roles.groups);
  return {
    is: (role) => own.has(role),
    isInGroup: (role) => groups.has(role),
    plays: (role) => own.has(role) || groups.has(role),
  };
}

function readRoles(
  ctx: Context,
  { name, foreignKey }: Itemtype,
  { users, groups }: ActorTables,
  id: number,
): Promise<{ own: number[]; groups: number[] }> {
  return ctx.rights.once(`part ${name} ${id}`, async () => {
    const own = await ctx.db
      .selectFrom(users)
      .select('type')
      .where(foreignKey, '=', id)
      .where('users_id', '=', ctx.rights.userId)
      .execute();
    const myGroups = ctx.session.groups;
    const throughGroups =
      myGroups.length === 0
        ? []
        : await ctx.db
            .selectFrom(groups)
            .select('type')
            .where(foreignKey, '=', id)
            .where('groups_id', 'in', myGroups)
            .execute();
    const typesOf = (rows: readonly Row[]) => rows.map(({ type }) => Number(type));
    return { own: typesOf(own), groups: typesOf(throughGroups) };
  });
}
