import type { SessionData } from './session.ts';

export interface StoredSession {
  readonly data: SessionData;
  /** Goes up by one with each save. */
  readonly version: number;
  /** Seconds since the last `create`, `save` or `touch`. */
  readonly idle: number;
  /** A lease on the session is running. */
  readonly locked: boolean;
}

/**
 * Where sessions are kept. All times are those of the store's own clock, so that the clocks of several processes don't
 * matter. A session that wasn't used for the store's lifetime is as good as gone for every method, whether collected yet
 * or not.
 */
export interface SessionStore {
  create(id: string, data: SessionData): Promise<void>;
  /** One statement. Undefined: there is no such session. Does not prolong its life. */
  load(id: string): Promise<StoredSession | undefined>;
  /**
   * Replaces the data of a session that still has the version which was loaded.
   * @returns the new version; undefined when the session is gone or was saved by somebody else meanwhile
   */
  save(id: string, data: SessionData, version: number): Promise<number | undefined>;
  /** Begins the session's lifetime anew. */
  touch(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  /** Ends every session of a user; how many there were. */
  destroyOfUser(usersId: number): Promise<number>;
  /** Removes what has expired; how many sessions that were. */
  collect(): Promise<number>;
  /**
   * Tries once to take the exclusive lease on a session, for so many milliseconds.
   * @returns `busy` when somebody else has it, `gone` when there is no such session
   */
  lock(id: string, owner: string, lease: number): Promise<'locked' | 'busy' | 'gone'>;
  /** Prolongs a lease; false when it isn't the owner's any more. */
  renew(id: string, owner: string, lease: number): Promise<boolean>;
  /** Gives a lease back; nothing happens when it isn't the owner's. */
  unlock(id: string, owner: string): Promise<void>;
  close(): Promise<void>;
}
