import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

/** Pages in the order of linked rows are found by counting; put together they are the list that sorting all rows gives. */
let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await testApp();
  token = await app.logIn();
  const connection = await connect(app.database.url);
  // Alike by the collation, without a name, and pointing to nothing.
  await connection.query(
    "INSERT INTO glpi_computermodels (id, name) VALUES (901, 'alike'), (902, 'Alike'), (903, NULL)",
  );
  await connection.query('INSERT INTO glpi_computers (name, computermodels_id, is_deleted, is_template) VALUES ?', [
    Array.from({ length: 40 }, (_, at) => [`c ${at}`, [901, 902, 903, 0, 99_999][at % 5], at % 7 === 0, at % 11 === 0]),
  ]);
  await connection.end();
});
afterAll(() => app.close());

interface Found {
  readonly totalcount: number;
  readonly data?: readonly Record<string, unknown>[];
  readonly rawdata?: { readonly statements: readonly { readonly purpose: string; readonly sql: string }[] };
}

async function search(path: string): Promise<Found> {
  const answer = await app.ask(`/search/${path}`, { token });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<Found>();
}

const isByLink = async (path: string) => {
  const { rawdata } = await search(`${path}&rawdata=1`);
  return rawdata!.statements.some(({ purpose, sql }) => purpose === 'total' && /SELECT GROUP_CONCAT/.test(sql));
};

describe('a page in the order of linked rows (search 19.2)', () => {
  it.each([
    ['Computer', 'sort=40&order=ASC'],
    ['Computer', 'sort=40&order=DESC'],
    ['Computer', 'sort=80&order=DESC'],
    ['Computer', 'sort=70'],
    ['Computer', 'sort[0]=40&order[0]=DESC&sort[1]=1&order[1]=DESC'],
    ['Ticket', 'sort=80&order=ASC'],
    ['Ticket', 'sort=7&order=DESC'],
  ])('of %s, %s', async (type, sort) => {
    const shown = `${type}?${sort}&forcedisplay[0]=2`;
    expect(await isByLink(`${shown}&range=0-6`)).toBe(true);
    expect(await isByLink(`${shown}&range=0-4999`)).toBe(false);
    const { totalcount, data } = await search(`${shown}&range=0-4999`);
    const paged: unknown[] = [];
    for (let start = 0; start < totalcount; start += 7) {
      const page = await search(`${shown}&range=${start}-${start + 6}`);
      expect(page.totalcount).toBe(totalcount);
      paged.push(...(page.data ?? []));
    }
    expect(paged).toEqual(data);
  });

  it.each([
    [
      'criteria leave rows out',
      'Computer?sort=40&criteria[0][field]=1&criteria[0][searchtype]=contains&criteria[0][value]=c',
    ],
    ['the trashbin is searched', 'Computer?sort=40&is_deleted=1'],
    ['the linked rows are many', 'Ticket?sort=4'],
    ['the key may be empty', 'User?sort=80'],
    ['the column is the own one', 'Computer?sort=1'],
  ])('is found by sorting where %s', async (_, path) => {
    expect(await isByLink(path)).toBe(false);
  });
});
