import type { ApiClients } from './auth/api-clients.ts';
import type { LdapDirectories } from './auth/ldap/directories.ts';
import type { Behaviours } from './behaviours/registry.ts';
import type { Config } from './config.ts';
import type { Database, Db } from './database/database.ts';
import type { Schema } from './database/schema.ts';
import type { EntityTrees } from './entities/entity-tree.ts';
import type { Rights } from './rights/rights.ts';
import type { SessionData } from './sessions/session.ts';
import type { Settings, SettingsReader } from './settings/settings.ts';
import type { Translate, Translations } from './text/translations.ts';

/** What the process holds (beside the catalog, a module of immutable tables) for its one GLPI: immutable facts, and readers that look at the database again in time. */
export interface Site {
  readonly config: Config;
  readonly behaviours: Behaviours;
  readonly schema: Schema;
  readonly database: Database;
  readonly settings: SettingsReader;
  readonly entities: EntityTrees;
  readonly apiClients: ApiClients;
  readonly translations: Translations;
  readonly directories: LdapDirectories;
  /** Told of what failed beside a request, for the log. */
  readonly report: (error: unknown, message: string) => void;
}

/** The one moment of a request. */
export interface Moment {
  readonly date: Date;
  /** `YYYY-MM-DD HH:MM:SS` in the session's time zone, as rows keep it. */
  readonly sql: string;
}

/** A request's surroundings, passed to whatever works for it. */
export interface Context {
  readonly site: Site;
  /** Statements in the session's time zone; a transaction's handle inside one. */
  readonly db: Db;
  readonly session: SessionData;
  readonly rights: Rights;
  readonly now: Moment;
  /** GLPI's settings as they were at most a second ago. */
  readonly settings: Settings;
  readonly translate: Translate;
  /** Changes what the session holds from the next request on; absent where this request may only read it (sessions S7.4). */
  changeSession?(change: (session: SessionData) => SessionData): void;
}
