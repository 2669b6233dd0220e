import * as catalog from '../../catalog/catalog.ts';
import { CREATE, PURGE, READ } from '../../catalog/right-bits.ts';
import type { Behaviour } from '../behaviour.ts';
import { profilesNotAbove, userNotAbove } from './power.ts';
import { superAdminAssignments, superAdminProfiles } from './super-admins.ts';

/** The last profile that can change profiles stays (rights R9). */
export const profileRights: Behaviour = {
  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation === PURGE) {
      const profiles = await superAdminProfiles(ctx);
      if (profiles.length > 0 && profiles.every((id) => id === row.id)) return false;
    }
    return inherited();
  },
};

/** Assignments of profiles: none above one's own, in one's own entities; the last super-admin's stays (rights R9). */
export const profileUserRights: Behaviour = {
  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation === CREATE) {
      const users = catalog.itemtype('User')!;
      // Without a user the class decides, and the missing field is told.
      if (!(Number(row.users_id) > 0)) return ctx.rights.canClass(users, CREATE);
      const user = await ctx.rights.find(users, Number(row.users_id));
      return (
        user !== undefined &&
        ctx.rights.haveAccess(Number(row.entities_id), false) &&
        (await ctx.rights.canItem(users, user, READ)) &&
        (await profilesNotAbove(ctx, [Number(row.profiles_id)]))
      );
    }
    if (operation === PURGE) {
      const assignments = await superAdminAssignments(ctx);
      if (assignments.length > 0 && assignments.every(({ id }) => id === row.id)) return false;
    }
    return inherited();
  },
};

/** E-mail addresses of more powerful users are theirs alone (rights R9, R10). */
export const userEmailRights: Behaviour = {
  async canItem(ctx, _itemtype, row, operation, inherited) {
    const userId = Number(row.users_id);
    if (operation !== PURGE && userId !== ctx.rights.userId && !(await userNotAbove(ctx, userId))) return false;
    return inherited();
  },
};
