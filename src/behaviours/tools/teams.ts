import { type Expression, type SqlBool, sql } from 'kysely';
import type { Context } from '../../context.ts';
import { among } from '../../entities/entity-condition.ts';
import type { Reason } from '../visibility.ts';

/** The table of a team's members: users, groups and others. */
export interface TeamTable {
  readonly table: string;
  readonly foreignKey: string;
}

export const projectTeams: TeamTable = { table: 'glpi_projectteams', foreignKey: 'projects_id' };
export const taskTeams: TeamTable = { table: 'glpi_projecttaskteams', foreignKey: 'projecttasks_id' };

/** Reasons to show what has the session's user, or one of his groups, in its team; `id` is the item's. */
export function teamReasons(
  ctx: Context,
  { table, foreignKey }: TeamTable,
  id: Expression<unknown>,
): readonly Reason[] {
  const through = { table, alias: table, on: sql<SqlBool>`${sql.ref(`${table}.${foreignKey}`)} = ${id}` };
  const member = (itemtype: string, ids: readonly number[]): Reason => {
    const isMember = among(sql.ref(`${table}.items_id`), ids);
    return { through, condition: sql<SqlBool>`(${sql.ref(`${table}.itemtype`)} = ${itemtype} and ${isMember})` };
  };
  const { groups } = ctx.session;
  return [member('User', [ctx.rights.userId]), ...(groups.length > 0 ? [member('Group', groups)] : [])];
}

/** Whether the session's user, or one of his groups, is in the team. */
export async function isInTeam(ctx: Context, { table, foreignKey }: TeamTable, id: number): Promise<boolean> {
  const { groups } = ctx.session;
  const members = await ctx.rights.once(
    `team ${table} ${id}`,
    (): Promise<{ itemtype: string; items_id: number }[]> =>
      ctx.db.selectFrom(table).select(['itemtype', 'items_id']).where(foreignKey, '=', id).execute(),
  );
  return members.some(
    ({ itemtype, items_id }) =>
      (itemtype === 'User' && items_id === ctx.rights.userId) || (itemtype === 'Group' && groups.includes(items_id)),
  );
}
