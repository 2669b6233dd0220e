import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

let site: TestApp;
let token: string;
const entities: Record<string, number> = { root: 0 };

beforeAll(async () => {
  site = await testApp();
  token = await site.logIn();
  entities.shop = await add('Entity', { name: 'shop', entities_id: 0 });
  entities.till = await add('Entity', { name: 'till', entities_id: entities.shop });
  token = await site.logIn();
  for (const by of ['ip', 'fqdn', 'mac']) {
    const rules_id = await add('RuleTicket', { name: by, match: 'AND', is_active: 1, is_recursive: 1, condition: 1 });
    await add('RuleCriteria', { rules_id, criteria: 'name', condition: 6, pattern: `/^${by} (\\S+)/` });
    await add('RuleAction', { rules_id, action_type: `affectby${by}`, field: 'affectobject', value: '#0' });
  }
});
afterAll(() => site.close());

async function add(itemtype: string, input: Record<string, unknown>): Promise<number> {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
}

/** A computer with a port that has a MAC address, a name and an address. */
async function computer(
  entity: string,
  { mac, host, ip, ...more }: { mac: string; host: string; ip: string; is_recursive?: number },
): Promise<number> {
  const entities_id = entities[entity];
  const id = await add('Computer', { name: host, entities_id, ...more });
  const port = await add('NetworkPort', {
    itemtype: 'Computer',
    items_id: id,
    name: 'eth0',
    mac,
    instantiation_type: 'NetworkPortEthernet',
    entities_id,
  });
  const [name = '', ...domain] = host.split('.');
  const fqdns_id = await add('FQDN', { name: `${host} ${id}`, fqdn: domain.join('.'), entities_id });
  const networknames_id = await add('NetworkName', {
    itemtype: 'NetworkPort',
    items_id: port,
    name,
    fqdns_id,
    entities_id,
  });
  await add('IPAddress', { itemtype: 'NetworkName', items_id: networknames_id, name: ip, entities_id });
  await add('NetworkAlias', { networknames_id, name: `also-${name}`, fqdns_id, entities_id });
  return id;
}

/** Ids of the computers that the rules give a ticket of that name. */
async function found(name: string, entity: string): Promise<number[]> {
  const id = await add('Ticket', { name, content: 'x', entities_id: entities[entity] });
  const links = await site.ask(`/Ticket/${id}/Item_Ticket`, { token });
  return links.json<{ items_id: number }[]>().map(({ items_id }) => items_id);
}

describe('equipment by its names of the network (rules 4.3)', () => {
  let one: number;
  beforeAll(async () => {
    one = await computer('shop', { mac: '02:00:5e:10:00:01', host: 'pos1.shop.example', ip: '10.77.0.1' });
  });

  it.each([
    ['an address', 'ip 10.77.0.1'],
    ['a host name', 'fqdn pos1.shop.example'],
    ['an alias', 'fqdn also-pos1.shop.example'],
    ['a MAC address, in any case', 'mac 02:00:5E:10:00:01'],
  ])('%s', async (_what, name) => expect(await found(name, 'shop')).toEqual([one]));

  it.each([
    ['another address', 'ip 10.77.0.2'],
    ['no address', 'ip 10.77.0'],
    ['a host of another domain', 'fqdn pos1.else.example'],
    ['a host without its domain', 'fqdn pos1'],
  ])('nothing by %s', async (_what, name) => expect(await found(name, 'shop')).toEqual([]));

  it('an IPv6 address however it is written', async () => {
    const two = await computer('shop', { mac: '02:00:5e:10:00:02', host: 'pos2.shop.example', ip: '2001:db8::7' });
    expect(await found('ip 2001:0DB8:0:0::0007', 'shop')).toEqual([two]);
  });

  it('looks in the entity of the ticket alone, even where the item is recursive', async () => {
    const above = { mac: '02:00:5e:10:00:03', host: 'pos3.shop.example', ip: '10.77.0.3' };
    const three = await computer('shop', { ...above, is_recursive: 1 });
    expect(await found('ip 10.77.0.3', 'till')).toEqual([]);
    expect(await found('ip 10.77.0.3', 'root')).toEqual([]);
    expect(await found('ip 10.77.0.3', 'shop')).toEqual([three]);
  });

  it('takes the first of several, and none that is in the trashbin', async () => {
    const same = { mac: '02:00:5e:10:00:04', host: 'pos4.shop.example', ip: '10.77.0.4' };
    const [first, second] = [await computer('shop', same), await computer('shop', same)];
    expect(await found('ip 10.77.0.4', 'shop')).toEqual([first]);
    expect(await found('mac 02:00:5e:10:00:04', 'shop')).toEqual([first]);
    await site.ask(`/Computer/${first}`, { method: 'DELETE', token });
    expect(await found('fqdn pos4.shop.example', 'shop')).toEqual([second]);
  });
});
