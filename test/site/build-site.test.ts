import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { connect, newGlpi } from '../support/mariadb.ts';
import { buildAssets, buildComputerParts, buildDynamicComputer, buildStock } from './assets.ts';
import { buildProblemsAndChanges, buildTickets, buildTimelines } from './assistance.ts';
import { buildAssistanceSetup, buildServiceLevels } from './assistance-setup.ts';
import {
  type Client,
  characterSetNamed,
  itemsInTheQuery,
  listsOfItems,
  numbersAsText,
  optionsOnEveryCall,
  truthAsNumbers,
} from './clients.ts';
import { buildComponents } from './components.ts';
import { buildDatacenter } from './datacenter.ts';
import { buildDocuments, buildTicketWithFile } from './documents.ts';
import { buildDropdowns } from './dropdowns.ts';
import { buildManagement } from './management.ts';
import { buildNetwork } from './network.ts';
import { buildCalendars, buildEntities, buildPlaces, buildProfilesAndGroups, buildUsers } from './organisation.ts';
import { differences, Reader } from './reading.ts';
import { buildRules, buildSetup } from './setup.ts';
import { Site } from './site.ts';
import { buildSoftware } from './software.ts';
import { brokenTrees, danglingItems, danglingKeys, oddHistory, Tables } from './soundness.ts';
import { buildImpacts, buildKnowledge, buildProjects, buildReservationsAndSearches } from './tools.ts';

const WRITTEN_OTHERWISE = new Set<string>([]);

const files = mkdtempSync(path.join(tmpdir(), 'built-site-'));
const site = new Site();
let app: TestApp;
let db: Connection;
let token: string;

beforeAll(async () => {
  app = await testApp({ GLPI_FILES_DIR: files }, newGlpi);
  db = await connect(app.database.url);
  token = await app.logIn('glpi');
});
afterAll(async () => {
  await db?.end();
  await app?.close();
  rmSync(files, { recursive: true });
});

type Way = (app: TestApp, token: string) => Client;
type Builder = (site: Site, app: TestApp, token: string) => Promise<void>;

const STEPS: readonly (readonly [name: string, way: Way, build: Builder])[] = [
  ['calendars', listsOfItems, buildCalendars],
  ['entities', optionsOnEveryCall, buildEntities],
  ['profiles and groups', truthAsNumbers, buildProfilesAndGroups],
  ['users', listsOfItems, buildUsers],
  ['places', characterSetNamed, buildPlaces],
  ['dropdowns', listsOfItems, buildDropdowns],
  ['settings', itemsInTheQuery, buildSetup],
  ['assets', listsOfItems, buildAssets],
  ['a computer of the inventory', characterSetNamed, buildDynamicComputer],
  ['parts of computers', optionsOnEveryCall, buildComputerParts],
  ['components', characterSetNamed, buildComponents],
  ['stock', itemsInTheQuery, buildStock],
  ['software', truthAsNumbers, buildSoftware],
  ['network', listsOfItems, buildNetwork],
  ['data centre', characterSetNamed, buildDatacenter],
  ['management', optionsOnEveryCall, buildManagement],
  ['documents', listsOfItems, buildDocuments],
  ['service levels', itemsInTheQuery, buildServiceLevels],
  ['set-up of the assistance', truthAsNumbers, buildAssistanceSetup],
  ['rules', listsOfItems, buildRules],
  ['projects', optionsOnEveryCall, buildProjects],
  ['knowledge', listsOfItems, buildKnowledge],
  ['reservations and searches', itemsInTheQuery, buildReservationsAndSearches],
  ['impacts', numbersAsText, buildImpacts],
  ['tickets', numbersAsText, buildTickets],
  ['a ticket with a file', listsOfItems, buildTicketWithFile],
  ['timelines', numbersAsText, buildTimelines],
  ['problems and changes', listsOfItems, buildProblemsAndChanges],
];

describe('a company’s site is built through the API', () => {
  it.each(STEPS)('%s', async (_name, way, build) => {
    site.use(way(app, token));
    await build(site, app, token);
    expect(site.built.length).toBeGreaterThan(0);
  });
});

describe('reading back', () => {
  it('shows each item as it was asked for, with all blocks', async () => {
    const reader = new Reader(app, token);
    const odd: string[] = [];
    for (const item of site.built) {
      const row = await reader.item(item.itemtype, item.id);
      for (const difference of differences(item, row)) odd.push(`${item.itemtype} ${item.id} ${difference}`);
    }
    expect(odd).toEqual([]);
  });

  it('lists each item', async () => {
    const reader = new Reader(app, token);
    const missing: string[] = [];
    for (const [itemtype, items] of Map.groupBy(site.built, (item) => item.itemtype)) {
      const listed = await reader.listedIds(itemtype);
      for (const { id } of items) if (!listed.has(id)) missing.push(`${itemtype} ${id}`);
    }
    expect(missing).toEqual([]);
  });

  it('finds each item', async () => {
    const reader = new Reader(app, token);
    const missing: string[] = [];
    for (const [itemtype, items] of Map.groupBy(site.built, (item) => item.itemtype)) {
      try {
        const found = await reader.foundIds(itemtype);
        for (const { id } of items) if (!found.has(id)) missing.push(`${itemtype} ${id}`);
      } catch (e) {
        missing.push(String(e));
      }
    }
    expect(missing).toEqual([]);
  });
});

describe('the tables afterwards', () => {
  let tables: Tables;
  beforeAll(async () => {
    tables = await Tables.of(db);
  });

  it('hold rows of every kind, but for those that no client can write', async () => {
    expect((await tables.empty()).filter((table) => !WRITTEN_OTHERWISE.has(table)).sort()).toEqual([]);
  });

  it('refer to rows that are there', async () => {
    expect(await danglingKeys(tables)).toEqual([]);
    expect(await danglingItems(tables)).toEqual([]);
  });

  it('have trees whose names, levels and caches agree', async () => {
    expect(await brokenTrees(tables)).toEqual([]);
  });

  it('have a history that can be shown', async () => {
    expect(await oddHistory(tables, 'glpi (2)')).toEqual([]);
    const [others] = await tables.rows(
      "SELECT COUNT(*) AS n FROM glpi_logs WHERE user_name = '' AND date_mod > '2026-01-01'",
    );
    expect(others!.n).toBe(0);
  });
});
