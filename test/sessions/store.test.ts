import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '../../migrations/0002_sessions.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { DatabaseSessionStore } from '../../src/sessions/database-store.ts';
import { MemorySessionStore } from '../../src/sessions/memory-store.ts';
import { RedisSessionStore } from '../../src/sessions/redis-store.ts';
import type { SessionStore } from '../../src/sessions/store.ts';
import { emptyDatabase, type TestDatabase } from '../support/mariadb.ts';
import { aSession } from './a-session.ts';
import { redisProgram, startRedis } from './redis-server.ts';

interface Opened {
  /** Two stores as two processes have them, on the same sessions. */
  stores: [SessionStore, SessionStore];
  /** Milliseconds that pass for the store, really or for its clock. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Seconds that sessions of the tests live. */
const LIFETIME = 2;

const kinds: Record<string, () => Promise<Opened>> = {
  memory: async () => {
    let now = 0;
    const store = new MemorySessionStore(LIFETIME, () => now);
    return {
      stores: [store, store],
      pass: async (ms) => {
        now += ms;
      },
      close: () => store.close(),
    };
  },
  database: async () => {
    const test: TestDatabase = await emptyDatabase();
    const database: Database = openDatabase({ url: test.url, poolSize: 4, connectTimeout: 5000, queryTimeout: 0 });
    for (const statement of statements) await sql.raw(statement).execute(database.db);
    return {
      stores: [new DatabaseSessionStore(database.db, LIFETIME), new DatabaseSessionStore(database.db, LIFETIME)],
      pass: async (ms) => {
        await sleep(ms);
      },
      close: async () => {
        await database.close();
        await test.drop();
      },
    };
  },
  redis: async () => {
    const redis = await startRedis(redisProgram!);
    const open = () => RedisSessionStore.connect(redis.url, LIFETIME, () => {});
    const stores: [SessionStore, SessionStore] = [await open(), await open()];
    return {
      stores,
      pass: async (ms) => {
        await sleep(ms);
      },
      close: async () => {
        for (const store of stores) await store.close();
        await redis.stop();
      },
    };
  },
};

const anId = () => randomBytes(16).toString('hex');

describe.each(Object.keys(kinds))('session store: %s', (kind) => {
  if (kind === 'redis' && !redisProgram) {
    it.skip('needs a redis-server, which this machine has not', () => {});
    return;
  }
  let opened: Opened;
  let store: SessionStore;
  let other: SessionStore;
  beforeAll(async () => {
    opened = await kinds[kind]!();
    [store, other] = opened.stores;
  });
  afterAll(() => opened?.close());

  it('gives back what it was given, to every process', async () => {
    const id = anId();
    const data = aSession(7, { groups: [1, 2], preferences: { itil_layout: '{"a":"é ✓ 𝒶"}' } });
    await store.create(id, data);
    expect(await store.load(id)).toMatchObject({ data, version: 1, locked: false });
    expect(await other.load(id)).toMatchObject({ data, version: 1, locked: false });
    expect(await store.load(anId())).toBeUndefined();
  });

  it('saves the version that was loaded, once', async () => {
    const id = anId();
    await store.create(id, aSession());
    expect(await other.load(id)).toMatchObject({ version: 1 });
    expect(await store.save(id, aSession(7, { groups: [1] }), 1)).toBe(2);
    expect(await other.load(id)).toMatchObject({ version: 2, data: { groups: [1] } });
    expect(await other.save(id, aSession(7, { groups: [2] }), 1)).toBeUndefined();
    expect(await other.save(id, aSession(7, { groups: [3] }), 2)).toBe(3);
    expect(await store.load(id)).toMatchObject({ version: 3, data: { groups: [3] } });
    expect(await store.save(anId(), aSession(), 1)).toBeUndefined();
  });

  it('destroys a session for every process', async () => {
    const id = anId();
    await store.create(id, aSession());
    await other.load(id);
    await store.destroy(id);
    await store.destroy(id);
    expect(await store.load(id)).toBeUndefined();
    expect(await other.load(id)).toBeUndefined();
  });

  it('destroys the sessions of one user', async () => {
    const [mine, mineToo, another] = [anId(), anId(), anId()];
    await store.create(mine, aSession(21));
    await other.create(mineToo, aSession(21));
    await store.create(another, aSession(22));
    expect(await store.destroyOfUser(21)).toBe(2);
    expect(await store.load(mine)).toBeUndefined();
    expect(await other.load(mineToo)).toBeUndefined();
    expect(await other.load(another)).toBeDefined();
    expect(await store.destroyOfUser(21)).toBe(0);
  });

  it('lets one at a time have the lease', async () => {
    const id = anId();
    await store.create(id, aSession());
    expect(await store.lock(id, 'a', 60_000)).toBe('locked');
    expect(await other.lock(id, 'b', 60_000)).toBe('busy');
    expect(await other.load(id)).toMatchObject({ locked: true });
    expect(await other.renew(id, 'b', 60_000)).toBe(false);
    await other.unlock(id, 'b');
    expect(await store.load(id)).toMatchObject({ locked: true });
    expect(await store.renew(id, 'a', 60_000)).toBe(true);
    await store.unlock(id, 'a');
    expect(await other.load(id)).toMatchObject({ locked: false });
    expect(await other.lock(id, 'b', 60_000)).toBe('locked');
    expect(await store.lock(anId(), 'a', 60_000)).toBe('gone');
  });

  it('lets a lease go when its owner has not renewed it', async () => {
    const id = anId();
    await store.create(id, aSession());
    expect(await store.lock(id, 'a', 100)).toBe('locked');
    await opened.pass(150);
    expect(await other.load(id)).toMatchObject({ locked: false });
    expect(await other.lock(id, 'b', 60_000)).toBe('locked');
    expect(await store.renew(id, 'a', 60_000)).toBe(false);
  });

  it('forgets what is not used for its lifetime', async () => {
    const [used, saved, unused] = [anId(), anId(), anId()];
    for (const id of [used, saved, unused]) await store.create(id, aSession());
    await opened.pass(1200);
    await other.touch(used);
    await other.save(saved, aSession(), 1);
    expect((await store.load(unused))?.idle).toBeGreaterThanOrEqual(1);
    expect((await store.load(used))?.idle).toBeLessThan(1);
    await opened.pass(1200);
    expect(await store.load(unused)).toBeUndefined();
    expect(await store.lock(unused, 'a', 1000)).toBe('gone');
    expect(await store.save(unused, aSession(), 1)).toBeUndefined();
    await store.touch(unused);
    expect(await other.load(unused)).toBeUndefined();
    expect(await other.load(used)).toBeDefined();
    expect(await other.load(saved)).toBeDefined();
  });

  it('collects what has expired and nothing else', async () => {
    await opened.pass(2100);
    await store.collect();
    const [old, young] = [anId(), anId()];
    await store.create(old, aSession());
    await opened.pass(2100);
    await store.create(young, aSession());
    expect(await other.collect()).toBe(kind === 'redis' ? 0 : 1);
    expect(await store.load(young)).toBeDefined();
  });
});
