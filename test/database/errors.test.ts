import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { emptyDatabase, type TestDatabase } from '../support/mariadb.ts';

let empty: TestDatabase;
let database: Database;

beforeAll(async () => {
  empty = await emptyDatabase();
  database = openDatabase({ url: empty.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 1000 });
});
afterAll(async () => {
  await database.close();
  await empty.drop();
});

it.each([
  ['fails', sql`SELECT * FROM nothing WHERE password = ${'secret-word'}`],
  ['takes too long', sql`SELECT SLEEP(30) FROM (SELECT ${'secret-word'} AS password) AS account`],
])('what is logged of a statement that %s has none of its values', async (_, statement) => {
  const error = await statement.execute(database.db).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  const logged = JSON.stringify({ ...error, message: error?.message, stack: error?.stack });
  expect(logged).toContain('password');
  expect(logged).not.toContain('secret-word');
});
