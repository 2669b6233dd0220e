/** What a login puts into a session and what the session endpoints change (sessions S5, S8). */

/** A profile's assignment to an entity. */
export interface ProfileEntity {
  readonly id: number;
  /** Short name of the entity, as stored. */
  readonly name: string;
  readonly is_recursive: 0 | 1;
}

/** A profile that the user may take. */
export interface UserProfile {
  readonly id: number;
  readonly name: string;
  /** By complete name; each entity once. */
  readonly entities: readonly ProfileEntity[];
}

/** The active profile: the copy made at login or profile change (rights R2.1). */
export interface ActiveProfile {
  readonly id: number;
  readonly name: string;
  readonly interface: 'central' | 'helpdesk';
  /** Everything `getActiveProfile` shows, in order, except `entities`; rights by name among it. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly entities: readonly ProfileEntity[];
}

export interface SessionUser {
  readonly id: number;
  readonly name: string;
  readonly realname: string | null;
  readonly firstname: string | null;
  /** Last name and first name, or the login; as stored. */
  readonly friendlyName: string;
  /** 0 after a login against GLPI's own passwords, 1 after one by user token or directory. */
  readonly external: 0 | 1;
  readonly authtype: number;
  readonly defaultEntity: number | null;
  /** The user's own time zone; null when the user has none. */
  readonly timeZone: string | null;
}

/** Which entities the session sees at present. */
export interface ActiveEntities {
  readonly id: number;
  /** The number of an assignment, or true/false when it was chosen (sessions S5.3). */
  readonly recursive: boolean | 0 | 1;
  readonly ids: readonly number[];
  /** Ancestors of the active ones, which show through `is_recursive`. */
  readonly parents: readonly number[];
  /** Encoded display names with their suffix (S8.3). */
  readonly name: string;
  readonly shortName: string;
  /** The session covers every entity. */
  readonly all: boolean;
  /** All assignments of the profile together (S5.3 case 3). */
  readonly fullStructure: boolean;
}

/** The whole content of a session, as kept by a store (JSON). Never changed in place: stores share it. */
export interface SessionData {
  readonly user: SessionUser;
  /** By name without `glpi`: those of S8.2 in its order, and `is_ids_visible`. */
  readonly preferences: Readonly<Record<string, string | number | null>>;
  /** In order of name; none when the password has expired. */
  readonly profiles: readonly UserProfile[];
  /** Null when the password has expired. */
  readonly activeProfile: ActiveProfile | null;
  readonly entities: ActiveEntities | null;
  readonly groups: readonly number[];
  readonly language: string;
  /** Of all moments that the session reads and writes (S14); null: the database server's. */
  readonly timeZone: string | null;
  /** Signed in with a password, not with a token. */
  readonly byPassword: boolean;
  readonly passwordExpired: boolean;
  /** 0 normal, 2 debug. */
  readonly useMode: number;
  /** Whether the session has several entities, once something asked for it. */
  readonly multiEntities?: 0 | 1;
  /** Unix seconds of the login. */
  readonly openedAt: number;
}

/** How a history row names the session's user (items-write W13.1). */
export const historyName = (user: Pick<SessionUser, 'friendlyName' | 'id'>): string =>
  `${user.friendlyName} (${user.id})`;
