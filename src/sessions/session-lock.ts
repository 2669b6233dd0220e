import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SessionAccess, SessionQueue, TurnTimeout } from './session-queue.ts';
import type { SessionStore, StoredSession } from './store.ts';

/** How long a lease runs before somebody else may take it, when its process has died. Milliseconds. */
const LEASE = 15_000;
const RENEWED_EVERY = LEASE / 3;

/** First and longest pause between two looks at a lease of another process, in milliseconds. */
const FIRST_PAUSE = 10;
const LONGEST_PAUSE = 100;

/** A session that a request has got hold of. */
export interface HeldSession {
  readonly stored: StoredSession;
  /** Lets it go; may be called twice. */
  release(): Promise<void>;
}

/**
 * Gets hold of sessions for requests (sessions S7): first a turn among the requests of this process, then, against other
 * processes, a lease in the store. A reader only waits until no lease is running; what it holds is released at once.
 * While it waits a request holds nothing but its place, neither a connection nor a lease.
 */
export class SessionLocks {
  readonly #store: SessionStore;
  readonly #queue = new SessionQueue();
  readonly #patience: number;

  /** @param patience milliseconds until a waiting request is given up */
  constructor(store: SessionStore, patience: number) {
    this.#store = store;
    this.#patience = patience;
  }

  /**
   * @returns undefined when there is no such session
   * @throws TurnTimeout when another request keeps the session for too long
   */
  async hold(id: string, access: SessionAccess): Promise<HeldSession | undefined> {
    const deadline = performance.now() + this.#patience;
    const leave = await this.#queue.enter(id, access, this.#patience);
    try {
      const held = access === 'read' ? await this.#read(id, deadline) : await this.#write(id, deadline, leave);
      if (access === 'read' || !held) leave();
      return held;
    } catch (error) {
      leave();
      throw error;
    }
  }

  async #read(id: string, deadline: number): Promise<HeldSession | undefined> {
    const stored = await this.#until(deadline, async () => {
      const found = await this.#store.load(id);
      return found?.locked ? 'busy' : { found };
    });
    return stored.found && { stored: stored.found, release: async () => {} };
  }

  async #write(id: string, deadline: number, leave: () => void): Promise<HeldSession | undefined> {
    const owner = randomBytes(16).toString('hex');
    const lease = await this.#until(deadline, () => this.#store.lock(id, owner, LEASE));
    if (lease === 'gone') return undefined;
    const renewal = setInterval(() => {
      this.#store.renew(id, owner, LEASE).catch(() => {
        // The next renewal tries again; a lease that was lost meanwhile shows when the session is saved.
      });
    }, RENEWED_EVERY).unref();
    const unlock = async () => {
      clearInterval(renewal);
      await this.#store.unlock(id, owner);
    };
    try {
      const stored = await this.#store.load(id);
      if (!stored) {
        await unlock();
        return undefined;
      }
      let released = false;
      return {
        stored,
        release: async () => {
          if (released) return;
          released = true;
          try {
            await unlock();
          } finally {
            leave();
          }
        },
      };
    } catch (error) {
      await unlock().catch(() => {
        // The lease ends by itself.
      });
      throw error;
    }
  }

  async #until<T>(deadline: number, attempt: () => Promise<T | 'busy'>): Promise<Exclude<T, 'busy'>> {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const result = await attempt();
      if (result !== 'busy') return result as Exclude<T, 'busy'>;
      if (performance.now() + pause > deadline) {
        throw new TurnTimeout('another process keeps the session for too long');
      }
      await sleep(pause);
    }
  }
}
