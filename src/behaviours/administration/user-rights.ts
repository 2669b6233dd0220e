import { type SqlBool, sql } from 'kysely';
import { CREATE, READ, UPDATE } from '../../catalog/right-bits.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import { entityCondition } from '../../entities/entity-condition.ts';
import type { Behaviour } from '../behaviour.ts';
import type { JoinedTable } from '../visibility.ts';
import { profilesNotAbove, usersNotAbove } from './power.ts';
import { superAdminAssignments } from './super-admins.ts';

/** Who may see and change users: by their assignments, not by an entity of theirs (rights R7.3, R9, R10). */
export const userRights: Behaviour = {
  async canItem(ctx, _itemtype, row, operation) {
    if (operation === CREATE) return mayCreate(ctx, row);
    const id = Number(row.id);
    const seesAll = ctx.session.entities?.all ?? false;
    if (operation === READ) return seesAll || (await entitiesOf(ctx, id, true)).some((entity) => isActive(ctx, entity));
    if (operation === UPDATE)
      return seesAll || (await entitiesOf(ctx, id, false)).some((entity) => isActive(ctx, entity));
    if (id === ctx.settings.number('system_user') || (await isLastSuperAdmin(ctx, id))) return false;
    return seesAll || (await entitiesOf(ctx, id, true)).every((entity) => isActive(ctx, entity));
  },

  visible(ctx, _itemtype, alias) {
    const { entities } = ctx.session;
    const assignments = 'assignments_of_visible';
    const through: JoinedTable = {
      table: 'glpi_profiles_users',
      alias: assignments,
      on: sql<SqlBool>`${sql.ref(`${assignments}.users_id`)} = ${sql.ref(`${alias}.id`)}`,
    };
    if (entities?.all) return Promise.resolve({ joined: [through] });
    return Promise.resolve({
      anyOf: [{ through, condition: entityCondition(entities, assignments, { recursive: true }) }],
    });
  },

  async undisclosed(ctx, itemtype, rows) {
    const mayUpdate = ctx.rights.canClass(itemtype, UPDATE);
    const ids = rows.map(({ id }) => Number(id));
    const notAbove = mayUpdate ? await usersNotAbove(ctx, ids) : new Set<number>();
    const hidden = itemtype.undisclosedFields;
    return ids.map((id) =>
      id === ctx.rights.userId || notAbove.has(id)
        ? hidden
        : [...hidden, 'password_forget_token', 'password_forget_token_date'],
    );
  },
};

function isActive(ctx: Context, entity: number): boolean {
  return ctx.rights.haveAccess(entity, false);
}

/** The entities that a user is assigned to; `withDescendants`: with everything below recursive assignments. */
async function entitiesOf(ctx: Context, userId: number, withDescendants: boolean): Promise<readonly number[]> {
  const assignments = await ctx.rights.once(
    `assignments of ${userId}`,
    (): Promise<{ entities_id: number; is_recursive: number }[]> =>
      ctx.db
        .selectFrom('glpi_profiles_users')
        .select(['entities_id', 'is_recursive'])
        .where('users_id', '=', userId)
        .execute(),
  );
  const tree = await ctx.site.entities.get();
  return assignments.flatMap(({ entities_id, is_recursive }) =>
    withDescendants && is_recursive ? tree.withDescendants(entities_id) : [entities_id],
  );
}

/** With a profile and an entity of one's own reach, or where a default profile or the root entity will do. */
async function mayCreate(ctx: Context, row: Row): Promise<boolean> {
  const profile = Number(row._profiles_id ?? 0);
  const entity = row._entities_id;
  if (profile > 0 && entity !== undefined && entity !== null && isActive(ctx, Number(entity))) {
    if (await profilesNotAbove(ctx, [profile])) return true;
  }
  if (isActive(ctx, 0)) return true;
  return (
    (await ctx.db.selectFrom('glpi_profiles').select('id').where('is_default', '=', 1).executeTakeFirst()) !== undefined
  );
}

async function isLastSuperAdmin(ctx: Context, userId: number): Promise<boolean> {
  const holders = (await superAdminAssignments(ctx)).map(({ users_id }) => users_id);
  return holders.length > 0 && holders.every((holder) => holder === userId);
}
