import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asking, startAsking } from './asking.ts';

/** What outlives an item that goes for good, and what follows one that moves (items-write W7.5, W9, W10). */
let glpi: Asking;
beforeAll(async () => {
  glpi = await startAsking();
});
afterAll(() => glpi.close());

const purge = async (itemtype: string, id: number) => {
  await glpi.news();
  expect(await glpi.purge(itemtype, id)).toEqual({ status: 200, body: [{ [id]: true, message: '' }] });
};
const ids = async (table: string) => (await glpi.rows.select('SELECT id FROM ??', [table])).map(({ id }) => id);
const change = async (itemtype: string, id: number, input: object) =>
  expect(await glpi.change(itemtype, id, input)).toMatchObject({ status: 200 });

describe('a user who goes', () => {
  it('gives consumables back', async () => {
    const user = await glpi.made('User', { name: 'consumer' });
    const kind = await glpi.made('ConsumableItem', { name: 'paper' });
    const consumable = await glpi.made('Consumable', { consumableitems_id: kind });
    await change('Consumable', consumable, { itemtype: 'User', items_id: user, date_out: '2025-01-01' });
    const before = await glpi.row('glpi_consumables', consumable);
    await purge('User', user);
    expect(await glpi.row('glpi_consumables', consumable)).toEqual({
      ...before,
      itemtype: null,
      items_id: 0,
      date_out: null,
    });
    expect(await glpi.news()).toEqual([]);
  });

  it('takes private searches along and leaves the others', async () => {
    const user = await glpi.made('User', { name: 'searcher' });
    const search = { itemtype: 'Computer', type: 1, url: 'front/computer.php?is_deleted=0' };
    const mine = await glpi.made('SavedSearch', { ...search, name: 'mine', is_private: 1 });
    const ours = await glpi.made('SavedSearch', { ...search, name: 'ours', is_private: 0 });
    await glpi.made('SavedSearch_User', { users_id: 2, itemtype: 'Computer', savedsearches_id: mine });
    for (const id of [mine, ours]) await change('SavedSearch', id, { users_id: user });
    await purge('User', user);
    expect(await ids('glpi_savedsearches')).toEqual([ours]);
    expect(await glpi.row('glpi_savedsearches', ours)).toMatchObject({ users_id: 0, name: 'ours' });
    expect(await ids('glpi_savedsearches_users')).toEqual([]);
  });
});

it('a printer that goes leaves its cartridges, which hear nothing of it', async () => {
  const printer = await glpi.made('Printer', { name: 'p' });
  const kind = await glpi.made('CartridgeItem', { name: 'black' });
  const cartridge = await glpi.made('Cartridge', { cartridgeitems_id: kind });
  await change('Cartridge', cartridge, { printers_id: printer, date_use: '2025-01-01' });
  const before = await glpi.row('glpi_cartridges', cartridge);
  await purge('Printer', printer);
  expect(await glpi.row('glpi_cartridges', cartridge)).toEqual({ ...before, printers_id: 0 });
  expect(await glpi.news()).toEqual([]);
});

it("a computer's own name stays with its addresses, and is nobody's", async () => {
  const computer = await glpi.made('Computer', { name: 'c' });
  const item = { itemtype: 'Computer', items_id: computer };
  const own = await glpi.made('NetworkName', { name: 'own', ...item, _ipaddresses: { '-1': '10.1.2.3' } });
  const port = await glpi.made('NetworkPort', { name: 'eth0', ...item, instantiation_type: 'NetworkPortEthernet' });
  const other = { itemtype: 'NetworkPort', items_id: port };
  await glpi.made('NetworkName', { name: 'other', ...other, _ipaddresses: { '-1': '10.1.2.4' } });
  await purge('Computer', computer);
  expect(await ids('glpi_networknames')).toEqual([own]);
  expect(await glpi.row('glpi_networknames', own)).toMatchObject({ itemtype: '', items_id: 0 });
  const [address, ...more] = await glpi.rows.select('SELECT * FROM glpi_ipaddresses', []);
  expect(more).toEqual([]);
  expect(address).toMatchObject({ name: '10.1.2.3', items_id: own, mainitemtype: '', mainitems_id: 0 });
});

it('the relations of domains that GLPI comes with stay', async () => {
  const more = await glpi.made('DomainRelation', { name: 'more' });
  await purge('DomainRelation', more);
  expect(await glpi.purge('DomainRelation', 1)).toEqual({ status: 400, body: ['ERROR_GLPI_DELETE', ''] });
  expect(await ids('glpi_domainrelations')).toEqual([1, 2]);
});

describe('an item that moves', () => {
  it('takes levels of its agreements along', async () => {
    const entity = await glpi.made('Entity', { name: 'Branch', entities_id: 0 });
    const slms_id = await glpi.made('SLM', { name: 'slm' });
    const times = { number_time: 4, definition_time: 'hour', type: 0 };
    const slas_id = await glpi.made('SLA', { name: 'sla', slms_id, ...times });
    const level = await glpi.made('SlaLevel', { name: 'level', slas_id, execution_time: -3600, is_active: 1 });
    await glpi.change('SLM', slms_id, { entities_id: entity });
    expect(await glpi.row('glpi_slas', slas_id)).toMatchObject({ entities_id: entity });
    expect(await glpi.row('glpi_slalevels', level)).toMatchObject({ entities_id: entity });
  });

  it('passes on both where it is and how far it is seen', async () => {
    const entity = await glpi.made('Entity', { name: 'Office', entities_id: 0 });
    const computer = await glpi.made('Computer', { name: 'moved' });
    const infocom = await glpi.made('Infocom', { itemtype: 'Computer', items_id: computer });
    await change('Infocom', infocom, { is_recursive: 1 });
    await change('Computer', computer, { entities_id: entity });
    expect(await glpi.row('glpi_infocoms', infocom)).toMatchObject({ entities_id: entity, is_recursive: 0 });
  });
});
