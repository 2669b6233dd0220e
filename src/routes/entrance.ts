import type { LdapDirectories } from '../auth/ldap/directories.ts';
import type { Moment, Site } from '../context.ts';
import type { Db } from '../database/database.ts';
import type { OpenSession, Sessions } from '../sessions/sessions.ts';
import type { Settings } from '../settings/settings.ts';
import type { Translate } from '../text/translations.ts';
import type { Answer, ApiRequest } from './route.ts';

/** The surroundings of a request that opens, changes or ends a session, or has none. */
export interface Entrance {
  readonly site: Site;
  readonly sessions: Sessions;
  readonly directories: LdapDirectories;
  readonly settings: Settings;
  /** The session of a valid token; undefined without. */
  readonly session: OpenSession | undefined;
  /** Statements in the session's time zone; in the server's without a session. */
  readonly db: Db;
  readonly now: Moment;
  /** In the session's language; in the general setup's without a session. */
  readonly translate: Translate;
}

/** An endpoint that opens, changes or ends a session, or has none. */
export type EntranceHandler = (entrance: Entrance, request: ApiRequest) => Promise<Answer>;
