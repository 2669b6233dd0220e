import { type Expression, type SqlBool, sql } from 'kysely';
import type { Context } from '../../context.ts';
import { among, entityCondition } from '../../entities/entity-condition.ts';
import { type Reason, visibleRows } from '../visibility.ts';

/** The tables by which a note, feed or article is shared with users, groups, profiles and entities. */
export interface SharingTables {
  readonly foreignKey: string;
  readonly users: string;
  readonly groups: string;
  readonly profiles: string;
  readonly entities: string;
  /** A profile's share reaches where the item is shared with entities, not where the share itself says (search 10.4). */
  readonly profilesFollowEntities?: boolean;
}

/** Reasons by which an item is shared with the session's user; `id` is the item's. */
export function sharingReasons(ctx: Context, tables: SharingTables, id: Expression<unknown>): readonly Reason[] {
  const { session, rights } = ctx;
  const reason = (table: string, condition: (alias: string) => Expression<SqlBool>): Reason => ({
    through: { table, alias: table, on: sql<SqlBool>`${sql.ref(`${table}.${tables.foreignKey}`)} = ${id}` },
    condition: condition(table),
  });
  const equals = (alias: string, column: string, value: number) =>
    sql<SqlBool>`${sql.ref(`${alias}.${column}`)} = ${value}`;
  const inReach = (alias: string) => entityCondition(session.entities, alias, { recursive: true });
  const unlessRestricted = (alias: string, reach: Expression<SqlBool>) =>
    sql<SqlBool>`(${equals(alias, 'no_entity_restriction', 1)} or ${reach})`;
  const profileReach = (alias: string) => {
    if (!tables.profilesFollowEntities) return inReach(alias);
    if (session.entities?.all) return sql<SqlBool>`1 = 1`;
    return visibleRows({ anyOf: [reason(tables.entities, inReach)] })!;
  };
  const reasons = [reason(tables.users, (alias) => equals(alias, 'users_id', rights.userId))];
  if (session.groups.length > 0) {
    reasons.push(
      reason(tables.groups, (alias) => {
        const isMine = among(sql.ref(`${alias}.groups_id`), session.groups);
        return sql<SqlBool>`(${isMine} and ${unlessRestricted(alias, inReach(alias))})`;
      }),
    );
  }
  reasons.push(
    reason(tables.profiles, (alias) => {
      const isMine = equals(alias, 'profiles_id', session.activeProfile?.id ?? 0);
      return sql<SqlBool>`(${isMine} and ${unlessRestricted(alias, profileReach(alias))})`;
    }),
    reason(tables.entities, inReach),
  );
  return reasons;
}

/** Whether an item is shared with the session's user in one of these ways. */
export async function isShared(ctx: Context, tables: SharingTables, id: number): Promise<boolean> {
  const isSeen = visibleRows({ anyOf: sharingReasons(ctx, { ...tables, profilesFollowEntities: false }, sql`${id}`) })!;
  const { rows } = await sql<{ shared: number }>`select ${isSeen} as shared`.execute(ctx.db);
  return Number(rows[0]?.shared) === 1;
}
