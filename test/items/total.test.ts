import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../src/database/database.ts';
import type { SessionData } from '../../src/sessions/session.ts';
import { openReading, type Reading } from './reading.ts';

/** Totals are put together from counts in several indexes; whatever the rows, they are the number of rows. */
let reading: Reading;
let db: Db;

beforeAll(async () => {
  reading = await openReading();
  db = reading.site.database.db;
  const entities: { id: number }[] = await db.selectFrom('glpi_entities').select('id').execute();
  const known = entities.map(({ id }) => id);
  const rows = [...known, 4_000_000, 4_000_001].flatMap((entity) =>
    [0, 0, 1].map((is_deleted) => ({ name: `in ${entity}`, entities_id: entity, is_deleted })),
  );
  for (const table of ['glpi_computers', 'glpi_tickets']) await db.insertInto(table).values(rows).execute();
});
afterAll(() => reading.close());

const total = async (url: string): Promise<number> => {
  const { headers, body } = await reading.get(url);
  const told = headers?.['content-range'];
  return told === undefined ? (body as unknown[]).length : Number(told.split('/')[1]);
};

/** Sees only these entities; rows of the first ones above them count when they are recursive. */
const within =
  (ids: number[], parents: number[]) =>
  (session: SessionData): SessionData => ({ ...session, entities: { ...session.entities!, all: false, ids, parents } });

describe.each(['Computer', 'Ticket'])('the total of a list of %s (items-read G5)', (type) => {
  const queries = ['', '&is_deleted=1', '&searchText[name]=in 4000', '&searchText[name]=in&is_deleted=1'];

  it.each([
    ['who sees all entities', (session: SessionData) => session],
    ['who sees some of them', within([1, 2], [])],
    ['who sees some and what is recursive above', within([1, 2], [0])],
    ['who sees none', within([], [])],
  ])('is the number of rows for somebody %s', async (_, change) => {
    await reading.signIn('glpi', change);
    for (const query of queries) {
      const all = ((await reading.get(`${type}?range=0-998${query}`)).body as unknown[]).length;
      expect(await total(`${type}?range=0-0${query}`), query).toBe(all);
      expect(await total(`${type}?range=0-0&only_id=1${query}`), query).toBe(all);
    }
  });
});

it('leaves no trace in the rows', async () => {
  await reading.signIn('glpi');
  const [row] = (await reading.get('Computer?range=0-0')).body as object[];
  expect(Object.keys(row!)).not.toContain('rows_in_all');
});

it('refuses a page behind it', async () => {
  await reading.signIn('glpi');
  await expect(reading.get('Computer?range=100000-100001')).rejects.toMatchObject({
    code: 'ERROR_RANGE_EXCEED_TOTAL',
  });
});
