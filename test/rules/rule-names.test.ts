import type { RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

let site: TestApp;
let token: string;
let entity: number;

beforeAll(async () => {
  site = await testApp();
  token = await site.logIn();
  entity = await add('Entity', { name: 'warehouse', entities_id: 0 });
  token = await site.logIn();
});
afterAll(() => site.close());

async function add(itemtype: string, input: Record<string, unknown>): Promise<number> {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
}

/** What the history of a new rule says of its one part, without the part's id. */
async function named(kind: string, part: 'RuleCriteria' | 'RuleAction', input: Record<string, unknown>) {
  const rules_id = await add(kind, { name: 'named', match: 'AND' });
  const id = await add(part, { rules_id, ...input });
  const db = await connect(site.database.url);
  const [rows] = await db.query<RowDataPacket[]>(
    'SELECT new_value FROM glpi_logs WHERE itemtype = ? AND items_id = ? AND itemtype_link = ?',
    [kind, rules_id, part],
  );
  await db.end();
  return String(rows[0]?.new_value).replace(` (${id})`, '');
}

describe('what histories call criteria and actions (rules 8.4)', () => {
  it.each([
    ['RuleTicket', 'name', 2, 'tea', 'Title contains tea'],
    ['RuleTicket', 'name', 2, '', 'Title contains'],
    ['RuleTicket', 'urgency', 0, '5', 'Urgency is Very high'],
    ['RuleTicket', 'locations_id', 9, '1', 'Ticket location does not exist Yes'],
    ['RuleTicket', 'nothing', 99, 'x', 'Unavailable  x'],
    ['RuleRight', 'TYPE', 0, '1', 'Authentication type is GLPI internal database'],
    ['RuleRight', 'TYPE', 0, '3', 'Authentication type is LDAP directory:'],
    ['RuleAsset', '_itemtype', 0, 'Computer', 'Item type is Computer'],
    ['RuleAsset', '_tag', 4, 'x', 'Agent &#62; Inventory tag starting with x'],
    ['RuleImportAsset', 'itemtype', 0, 'Computer', 'Asset &#62; Item type is Computers'],
    ['RuleImportAsset', 'itemtype', 0, '', 'Asset &#62; Item type is No itemtype defined'],
    ['RuleImportAsset', 'mac', 10, '1', 'Asset &#62; Network port &#62; MAC is already present Yes'],
    ['RuleImportAsset', 'uuid', 30, '1', 'Asset &#62; UUID is empty Yes'],
    ['RuleImportAsset', 'only_these_criteria', 204, '1', 'General &#62; Only criteria of this rule in data Yes Yes'],
  ])('%s: %s %i %s', async (kind, criteria, condition, pattern, name) => {
    expect(await named(kind, 'RuleCriteria', { criteria, condition, pattern })).toBe(name);
  });

  it.each([
    ['RuleImportAsset', 'assign', '_inventory', 0, 'Inventory link Assign Link if possible'],
    ['RuleTicket', 'add_validation', 'validation_percent', 50, /Minimum validation required Send 50%$/],
    ['RuleTicket', 'fromitem', 'locations_id', 1, 'Location Copy from item Yes'],
  ])('%s: %s %s', async (kind, action_type, field, value, name) => {
    expect(await named(kind, 'RuleAction', { action_type, field, value })).toEqual(
      typeof name === 'string' ? name : expect.stringMatching(name),
    );
  });

  it('an entity is named together with itself', async () => {
    const name = await named('RuleAsset', 'RuleCriteria', { criteria: 'entities_id', condition: 0, pattern: entity });
    expect(name).toMatch(/^Entity is (.* &#62; warehouse) \(\1\)$/);
  });
});
