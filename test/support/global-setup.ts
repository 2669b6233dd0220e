import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import type { TestProject } from 'vitest/node';
import { type Db, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { FolderInUse, type PrivateMariadb, startPrivateMariadb } from '../../src/database/private-mariadb.ts';
import { seedDemo } from '../../src/demo/seed.ts';
import { copyRows, databaseOn } from './mariadb.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Before all tests: a MariaDB (TEST_DATABASE_URL names one to use, else a private one is started) and in it the
 * templates that test files copy. All are kept for the next run, as long as migrations and demo site stay the same.
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
  const files = ['migrations/**/*.ts', 'src/demo/**/*.ts', 'src/database/private-mariadb.ts', import.meta.filename];
  for (const file of globSync(files, { cwd: root }).sort()) {
    hash.update(readFileSync(path.resolve(root, file)));
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

/**
 * Two templates: `<template>_new` as migrations make it, `<template>` with the demo site's rows as well. Ready when
 * their mark is there: a run that was stopped midway leaves none.
 */
async function makeTemplate(server: string, template: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: server, multipleStatements: true });
  const [ready] = await connection.query<RowDataPacket[]>('SHOW DATABASES LIKE ?', [`${template}\\_ready`]);
  if (ready.length === 0) {
    console.log('Preparing the template databases of the tests …');
    for (const name of [template, `${template}_new`]) {
      await connection.query(
        `DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
      );
    }
    await withDatabase(databaseOn(server, `${template}_new`), migrate);
    await copyRows(connection, `${template}_new`, template);
    await withDatabase(databaseOn(server, template), (db) => seedDemo(db));
    await connection.query(`CREATE DATABASE ${template}_ready`);
  }
  await connection.end();
}

async function withDatabase(url: string, work: (db: Db) => Promise<unknown>): Promise<void> {
  const database = openDatabase({ url, poolSize: 1, connectTimeout: 10_000, queryTimeout: 0 });
  await work(database.db);
  await database.close();
}
