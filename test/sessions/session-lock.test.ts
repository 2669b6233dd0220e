import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { MemorySessionStore } from '../../src/sessions/memory-store.ts';
import { SessionLocks } from '../../src/sessions/session-lock.ts';
import { TurnTimeout } from '../../src/sessions/session-queue.ts';
import { aSession } from './a-session.ts';

async function twoProcesses(patience = 2000) {
  const store = new MemorySessionStore(3600);
  await store.create('s', aSession());
  return { store, here: new SessionLocks(store, patience), there: new SessionLocks(store, patience) };
}

describe('getting hold of a session', () => {
  it('makes readers and writers of other processes wait for a writer', async () => {
    const { here, there } = await twoProcesses();
    const writer = await here.hold('s', 'write');
    const order: string[] = [];
    const waiting = Promise.all([
      there.hold('s', 'read').then(() => order.push('read')),
      here.hold('s', 'read').then(() => order.push('read')),
      there.hold('s', 'write').then((held) => {
        order.push('write');
        return held!.release();
      }),
    ]);
    await sleep(60);
    expect(order).toEqual([]);
    await writer!.release();
    await waiting;
    expect(order).toHaveLength(3);
  });

  it('shows a reader what the writer before it wrote', async () => {
    const { store, here, there } = await twoProcesses();
    const writer = await here.hold('s', 'write');
    const reading = there.hold('s', 'read');
    await store.save('s', aSession(7, { groups: [5] }), writer!.stored.version);
    await writer!.release();
    expect((await reading)!.stored.data.groups).toEqual([5]);
  });

  it('lets readers hold nothing', async () => {
    const { here, there } = await twoProcesses();
    await here.hold('s', 'read');
    await (await there.hold('s', 'write'))!.release();
  });

  it('gives up when another process keeps the session for too long', async () => {
    const { here, there } = await twoProcesses(50);
    const writer = await here.hold('s', 'write');
    await expect(there.hold('s', 'read')).rejects.toBeInstanceOf(TurnTimeout);
    await expect(there.hold('s', 'write')).rejects.toBeInstanceOf(TurnTimeout);
    await writer!.release();
    expect(await there.hold('s', 'read')).toBeDefined();
  });

  it('finds no session where there is none, and waits for nobody then', async () => {
    const { store, here } = await twoProcesses(50);
    expect(await here.hold('unknown', 'read')).toBeUndefined();
    expect(await here.hold('unknown', 'write')).toBeUndefined();
    const writer = await here.hold('s', 'write');
    await store.destroy('s');
    await writer!.release();
    expect(await here.hold('s', 'write')).toBeUndefined();
  });
});
