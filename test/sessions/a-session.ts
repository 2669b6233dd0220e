import type { SessionData } from '../../src/sessions/session.ts';

/** The content of a session of one user, for tests that don't look into it. */
export const aSession = (userId = 7, more: Partial<SessionData> = {}): SessionData => ({
  user: {
    id: userId,
    name: 'ada',
    realname: null,
    firstname: null,
    friendlyName: 'ada',
    external: 0,
    authtype: 1,
    defaultEntity: 0,
    timeZone: null,
  },
  preferences: { language: 'en_GB' },
  profiles: [],
  activeProfile: null,
  entities: null,
  groups: [],
  language: 'en_GB',
  timeZone: null,
  byPassword: true,
  passwordExpired: false,
  useMode: 0,
  openedAt: 1_700_000_000,
  ...more,
});
