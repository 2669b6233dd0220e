import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asking, startAsking } from './asking.ts';

/** What stands in a rack takes room there (messages of Item_Rack, PDU_Rack, Rack and models). */
let glpi: Asking;
let rack: number;

beforeAll(async () => {
  glpi = await startAsking();
  rack = await glpi.made('Rack', { name: 'R', number_units: 10 });
});
afterAll(() => glpi.close());

/** A new item whose model is so. */
async function item(itemtype: string, model: object): Promise<number> {
  const models = `${itemtype}Model`;
  const id = await glpi.made(models, { name: 'model', ...model });
  return glpi.made(itemtype, { name: 'item', [`${models.toLowerCase()}s_id`]: id });
}

const place = (itemtype: string, id: number, at: object): Promise<Answer> =>
  glpi.add('Item_Rack', { racks_id: rack, itemtype, items_id: id, ...at });
const messageOf = ({ body }: Answer): unknown => body.message ?? body[1];

const NO_SPACE = 'Not enough space available to place item';

it('every missing part is told, the last one last', async () => {
  expect(messageOf(await glpi.add('Item_Rack', { name: 'n' }))).toBe('A position is required');
  expect(messageOf(await glpi.add('Item_Cluster', { name: 'n' }))).toBe('A cluster is required');
  expect(messageOf(await glpi.add('PDU_Rack', { name: 'n' }))).toBe('A side is required');
});

describe('an item', () => {
  it('takes as many units as its model says, and no others find room there', async () => {
    const tall = await item('Computer', { required_units: 3 });
    expect((await place('Computer', tall, { position: 1 })).status).toBe(201);
    const other = await item('Computer', { required_units: 2 });
    expect(messageOf(await place('Computer', other, { position: 3 }))).toBe(NO_SPACE);
    expect(messageOf(await place('Computer', other, { position: 10 }))).toBe('Item is out of rack bounds');
    expect((await place('Computer', other, { position: 9 })).status).toBe(201);
  });

  it('moves within its own room', async () => {
    const [{ id } = {}] = await glpi.rows.select('SELECT id FROM glpi_items_racks WHERE position = 1', []);
    expect((await glpi.change('Item_Rack', Number(id), { position: 2 })).status).toBe(200);
    expect(messageOf(await glpi.change('Item_Rack', Number(id), { position: 7 }))).toBe(NO_SPACE);
    expect(messageOf(await glpi.change('Item_Rack', Number(id), { position: 0 }))).toBe('A position is required');
  });

  it('of half the width says which half', async () => {
    const [left, right] = [await item('Monitor', { is_half_rack: 1 }), await item('Monitor', { is_half_rack: 1 })];
    expect(messageOf(await place('Monitor', left, { position: 5 }))).toBe(
      'You must define an horizontal position for this item',
    );
    expect((await place('Monitor', left, { position: 5, hpos: 1 })).status).toBe(201);
    expect(messageOf(await place('Monitor', right, { position: 5, hpos: 1 }))).toBe(NO_SPACE);
    expect((await place('Monitor', right, { position: 5, hpos: 2 })).status).toBe(201);
  });

  it('of half the depth says from where', async () => {
    const [front, rear] = [await item('Peripheral', { depth: 0.5 }), await item('Peripheral', { depth: 0.5 })];
    expect(messageOf(await place('Peripheral', front, { position: 6 }))).toBe(
      'You must define an orientation for this item',
    );
    expect((await place('Peripheral', front, { position: 6, orientation: 0 })).status).toBe(201);
    expect(messageOf(await place('Peripheral', rear, { position: 6, orientation: 0 }))).toBe(NO_SPACE);
    expect((await place('Peripheral', rear, { position: 6, orientation: 1 })).status).toBe(201);
  });

  it('of any height is looked at as quickly', async () => {
    const high = await glpi.made('Rack', { name: 'high', number_units: 2_000_000_000 });
    const [below, above] = [
      await item('Computer', { required_units: 1_000_000_000 }),
      await item('Computer', { required_units: 900_000_000 }),
    ];
    const put = (id: number, position: number) =>
      glpi.add('Item_Rack', { racks_id: high, itemtype: 'Computer', items_id: id, position });
    expect((await put(below, 1)).status).toBe(201);
    expect(messageOf(await put(above, 1_000_000_000))).toBe(NO_SPACE);
    expect((await put(above, 1_000_000_001)).status).toBe(201);
  });

  it('finds no room where a place is reserved', async () => {
    const [first, second] = [await item('Enclosure', {}), await item('Enclosure', {})];
    expect((await place('Enclosure', first, { position: 7, is_reserved: 1 })).status).toBe(201);
    expect(messageOf(await place('Enclosure', second, { position: 7 }))).toBe(NO_SPACE);
  });
});

it("a model doesn't outgrow the racks of its items", async () => {
  const [model] = await glpi.rows.select('SELECT id FROM glpi_computermodels WHERE required_units = 2', []);
  const { status, body } = await glpi.change('ComputerModel', Number(model!.id), { required_units: 4 });
  expect([status, body[1]]).toEqual([
    400,
    'Unable to update model because it is used by an asset in the "R" rack and the new required units do not fit into the rack',
  ]);
  expect((await glpi.change('ComputerModel', Number(model!.id), { required_units: 1 })).status).toBe(200);
});

it('power units stand on their side of a rack, one above the other', async () => {
  const [first, second] = [await item('PDU', { required_units: 2 }), await item('PDU', { required_units: 2 })];
  const stand = (id: number, side: number, position: number) =>
    glpi.add('PDU_Rack', { racks_id: rack, pdus_id: id, side, position });
  expect((await stand(first, 1, 4)).status).toBe(201);
  expect(messageOf(await stand(second, 1, 5))).toBe(NO_SPACE);
  expect(messageOf(await stand(second, 1, 10))).toBe('Item is out of rack bounds');
  expect((await stand(second, 2, 5)).status).toBe(201);
});

it('a rack in a room has a place of its own', async () => {
  const room = await glpi.made('DCRoom', { name: 'room', vis_rows: 4, vis_cols: 4 });
  const add = (more: object) => glpi.add('Rack', { name: 'in a room', dcrooms_id: room, ...more });
  expect(messageOf(await add({}))).toBe('Position must be set');
  expect((await add({ position: '1,1' })).status).toBe(201);
  expect(messageOf(await add({ position: '1,1' }))).toBe('1,1 position is not available');
  expect(messageOf(await glpi.change('DCRoom', room, { vis_rows: 0 }))).toBe('Number of rows must be >= 1');
});
