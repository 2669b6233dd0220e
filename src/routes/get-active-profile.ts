import { shownProfile } from '../sessions/full-session.ts';
import type { Handler } from './route.ts';

/** `getActiveProfile`: null when the password has expired (sessions S9.2, S3.4). */
export const getActiveProfile: Handler = async ({ session: { activeProfile } }) => ({
  body: { active_profile: activeProfile && shownProfile(activeProfile) },
});
