import { UPDATE } from '../../catalog/right-bits.ts';
import type { Context } from '../../context.ts';

/** Ids of the profiles whose holders can change profiles: without them nobody could give rights any more. */
export function superAdminProfiles(ctx: Context): Promise<readonly number[]> {
  return ctx.rights.once('super-admin profiles', async () => {
    const rows: { id: number; rights: number }[] = await ctx.db
      .selectFrom('glpi_profiles')
      .innerJoin('glpi_profilerights', 'glpi_profilerights.profiles_id', 'glpi_profiles.id')
      .select(['glpi_profiles.id', 'glpi_profilerights.rights'])
      .where('glpi_profiles.interface', '=', 'central')
      .where('glpi_profilerights.name', '=', 'profile')
      .execute();
    return rows.filter(({ rights }) => (rights & UPDATE) !== 0).map(({ id }) => id);
  });
}

/** The assignments of such profiles to users who can sign in. */
export async function superAdminAssignments(
  ctx: Context,
): Promise<readonly { readonly id: number; readonly users_id: number }[]> {
  const profiles = await superAdminProfiles(ctx);
  if (profiles.length === 0) return [];
  return ctx.db
    .selectFrom('glpi_profiles_users')
    .innerJoin('glpi_users', 'glpi_users.id', 'glpi_profiles_users.users_id')
    .select(['glpi_profiles_users.id', 'glpi_profiles_users.users_id'])
    .where('glpi_profiles_users.profiles_id', 'in', profiles)
    .where('glpi_users.is_active', '=', 1)
    .where('glpi_users.is_deleted', '=', 0)
    .execute();
}
