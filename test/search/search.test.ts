import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await testApp();
  token = await app.logIn();
});
afterAll(() => app.close());

interface Found {
  readonly totalcount: number;
  readonly count: number;
  readonly data?: readonly Record<string, unknown>[];
  readonly 'content-range': string;
}

async function search(path: string, as = token) {
  const answer = await app.ask(`/search/${path}`, { token: as });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Found>(), text: answer.body };
}

async function run(statement: string, ...values: unknown[]): Promise<void> {
  const connection = await connect(app.database.url);
  await connection.query(statement, values);
  await connection.end();
}

const criterion = (
  at: number,
  field: number | string,
  searchtype: string,
  value: string,
  more: Record<string, string> = {},
) =>
  Object.entries({ field, searchtype, value, ...more })
    .map(([key, each]) => `criteria[${at}][${key}]=${encodeURIComponent(each)}`)
    .join('&');

describe('pages (search 1.4, 1.5)', () => {
  it('say where they are', async () => {
    const { status, headers, body } = await search('Computer?range=0-1');
    expect(status).toBe(206);
    expect(body.count).toBe(2);
    expect(headers['content-range']).toBe(`0-1/${body.totalcount}`);
    expect(headers['accept-range']).toBe('Computer 1000');
  });

  it('are 200 when they hold everything', async () => {
    const { status, headers } = await search(`Computer?range=0-999&${criterion(0, 1, 'contains', 'no such thing')}`);
    expect(status).toBe(200);
    expect(headers['content-range']).toBeUndefined();
  });

  it('behind the last row are refused, right behind it they are empty', async () => {
    const { body } = await search('Computer?range=0-0');
    const behind = await search(`Computer?range=${body.totalcount + 1}-${body.totalcount + 5}`);
    expect(behind.status).toBe(400);
    expect(behind.text).toContain('ERROR_RANGE_EXCEED_TOTAL');
    const right = await search(`Computer?range=${body.totalcount}-${body.totalcount + 5}`);
    expect([right.status, right.body.count, right.body.data]).toEqual([206, 0, undefined]);
  });

  it('come in pieces when they are large, and read the same', async () => {
    const few = 'DevicePci?range=0-9999999999999&sort=2&forcedisplay[0]=2';
    const values = Array.from({ length: 6000 }, (_, at) => [`card ${at}`]);
    await run('INSERT INTO glpi_devicepcis (designation) VALUES ?', values);
    const { body } = await search(few);
    expect(body.count).toBe(body.totalcount);
    expect(body.data).toHaveLength(body.totalcount);
    const keyed = await search(`${few}&withindexes=1`);
    expect(Object.values(keyed.body.data ?? {})).toEqual(body.data);
    await run("DELETE FROM glpi_devicepcis WHERE designation LIKE 'card %'");
  });
});

describe('columns (search 7)', () => {
  it('may be named by uid, and rows by id', async () => {
    const { body } = await search('Computer?range=0-0&sort=2&forcedisplay[0]=2&uid_cols=1&withindexes=1');
    const [[id, row]] = Object.entries(body.data ?? {}) as [[string, Record<string, unknown>]];
    expect(row).toMatchObject({ 'Computer.id': Number(id) });
  });

  it('of a type without any are an empty list', async () => {
    await run('INSERT INTO glpi_tickets_users (tickets_id, users_id, type) VALUES (1, 2, 3)');
    const { body } = await search('Ticket_User?range=0-0&sort=1');
    expect(body.data?.[0]).toEqual([]);
  });

  it('that must not be shown are refused', async () => {
    const { status, text } = await search('Ticket?forcedisplay[0]=142');
    expect(status).toBe(400);
    expect(text).toContain("ID is forbidden along with 'forcedisplay' parameter.");
  });
});

describe('rights (search 10)', () => {
  it('a user of the helpdesk finds the tickets they have a part in, and of their actors only what shows them', async () => {
    const portal = await app.logIn('post-only', 'postonly');
    await run(
      `INSERT INTO glpi_tickets (id, name, entities_id, status) VALUES (99001, 'mine', 0, 1), (99002, 'not mine', 0, 1)`,
    );
    await run(
      'INSERT INTO glpi_tickets_users (tickets_id, users_id, type, alternative_email) VALUES (99001, 3, 1, ""), (99001, 2, 1, "")',
    );
    const { body } = await search('Ticket?range=0-99&sort=2&forcedisplay[0]=4', portal);
    const mine = body.data?.find((row) => row[2] === 99001);
    expect(mine).toMatchObject({ 1: 'mine', 4: '3' });
    expect(body.data?.some((row) => row[2] === 99002)).toBe(false);
    const seen = await search(`Ticket?sort=2&forcedisplay[0]=4&${criterion(0, 2, 'equals', '99001')}`);
    expect(seen.body.data?.[0]).toMatchObject({ 4: ['2', '3'] });
  });

  it('types that may not be viewed are refused', async () => {
    const portal = await app.logIn('post-only', 'postonly');
    for (const type of ['Computer', 'AllAssets']) expect((await search(type, portal)).status).toBe(403);
  });
});

describe('classes without a table', () => {
  it('are refused to who may not view them, and list what could be searched for', async () => {
    const portal = await app.logIn('post-only', 'postonly');
    for (const name of ['PurgeLogs', 'DBConnection']) {
      for (const path of [`/search/${name}`, `/${name}`]) {
        expect((await app.ask(path, { token })).json<string[]>()[0]).toBe('ERROR_RIGHT_MISSING');
      }
      const listing = await app.ask(`/listSearchOptions/${name}`, { token });
      expect(listing.json()).toEqual({ common: { name: 'Characteristics' } });
    }
    expect((await search('IPNetmask', portal)).status).toBe(403);
    expect((await search('IPNetmask')).text).toContain('ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM');
    const options = (await app.ask('/listSearchOptions/NetworkPortMigration', { token })).json<object>();
    expect(Object.keys(options)).toEqual(expect.arrayContaining(['10', '13', '20', '24', 'common']));
  });
});

describe('old names (search 22)', () => {
  it('find only what they stood for', async () => {
    const { headers, body } = await search('TicketFollowup?range=0-99');
    expect(headers['accept-range']).toBe('TicketFollowup 1000');
    expect(body.data?.every((row) => row[6] === 'Ticket')).toBe(true);
  });
});

describe('differences from GLPI', () => {
  it('D20: criteria behind a group are checked like the others', async () => {
    const group = `criteria[0][criteria][0][field]=2&criteria[0][criteria][0][searchtype]=contains&criteria[0][criteria][0][value]=${encodeURIComponent('>0')}`;
    const unknown = await search(`Computer?${group}&${criterion(1, 9999, 'contains', 'x')}`);
    expect(unknown.text).toContain('Bad field ID in search criteria');
    const quoted = await search(`Computer?range=0-999&${group}&${criterion(1, 31, 'equals', "1' OR '1'='1")}`);
    expect(quoted.status).toBe(200);
    const view = await search(`Computer?range=0-999&${group}&${criterion(1, 'view', 'contains', 'pc')}`);
    expect(view.status).toBe(200);
  });

  it('D21: each item is there once, whatever is shown', async () => {
    await run(`INSERT INTO glpi_tickets (id, name, entities_id, status) VALUES (99003, 'two requesters', 0, 1)`);
    await run('INSERT INTO glpi_tickets_users (tickets_id, users_id, type) VALUES (99003, 2, 1), (99003, 4, 1)');
    const { body } = await search('Ticket?range=0-999&sort=2&forcedisplay[0]=34&forcedisplay[1]=35&forcedisplay[2]=41');
    const ids = body.data?.map((row) => row[2]) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(body.totalcount);
    const meta = `criteria[0][criteria][0][field]=1&criteria[0][criteria][0][searchtype]=contains&criteria[0][criteria][0][value]=${encodeURIComponent('^')}&criteria[0][criteria][0][meta]=1&criteria[0][criteria][0][itemtype]=Software`;
    const nested = await search(`Computer?range=0-999&sort=2&${meta}`);
    const top = await search(
      `Computer?range=0-999&sort=2&${meta.replaceAll('criteria[0][criteria][0]', 'criteria[0]')}`,
    );
    expect(nested.body.totalcount).toBe(top.body.totalcount);
  });

  it('D22: what GLPI sends to the database in vain is refused or empty', async () => {
    const unreachable = await search(
      `Computer?${criterion(0, 1, 'contains', 'a', { meta: '1', itemtype: 'Calendar' })}`,
    );
    expect([unreachable.status, unreachable.text]).toEqual([400, expect.stringContaining('Bad field ID')]);
    const backwards = await search('Computer?range=3-1');
    expect([backwards.status, backwards.body.count]).toEqual([206, 0]);
  });

  it('D23: sums do not grow with the other columns', async () => {
    const alone = await search('Project?range=0-999&sort=2&forcedisplay[0]=2&forcedisplay[1]=91');
    const among = await search(
      'Project?range=0-999&sort=2&forcedisplay[0]=2&forcedisplay[1]=91&forcedisplay[2]=87&forcedisplay[3]=88',
    );
    expect(among.body.data?.map((row) => row[91])).toEqual(alone.body.data?.map((row) => row[91]));
  });

  it('D24: cells of HTML stand under their columns', async () => {
    const { text } = await search(
      'Computer?range=0-0&sort=2&forcedisplay[0]=2&forcedisplay[1]=145&forcedisplay[2]=5&giveItems=1',
    );
    const { data, data_html } = JSON.parse(text) as {
      data: Record<string, unknown>[];
      data_html: Record<string, string>[];
    };
    expect(data_html[0]?.[145]).toBe('');
    expect(data_html[0]?.[5]).toBe(data[0]?.[5] ?? '');
    expect(data_html[0]?.[2]).toBe(`<span class='text-nowrap'>${data[0]?.[2]}</span>`);
  });

  it('D25, D27: a union answers JSON, and rawdata our own statements', async () => {
    const { status, text } = await search('ReservationItem?rawdata=1');
    expect(status).toBe(200);
    expect(JSON.parse(text).rawdata.statements.length).toBeGreaterThan(0);
  });

  it('D26: searching all fields where it is not allowed is refused in JSON', async () => {
    const group =
      'criteria[0][criteria][0][field]=2&criteria[0][criteria][0][searchtype]=contains&criteria[0][criteria][0][value]=1';
    const { status, text } = await search(`Computer?${group}&${criterion(1, 'all', 'contains', 'x')}`);
    expect([status, text]).toEqual([400, expect.stringContaining('Forbidden field ID')]);
  });
});

it('D28: a search that takes too long is stopped, and its connection serves the next one', async () => {
  const slow = await testApp({ DATABASE_QUERY_TIMEOUT: '1000', DATABASE_POOL_SIZE: '2' });
  try {
    const session = await slow.logIn();
    const lock = await connect(slow.database.url);
    await lock.query('LOCK TABLES glpi_documents WRITE');
    const stopped = await slow.ask('/search/Document', { token: session });
    expect(stopped.statusCode).toBe(503);
    expect(stopped.body).toContain('The search was stopped');
    await lock.end();
    expect((await slow.ask('/search/Document', { token: session })).statusCode).toBeLessThan(300);
  } finally {
    await slow.close();
  }
});
