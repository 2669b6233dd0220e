import { parseArgs } from 'node:util';
import { accountsByLogin } from '../../auth/account.ts';
import { ApiClients } from '../../auth/api-clients.ts';
import { LdapDirectories } from '../../auth/ldap/directories.ts';
import { behaviours } from '../../behaviours/all.ts';
import { itemtype as itemtypeNamed } from '../../catalog/catalog.ts';
import { loadConfig } from '../../config.ts';
import type { Context, Site } from '../../context.ts';
import { openDatabase } from '../../database/database.ts';
import { readSchema } from '../../database/schema.ts';
import { EntityTrees } from '../../entities/entity-tree.ts';
import { PhpArray } from '../../http/php-array.ts';
import { parsePhpQuery } from '../../http/php-query.ts';
import { withRights } from '../../rights/session-rights.ts';
import { filters, readCriteria } from '../../search/criteria.ts';
import { readPage, readParameters } from '../../search/parameters.ts';
import { planSearch, type SearchPlan } from '../../search/plan.ts';
import { answerFrom, search } from '../../search/search.ts';
import { sessionOptions } from '../../search/session-options.ts';
import { MOST_COUNTED } from '../../search/source.ts';
import { idQuery } from '../../search/statements.ts';
import { Trace, type TracedStatement } from '../../search/trace.ts';
import { assetsTogether, branchPlans, unionOf } from '../../search/unions.ts';
import { newSession } from '../../sessions/new-session.ts';
import { SettingsReader } from '../../settings/settings.ts';
import { openTranslations } from '../../text/translations.ts';
import { naiveSource } from './naive-search.ts';

// How our searches compare with the statement that GLPI sends for the same, both measured in one run:
//
//   npm run bench:search -- --database mysql://user:password@host/name [--runs N] [--user glpi]
//
// The database holds a large site (bench/scale.sql on the default rows of GLPI).

const { values: options } = parseArgs({
  options: {
    database: { type: 'string', default: process.env.DATABASE_URL ?? '' },
    runs: { type: 'string', default: '10' },
    user: { type: 'string', default: 'glpi' },
  },
});
const runs = Number(options.runs);
/** Milliseconds of runs that don't count. */
const WARM_UP = 500;

/** Itemtype and query of each measured search. */
const cases: readonly (readonly [name: string, itemtype: string, query: string])[] = [
  ['computers, no criteria', 'Computer', ''],
  ['tickets, no criteria', 'Ticket', ''],
  [
    'tickets: not solved, content contains',
    'Ticket',
    'criteria[0][field]=12&criteria[0][searchtype]=equals&criteria[0][value]=notold&criteria[1][link]=AND&criteria[1][field]=21&criteria[1][searchtype]=contains&criteria[1][value]=printer',
  ],
  ['tickets of a requester', 'Ticket', 'criteria[0][field]=4&criteria[0][searchtype]=equals&criteria[0][value]=1500'],
  [
    'tickets: category under, opened after, newest first',
    'Ticket',
    'sort=15&order=DESC&criteria[0][field]=7&criteria[0][searchtype]=under&criteria[0][value]=12&criteria[1][link]=AND&criteria[1][field]=15&criteria[1][searchtype]=morethan&criteria[1][value]=2024-06-01',
  ],
  [
    'computers with a software',
    'Computer',
    'criteria[0][link]=AND&criteria[0][meta]=1&criteria[0][itemtype]=Software&criteria[0][field]=1&criteria[0][searchtype]=contains&criteria[0][value]=Software 42',
  ],
  ['computers by model', 'Computer', 'sort=40&order=DESC'],
  ['tickets, deep in the list', 'Ticket', 'range=100000-100049'],
  [
    'all assets: name contains',
    'AllAssets',
    'criteria[0][field]=1&criteria[0][searchtype]=contains&criteria[0][value]=pc-0123',
  ],
];

const ctx = await openContext();
const rows = [];
for (const [name, type, query] of cases.filter(([n]) => /model|no criteria|deep/.test(n))) rows.push(await measure(name, type, query));
console.table(rows);
await ctx.site.database.close();

async function measure(name: string, type: string, query: string) {
  const values = parsePhpQuery(query, { maxVariables: 1000, maxDepth: 64 });
  const itemtype = type === assetsTogether.name ? assetsTogether : itemtypeNamed(type)!;
  const [ours, naive] = await best(
    async () => JSON.stringify((await search(ctx, itemtype, values)).body),
    async () => JSON.stringify(await naively(type, values)),
  );
  const { purpose, slowest, alone } = await slowestStatement(type, values);
  return {
    search: name,
    'naive ms': naive!.toFixed(1),
    'ours ms': ours!.toFixed(1),
    ratio: (naive! / ours!).toFixed(1),
    'slowest statement': `${purpose} ${slowest.toFixed(1)}`,
    'ids alone ms': alone!.toFixed(1),
  };
}

/**
 * The least of several runs of each, by turns, so that whatever else the machine does slows all alike; after some runs
 * that don't count: the engine and the database's caches have to be warm.
 */
async function best(...works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  for (const work of works) for (const until = performance.now() + WARM_UP; performance.now() < until; ) await work();
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      const startedAt = performance.now();
      await work();
      least[index] = Math.min(least[index]!, performance.now() - startedAt);
    }
  }
  return least;
}

async function plansOf(type: string, values: PhpArray): Promise<{ plans: readonly SearchPlan[]; filtered: boolean }> {
  const itemtype = type === assetsTogether.name ? assetsTogether : itemtypeNamed(type)!;
  const { all, visible } = sessionOptions(ctx, itemtype);
  const parameters = readParameters(values);
  const criteria = readCriteria(parameters.criteria, { options: all, isHidden: () => false, searchesAll: true });
  const request = { itemtype, options: visible, parameters, criteria };
  const union = unionOf(itemtype);
  const plans = union
    ? (await branchPlans(ctx, union, request, new Trace(ctx.db, false))).plans
    : [await planSearch(ctx, request, new Trace(ctx.db, false))];
  return { plans, filtered: filters(criteria) };
}

/** The whole search by GLPI's statement. */
async function naively(type: string, values: PhpArray): Promise<unknown> {
  const { plans, filtered } = await plansOf(type, values);
  const parameters = readParameters(values);
  const trace = new Trace(ctx.db, false);
  const { body } = await answerFrom(ctx, naiveSource(plans, filtered), {
    parameters,
    page: readPage(values, 20),
    trace,
  });
  return body;
}

/** The statement of our search that takes longest, and the one of ids sent by itself. */
async function slowestStatement(type: string, values: PhpArray) {
  const { plans, filtered } = await plansOf(type, values);
  const itemtype = type === assetsTogether.name ? assetsTogether : itemtypeNamed(type)!;
  const traced = PhpArray.of([...values, ['rawdata', true]]);
  const least = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    const { body } = await search(ctx, itemtype, traced);
    const { statements } = body.rawdata as { statements: readonly TracedStatement[] };
    for (const { purpose, milliseconds } of statements) {
      least.set(purpose, Math.min(milliseconds, least.get(purpose) ?? milliseconds));
    }
  }
  const [purpose, slowest] = [...least].toSorted(([, one], [, other]) => other - one)[0]!;
  const { start, size } = filtered ? { start: 0, size: MOST_COUNTED } : readPage(values, 20);
  const branches = plans.map((plan) => idQuery(plan, start).query.limit(size).offset(start).compile());
  const [alone] = await best(() => Promise.all(branches.map((query) => ctx.db.executeQuery(query))));
  return { purpose, slowest, alone };
}

async function openContext(): Promise<Context> {
  const config = loadConfig({ ...process.env, DATABASE_URL: options.database });
  const database = openDatabase({ url: options.database, poolSize: 4, connectTimeout: 10_000, queryTimeout: 0 });
  const { db } = database;
  const settings = new SettingsReader(db);
  const entities = new EntityTrees(db);
  const translations = openTranslations(undefined);
  const report = () => undefined;
  const directories = new LdapDirectories(db, config.cryptKey, report);
  const facts = { config, behaviours, schema: await readSchema(db), translations, directories, report };
  const site: Site = { ...facts, database, settings, entities, apiClients: new ApiClients(db) };
  const [account] = await accountsByLogin(db, options.user);
  if (!account) throw new Error(`There is no user ${options.user}.`);
  const session = await newSession(
    { db, settings: await settings.get(), translations, entities: await entities.get(), timeZones: false },
    { account, by: 'password' },
  );
  if (!session) throw new Error(`${options.user} has no profile.`);
  const date = new Date();
  const now = { date, sql: date.toISOString().slice(0, 19).replace('T', ' ') };
  return withRights({ site, db, session, now, settings: await settings.get(), translate: translations.in('en_GB') });
}
