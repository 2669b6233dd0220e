import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { FolderInUse, type PrivateMariadb, startPrivateMariadb } from '../../src/database/private-mariadb.ts';
import { seedDemo } from '../../src/demo/seed.ts';
import { databaseOn } from './mariadb.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Before all tests: a MariaDB (TEST_DATABASE_URL names one to use, else a private one is started) and in it the
 * template that test files copy. Both are kept for the next run, as long as migrations and demo site stay the same.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const form = formOfTemplate();
  const given = process.env.TEST_DATABASE_URL;
  const mariadb = given ? undefined : await startMariadb(form);
  const server = given ?? mariadb!.url('mysql');
  try {
    const template = `apirest_test_${form}`;
    await makeTemplate(server, template);
    project.provide('mariadb', { server, template });
  } catch (error) {
    await mariadb?.stop();
    throw error;
  }
  return async () => mariadb?.stop();
}

/** What the template depends on, in short. */
function formOfTemplate(): string {
  const hash = createHash('sha256');
  for (const file of globSync(['migrations/**/*.ts', 'src/demo/**/*.ts', 'src/database/private-mariadb.ts'], {
    cwd: root,
  }).sort()) {
    hash.update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex').slice(0, 10);
}

async function startMariadb(form: string): Promise<PrivateMariadb> {
  for (let n = 1; ; n++) {
    const folder = path.join(root, '.private', `test-${n}`);
    try {
      return await startIn(folder, form);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
    }
  }
}

/** Starts with empty data when the template has changed: quicker than dropping hundreds of tables. */
async function startIn(folder: string, form: string): Promise<PrivateMariadb> {
  const note = path.join(folder, 'template');
  const progress = (line: string) => console.log(line);
  let mariadb = await startPrivateMariadb({ folder, progress });
  if (!existsSync(note) || readFileSync(note, 'utf8') !== form) {
    if (existsSync(note)) {
      await mariadb.stop();
      rmSync(folder, { recursive: true });
      mariadb = await startPrivateMariadb({ folder, progress });
    }
    writeFileSync(note, form);
  }
  return mariadb;
}

/** Ready when its mark is there: a run that was stopped midway leaves none. */
async function makeTemplate(server: string, template: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: server, multipleStatements: true });
  const [ready] = await connection.query<RowDataPacket[]>('SHOW DATABASES LIKE ?', [`${template}\\_ready`]);
  if (ready.length === 0) {
    console.log('Preparing the template database of the tests …');
    await connection.query(
      `DROP DATABASE IF EXISTS ${template}; CREATE DATABASE ${template} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    );
    const database = openDatabase({
      url: databaseOn(server, template),
      poolSize: 1,
      connectTimeout: 10_000,
      queryTimeout: 0,
    });
    await migrate(database.db);
    await seedDemo(database.db);
    await database.close();
    await connection.query(`CREATE DATABASE ${template}_ready`);
  }
  await connection.end();
}
