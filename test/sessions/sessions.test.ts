import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemorySessionStore } from '../../src/sessions/memory-store.ts';
import { Sessions } from '../../src/sessions/sessions.ts';
import { aSession } from './a-session.ts';

const LIFETIME = 3600;

describe('sessions', () => {
  let store: MemorySessionStore;
  let usable: boolean;
  let questions: number;
  let sessions: Sessions;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
    store = new MemorySessionStore(LIFETIME);
    usable = true;
    questions = 0;
    sessions = new Sessions({
      store,
      secret: 'a secret for tests that has more than 32 characters',
      lockTimeout: 50,
      accountUsable: async () => {
        questions++;
        return usable;
      },
      report: (error) => {
        throw error;
      },
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are found by their token until they are ended', async () => {
    const token = await sessions.create(aSession());
    const session = await sessions.open(token, 'write');
    expect(session).toMatchObject({ token, data: aSession() });
    await session!.destroy();
    await session!.close();
    expect(await sessions.open(token, 'read')).toBeUndefined();
    expect(await sessions.open('abcdefghijklmnopqrstuvwxyz', 'read')).toBeUndefined();
  });

  it('keep what a request changed that may write, and lose it otherwise (S7.4)', async () => {
    const token = await sessions.create(aSession());
    const reading = (await sessions.open(token, 'read'))!;
    reading.change(aSession(7, { groups: [1] }));
    await reading.close();
    expect((await sessions.open(token, 'read'))!.data.groups).toEqual([]);
    const writing = (await sessions.open(token, 'write'))!;
    writing.change(aSession(7, { groups: [2] }));
    await writing.close();
    await writing.close();
    expect((await sessions.open(token, 'read'))!.data.groups).toEqual([2]);
  });

  it('keep a refreshed content whatever the request may do (S7.5)', async () => {
    const token = await sessions.create(aSession());
    await (await sessions.open(token, 'read'))!.refresh(aSession(7, { groups: [3] }));
    expect((await sessions.open(token, 'read'))!.data.groups).toEqual([3]);
  });

  it('answer that they are busy when a request keeps one for too long', async () => {
    vi.useRealTimers();
    const token = await sessions.create(aSession());
    const writing = (await sessions.open(token, 'write'))!;
    await expect(sessions.open(token, 'read')).rejects.toMatchObject({ status: 503 });
    await writing.close();
    expect(await sessions.open(token, 'read')).toBeDefined();
  });

  it('live on while they are used, and no longer', async () => {
    const token = await sessions.create(aSession());
    for (let n = 0; n < 3; n++) {
      vi.advanceTimersByTime((LIFETIME - 1) * 1000);
      expect(await sessions.open(token, 'read')).toBeDefined();
    }
    vi.advanceTimersByTime(LIFETIME * 1000);
    expect(await sessions.open(token, 'read')).toBeUndefined();
  });

  it('D07: end within a minute after their account was closed, asking once a minute', async () => {
    const token = await sessions.create(aSession());
    usable = false;
    vi.advanceTimersByTime(59_000);
    expect(await sessions.open(token, 'read')).toBeDefined();
    expect(questions).toBe(0);
    usable = true;
    vi.advanceTimersByTime(2_000);
    await sessions.open(token, 'read');
    await sessions.open(token, 'read');
    expect(questions).toBe(1);
    usable = false;
    vi.advanceTimersByTime(60_000);
    expect(await sessions.open(token, 'read')).toBeUndefined();
    usable = true;
    expect(await sessions.open(token, 'read')).toBeUndefined();
  });

  it('of a user can be ended together', async () => {
    const tokens = await Promise.all([7, 7, 8].map((userId) => sessions.create(aSession(userId))));
    expect(await sessions.destroyOfUser(7)).toBe(2);
    const found = await Promise.all(tokens.map((token) => sessions.open(token, 'read')));
    expect(found.map((session) => session !== undefined)).toEqual([false, false, true]);
  });
});
