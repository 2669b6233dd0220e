import path from 'node:path';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import { buildApp } from '../app.ts';
import { type Config, loadConfig } from '../config.ts';
import { type Database, type Db, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { type PrivateMariadb, startPrivateMariadb } from '../database/private-mariadb.ts';
import { API_TOKEN, PASSWORD } from '../demo/organisation.ts';
import { seedDemo } from '../demo/seed.ts';
import { isPortFree } from './ports.ts';

// A demo site of its own: `npm run demo`. With --check it calls itself as its curl example does, and ends.

const folder = path.resolve(import.meta.dirname, '../../.private/demo');
const filesDir = path.join(folder, 'files');
const say = (line: string) => console.log(line);

async function main(): Promise<void> {
  const listener = loadConfig({ LOG_LEVEL: 'warn', ...process.env, GLPI_DIR: '', DATABASE_URL: 'mysql://x/x' });
  if (!(await isPortFree(listener.host, listener.port))) {
    throw new Error(`Port ${listener.port} is in use. Choose another one: PORT=8081 npm run demo`);
  }
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      say('\nStopping …');
      await stop();
      process.exit(0);
    });
  }
  try {
    const mariadb = await startPrivateMariadb({ folder, progress: say });
    stops.push(() => mariadb.stop());
    const config: Config = { ...listener, databaseUrl: mariadb.url('glpi'), filesDir };
    const database = await prepare(mariadb);
    const app = await buildApp(config);
    stops.push(() => app.close());
    const address = await app.listen({ host: config.host, port: config.port });
    await tellAddress(database.db, `${address}/apirest.php`);
    await database.close();
    say(greeting(address));
    if (process.argv.includes('--check')) {
      await check(address);
      await stop();
      process.exit(0);
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The database as it should be; quick when it is. One whose making was interrupted is made again. */
async function prepare(mariadb: PrivateMariadb): Promise<Database> {
  const connection = await mysql.createConnection(mariadb.url(''));
  const [whole] = await connection
    .query<RowDataPacket[]>("SELECT 1 FROM glpi.apirest_migrations WHERE name = '0001_glpi_tables'")
    .catch(() => [[]]);
  if (whole.length === 0) await connection.query('DROP DATABASE IF EXISTS glpi');
  await connection.query('CREATE DATABASE IF NOT EXISTS glpi CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
  await connection.end();
  const database = openDatabase({ url: mariadb.url('glpi'), poolSize: 2, connectTimeout: 10_000, queryTimeout: 0 });
  say("Bringing GLPI's tables up to date …");
  await migrate(database.db);
  if (await seedDemo(database.db, filesDir)) say('Filled in the demo company Harbour Foods.');
  return database;
}

/** Links in answers begin with this setting of GLPI. */
async function tellAddress(db: Db, apiUrl: string): Promise<void> {
  await db
    .updateTable('glpi_configs')
    .set({ value: apiUrl })
    .where('context', '=', 'core')
    .where('name', '=', 'url_base_api')
    .execute();
}

function greeting(address: string): string {
  return `
GLPI's REST API is at ${address}/apirest.php (and ${address}/api)

  login       password    profile
  glpi        glpi        Super-Admin
  tech        tech        Technician
  normal      normal      Observer
  post-only   postonly    Self-Service
  alice, ben, clara, david, emma … of the demo company: password ${PASSWORD}
  user token of alice: ${API_TOKEN}

Try it:

  token=$(curl -s -u glpi:glpi ${address}/apirest.php/initSession | cut -d '"' -f 4)
  curl -s -H "Session-Token: $token" '${address}/apirest.php/Computer?range=0-2'

Ctrl-C stops the server and its database.`;
}

/** What the greeting proposes. */
async function check(address: string): Promise<void> {
  const call = async (endpoint: string, headers: Record<string, string>) => {
    const response = await fetch(`${address}/apirest.php/${endpoint}`, { headers });
    if (!response.ok) throw new Error(`${endpoint} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const login = { Authorization: `Basic ${Buffer.from('glpi:glpi').toString('base64')}` };
  const { session_token: token } = (await call('initSession', login)) as { session_token: string };
  const computers = (await call('Computer?range=0-2', { 'Session-Token': token })) as { name: string }[];
  await call('killSession', { 'Session-Token': token });
  if (computers.length !== 3) throw new Error(`Three computers were asked for, ${computers.length} came.`);
  say(`\nChecked: logged in, read ${computers.map(({ name }) => name).join(', ')}, logged out.`);
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
