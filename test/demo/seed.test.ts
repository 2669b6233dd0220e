import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { seedDemo } from '../../src/demo/seed.ts';
import { emptyDatabase, freshGlpi, type TestDatabase } from '../support/mariadb.ts';

const open = (url: string): Database => openDatabase({ url, poolSize: 2, connectTimeout: 5000, queryTimeout: 0 });

describe('the demo company', () => {
  let demo: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    demo = await freshGlpi();
    database = open(demo.url);
  });
  afterAll(async () => {
    await database.close();
    await demo.drop();
  });

  it('is written once', async () => {
    expect(await seedDemo(database.db)).toBe(false);
  });

  it('has trees whose caches agree with their parents', async () => {
    for (const [table, parent] of Object.entries({
      glpi_entities: 'entities_id',
      glpi_locations: 'locations_id',
      glpi_groups: 'groups_id',
      glpi_itilcategories: 'itilcategories_id',
    })) {
      const nodes = await database.db
        .selectFrom(table)
        .select(['id', 'name', 'completename', 'level', 'ancestors_cache', `${parent} as parent`])
        .execute();
      for (const node of nodes) {
        const above = nodes.find(({ id }) => id === node.parent && node.id !== 0);
        expect(node.completename).toBe(above ? `${above.completename} > ${node.name}` : node.name);
        expect(node.level).toBe(above ? above.level + 1 : 1);
        if (above) expect(Object.values(JSON.parse(node.ancestors_cache))).toContain(above.id);
      }
    }
  });

  it('keeps texts encoded, as GLPI does', async () => {
    const { name } = await database.db
      .selectFrom('glpi_entities')
      .select('name')
      .where('name', 'like', 'IT%')
      .executeTakeFirstOrThrow();
    expect(name).toBe('IT &#38; networks');
  });

  it('points to rows that are there', async () => {
    const dangling = await database.db
      .selectFrom('glpi_computers as c')
      .leftJoin('glpi_entities as e', 'e.id', 'c.entities_id')
      .leftJoin('glpi_locations as l', 'l.id', 'c.locations_id')
      .select('c.name')
      .where((eb) => eb.or([eb('e.id', 'is', null), eb.and([eb('c.locations_id', '>', 0), eb('l.id', 'is', null)])]))
      .execute();
    expect(dangling).toEqual([]);
  });
});

it('comes with the files of its documents', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'apirest-files-'));
  const empty = await emptyDatabase();
  const database = open(empty.url);
  await migrate(database.db);
  expect(await seedDemo(database.db, folder)).toBe(true);
  const documents = await database.db.selectFrom('glpi_documents').select(['filepath', 'sha1sum']).execute();
  expect(documents.length).toBeGreaterThan(3);
  for (const { filepath, sha1sum } of documents) {
    expect(existsSync(path.join(folder, filepath))).toBe(true);
    expect(
      createHash('sha1')
        .update(readFileSync(path.join(folder, filepath)))
        .digest('hex'),
    ).toBe(sha1sum);
  }
  await database.close();
  await empty.drop();
  rmSync(folder, { recursive: true });
});
