import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { connectTo, type Rows } from './rows.ts';

/** Rows of the history that a purge writes and takes away again use up numbers, as they do in GLPI. */
let server: TestApp;
let rows: Rows;
let token: string;

beforeAll(async () => {
  server = await testApp();
  rows = await connectTo(server.database.url);
  token = await server.logIn();
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

async function add(itemtype: string, input: object): Promise<number> {
  const answer = await server.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().id;
}

/** The number of the only row that a new item leaves. */
async function nextNumber(): Promise<number> {
  const id = await add('Manufacturer', { name: `m${Math.random()}` });
  const [row] = await rows.select("SELECT id FROM glpi_logs WHERE itemtype = 'Manufacturer' AND items_id = ?", [id]);
  return Number(row!.id);
}

/** How many numbers a purge uses up. */
async function usedBy(itemtype: string, id: number): Promise<number> {
  const before = await nextNumber();
  const answer = await server.ask(`/${itemtype}/${id}?force_purge=1`, { method: 'DELETE', token });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(await rows.select('SELECT 1 FROM glpi_logs WHERE itemtype = ? AND items_id = ?', [itemtype, id])).toEqual([]);
  return (await nextNumber()) - before - 1;
}

describe('a purge uses up', () => {
  it('none for an item alone, or with parts that go quietly', async () => {
    const id = await add('Computer', { name: 'c' });
    await add('Item_Disk', { itemtype: 'Computer', items_id: id, name: 'd' });
    expect(await usedBy('Computer', id)).toBe(0);
  });

  it('one for each followup and task of a ticket', async () => {
    const id = await add('Ticket', { name: 't', content: 'c' });
    for (const content of ['a', 'b']) await add('ITILFollowup', { itemtype: 'Ticket', items_id: id, content });
    await add('TicketTask', { tickets_id: id, content: 'k' });
    expect(await usedBy('Ticket', id)).toBe(3);
  });

  it('one for the status of a problem at work', async () => {
    expect(await usedBy('Problem', await add('Problem', { name: 'p', content: 'c', _users_id_assign: 4 }))).toBe(1);
  });

  it('one for each translation of a dropdown', async () => {
    const id = await add('SoftwareCategory', { name: 's' });
    await add('DropdownTranslation', {
      itemtype: 'SoftwareCategory',
      items_id: id,
      language: 'fr_FR',
      field: 'name',
      value: 'v',
    });
    // Translating a name translates the complete name, too.
    const [{ n } = {}] = await rows.select(
      "SELECT COUNT(*) AS n FROM glpi_dropdowntranslations WHERE itemtype = 'SoftwareCategory' AND items_id = ?",
      [id],
    );
    expect(Number(n)).toBeGreaterThan(0);
    expect(await usedBy('SoftwareCategory', id)).toBe(Number(n));
  });

  it('two for each address of a computer', async () => {
    const id = await add('Computer', { name: 'c' });
    await add('NetworkPort', {
      itemtype: 'Computer',
      items_id: id,
      name: 'p',
      instantiation_type: 'NetworkPortEthernet',
      _create_children: true,
      NetworkName_name: 'n',
      NetworkName__ipaddresses: { '-1': '10.0.0.1', '-2': '10.0.0.2' },
    });
    expect(await usedBy('Computer', id)).toBe(4);
    const left =
      "SELECT 1 FROM glpi_logs WHERE itemtype = 'NetworkName' AND items_id NOT IN (SELECT id FROM glpi_networknames)";
    expect(await rows.select(left, [])).toEqual([]);
  });
});
