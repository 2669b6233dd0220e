import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { connectTo, type Rows } from './rows.ts';

/** Writers at once: what they leave is what they would have left one after the other. */
let server: TestApp;
let rows: Rows;
let token: string;

beforeAll(async () => {
  server = await testApp({ DATABASE_POOL_SIZE: '8' });
  rows = await connectTo(server.database.url);
  token = await server.logIn('glpi');
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

async function send(method: 'POST' | 'PUT' | 'DELETE', path: string, input: object, by = token) {
  const headers = { 'content-type': 'application/json' };
  const answer = await server.ask(path, { method, token: by, headers, payload: JSON.stringify({ input }) });
  return { status: answer.statusCode, body: answer.json() };
}

const addLocation = async (name: string, parent = 0): Promise<number> =>
  (await send('POST', '/Location', { name, locations_id: parent })).body.id;

describe('writers at once', () => {
  it('never put two branches of a tree below each other', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await addLocation(`a${round}`), await addLocation(`b${round}`)];
      const answers = await Promise.all([
        send('PUT', `/Location/${a}`, { locations_id: b }),
        send('PUT', `/Location/${b}`, { locations_id: a }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    }
  });

  it('keep complete names true while parents are renamed and children made', async () => {
    const parent = await addLocation('parent');
    await Promise.all([
      ...Array.from({ length: 6 }, (_, n) => send('POST', '/Location', { name: `child ${n}`, locations_id: parent })),
      ...Array.from({ length: 3 }, (_, n) => send('PUT', `/Location/${parent}`, { name: `parent ${n}` })),
    ]);
    const wrong = await rows.select(
      `SELECT c.id FROM glpi_locations c JOIN glpi_locations p ON p.id = c.locations_id
       WHERE c.completename <> CONCAT(p.completename, ' > ', c.name) OR c.level <> p.level + 1`,
      [],
    );
    expect(wrong).toEqual([]);
  });

  it('note each change of one item once, from the value that it found', async () => {
    const { body } = await send('POST', '/Computer', { name: 'contended', serial: 'v0' });
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => send('PUT', `/Computer/${body.id}`, { serial: `v${n + 1}` })),
    );
    const changes = await rows.select(
      "SELECT old_value, new_value FROM glpi_logs WHERE itemtype = 'Computer' AND items_id = ? AND id_search_option = 5 ORDER BY id",
      [body.id],
    );
    expect(changes).toHaveLength(8);
    for (const [at, change] of changes.entries()) expect(change.old_value).toBe(changes[at - 1]?.new_value ?? 'v0');
  });

  it('move nodes of one tree about and leave a tree', async () => {
    const nodes: number[] = [];
    for (let n = 0; n < 8; n++) nodes.push(await addLocation(`node ${n}`, nodes[(n - 1) >> 1]));
    const tokens = await Promise.all(Array.from({ length: 6 }, () => server.logIn('glpi')));
    for (let round = 0; round < 4; round++) {
      const answers = await Promise.all(
        tokens.map((own, n) => {
          const [node, parent] = [nodes[(n * 3 + round) % 8], nodes[(n * 5 + round * 3 + 1) % 8]];
          return send('PUT', `/Location/${node}`, { locations_id: parent, comment: `${round} ${n}` }, own);
        }),
      );
      for (const { status, body } of answers) expect([200, 400], JSON.stringify(body)).toContain(status);
    }
    const tree = await rows.select('SELECT * FROM glpi_locations', []);
    const byId = new Map(tree.map((row) => [row.id, row]));
    for (const row of tree) {
      const parent = byId.get(row.locations_id);
      expect(row.level).toBe(parent ? Number(parent.level) + 1 : 1);
      expect(row.completename).toBe(parent ? `${parent.completename} > ${row.name}` : row.name);
      if (row.ancestors_cache) expect(idsOf(row.ancestors_cache)).toEqual(above(byId, row));
      if (row.sons_cache) {
        const below = tree.filter((one) => one.id === row.id || above(byId, one).includes(Number(row.id)));
        expect(idsOf(row.sons_cache)).toEqual(below.map(({ id }) => Number(id)).sort((a, b) => a - b));
      }
    }
  });

  it('put a user into a group once', async () => {
    const { body: group } = await send('POST', '/Group', { name: 'wanted' });
    const tokens = await Promise.all(Array.from({ length: 6 }, () => server.logIn('glpi')));
    const membership = { users_id: 2, groups_id: group.id };
    const answers = await Promise.all(tokens.map((own) => send('POST', '/Group_User', membership, own)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400]);
    const told = await rows.select(
      "SELECT id FROM glpi_logs WHERE itemtype = 'Group' AND items_id = ? AND itemtype_link = 'User'",
      [group.id],
    );
    expect(told).toHaveLength(1);
  });

  it('change one computer’s many columns from many sessions, and lose nothing', async () => {
    const { body } = await send('POST', '/Computer', { name: 'shared' });
    const columns = ['serial', 'otherserial', 'contact', 'contact_num', 'comment', 'uuid'];
    const tokens = await Promise.all(columns.map(() => server.logIn('glpi')));
    await Promise.all(
      columns.flatMap((column, n) =>
        [1, 2].map((time) => send('PUT', `/Computer/${body.id}`, { [column]: `${column} ${time}` }, tokens[n])),
      ),
    );
    const [row] = await rows.select('SELECT * FROM glpi_computers WHERE id = ?', [body.id]);
    for (const column of columns) expect(row![column]).toMatch(new RegExp(`^${column} [12]$`));
  });

  it('change and purge the same items: each is there whole or gone whole', async () => {
    const tokens = await Promise.all(Array.from({ length: 6 }, () => server.logIn('glpi')));
    for (let round = 0; round < 3; round++) {
      const { body } = await send('POST', '/Computer', { name: 'ends' });
      const path = `/Computer/${body.id}`;
      const own = { itemtype: 'Computer', items_id: body.id };
      const answers = await Promise.all([
        send('PUT', path, { serial: 'x' }, tokens[0]),
        send('POST', '/Item_Disk', { ...own, name: 'c' }, tokens[1]),
        send('POST', '/Infocom', own, tokens[2]),
        send('DELETE', `${path}?force_purge=1`, {}, tokens[3]),
        send('DELETE', `${path}?force_purge=1`, {}, tokens[4]),
        send('POST', '/NetworkPort', { ...own, name: 'p', instantiation_type: 'NetworkPortEthernet' }, tokens[5]),
      ]);
      for (const { status, body: said } of answers) expect(status, JSON.stringify(said)).toBeLessThan(500);
      const left = await rows.select(
        `SELECT (SELECT COUNT(*) FROM glpi_computers WHERE id = :id) + (SELECT COUNT(*) FROM glpi_infocoms WHERE itemtype = 'Computer' AND items_id = :id)
         + (SELECT COUNT(*) FROM glpi_items_disks WHERE itemtype = 'Computer' AND items_id = :id)
         + (SELECT COUNT(*) FROM glpi_networkports WHERE itemtype = 'Computer' AND items_id = :id) AS n`.replaceAll(
          ':id',
          String(body.id),
        ),
        [],
      );
      expect(left).toEqual([{ n: 0 }]);
    }
  });
});

const idsOf = (cache: unknown): number[] =>
  Object.values(JSON.parse(String(cache)) as object)
    .map(Number)
    .sort((a, b) => a - b);

/** Ids of all nodes above one. */
function above(byId: Map<unknown, Record<string, unknown>>, row: Record<string, unknown>): number[] {
  const ids: number[] = [];
  for (let at = byId.get(row.locations_id); at; at = byId.get(at.locations_id)) {
    if (ids.includes(Number(at.id))) throw new Error(`${at.id} is above itself`);
    ids.push(Number(at.id));
  }
  return ids.sort((a, b) => a - b);
}
