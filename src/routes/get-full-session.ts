import { fullSession } from '../sessions/full-session.ts';
import type { Handler } from './route.ts';

/** `getFullSession` (sessions S8). */
export const getFullSession: Handler = async ({ session, now }, { parameters }) => ({
  body: { session: fullSession(session, parameters.sessionToken, now.sql, true) },
});
