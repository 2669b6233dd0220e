import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemtype } from '../../../src/catalog/catalog.ts';
import type { Context } from '../../../src/context.ts';
import { requestAdd, requestDelete, requestUpdate } from '../../../src/items/write/requests.ts';
import { openReading, type Reading } from '../reading.ts';

/** How many statements writes send; begin and commit count. */
let reading: Reading;
let ctx: Context;
const computer = itemtype('Computer')!;

beforeAll(async () => {
  reading = await openReading();
  ctx = await reading.signIn('glpi');
});
afterAll(() => reading.close());

async function statementsOf(write: () => Promise<unknown>): Promise<string[]> {
  const before = reading.statements.length;
  await write();
  return reading.statements.slice(before);
}

describe('statements', () => {
  let id = 0;

  it('of a new computer: at most 6', async () => {
    const statements = await statementsOf(async () => {
      id = (await requestAdd(ctx, computer, { name: 'counted', serial: 'C-1' })).id;
    });
    expect(statements.length).toBeLessThanOrEqual(6);
    expect(statements.at(-1)).toMatch(/^commit/);
  });

  it('of a change of three columns: at most 6', async () => {
    const statements = await statementsOf(() =>
      requestUpdate(ctx, computer, id, { name: 'changed', serial: 'C-2', comment: 'c' }),
    );
    expect(statements.length).toBeLessThanOrEqual(6);
  });

  it('of a trip to the trashbin: at most 6', async () => {
    const how = { force: false, history: true };
    expect((await statementsOf(() => requestDelete(ctx, computer, id, {}, how))).length).toBeLessThanOrEqual(6);
  });
});
