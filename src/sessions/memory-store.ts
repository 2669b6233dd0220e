import type { SessionData } from './session.ts';
import type { SessionStore, StoredSession } from './store.ts';

interface Kept {
  data: SessionData;
  version: number;
  usedAt: number;
  lock: { owner: string; until: number } | undefined;
}

/** Sessions of this process alone, gone with it. */
export class MemorySessionStore implements SessionStore {
  readonly #kept = new Map<string, Kept>();
  readonly #lifetime: number;
  readonly #now: () => number;

  /**
   * @param lifetime seconds
   * @param now milliseconds
   */
  constructor(lifetime: number, now: () => number = () => performance.now()) {
    this.#lifetime = lifetime * 1000;
    this.#now = now;
  }

  async create(id: string, data: SessionData): Promise<void> {
    this.#kept.set(id, { data, version: 1, usedAt: this.#now(), lock: undefined });
  }

  async load(id: string): Promise<StoredSession | undefined> {
    const kept = this.#alive(id);
    return (
      kept && {
        data: kept.data,
        version: kept.version,
        idle: (this.#now() - kept.usedAt) / 1000,
        locked: kept.lock !== undefined && kept.lock.until > this.#now(),
      }
    );
  }

  async save(id: string, data: SessionData, version: number): Promise<number | undefined> {
    const kept = this.#alive(id);
    if (kept?.version !== version) return undefined;
    kept.data = data;
    kept.usedAt = this.#now();
    return ++kept.version;
  }

  async touch(id: string): Promise<void> {
    const kept = this.#alive(id);
    if (kept) kept.usedAt = this.#now();
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(id);
  }

  async destroyOfUser(usersId: number): Promise<number> {
    return this.#remove((kept) => kept.data.user.id === usersId);
  }

  async collect(): Promise<number> {
    return this.#remove((kept) => this.#expired(kept));
  }

  async lock(id: string, owner: string, lease: number): Promise<'locked' | 'busy' | 'gone'> {
    const kept = this.#alive(id);
    if (!kept) return 'gone';
    if (kept.lock && kept.lock.until > this.#now()) return 'busy';
    kept.lock = { owner, until: this.#now() + lease };
    return 'locked';
  }

  async renew(id: string, owner: string, lease: number): Promise<boolean> {
    const lock = this.#kept.get(id)?.lock;
    if (lock?.owner !== owner) return false;
    lock.until = this.#now() + lease;
    return true;
  }

  async unlock(id: string, owner: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept?.lock?.owner === owner) kept.lock = undefined;
  }

  async close(): Promise<void> {
    this.#kept.clear();
  }

  #expired(kept: Kept): boolean {
    return this.#now() - kept.usedAt >= this.#lifetime;
  }

  #alive(id: string): Kept | undefined {
    const kept = this.#kept.get(id);
    return kept && !this.#expired(kept) ? kept : undefined;
  }

  #remove(which: (kept: Kept) => boolean): number {
    const ids = [...this.#kept].filter(([, kept]) => which(kept)).map(([id]) => id);
    for (const id of ids) this.#kept.delete(id);
    return ids.length;
  }
}
