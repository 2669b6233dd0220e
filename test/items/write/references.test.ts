import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, byTable, itemtype } from '../../../src/catalog/catalog.ts';
import type { Itemtype } from '../../../src/catalog/model.ts';
import { fixedBelongings, polymorphicBelongings, referencesTo } from '../../../src/catalog/relations.ts';
import { openDatabase } from '../../../src/database/database.ts';
import { readSchema, type Schema } from '../../../src/database/schema.ts';
import { freshGlpi } from '../../support/mariadb.ts';

/** What an item's purge does to the rows that point to it (items-write W9, W10). */
let schema: Schema;
let close: () => Promise<void>;

beforeAll(async () => {
  const copy = await freshGlpi();
  const database = openDatabase({ url: copy.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
  schema = await readSchema(database.db);
  close = async () => {
    await database.close();
    await copy.drop();
  };
});
afterAll(() => close());

const referring = (name: string) =>
  referencesTo(schema, itemtype(name)!).map(({ table, column }) => `${table}.${column}`);
const going = (name: string) => fixedBelongings(itemtype(name)!).map(({ itemtype: { name: link } }) => link);

describe('rows that point to an item', () => {
  it('are set to 0 or go with it', () => {
    expect(referring('Manufacturer')).toContain('glpi_computers.manufacturers_id');
    expect(going('Computer')).toEqual(
      expect.arrayContaining(['ComputerVirtualMachine', 'ComputerAntivirus', 'Computer_Item']),
    );
    expect(referring('DeviceMemory')).toContain('glpi_items_devicememories.devicememories_id');
    expect(going('DeviceMemory')).not.toContain('Item_DeviceMemory');
  });

  it('go along by class only with the types that can have them', () => {
    const links = (name: string) => polymorphicBelongings(itemtype(name)!).map(({ itemtype: { name: link } }) => link);
    expect(links('Computer')).toContain('Domain_Item');
    expect(links('Supplier')).not.toContain('Domain_Item');
  });
});

/** A class's runs are no items that anybody could take away. */
const placesOfTheirOwn = new Set(['glpi_crontasklogs.crontasklogs_id']);

/** Consumables are given back by users alone; addresses have a way of their own. */
const elsewhere = new Set(['glpi_consumables.items_id', 'glpi_ipaddresses.mainitems_id']);

/** Trees look after their own branches. */
const isParentColumn = ({ table, foreignKey, completenameField }: Itemtype, place: string) =>
  completenameField !== undefined && place === `${table}.${foreignKey}`;

const facts = resolve(import.meta.dirname, '../../../../shared/contract/10.0.19/relations.json');

describe.skipIf(!existsSync(facts))('beside the facts of a running GLPI', () => {
  it('no column is both or neither', () => {
    const relations = JSON.parse(readFileSync(facts, 'utf8')) as Record<string, Record<string, (string | string[])[]>>;
    const wrong: string[] = [];
    for (const type of all()) {
      if (byTable(type.table) !== type) continue;
      const references = new Set(referencesTo(schema, type).map(({ table, column }) => `${table}.${column}`));
      for (const [table, columns] of Object.entries(relations[type.table] ?? {})) {
        const isLeftAlone = table.startsWith('_');
        for (const column of columns) {
          if (typeof column !== 'string') continue;
          const place = `${table.replace(/^_/, '')}.${column}`;
          if (placesOfTheirOwn.has(place) || isParentColumn(type, place)) continue;
          if (references.has(place) === isLeftAlone) wrong.push(`${type.name}: ${place}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('whatever names items by class and id goes with them or forgets them', () => {
    const relations = JSON.parse(readFileSync(facts, 'utf8')) as Record<string, Record<string, (string | string[])[]>>;
    const wrong: string[] = [];
    for (const type of all()) {
      if (byTable(type.table) !== type) continue;
      const along = new Set(polymorphicBelongings(type).map(({ itemtype: { table }, key }) => `${table}.${key}`));
      const references = new Set(
        referencesTo(schema, type).flatMap(({ table, column, typeColumn }) =>
          typeColumn ? [`${table}.${column}`] : [],
        ),
      );
      for (const [table, columns] of Object.entries(relations[type.table] ?? {})) {
        const places = table.startsWith('_') ? along : references;
        for (const column of columns) {
          if (typeof column === 'string') continue;
          const place = `${table.replace(/^_/, '')}.${column[0]}`;
          if (!elsewhere.has(place) && !places.has(place)) wrong.push(`${type.name}: ${place}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
