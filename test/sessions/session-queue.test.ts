import { describe, expect, it } from 'vitest';
import { SessionQueue, TurnTimeout } from '../../src/sessions/session-queue.ts';

const PATIENCE = 1000;

describe('the queue of a session', () => {
  it('lets readers in together', async () => {
    const queue = new SessionQueue();
    const leave = await Promise.all([queue.enter('s', 'read', PATIENCE), queue.enter('s', 'read', PATIENCE)]);
    expect(leave).toHaveLength(2);
  });

  it('keeps the order in which requests came (sessions S7)', async () => {
    const queue = new SessionQueue();
    const order: string[] = [];
    const visit = async (name: string, access: 'read' | 'write') => {
      const leave = await queue.enter('s', access, PATIENCE);
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`${name} out`);
      leave();
    };
    await Promise.all([
      visit('w1', 'write'),
      visit('r1', 'read'),
      visit('r2', 'read'),
      visit('w2', 'write'),
      visit('r3', 'read'),
    ]);
    expect(order).toEqual([
      ...['w1 in', 'w1 out'],
      ...['r1 in', 'r2 in', 'r1 out', 'r2 out'],
      ...['w2 in', 'w2 out'],
      ...['r3 in', 'r3 out'],
    ]);
  });

  it('does not let sessions wait for each other', async () => {
    const queue = new SessionQueue();
    await queue.enter('one', 'write', PATIENCE);
    await queue.enter('other', 'write', PATIENCE);
  });

  it('gives up after its patience and lets those behind go on', async () => {
    const queue = new SessionQueue();
    const leave = await queue.enter('s', 'read', PATIENCE);
    const impatient = queue.enter('s', 'write', 20);
    const behind = queue.enter('s', 'read', PATIENCE);
    await expect(impatient).rejects.toBeInstanceOf(TurnTimeout);
    (await behind)();
    leave();
    leave();
    (await queue.enter('s', 'write', PATIENCE))();
  });
});
