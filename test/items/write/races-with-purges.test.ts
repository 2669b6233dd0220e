import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { connectTo, type Rows } from './rows.ts';

/** Whoever writes what belongs to an item, while another purges the item: either comes first, as if alone. */
let server: TestApp;
let rows: Rows;
let tokens: string[];

beforeAll(async () => {
  server = await testApp({ DATABASE_POOL_SIZE: '8' });
  rows = await connectTo(server.database.url);
  tokens = await Promise.all(Array.from({ length: 8 }, () => server.logIn('glpi')));
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

let turn = 0;

async function send(method: 'POST' | 'PUT' | 'DELETE', path: string, input: object = {}) {
  const token = tokens[turn++ % tokens.length]!;
  const answer = await server.ask(path, { method, token, payload: { input } });
  expect(answer.statusCode, `${method} ${path} ${answer.body}`).toBeLessThan(500);
  return { status: answer.statusCode, body: answer.json() };
}

const add = async (itemtype: string, input: object): Promise<number> =>
  (await send('POST', `/${itemtype}`, input)).body.id;

const purge = (itemtype: string, id: number) => send('DELETE', `/${itemtype}/${id}?force_purge=1`);

/** Does the work of many rounds at once, so that some of them meet in every order. */
const rounds = (work: (round: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: 12 }, (_, round) => work(round)));

const lonely = (table: string, key: string, of: string, condition = '1') =>
  rows.select(
    `SELECT c.id FROM ${table} c LEFT JOIN ${of} p ON p.id = c.${key} WHERE c.${key} > 0 AND p.id IS NULL AND ${condition}`,
    [],
  );

describe('a purge of an item', () => {
  it('and a disk that moves to it', async () => {
    const first = await add('Computer', { name: 'first' });
    await rounds(async () => {
      const second = await add('Computer', { name: 'second' });
      const disk = await add('Item_Disk', { itemtype: 'Computer', items_id: first, name: 'd' });
      await Promise.all([send('PUT', `/Item_Disk/${disk}`, { items_id: second }), purge('Computer', second)]);
    });
    expect(await lonely('glpi_items_disks', 'items_id', 'glpi_computers', "itemtype = 'Computer'")).toEqual([]);
  });

  it('and a disk that moves away from it, which stays, and of which no history is left', async () => {
    const kept = await add('Computer', { name: 'kept' });
    await rounds(async () => {
      const left = await add('Computer', { name: 'left' });
      const disk = await add('Item_Disk', { itemtype: 'Computer', items_id: left, name: 'd' });
      const [moved] = await Promise.all([
        send('PUT', `/Item_Disk/${disk}`, { items_id: kept }),
        purge('Computer', left),
      ]);
      const found = await rows.select('SELECT items_id FROM glpi_items_disks WHERE id = ?', [disk]);
      expect(found).toEqual(moved.status === 200 ? [{ items_id: kept }] : []);
      const told = await rows.select("SELECT * FROM glpi_logs WHERE itemtype = 'Computer' AND items_id = ?", [left]);
      expect(told).toEqual([]);
    });
  });

  it('and a version that moves to it, with what is installed of it', async () => {
    const computer = await add('Computer', { name: 'installed' });
    const first = await add('Software', { name: 'first', entities_id: 0 });
    await rounds(async () => {
      const second = await add('Software', { name: 'second', entities_id: 0 });
      const moving = await add('SoftwareVersion', { softwares_id: first, name: 'm' });
      const staying = await add('SoftwareVersion', { softwares_id: second, name: 's' });
      await Promise.all([
        send('PUT', `/SoftwareVersion/${moving}`, { softwares_id: second }),
        ...[moving, staying].map((softwareversions_id) =>
          send('POST', '/Item_SoftwareVersion', { itemtype: 'Computer', items_id: computer, softwareversions_id }),
        ),
        purge('Software', second),
      ]);
    });
    expect(await lonely('glpi_softwareversions', 'softwares_id', 'glpi_softwares')).toEqual([]);
    expect(await lonely('glpi_items_softwareversions', 'softwareversions_id', 'glpi_softwareversions')).toEqual([]);
  });

  it('and tickets that it gets a part in', async () => {
    const ticket = await add('Ticket', { name: 'old', content: 'c' });
    await rounds(async (round) => {
      const actor = await add('User', { name: `actor${round}` });
      await Promise.all([
        add('Ticket', { name: 'new', content: 'c', _users_id_requester: actor, _users_id_assign: actor }),
        send('PUT', `/Ticket/${ticket}`, { _itil_assign: { _type: 'user', users_id: actor } }),
        send('POST', '/Ticket_User', { tickets_id: ticket, users_id: actor, type: 3 }),
        purge('User', actor),
      ]);
    });
    expect(await lonely('glpi_tickets_users', 'users_id', 'glpi_users')).toEqual([]);
  });

  it('and another that becomes its child in the tree', async () => {
    const top = await add('Location', { name: 'top' });
    await rounds(async (round) => {
      const parent = await add('Location', { name: `parent ${round}`, locations_id: top });
      const own = await add('Location', { name: `own ${round}`, locations_id: parent });
      const moving = await add('Location', { name: `moving ${round}` });
      await Promise.all([
        send('PUT', `/Location/${moving}`, { locations_id: parent }),
        send('PUT', `/Location/${own}`, { name: `renamed ${round}` }),
        send('POST', '/Location', { name: `new ${round}`, locations_id: parent }),
        purge('Location', parent),
      ]);
    });
    expect(await lonely('glpi_locations', 'locations_id', 'glpi_locations')).toEqual([]);
    const wrong = await rows.select(
      `SELECT c.id FROM glpi_locations c LEFT JOIN glpi_locations p ON p.id = c.locations_id
       WHERE c.completename <> IF(p.id IS NULL, c.name, CONCAT(p.completename, ' > ', c.name))
          OR c.level <> IF(p.id IS NULL, 1, p.level + 1)`,
      [],
    );
    expect(wrong).toEqual([]);
  });

  it('and a second purge of it, and a change, and a copy', async () => {
    await rounds(async () => {
      const id = await add('Computer', { name: 'wanted' });
      await add('Infocom', { itemtype: 'Computer', items_id: id, value: 5 });
      const answers = await Promise.all([
        purge('Computer', id),
        purge('Computer', id),
        send('PUT', `/Computer/${id}`, { serial: 's' }),
        send('DELETE', `/Computer/${id}`),
        send('POST', '/Computer', { id, name: 'copy' }),
      ]);
      const [first, second] = answers;
      expect([first.status, second.status].sort()).not.toEqual([400, 400]);
      expect(await rows.select("SELECT id FROM glpi_logs WHERE itemtype = 'Computer' AND items_id = ?", [id])).toEqual(
        [],
      );
    });
    expect(await lonely('glpi_infocoms', 'items_id', 'glpi_computers', "itemtype = 'Computer'")).toEqual([]);
  });
});

it('branches that cross keep the tree a tree, and nobody has to come again', async () => {
  const make = async (name: string) => {
    const above = await add('Group', { name, entities_id: 0 });
    return [above, await add('Group', { name: `${name} below`, entities_id: 0, groups_id: above })] as const;
  };
  await rounds(async (round) => {
    const [[a, belowA], [b, belowB]] = [await make(`a${round}`), await make(`b${round}`)];
    const answers = await Promise.all([
      send('PUT', `/Group/${a}`, { groups_id: belowB }),
      send('PUT', `/Group/${b}`, { groups_id: belowA }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});
