import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findItemtype, itemtype } from '../../src/catalog/catalog.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { connect, newGlpi } from '../support/mariadb.ts';
import { buildAssets, buildComputerParts, buildDynamicComputer, buildStock, SURPLUS } from './assets.ts';
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
import { buildDocuments, buildTicketWithFile, PAPER, PICTURE } from './documents.ts';
import { buildDropdowns } from './dropdowns.ts';
import { buildManagement } from './management.ts';
import { buildNetwork } from './network.ts';
import {
  buildCalendars,
  buildEntities,
  buildPlaces,
  buildProfilesAndGroups,
  buildUsers,
  PASSWORD,
  TOKEN,
} from './organisation.ts';
import { differences, Reader } from './reading.ts';
import { buildRules, buildSetup } from './setup.ts';
import { Site } from './site.ts';
import { buildSoftware } from './software.ts';
import { brokenTrees, danglingItems, danglingKeys, oddHistory, slips, strayChildren, Tables } from './soundness.ts';
import { buildImpactsAndPages, buildKnowledge, buildProjects, buildReservationsAndSearches } from './tools.ts';

const NO_PERMISSION = "You don't have permission to perform this action.";

/** What only GLPI's pages, its inventory and its automatic actions write. */
const REFUSED = [
  'Agent',
  'Alert',
  'CronTaskLog',
  'Glpi\\Dashboard\\Filter',
  'ImpactCompound',
  'ImpactContext',
  'ImpactItem',
  'KnowbaseItem_Comment',
  'NetworkPortConnectionLog',
  'NotImportedEmail',
  'ObjectLock',
  'Plugin',
  'RefusedEquipment',
  'RuleMatchedLog',
  'Unmanaged',
];

const files = mkdtempSync(path.join(tmpdir(), 'built-site-'));
const site = new Site();
let app: TestApp;
let db: Connection;
let token: string;
/** What an empty GLPI shows already. */
let before: { dangling: string[]; trees: string[]; slips: string[] };

beforeAll(async () => {
  app = await testApp({ GLPI_FILES_DIR: files }, newGlpi);
  db = await connect(app.database.url);
  token = await app.logIn('glpi');
  const tables = await Tables.of(db);
  before = {
    dangling: [...(await danglingKeys(tables)), ...(await danglingItems(tables))],
    trees: await brokenTrees(tables),
    slips: await slips(tables),
  };
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
  ['impacts', numbersAsText, buildImpactsAndPages],
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
      for (const date of ['date_creation', 'date_mod']) {
        if (row[date] === null) odd.push(`${item.itemtype} ${item.id}: no ${date}`);
      }
    }
    expect(odd).toEqual([]);
  });

  it('lists and finds each item that is neither in the trashbin nor a template', async () => {
    const reader = new Reader(app, token);
    const missing: string[] = [];
    for (const [itemtype, items] of Map.groupBy(site.built, (item) => item.itemtype)) {
      const listed = await reader.listedIds(itemtype);
      const found = await reader.foundIds(itemtype);
      for (const { id, input } of items) {
        if (input.is_template === 1 || site.isTrashed(itemtype, id)) continue;
        if (!listed.has(id)) missing.push(`list of ${itemtype}: ${id}`);
        if (found?.has(id) === false) missing.push(`search of ${itemtype}: ${id}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

describe('what was built works', () => {
  it('shows all that hangs on a computer', async () => {
    const pc = await new Reader(app, token).item('Computer', site.id('Computer', 'pc-ylva'));
    const shown = Object.fromEntries(
      Object.entries(pc)
        .filter(([key]) => key.startsWith('_'))
        .map(([key, block]) => [key, Object.keys(block as object).length]),
    );
    expect(shown).toMatchObject({
      _devices: 17,
      _disks: 2,
      _softwares: 1,
      _connections: 4,
      _contracts: 1,
      _documents: 1,
      _tickets: 1,
      _notes: 1,
    });
    expect(pc._networkports).toMatchObject({ NetworkPortEthernet: [{ name: 'eth0' }] });
    expect(pc._infocoms).toMatchObject({ value: '1234.5600', warranty_duration: 36 });
  });

  it.each(['sten', 'ylva', 'greger', 'mona@coast.test'])('%s can log in by password', async (login) => {
    expect(await app.logIn(login, PASSWORD)).toBeTruthy();
  });

  it('ylva can log in by token, sees her entities and her picture', async () => {
    const answer = await app.ask('/initSession?get_full_session=true', {
      headers: { authorization: `user_token ${TOKEN}`, user_token: TOKEN },
    });
    expect(answer.json().session).toMatchObject({ glpiname: 'ylva', glpilanguage: 'fr_FR' });
    const hers = answer.json<{ session_token: string }>().session_token;
    const entities = await new Reader(app, hers).get<{ myentities: unknown[] }>('/getMyEntities?is_recursive=true');
    expect(entities.myentities).toHaveLength(5);
    const picture = await app.ask(`/User/${site.id('User', 'ylva')}/Picture`, { token: hers });
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
  });

  it('gives uploaded files back', async () => {
    for (const name of ['Bill of March', 'Same bill']) {
      const answer = await app.ask(`/Document/${site.id('Document', name)}`, {
        token,
        headers: { accept: 'application/octet-stream' },
      });
      expect([answer.statusCode, answer.body]).toEqual([200, PAPER]);
    }
    const picture = await app.ask(`/Document/${site.id('Document', 'Red dot')}?alt=media`, { token });
    expect(picture.rawPayload.equals(PICTURE)).toBe(true);
  });

  it('has put rules, agreements, people and costs to tickets', async () => {
    const reader = new Reader(app, token);
    const ticket = (name: string) => reader.item('Ticket', site.id('Ticket', name));
    expect(await ticket('Paper jam again')).toMatchObject({ itilcategories_id: site.id('ITILCategory', 'Printing') });
    expect((await ticket('A new chair')).time_to_resolve).toMatch(/^20/);
    expect(await ticket('Waits for parts')).toMatchObject({ status: 4 });
    expect(await ticket('Solved by advice')).toMatchObject({ status: 6 });
    expect(await ticket('Screen flickers')).toMatchObject({ urgency: 5, status: 3, actiontime: 4500 });
    const [pc] = await reader.get<object[]>('/Computer?searchText[name]=^pc-ylva$');
    expect(pc).toMatchObject({ ticket_tco: '34.5000' });
    const survey = await reader.get(`/TicketSatisfaction/${site.id('Ticket', 'Solved by advice')}`);
    expect(survey).toMatchObject({ satisfaction: 4, comment: 'Quick' });
  });

  it('is found by criteria as clients write them', async () => {
    const criteria =
      'is_deleted=0&as_map=0&criteria[0][field]=1&criteria[0][searchtype]=contains&criteria[0][value]=saw-' +
      '&criteria[1][link]=AND+NOT&criteria[1][field]=1&criteria[1][searchtype]=contains&criteria[1][value]=saw-1' +
      '&search=Search&itemtype=Computer&forcedisplay[2]=1&range=0-9999999999999';
    // Of twenty, saw-1 and saw-10 to saw-19 are left out.
    expect(await new Reader(app, token).get(`/search/computer?${criteria}`)).toMatchObject({ totalcount: 9, count: 9 });
  });

  it('is deleted in every way that clients delete', async () => {
    const ways = [listsOfItems, optionsOnEveryCall, itemsInTheQuery, truthAsNumbers, characterSetNamed, numbersAsText];
    for (const [index, way] of ways.entries()) {
      const id = site.id('Computer', SURPLUS[index]!);
      site.use(way(app, token));
      await site.trash('Computer', id);
      expect(await new Reader(app, token).item('Computer', id)).toMatchObject({ is_deleted: 1 });
      await site.change('Computer', id, { is_deleted: 0 });
      await site.purge('Computer', id);
      expect((await app.ask(`/Computer/${id}`, { token })).statusCode).toBe(404);
    }
  });
});

describe('the tables afterwards', () => {
  it('hold rows of every kind, but for those that GLPI lets no client write', async () => {
    const tables = await Tables.of(db);
    expect((await tables.empty()).sort()).toEqual([...REFUSED.map((name) => itemtype(name)!.table)].sort());
    for (const name of REFUSED) {
      const answer = await app.ask(`/${encodeURIComponent(name)}`, { method: 'POST', token, payload: { input: {} } });
      expect([name, answer.statusCode, answer.json()[1]]).toEqual([name, 400, NO_PERMISSION]);
    }
  });

  it('refer to rows that are there', async () => {
    const tables = await Tables.of(db);
    expect([...(await danglingKeys(tables)), ...(await danglingItems(tables))]).toEqual(before.dangling);
  });

  it('have children in the entities of their parents', async () => {
    expect(await strayChildren(await Tables.of(db))).toEqual([]);
  });

  it('have trees whose names, levels and caches agree', async () => {
    expect(await brokenTrees(await Tables.of(db))).toEqual(before.trees);
  });

  it('have a history that can be shown, with the creation of each item', async () => {
    const tables = await Tables.of(db);
    expect(await oddHistory(tables, 'glpi (2)')).toEqual([]);
    const created = new Set(
      (await tables.rows('SELECT itemtype, items_id FROM glpi_logs WHERE linked_action = 20')).map(
        (row) => `${row.itemtype} ${row.items_id}`,
      ),
    );
    const unknown = site.built.filter((item) => {
      const { name, flags } = findItemtype(item.itemtype)!.itemtype;
      return flags.dohistory && !created.has(`${name} ${item.id}`);
    });
    expect(unknown.map((item) => `${item.itemtype} ${item.id}`)).toEqual([]);
  });

  it('hold no text that is a slip', async () => {
    expect(await slips(await Tables.of(db))).toEqual(before.slips);
  });
});
