import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { type AssetWorld, addAssets } from './assets.ts';
import { addAssistance } from './assistance.ts';
import { DemoSite } from './demo-site.ts';
import { addDocuments, writeFiles } from './documents.ts';
import { addManagement } from './management.ts';
import { addNetwork } from './network.ts';
import { addEntities, addGroups, addPeople } from './organisation.ts';
import { addPlaces } from './places.ts';
import { addTools } from './tools.ts';

/**
 * Fills a new GLPI (default rows only) with the demo company: the same rows each time. Does nothing where there are
 * entities below Root already.
 * @param filesDir GLPI's folder of files, which gets the documents' files; none are written without it
 * @returns whether rows were written
 */
export async function seedDemo(db: Db, filesDir?: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM glpi_entities WHERE id > 0 LIMIT 1`.execute(db);
  if (rows.length > 0) return false;
  const site = await DemoSite.on(db);
  const entities = addEntities(site);
  const people = addPeople(site, entities);
  const world: AssetWorld = {
    site,
    entities,
    people,
    groups: addGroups(site, people),
    places: addPlaces(site, entities),
  };
  const assets = addAssets(world);
  addNetwork(site, entities, world.places);
  addManagement(world, assets);
  addAssistance(world, assets);
  addTools(world);
  const files = addDocuments(world);
  if (filesDir !== undefined) writeFiles(filesDir, files);
  await site.write(db);
  return true;
}
