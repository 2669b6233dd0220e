import { ApiError } from '../http/errors.ts';
import { Lru } from './lru.ts';
import type { SessionData } from './session.ts';
import { type HeldSession, SessionLocks } from './session-lock.ts';
import { type SessionAccess, TurnTimeout } from './session-queue.ts';
import type { SessionStore } from './store.ts';
import { SessionTokens } from './token.ts';

/** How long a session is used before its last use is noted again and its account looked at again; seconds. */
const NOTED_EVERY = 60;

/** How often expired sessions are collected; milliseconds. */
const COLLECTED_EVERY = 10 * 60_000;

export interface SessionsOptions {
  readonly store: SessionStore;
  /** At least 32 characters. */
  readonly secret: string;
  /** Milliseconds that a request waits for another one that keeps the session. */
  readonly lockTimeout: number;
  /** Whether an account may still be used: there, active, not deleted, within its dates. */
  readonly accountUsable: (usersId: number) => Promise<boolean>;
  /** Told of work in the background that failed. */
  readonly report: (error: unknown) => void;
}

/** A session during one request. */
export class OpenSession {
  readonly id: string;
  readonly token: string;
  /** What is changed is kept (sessions S7.2); in other requests it is lost at the end (S7.4). */
  readonly writable: boolean;
  readonly #store: SessionStore;
  readonly #held: HeldSession;
  #data: SessionData;
  #ended = false;

  constructor(id: string, token: string, access: SessionAccess, store: SessionStore, held: HeldSession) {
    this.id = id;
    this.token = token;
    this.writable = access === 'write';
    this.#store = store;
    this.#held = held;
    this.#data = held.stored.data;
  }

  get data(): SessionData {
    return this.#data;
  }

  /** Replaces the content; written at the end of a request that may write, in one piece. */
  change(data: SessionData): void {
    this.#data = data;
  }

  /** Keeps a content that doesn't depend on this request (S7.5), whether or not the request may write. */
  async refresh(data: SessionData): Promise<void> {
    this.#data = data;
    if (!this.writable) await this.#store.save(this.id, data, this.#held.stored.version);
  }

  /** Ends the session; its token is nobody's from now on. */
  async destroy(): Promise<void> {
    this.#ended = true;
    await this.#store.destroy(this.id);
  }

  /** Writes what was changed and lets others have the session. To be called however the request ends; may be called twice. */
  async close(): Promise<void> {
    try {
      if (this.writable && !this.#ended && this.#data !== this.#held.stored.data) {
        await this.#store.save(this.id, this.#data, this.#held.stored.version);
      }
    } finally {
      this.#ended = true;
      await this.#held.release();
    }
  }
}

/** The sessions of all users: opening, finding, ending them. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #tokens: SessionTokens;
  readonly #locks: SessionLocks;
  /** Moment (ms) at which the account behind a session was last found usable by this process. */
  readonly #accountSeen = new Lru<string, number>(10_000);
  #collection: NodeJS.Timeout | undefined;

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#tokens = new SessionTokens(options.secret);
    this.#locks = new SessionLocks(options.store, options.lockTimeout);
  }

  /** Opens a session for what a login found; its token. */
  async create(data: SessionData): Promise<string> {
    const { id, token } = await this.#tokens.issue();
    await this.#options.store.create(id, data);
    this.#accountSeen.set(id, performance.now());
    return token;
  }

  /**
   * The session of a token, once the requests before this one let it go. A session opened to `write` has to be closed.
   * @returns undefined when the token is nobody's, or the session has expired or its account may not be used any more
   * @throws ApiError when another request keeps the session for too long
   */
  async open(token: string, access: SessionAccess): Promise<OpenSession | undefined> {
    const id = await this.#tokens.open(token);
    if (id === undefined) return undefined;
    const held = await this.#hold(id, access);
    if (!held) return undefined;
    const session = new OpenSession(id, token, access, this.#options.store, held);
    try {
      if (!(await this.#accountUsable(session))) {
        await session.destroy();
        await session.close();
        return undefined;
      }
    } catch (error) {
      await session.close();
      throw error;
    }
    if (held.stored.idle >= NOTED_EVERY) this.#options.store.touch(id).catch(this.#options.report);
    return session;
  }

  /** Ends every session of a user whose account was closed; how many there were. */
  destroyOfUser(usersId: number): Promise<number> {
    return this.#options.store.destroyOfUser(usersId);
  }

  /** Begins to collect expired sessions now and then. */
  start(): void {
    this.#collection ??= setInterval(() => {
      this.#options.store.collect().catch(this.#options.report);
    }, COLLECTED_EVERY).unref();
  }

  /** Lets go of the store. */
  async stop(): Promise<void> {
    clearInterval(this.#collection);
    await this.#options.store.close();
  }

  async #hold(id: string, access: SessionAccess): Promise<HeldSession | undefined> {
    try {
      return await this.#locks.hold(id, access);
    } catch (error) {
      if (!(error instanceof TurnTimeout)) throw error;
      throw new ApiError('ERROR_UNKNOWN:session', { headers: { 'Retry-After': '1' }, cause: error });
    }
  }

  async #accountUsable(session: OpenSession): Promise<boolean> {
    const now = performance.now();
    const seen = this.#accountSeen.get(session.id);
    if (seen !== undefined && now - seen < NOTED_EVERY * 1000) return true;
    if (!(await this.#options.accountUsable(session.data.user.id))) return false;
    this.#accountSeen.set(session.id, now);
    return true;
  }
}
