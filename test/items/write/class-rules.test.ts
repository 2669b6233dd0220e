import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asking, startAsking } from './asking.ts';

/** What single classes ask of their rows (items-write W6, W17, W18). */
let glpi: Asking;

beforeAll(async () => {
  glpi = await startAsking();
});
afterAll(() => glpi.close());

const messageOf = ({ body }: Answer): unknown => body.message ?? body[1] ?? body[0].message;

describe('the default of its kind', () => {
  it('is one: marking a request source takes the mark from the others', async () => {
    const id = await glpi.made('RequestType', { name: 'Chat', is_mail_default: 1 });
    const marked = await glpi.rows.select('SELECT id FROM glpi_requesttypes WHERE is_mail_default = 1', []);
    expect(marked).toEqual([{ id }]);
    const { body } = await glpi.change('RequestType', id, { is_mail_default: 0 });
    expect(body).toEqual([{ [id]: true, message: 'Be careful: there is no default value' }]);
  });

  it('is the first directory, until another one is', async () => {
    const first = await glpi.made('AuthLDAP', { name: 'first' });
    const second = await glpi.made('AuthLDAP', { name: 'second', is_default: 1 });
    expect(await glpi.rows.select('SELECT id, is_default FROM glpi_authldaps ORDER BY id', [])).toEqual([
      { id: first, is_default: 0 },
      { id: second, is_default: 1 },
    ]);
    await glpi.change('AuthLDAP', first, { login_field: 'SAMAccountName', is_default: 1 });
    expect(await glpi.row('glpi_authldaps', first)).toMatchObject({ login_field: 'samaccountname', is_default: 1 });
    expect(await glpi.row('glpi_authldaps', second)).toMatchObject({ is_default: 0 });
  });
});

describe('rows that must differ', () => {
  it.each([
    ['LineOperator', {}, 'Mobile country code and network code combination must be unique!'],
    ['ITILCategory', { code: 'NET' }, 'Code representing the ticket category is already used'],
    [
      'DropdownTranslation',
      { itemtype: 'RequestType', items_id: 1, language: 'fr_FR', field: 'name', value: 'x' },
      "There's already a translation for this field in this language",
    ],
  ])('%s', async (itemtype, input, message) => {
    await glpi.made(itemtype, { name: 'one', ...input });
    const other = await glpi.add(itemtype, { name: 'other', ...input });
    expect([other.status, messageOf(other)]).toEqual([400, message]);
  });

  it('categories without a code', async () => {
    await glpi.made('ITILCategory', { name: 'a' });
    await glpi.made('ITILCategory', { name: 'b', code: '' });
  });
});

describe('addresses', () => {
  it('of links are of pages', async () => {
    const link = { itemtype: 'Phone', items_id: await glpi.made('Phone', { name: 'p' }), name: 'l' };
    expect(messageOf(await glpi.add('ManualLink', { ...link, url: 'javascript:alert(1)' }))).toBe('Invalid URL');
    const id = await glpi.made('ManualLink', { ...link, url: 'https://glpi.test/?a=1&b=2' });
    expect(messageOf(await glpi.change('ManualLink', id, { url: 'nothing' }))).toBe('Invalid URL');
  });

  it('of feeds are read at once, however long', async () => {
    const started = performance.now();
    const url = `http://x${'/'.repeat(200_000)}\n@`;
    expect((await glpi.add('RSSFeed', { name: 'n', url })).status).toBeLessThan(500);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('D31: of feeds are checked and never fetched; feeds are their reader’s and keep their names', async () => {
    const id = await glpi.made('RSSFeed', { name: 'News', url: 'http://feeds.invalid/news.xml' });
    expect(await glpi.row('glpi_rssfeeds', id)).toMatchObject({ name: 'News', users_id: 2, have_error: 0 });
    expect(messageOf(await glpi.add('RSSFeed', { name: 'n' }))).toBe('Feed URL is invalid.');
    expect(messageOf(await glpi.add('RSSFeed', { name: 'n', url: 'http://127.0.0.1:3306/' }))).toBe(
      'URL "http://127.0.0.1:3306/" is not allowed by your administrator.',
    );
  });
});

it('credentials of version 3 name a user', async () => {
  const input = { name: 's', snmpversion: 3 };
  expect(messageOf(await glpi.add('SNMPCredential', input))).toBe('You must enter a username');
  const id = await glpi.made('SNMPCredential', { ...input, username: 'u' });
  expect((await glpi.change('SNMPCredential', id, { name: 't' })).status).toBe(200);
  expect(messageOf(await glpi.change('SNMPCredential', id, { username: '' }))).toBe('You must enter a username');
});

it('notifications are about a class', async () => {
  expect(messageOf(await glpi.add('Notification', { name: 'n', itemtype: '' }))).toBe('Field itemtype is mandatory');
});

it('holidays last a day, new printers have printed what they say', async () => {
  const day = await glpi.made('Holiday', { name: 'h', begin_date: '2026-05-01' });
  expect(await glpi.row('glpi_holidays', day)).toMatchObject({ end_date: '2026-05-01' });
  await glpi.change('Holiday', day, { name: 'i' });
  expect(await glpi.row('glpi_holidays', day)).toMatchObject({ end_date: '2026-05-01' });
  const printer = await glpi.made('Printer', { name: 'p', init_pages_counter: 70 });
  expect(await glpi.row('glpi_printers', printer)).toMatchObject({ last_pages_counter: 70 });
});

it('devices that lie somewhere are in the entity of the place', async () => {
  const entity = await glpi.made('Entity', { name: 'Far', entities_id: 0 });
  const location = await glpi.made('Location', { name: 'Far away', entities_id: entity });
  const id = await glpi.made('DeviceSensor', { designation: 'Thermometer', locations_id: location });
  expect(await glpi.row('glpi_devicesensors', id)).toMatchObject({ entities_id: entity });
});

describe('a project', () => {
  it('ends after it begins', async () => {
    const id = await glpi.made('Project', { name: 'p' });
    const answer = await glpi.change('Project', id, {
      comment: 'kept',
      plan_start_date: '2026-02-01 00:00:00',
      plan_end_date: '2026-01-01 00:00:00',
    });
    expect(messageOf(answer)).toBe('Invalid planned dates. Dates not updated.');
    expect(await glpi.row('glpi_projects', id)).toMatchObject({ comment: 'kept', plan_start_date: null });
  });

  it('is not below itself', async () => {
    const above = await glpi.made('Project', { name: 'a' });
    const below = await glpi.made('Project', { name: 'b', projects_id: above });
    const answer = await glpi.change('Project', above, { projects_id: below });
    expect(messageOf(answer)).toBe('Circular relation found. Parent not updated.');
    expect(await glpi.row('glpi_projects', above)).toMatchObject({ projects_id: 0 });
  });
});

it('connected items that follow a state are told of', async () => {
  const state = await glpi.made('State', { name: 'Moved' });
  await glpi.change('Config', 1, { state_autoupdate_mode: -1 });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const computer = await glpi.made('Computer', { name: 'c' });
  const monitor = await glpi.made('Monitor', { name: 'm' });
  await glpi.made('Computer_Item', { computers_id: computer, itemtype: 'Monitor', items_id: monitor });
  expect(messageOf(await glpi.change('Computer', computer, { states_id: state }))).toBe(
    'Status updated. The connected items have been updated using this status.',
  );
  expect(await glpi.row('glpi_monitors', monitor)).toMatchObject({ states_id: state });
  const component = { itemtype: 'Computer', items_id: computer };
  const device = await glpi.made('DeviceMotherboard', { designation: 'd' });
  const id = await glpi.made('Item_DeviceMotherboard', { ...component, devicemotherboards_id: device });
  expect(await glpi.row('glpi_items_devicemotherboards', id)).toMatchObject({ states_id: state });
});

it('a socket is where its port is', async () => {
  const equipment = await glpi.made('NetworkEquipment', { name: 's' });
  const owner = { itemtype: 'NetworkEquipment', items_id: equipment };
  const port = await glpi.made('NetworkPort', { ...owner, name: 'e', logical_number: 7 });
  const id = await glpi.made('Glpi\\Socket', { name: 'np', networkports_id: port });
  expect(await glpi.row('glpi_sockets', id)).toMatchObject({ ...owner, position: 7 });
});

describe('settings', () => {
  it('of the profile that locks items name one with the full interface', async () => {
    const helpdesk = await glpi.rows.select("SELECT id FROM glpi_profiles WHERE interface = 'helpdesk'", []);
    const answer = await glpi.change('Config', 1, { lock_lockprofile_id: helpdesk[0]!.id });
    expect([answer.status, messageOf(answer)]).toEqual([
      400,
      "The specified profile doesn't exist or is not allowed to access the central interface.",
    ]);
  });

  it('that close GLPI say how its administrator comes in', async () => {
    expect(messageOf(await glpi.change('Config', 1, { maintenance_mode: 1 }))).toBe(
      'Maintenance mode activated. Backdoor using: /index.php?skipMaintenance=1',
    );
  });
});
