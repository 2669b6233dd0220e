import { CREATE } from '../../catalog/right-bits.ts';
import type { Context } from '../../context.ts';

/** Rights that a profile of the helpdesk interface can hold (sessions S5.4). */
const helpdeskRights = new Set([
  'followup',
  'knowbase',
  'password_update',
  'personalization',
  'reminder_public',
  'reservation',
  'rssfeed_public',
  'task',
  'ticket',
  'ticketvalidation',
]);

/** A profile as far as its power is concerned. */
export interface ProfilePower {
  readonly interface: string | null;
  /** Bits by name of the right. */
  readonly rights: Readonly<Record<string, number>>;
  /** How many rights there are; a central profile without a row for each of them counts as above any other. */
  readonly knownRights?: number;
}

/**
 * R10: whether a profile has no right that the active one lacks; `activeRight` answers the bits of one of its rights.
 */
export function isNotAbove(
  profile: ProfilePower,
  activeInterface: 'central' | 'helpdesk' | null,
  activeRight: (name: string) => number,
): boolean {
  const isHelpdesk = profile.interface !== 'central';
  if (activeInterface === 'central' && isHelpdesk) return true;
  if (activeInterface !== 'central' && !isHelpdesk) return false;
  const { knownRights = 0, rights } = profile;
  if (activeInterface === 'central' && Object.keys(rights).length < knownRights) return false;
  return Object.entries(rights).every(([name, bits]) => {
    if (activeInterface !== 'central' && !helpdeskRights.has(name)) return true;
    return (bits & ~activeRight(name)) === 0;
  });
}

/** Whether none of the profiles is above the active one; unknown ids aren't. */
export async function profilesNotAbove(ctx: Context, ids: readonly number[]): Promise<boolean> {
  if (ctx.rights.have('profile', CREATE)) return true;
  const powers = await powersOf(ctx);
  return ids.every((id) => powers.get(id) ?? true);
}

/** Whether no profile that a user is assigned is above the active one; a user without any counts as having all. */
export async function userNotAbove(ctx: Context, userId: number): Promise<boolean> {
  return (await usersNotAbove(ctx, [userId])).has(userId);
}

/** Those of the users who aren't above the session (R10). */
export async function usersNotAbove(ctx: Context, userIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (ctx.rights.have('profile', CREATE) || userIds.length === 0) return new Set(userIds);
  const assigned: { users_id: number; profiles_id: number }[] = await ctx.db
    .selectFrom('glpi_profiles_users')
    .select(['users_id', 'profiles_id'])
    .distinct()
    .where('users_id', 'in', userIds)
    .execute();
  const powers = await powersOf(ctx);
  const profiles = Map.groupBy(assigned, ({ users_id }) => users_id);
  return new Set(
    userIds.filter((id) => {
      const own = profiles.get(id)?.map(({ profiles_id }) => profiles_id) ?? [...powers.keys()];
      return own.every((profile) => powers.get(profile) ?? true);
    }),
  );
}

/** For every profile whether it isn't above the active one; read once per request. */
function powersOf(ctx: Context): Promise<ReadonlyMap<number, boolean>> {
  return ctx.rights.once('powers of profiles', async () => {
    const profiles: { id: number; interface: string | null }[] = await ctx.db
      .selectFrom('glpi_profiles')
      .select(['id', 'interface'])
      .execute();
    const rows: { profiles_id: number; name: string; rights: number }[] = await ctx.db
      .selectFrom('glpi_profilerights')
      .select(['profiles_id', 'name', 'rights'])
      .execute();
    const names = new Set(rows.map((row) => row.name));
    const rights = new Map<number, Record<string, number>>();
    for (const row of rows) {
      const known = rights.get(row.profiles_id) ?? {};
      known[row.name] = row.rights;
      rights.set(row.profiles_id, known);
    }
    const active = ctx.session.activeProfile?.fields ?? {};
    const activeRight = (name: string) => Number(active[name] ?? 0);
    return new Map(
      profiles.map((profile) => [
        profile.id,
        isNotAbove(
          { interface: profile.interface, rights: rights.get(profile.id) ?? {}, knownRights: names.size },
          ctx.rights.interface,
          activeRight,
        ),
      ]),
    );
  });
}
