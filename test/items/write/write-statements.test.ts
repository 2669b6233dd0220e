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

/** What statements do, to which table. */
const kinds = (statements: readonly string[]): string[] =>
  statements.map((sql) => {
    const verb = /^\w+/.exec(sql)![0];
    const table = /(?:from|into|^update) [`"]?(\w+)/s.exec(sql)?.[1];
    return table ? `${verb} ${table}` : verb;
  });

describe('statements', () => {
  let id = 0;

  it('of a new computer: at most 6', async () => {
    const statements = await statementsOf(async () => {
      id = (await requestAdd(ctx, computer, { name: 'counted', serial: 'C-1' })).id;
    });
    expect(kinds(statements)).toMatchInlineSnapshot(`
      [
        "begin",
        "select glpi_fieldunicities",
        "insert glpi_computers",
        "select glpi_computers",
        "insert glpi_logs",
        "commit",
      ]
    `);
  });

  it('of a change of three columns: at most 6', async () => {
    const statements = await statementsOf(() =>
      requestUpdate(ctx, computer, id, { name: 'changed', serial: 'C-2', comment: 'c' }),
    );
    expect(kinds(statements)).toMatchInlineSnapshot(`
      [
        "begin",
        "select glpi_computers",
        "update glpi_computers",
        "select glpi_computers",
        "insert glpi_logs",
        "commit",
      ]
    `);
  });

  it('of a trip to the trashbin: at most 6', async () => {
    const how = { force: false, history: true };
    expect(kinds(await statementsOf(() => requestDelete(ctx, computer, id, {}, how)))).toMatchInlineSnapshot(`
      [
        "begin",
        "select glpi_computers",
        "update glpi_computers",
        "update glpi_items_softwareversions",
        "insert glpi_logs",
        "commit",
      ]
    `);
  });

  it('of a child: its parent is locked by the statement that reads it', async () => {
    const disk = itemtype('Item_Disk')!;
    const input = { itemtype: 'Computer', items_id: id, name: 'c' };
    const statements = await statementsOf(() => requestAdd(ctx, disk, input));
    expect(kinds(statements)).toMatchInlineSnapshot(`
      [
        "begin",
        "select glpi_computers",
        "insert glpi_items_disks",
        "select glpi_items_disks",
        "insert glpi_logs",
        "commit",
      ]
    `);
    expect(statements[1]).toMatch(/for update$/);
  });
});
