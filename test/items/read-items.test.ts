import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../src/database/database.ts';
import { type Item, openReading, type Reading } from './reading.ts';

let reading: Reading;
let db: Db;

beforeAll(async () => {
  reading = await openReading();
  db = reading.site.database.db;
});
afterAll(() => reading.close());
beforeEach(() => reading.signIn('glpi'));

const add = async (table: string, row: Item): Promise<number> =>
  Number((await db.insertInto(table).values(row).executeTakeFirstOrThrow()).insertId);
const item = async (url: string, more = {}): Promise<Item> => (await reading.get(url, more)).body as Item;
const list = async (url: string): Promise<Item[]> => (await reading.get(url)).body as Item[];
const ids = async (url: string): Promise<unknown[]> => (await list(url)).map(({ id }) => id);

describe('one item (items-read G1, G2)', () => {
  it('tells when it was changed, in GMT', async () => {
    const id = await add('glpi_manufacturers', { name: 'M', date_mod: '2026-02-03 04:05:06' });
    const { headers } = await reading.get(`Manufacturer/${id}`);
    const [{ at } = { at: 0 }] = await db
      .selectFrom('glpi_manufacturers')
      .select((eb) => eb.fn('unix_timestamp', ['date_mod']).as('at'))
      .where('id', '=', id)
      .execute();
    expect(headers?.['last-modified']).toBe(new Date(Number(at) * 1000).toUTCString());
    const without = await add('glpi_manufacturers', { name: 'M', date_mod: null });
    expect((await reading.get(`Manufacturer/${without}`)).headers).toBeUndefined();
  });

  it('links every key above 0, the entity also at 0, and the row that itemtype and items_id name', async () => {
    const computer = await add('glpi_computers', { name: 'c' });
    const id = await add('glpi_infocoms', {
      itemtype: 'Computer',
      items_id: computer,
      entities_id: 0,
      suppliers_id: 0,
      budgets_id: 7,
    });
    const { links } = await item(`Infocom/${id}`);
    const url = ((await reading.site.settings.get()).text('url_base_api') ?? '').replace(/\/+$/, '');
    expect(links).toEqual([
      { rel: 'Computer', href: `${url}/Computer/${computer}` },
      { rel: 'Entity', href: `${url}/Entity/0` },
      { rel: 'Budget', href: `${url}/Budget/7` },
    ]);
    expect(await item(`Infocom/${id}?get_hateoas=0`)).not.toHaveProperty('links');
  });

  it('links the root entity where itemtype and items_id name it (G2.1)', async () => {
    const id = await add('glpi_logs', { itemtype: 'Entity', items_id: 0, itemtype_link: '', user_name: '' });
    const [log] = await list(`Entity/0/Log?searchText[id]=^${id}$`);
    expect(log?.links).toMatchObject([{ rel: 'Entity', href: expect.stringMatching(/\/Entity\/0$/) }]);
    expect((await item(`Log/${id}?expand_dropdowns=1`)).items_id).toBe('Root entity');
    const ofNothing = await add('glpi_logs', { itemtype: 'Computer', items_id: 0, itemtype_link: '', user_name: '' });
    expect(await item(`Log/${ofNothing}`)).not.toHaveProperty('links');
  });

  it('says of its tickets what entity they are in, where there can be several (G3)', async () => {
    const computer = await add('glpi_computers', { name: 'c' });
    const ticket = await add('glpi_tickets', { name: 't', entities_id: 0, itilcategories_id: 0 });
    await add('glpi_items_tickets', { itemtype: 'Computer', items_id: computer, tickets_id: ticket });
    const tickets = async () => (await item(`Computer/${computer}?with_tickets=1`))._tickets as Item[];
    expect(await tickets()).toMatchObject([{ id: ticket, catname: null, entityname: 'Root entity', entityID: 0 }]);
    await reading.signIn('glpi', (session) => ({ ...session, entities: { ...session.entities!, ids: [0] } }));
    expect(Object.keys((await tickets())[0]!).slice(-2)).toEqual(['catname', 'links']);
  });

  it('writes names in place of keys: the whole path of trees, logins, nothing for what is not there', async () => {
    const location = await add('glpi_locations', { name: 'B', completename: 'A &#38; Co > B', locations_id: 1 });
    const id = await add('glpi_computers', { name: '', locations_id: location, users_id: 2, states_id: 99999 });
    expect(await item(`Computer/${id}?expand_dropdowns=1`)).toMatchObject({
      locations_id: 'A &#38; Co &#62; B',
      users_id: 'glpi',
      states_id: '',
      groups_id: 0,
      entities_id: 'Root entity',
    });
    const decoded = await item(`Computer/${id}?expand_dropdowns=1`, { sanitized: false });
    expect(decoded.locations_id).toBe('A & Co > B');
    const infocom = await add('glpi_infocoms', { itemtype: 'Computer', items_id: id });
    expect((await item(`Infocom/${infocom}?expand_dropdowns=1`)).items_id).toBe(`(${id})`);
  });

  it('writes translated names where there are some', async () => {
    const id = await add('glpi_computertypes', { name: 'Smith' });
    const computer = await add('glpi_computers', { name: 'c', computertypes_id: id });
    const translation = { itemtype: 'ComputerType', items_id: id, field: 'name', value: 'Forgeron' };
    await add('glpi_dropdowntranslations', { ...translation, language: 'fr_FR' });
    await db.updateTable('glpi_configs').set({ value: '1' }).where('name', '=', 'translate_dropdowns').execute();
    await reading.signIn('glpi', (session) => ({ ...session, language: 'fr_FR' }));
    expect((await item(`Computer/${computer}?expand_dropdowns=1`)).computertypes_id).toBe('Forgeron');
    await reading.signIn('glpi');
    expect((await item(`Computer/${computer}?expand_dropdowns=1`)).computertypes_id).toBe('Smith');
    await db.updateTable('glpi_configs').set({ value: '0' }).where('name', '=', 'translate_dropdowns').execute();
  });

  it('knows friendly names, but not of a key whose name it has written already (G11)', async () => {
    const user = await add('glpi_users', { name: 'login', realname: 'Real', firstname: 'First' });
    const id = await add('glpi_computers', { name: 'c', users_id: user });
    const asked = 'add_keys_names[]=id&add_keys_names[]=users_id&add_keys_names[]=nope&add_keys_names[]=states_id';
    expect((await item(`Computer/${id}?${asked}`))._keys_names).toEqual({
      id: 'c',
      users_id: 'Real First',
      states_id: '',
    });
    expect((await item(`Computer/${id}?${asked}&expand_dropdowns=1`))._keys_names).toMatchObject({ users_id: '' });
    const [row] = await list(`Computer?${asked}&expand_dropdowns=1&searchText[id]=^${id}$`);
    expect(row).toMatchObject({ users_id: 'login', _keys_names: { users_id: 'Real First' } });
  });

  it('knows what rows without a name are called by (G11)', async () => {
    const called = async (url: string) => ((await item(`${url}?add_keys_names[]=id`))._keys_names as Item).id;
    const computer = await add('glpi_computers', { name: 'c' });
    const system = await add('glpi_items_operatingsystems', { itemtype: 'Computer', items_id: computer });
    expect(await called(`Item_OperatingSystem/${system}`)).toBe('Computer c');
  });

  it('is found before it is refused', async () => {
    await reading.signIn('post-only');
    await expect(reading.get('Computer/99999')).rejects.toMatchObject({ code: 'ERROR_ITEM_NOT_FOUND' });
    await expect(reading.get('Computer/1')).rejects.toMatchObject({ code: 'ERROR_RIGHT_MISSING' });
  });
});

describe('hidden columns (items-read G8)', () => {
  it('are not shown, and not searched', async () => {
    expect(await item('User/2')).not.toHaveProperty('password');
    expect((await ids('User?searchText[password]=nothing-like-it&only_id=1')).length).toBeGreaterThan(1);
  });

  it('are the codes of SIM cards without the right to see them', async () => {
    const id = await add('glpi_items_devicesimcards', { itemtype: 'Phone', items_id: 1, pin: '1234' });
    expect(await item(`Item_DeviceSimcard/${id}`)).toHaveProperty('pin', '1234');
    await reading.signIn('glpi', (session) => ({
      ...session,
      activeProfile: {
        ...session.activeProfile!,
        fields: { ...session.activeProfile!.fields, devicesimcard_pinpuk: 0 },
      },
    }));
    expect(await item(`Item_DeviceSimcard/${id}`)).not.toHaveProperty('pin');
  });

  it('are mails that let their reader set a password', async () => {
    const id = await add('glpi_queuednotifications', {
      itemtype: 'User',
      event: 'passwordforget',
      body_html: 'token',
      mode: 'mailing',
    });
    expect(await item(`QueuedNotification/${id}`)).not.toHaveProperty('body_html');
  });
});

describe('lists (items-read G4–G7)', () => {
  it('of several classes in one table hold their own kind', async () => {
    const own = await ids('RuleTicket?only_id=1&range=0-999');
    const all = await list('Rule?range=0-999');
    expect(own).toEqual(all.filter(({ sub_type }) => sub_type === 'RuleTicket').map(({ id }) => id));
    expect(own.length).toBeGreaterThan(0);
  });

  it('come in pieces when they are long, in one order and without loss', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => ({ itemtype: 'Piece', items_id: at % 7, linked_action: 12 }));
    await db.insertInto('glpi_logs').values(rows).execute();
    for (const query of ['', '&sort=items_id', '&order=desc', '&sort=items_id&order=desc']) {
      const answer = await reading.get(`Log?searchText[itemtype]=^Piece$&range=100-2399${query}`);
      expect(answer.headers?.['content-range']).toBe('100-2399/2500');
      expect(answer.status).toBe(206);
      const found: Item[] = [];
      for await (const piece of answer.pieces ?? []) found.push(...(piece as Item[]));
      expect(new Set(found.map(({ id }) => id)).size).toBe(2300);
      const key = query.includes('sort') ? 'items_id' : 'id';
      const values = found.map((row) => Number(row[key]));
      expect(values).toEqual(values.toSorted((a, b) => (query.includes('desc') ? b - a : a - b)));
    }
    await db.deleteFrom('glpi_logs').where('itemtype', '=', 'Piece').execute();
  });

  it('test the class, then range, order and sort, then the parent, then the texts looked for', async () => {
    const wrong = 'range=x&order=x&sort=x&searchText[x]=x';
    await reading.signIn('post-only');
    await expect(reading.get(`Computer?${wrong}`)).rejects.toMatchObject({ code: 'ERROR_RIGHT_MISSING' });
    await reading.signIn('glpi');
    await expect(reading.get(`Computer?${wrong}`)).rejects.toMatchObject({ errorName: 'ERROR:range' });
    await expect(reading.get('Computer?order=x&sort=x')).rejects.toMatchObject({ errorName: 'ERROR:order' });
    await expect(reading.get('Computer/99999/Log?sort=x')).rejects.toMatchObject({ errorName: 'ERROR:sort' });
    await expect(reading.get('Computer/99999/Log?searchText[x]=x')).rejects.toMatchObject({
      code: 'ERROR_ITEM_NOT_FOUND',
    });
    await expect(reading.get('Computer/1/Log?searchText[x]=x')).rejects.toMatchObject({
      code: 'ERROR_FIELD_NOT_FOUND',
    });
    await expect(reading.get('Computer?searchText[name][]=x')).rejects.toMatchObject({ status: 400 });
  });

  it('of an item hold what points to it, else what it points to, else everything', async () => {
    const location = await add('glpi_locations', { name: 'L', completename: 'L', locations_id: 0 });
    const computer = await add('glpi_computers', { name: 'c', locations_id: location });
    const port = await add('glpi_networkports', { itemtype: 'Computer', items_id: computer });
    expect(await ids(`Location/${location}/Computer`)).toEqual([computer]);
    expect(await ids(`Computer/${computer}/NetworkPort`)).toEqual([port]);
    expect(await ids(`Computer/${computer}/Location`)).toEqual([location]);
    expect(await ids(`NetworkPort/${port}/Computer`)).toEqual([computer]);
    expect(await ids(`NetworkPort/${port}/Printer`)).toEqual([]);
    expect(await ids('Software/1/Computer?range=0-999')).toEqual(await ids('Computer?range=0-999'));
  });
});

describe('files (items-write W14)', () => {
  const download = (id: number) => reading.get(`Document/${id}?alt=media`);

  it('are for who may read the document, or an item that it is attached to', async () => {
    mkdirSync(path.join(reading.filesDir, 'TXT'), { recursive: true });
    writeFileSync(path.join(reading.filesDir, 'TXT', 'a.txt'), 'hello');
    const file = { name: 'd', filename: 'a.txt', filepath: 'TXT/a.txt', mime: 'text/plain', entities_id: 0 };
    const id = await add('glpi_documents', file);
    const answer = await download(id);
    expect(answer.file?.type).toBe('text/plain;charset=UTF-8');
    expect(await text(answer.file!.stream)).toBe('hello');

    const { session } = await reading.signIn('post-only');
    await expect(download(id)).rejects.toMatchObject({ code: 'ERROR_RIGHT_MISSING' });
    const ticket = await add('glpi_tickets', { name: 't', content: 't', users_id_recipient: session.user.id });
    await add('glpi_documents_items', { documents_id: id, itemtype: 'Ticket', items_id: ticket });
    expect(await text((await download(id)).file!.stream)).toBe('hello');
  });

  it('are none where the document has none, or one elsewhere', async () => {
    for (const filepath of [null, '', 'TXT/gone.txt', '../../../../../../etc/passwd']) {
      const id = await add('glpi_documents', { name: 'd', filename: 'a.txt', filepath, mime: 'text/plain' });
      await expect(download(id)).rejects.toMatchObject({ code: 'ERROR_ITEM_NOT_FOUND' });
    }
  });

  it('are not sent again to who has them', async () => {
    writeFileSync(path.join(reading.filesDir, 'b.txt'), 'hello');
    const id = await add('glpi_documents', { name: 'd', filename: 'b.txt', filepath: 'b.txt', mime: 'text/plain' });
    const url = `Document/${id}?alt=media`;
    const first = await reading.get(url);
    expect(await text(first.file!.stream)).toBe('hello');
    const { etag = '', 'last-modified': modified = '' } = first.headers ?? {};
    expect((await reading.get(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await reading.get(url, { headers: { 'if-modified-since': modified } })).status).toBe(304);
    const again = await reading.get(url, { headers: { 'if-none-match': 'x' } });
    expect(await text(again.file!.stream)).toBe('hello');
  });
});
