import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import mysql from 'mysql2/promise';
import { openDatabase } from '../../database/database.ts';
import { migrate } from '../../database/migrate.ts';
import { type PrivateMariadb, startPrivateMariadb } from '../../database/private-mariadb.ts';
import { seedDemo } from '../../demo/seed.ts';
import { get, type LoadResult, load, sorted } from './load.ts';
import { floorApi, loadWrites, openApi, writeRows } from './writes.ts';

// What the server does in a second, beside what the least possible server does in the same run:
//
//   npm run bench -- [--scale FILE] [--seconds N] [--connections N]
//
// --scale names an SQL file that grows the default rows of GLPI to a large site; without it the demo company is measured.

const root = path.resolve(import.meta.dirname, '../../..');
const { values: options } = parseArgs({
  options: {
    scale: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '8' },
  },
});

/** Share of the floor's requests that each route should reach (docs/performance.md). */
const routes: readonly { name: string; path: string; aim?: number }[] = [
  { name: 'get item, without links', path: '/Computer/10?get_hateoas=false', aim: 0.6 },
  { name: 'get item', path: '/Computer/10' },
  { name: 'get items (50)', path: '/Computer?range=0-49', aim: 0.35 },
  { name: 'get items (50), without links', path: '/Computer?range=0-49&get_hateoas=false' },
  { name: 'get items (50), names expanded', path: '/Ticket?range=0-49&expand_dropdowns=true' },
  { name: 'getActiveProfile', path: '/getActiveProfile' },
  { name: 'getFullSession', path: '/getFullSession' },
];

const mariadb = await startPrivateMariadb({ folder: path.join(root, '.private', 'bench'), progress: console.log });
const children: ChildProcess[] = [];
const files = mkdtempSync(path.join(tmpdir(), 'bench-'));
try {
  const url = await prepare(mariadb);
  const floor = await start('src/cli/bench/floor.ts', { DATABASE_URL: url });
  const env = { DATABASE_URL: url, GLPI_FILES_DIR: files, PORT: '0', LOG_LEVEL: 'info' };
  const server = await start('src/main.ts', env);
  await measure(floor.address, `${server.address}/apirest.php`, server.child);
} finally {
  for (const child of children) child.kill('SIGTERM');
  await mariadb.stop();
  rmSync(files, { recursive: true, force: true });
}

/** A database that is made anew each time: writes of an earlier run would lengthen what is counted. */
async function prepare(on: PrivateMariadb): Promise<string> {
  const name = options.scale ? 'bench_scale' : 'bench_demo';
  const connection = await mysql.createConnection({ uri: on.url('mysql'), multipleStatements: true });
  console.log(`Preparing ${name} …`);
  await connection.query(`DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name}`);
  const database = openDatabase({ url: on.url(name), poolSize: 1, connectTimeout: 10_000, queryTimeout: 0 });
  await migrate(database.db);
  if (!options.scale) await seedDemo(database.db);
  await database.close();
  if (options.scale) {
    if (!existsSync(options.scale)) throw new Error(`There is no ${options.scale}.`);
    await connection.query(`USE ${name}; ${readFileSync(options.scale, 'utf8')}`);
  }
  await connection.end();
  return on.url(name);
}

/** Starts a server of its own process; resolves with the address that it listens on. */
function start(script: string, env: Record<string, string>): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [...process.execArgv, path.join(root, script)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      if (printed.length > 10_000) return;
      printed += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (address) resolve({ address, child });
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}.`)));
  });
}

async function measure(floor: string, api: string, server: ChildProcess): Promise<void> {
  const connections = Number(options.connections);
  const duration = Number(options.seconds) * 1000;
  const login = { Authorization: `Basic ${Buffer.from('glpi:glpi').toString('base64')}` };
  const { session_token: token } = (await (await fetch(`${api}/initSession`, { headers: login })).json()) as {
    session_token: string;
  };
  const headers = { 'Session-Token': token };
  console.log(`${connections} connections, ${options.seconds} s each; the floor is measured again before each row.\n`);
  console.log('| request | req/s | median ms | p99 ms | floor req/s | of the floor | aim |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const { name, path: route, aim } of routes) {
    const least = await load({ url: `${floor}/10`, connections, duration: duration / 2 });
    const ours = await load({ url: api + route, headers, connections, duration });
    print(name, ours, least, aim);
  }
  const least = await load({ url: `${floor}/10`, connections, duration: duration / 2 });
  print('initSession + killSession', await logins(api, login, duration), least, undefined);
  await measureWrites(floor, api, login, duration);
  console.log(`\nResident memory of the server now: ${memoryOf(server)} MB.`);
}

/** Writes of sessions of their own, beside the floor's one INSERT. */
async function measureWrites(
  floor: string,
  api: string,
  login: Record<string, string>,
  duration: number,
): Promise<void> {
  const connections = Array.from({ length: Number(options.connections) });
  const apis = await Promise.all(connections.map(() => openApi(api, login)));
  const floors = connections.map(() => floorApi(floor));
  for (const row of writeRows) {
    const least = await loadWrites(writeRows[0]!, floors, duration / 2);
    print(row.name, await loadWrites(row, apis, duration), least, undefined);
  }
}

/** Pairs of initSession and killSession, one after the other on four connections. */
async function logins(api: string, headers: Record<string, string>, duration: number): Promise<LoadResult> {
  const times: number[] = [];
  let failures = 0;
  const end = performance.now() + duration;
  const worker = async (): Promise<void> => {
    for (let now = performance.now(); now < end; now = performance.now()) {
      const { session_token: token } = (await (await fetch(`${api}/initSession`, { headers })).json()) as {
        session_token: string;
      };
      if ((await get(`${api}/killSession`, { 'Session-Token': token })) !== 200) failures++;
      times.push(performance.now() - now);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return { ...sorted(times), requestsPerSecond: times.length / (duration / 1000), failures };
}

function print(name: string, ours: LoadResult, floor: LoadResult, aim: number | undefined): void {
  const share = ours.requestsPerSecond / floor.requestsPerSecond;
  const percent = (value: number): string => `${Math.round(value * 100)} %`;
  const cells = [
    name + (ours.failures > 0 ? ` (${ours.failures} failed)` : ''),
    Math.round(ours.requestsPerSecond),
    ours.median.toFixed(1),
    ours.p99.toFixed(1),
    Math.round(floor.requestsPerSecond),
    percent(share),
    aim === undefined ? '' : `≥ ${percent(aim)}`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/** Megabytes that a process holds in memory, as Linux says. */
function memoryOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
