import { loadConfig } from '../config.ts';
import { type Db, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { seedDemo } from '../demo/seed.ts';

// Makes an empty database into a new GLPI's, or adds this server's tables to one that is there: `npm run migrate`.
//   --demo          also fills a new one with the demo company
//   --any-address   also lets API clients of every address in (a new GLPI only knows this machine)

try {
  const config = loadConfig(process.env);
  const database = openDatabase({ url: config.databaseUrl, poolSize: 2, connectTimeout: 10_000, queryTimeout: 0 });
  const names = await migrate(database.db);
  console.log(names.length > 0 ? `Done: ${names.join(', ')}.` : 'Nothing to do.');
  if (process.argv.includes('--demo') && (await seedDemo(database.db, config.filesDir))) {
    console.log('Filled in the demo company Harbour Foods.');
  }
  if (process.argv.includes('--any-address')) await admitAnyAddress(database.db);
  await database.close();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function admitAnyAddress(db: Db): Promise<void> {
  await db
    .updateTable('glpi_apiclients')
    .set({ ipv4_range_start: null, ipv4_range_end: null, ipv6: null })
    .where('id', '=', 1)
    .execute();
  console.log('API clients of every address are let in.');
}
