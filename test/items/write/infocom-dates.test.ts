import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asking, startAsking } from './asking.ts';

/** Financial information that comes by itself, and dates that fill themselves in (items-write W18). */
let glpi: Asking;
const today = new Date().toISOString().slice(0, 10);
let inStock: number;
let inUse: number;
let branch: number;
let site: number;

beforeAll(async () => {
  glpi = await startAsking();
  inStock = await glpi.made('State', { name: 'In stock' });
  inUse = await glpi.made('State', { name: 'In use' });
  branch = await glpi.made('Entity', { name: 'Branch', entities_id: 0 });
  site = await glpi.made('Entity', { name: 'Site', entities_id: branch });
  const options = { autofill_use_date: `STATUS_${inUse}`, autofill_warranty_date: '4', default_infocom_alert: 4 };
  expect((await glpi.change('Entity', branch, options)).status).toBe(200);
});
afterAll(() => glpi.close());

const infocoms = (itemtype: string, id: number) =>
  glpi.rows.select('SELECT * FROM glpi_infocoms WHERE itemtype = ? AND items_id = ?', [itemtype, id]);

describe('a state that an entity names', () => {
  it('fills the date in when a new item has it, by the option of an entity above', async () => {
    const id = await glpi.made('Phone', { name: 'new', entities_id: site, states_id: inUse });
    const [infocom, ...more] = await infocoms('Phone', id);
    expect(more).toEqual([]);
    expect(infocom).toMatchObject({ use_date: today, buy_date: null, alert: 4, entities_id: site });
  });

  it('fills it in when an item gets it, and the item hears of it', async () => {
    const id = await glpi.made('Monitor', { name: 'moved', entities_id: site, states_id: inStock });
    expect(await infocoms('Monitor', id)).toEqual([]);
    await glpi.made('Infocom', { itemtype: 'Monitor', items_id: id });
    await glpi.news();
    await glpi.change('Monitor', id, { states_id: inUse });
    expect(await infocoms('Monitor', id)).toMatchObject([{ use_date: today }]);
    const itsNews = await glpi.news();
    expect(itsNews.map((row) => [row.itemtype, row.items_id, row.id_search_option])).toEqual([
      ['Monitor', id, 31],
      ['Monitor', id, 38],
    ]);
  });

  it('concerns no templates, and no items of entities that name none', async () => {
    const template = await glpi.made('Phone', {
      is_template: 1,
      template_name: 't',
      entities_id: site,
      states_id: inUse,
    });
    const elsewhere = await glpi.made('Phone', { name: 'root', entities_id: 0, states_id: inUse });
    expect(await infocoms('Phone', template)).toEqual([]);
    expect(await infocoms('Phone', elsewhere)).toEqual([]);
  });
});

describe('a date that copies another one', () => {
  it('is copied when it is sent and was empty', async () => {
    const id = await glpi.made('Phone', { name: 'copies', entities_id: site });
    const infocom = await glpi.made('Infocom', { itemtype: 'Phone', items_id: id });
    await glpi.change('Infocom', infocom, { delivery_date: '2025-01-02' });
    expect(await glpi.row('glpi_infocoms', infocom)).toMatchObject({ warranty_date: null });
    await glpi.change('Infocom', infocom, { warranty_date: '', delivery_date: '2025-01-03' });
    expect(await glpi.row('glpi_infocoms', infocom)).toMatchObject({ warranty_date: '2025-01-03' });
    await glpi.change('Infocom', infocom, { warranty_date: '2025-02-01', delivery_date: '2025-01-04' });
    expect(await glpi.row('glpi_infocoms', infocom)).toMatchObject({ warranty_date: '2025-02-01' });
  });
});

describe('auto_create_infocoms', () => {
  it('gives every item that can have it its financial information, one', async () => {
    expect((await glpi.change('Config', 1, { auto_create_infocoms: 1 })).status).toBe(200);
    await pause(1100);
    await glpi.news();
    const id = await glpi.made('Printer', { name: 'printer', entities_id: site });
    expect(await infocoms('Printer', id)).toMatchObject([{ entities_id: site, alert: 4, use_date: null }]);
    expect((await glpi.news()).map((row) => [row.itemtype, row.linked_action])).toEqual([
      ['Printer', 20],
      ['Infocom', 20],
    ]);
    const state = await glpi.made('State', { name: 'No asset' });
    expect(await infocoms('State', state)).toEqual([]);
  });

  it('leaves alone what brought its own', async () => {
    const kind = await glpi.made('ConsumableItem', { name: 'Battery', entities_id: site });
    const [own] = await infocoms('ConsumableItem', kind);
    await glpi.change('Infocom', Number(own!.id), { value: 7 });
    const id = await glpi.made('Consumable', { consumableitems_id: kind });
    expect(await infocoms('Consumable', id)).toMatchObject([{ value: '7.0000' }]);
  });
});
