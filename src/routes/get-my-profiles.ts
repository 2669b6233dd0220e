import type { Handler } from './route.ts';

/** `getMyProfiles`: the profiles a user may take, by name (sessions S9.1). */
export const getMyProfiles: Handler = async ({ session }) => ({ body: { myprofiles: session.profiles } });
