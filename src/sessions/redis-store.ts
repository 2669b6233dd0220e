import type { RedisClientType } from '@redis/client';
import { Lru } from './lru.ts';
import type { SessionData } from './session.ts';
import type { SessionStore, StoredSession } from './store.ts';

/** How many sessions are remembered parsed, some 30 KB each. */
const REMEMBERED = 500;

/** Runs at the server as one step. KEYS: the session, its lock. ARGV: the version that is remembered. */
const LOAD = `
local version = redis.call('HGET', KEYS[1], 'version')
if not version then return false end
local data = ''
if version ~= ARGV[1] then data = redis.call('HGET', KEYS[1], 'data') end
return { version, data, tostring(redis.call('TTL', KEYS[1])), tostring(redis.call('EXISTS', KEYS[2])) }`;

const SAVE = `
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'data', ARGV[2], 'version', ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return 1`;

const LOCK = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 'gone' end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return 'locked' end
return 'busy'`;

const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

const UNLOCK = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`;

/**
 * Sessions in Redis: a hash per session that expires by itself, a key per lease, and per user the ids of the user's
 * sessions by the time of their last use.
 */
export class RedisSessionStore implements SessionStore {
  readonly #redis: RedisClientType;
  readonly #lifetime: number;
  readonly #parsed = new Lru<string, { version: number; data: SessionData }>(REMEMBERED);

  private constructor(redis: RedisClientType, lifetime: number) {
    this.#redis = redis;
    this.#lifetime = lifetime;
  }

  /**
   * Connects; afterwards lost connections are made anew.
   * @param lifetime seconds
   * @param report told of lost connections
   * @throws Error when the server can't be reached
   */
  static async connect(url: string, lifetime: number, report: (error: Error) => void): Promise<RedisSessionStore> {
    // Loaded here, so that nobody who keeps sessions elsewhere pays for the client.
    const { createClient } = await import('@redis/client');
    let connected = false;
    const redis = createClient({
      url,
      socket: {
        connectTimeout: 5000,
        reconnectStrategy: (retries) => (connected ? Math.min(50 * 2 ** retries, 2000) : false),
      },
    }) as RedisClientType;
    redis.on('error', report);
    await redis.connect();
    connected = true;
    return new RedisSessionStore(redis, lifetime);
  }

  async create(id: string, data: SessionData): Promise<void> {
    await this.#redis
      .multi()
      .hSet(key(id), { data: JSON.stringify(data), version: '1', user: String(data.user.id) })
      .expire(key(id), this.#lifetime)
      .exec();
    await this.#noteUse(id, data.user.id);
    this.#parsed.set(id, { version: 1, data });
  }

  async load(id: string): Promise<StoredSession | undefined> {
    const known = this.#parsed.get(id);
    const found = (await this.#redis.eval(LOAD, {
      keys: [key(id), lockKey(id)],
      arguments: [String(known?.version ?? '')],
    })) as [string, string, string, string] | null;
    if (!found) {
      this.#parsed.delete(id);
      return undefined;
    }
    const [version, text, ttl, locked] = found;
    const data = text === '' ? known!.data : (JSON.parse(text) as SessionData);
    if (text !== '') this.#parsed.set(id, { version: Number(version), data });
    return { data, version: Number(version), idle: this.#lifetime - Number(ttl), locked: locked === '1' };
  }

  async save(id: string, data: SessionData, version: number): Promise<number | undefined> {
    const saved = await this.#redis.eval(SAVE, {
      keys: [key(id)],
      arguments: [String(version), JSON.stringify(data), String(version + 1), String(this.#lifetime)],
    });
    if (saved !== 1) return undefined;
    this.#parsed.set(id, { version: version + 1, data });
    return version + 1;
  }

  async touch(id: string): Promise<void> {
    const user = await this.#redis.hGet(key(id), 'user');
    if (user === null) return;
    await this.#redis.expire(key(id), this.#lifetime);
    await this.#noteUse(id, Number(user));
  }

  async destroy(id: string): Promise<void> {
    const user = await this.#redis.hGet(key(id), 'user');
    await this.#redis.del([key(id), lockKey(id)]);
    if (user !== null) await this.#redis.zRem(userKey(Number(user)), id);
    this.#parsed.delete(id);
  }

  async destroyOfUser(usersId: number): Promise<number> {
    const ids = await this.#redis.zRange(userKey(usersId), 0, -1);
    const ended = ids.length === 0 ? 0 : await this.#redis.del(ids.map(key));
    await this.#redis.del(userKey(usersId));
    return ended;
  }

  /** Redis removes what has expired by itself. */
  async collect(): Promise<number> {
    return 0;
  }

  async lock(id: string, owner: string, lease: number): Promise<'locked' | 'busy' | 'gone'> {
    const answer = await this.#redis.eval(LOCK, { keys: [key(id), lockKey(id)], arguments: [owner, String(lease)] });
    return answer as 'locked' | 'busy' | 'gone';
  }

  async renew(id: string, owner: string, lease: number): Promise<boolean> {
    return (await this.#redis.eval(RENEW, { keys: [lockKey(id)], arguments: [owner, String(lease)] })) === 1;
  }

  async unlock(id: string, owner: string): Promise<void> {
    await this.#redis.eval(UNLOCK, { keys: [lockKey(id)], arguments: [owner] });
  }

  async close(): Promise<void> {
    await this.#redis.close();
  }

  async #noteUse(id: string, usersId: number): Promise<void> {
    const now = Math.floor(Date.now() / 1000);
    await this.#redis
      .multi()
      .zAdd(userKey(usersId), { score: now, value: id })
      .zRemRangeByScore(userKey(usersId), 0, now - this.#lifetime)
      .expire(userKey(usersId), this.#lifetime)
      .exec();
  }
}

const key = (id: string): string => `apirest:session:${id}`;
const lockKey = (id: string): string => `apirest:lock:${id}`;
const userKey = (usersId: number): string => `apirest:user:${usersId}`;
