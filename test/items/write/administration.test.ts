import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { connectTo, type Rows } from './rows.ts';

/** Users, profiles, entities and API clients through the API (items-write W11, sessions S7.4, S7.6). */
let server: TestApp;
let rows: Rows;
let token: string;

beforeAll(async () => {
  server = await testApp();
  rows = await connectTo(server.database.url);
  token = await server.logIn('glpi');
});
afterAll(async () => {
  await rows.close();
  await server.close();
});

async function send(method: 'POST' | 'PUT' | 'DELETE', path: string, input?: object, by = token) {
  const answer = await server.ask(path, {
    method,
    token: by,
    headers: { 'content-type': 'application/json' },
    ...(input && { payload: JSON.stringify({ input }) }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const done = (id: number, message = '') => ({ status: 200, body: [{ [id]: true, message }] });

const read = async (path: string, by = token) => (await server.ask(path, { token: by })).json();

async function row(table: string, id: number): Promise<Record<string, unknown>> {
  const [found] = await rows.select(`SELECT * FROM ${table} WHERE id = ?`, [id]);
  return found!;
}

/** A new profile with these rights, and a session of a user who has it in the root entity and below. */
async function signInWith(name: string, rights: object): Promise<{ profile: number; session: string }> {
  const profile = (await send('POST', '/Profile', { name, interface: 'central', ...rights })).body.id;
  const user = { name, password: name, password2: name, _profiles_id: profile, _entities_id: 0, _is_recursive: 1 };
  await send('POST', '/User', user);
  return { profile, session: await server.logIn(name) };
}

const CENTRAL = 6;
const SUPER_ADMIN = 4;
const LOCKING = 8;

describe('a profile', () => {
  it('keeps what must not follow a status', async () => {
    const cycle = { 1: { 2: 1, 3: true, 4: 0 }, 2: { 5: '1' }, 5: { 6: 1 } };
    expect(await send('PUT', `/Profile/${CENTRAL}`, { _cycle_ticket: cycle })).toEqual(done(CENTRAL));
    const { ticket_status } = await row('glpi_profiles', CENTRAL);
    expect(JSON.parse(String(ticket_status))).toEqual({
      1: { 4: 0, 5: 0, 6: 0 },
      2: { 1: 0, 3: 0, 4: 0, 6: 0 },
      3: { 1: 0, 2: 0, 4: 0, 5: 0, 6: 0 },
      4: { 1: 0, 2: 0, 3: 0, 5: 0, 6: 0 },
      5: { 1: 0, 2: 0, 3: 0, 4: 0 },
      6: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
    });
  });

  it('has the statuses of problems and changes in their own order', async () => {
    const all = Object.fromEntries([1, 7, 2, 3, 4, 5, 8, 6].map((to) => [to, 1]));
    const problems = Object.fromEntries([7, 2, 3, 4, 5, 8, 6].map((from) => [from, all]));
    await send('PUT', `/Profile/${CENTRAL}`, { _cycle_problem: problems, _cycle_change: {} });
    const { problem_status, change_status } = await row('glpi_profiles', CENTRAL);
    expect(problem_status).toBe('{"1":{"7":0,"2":0,"3":0,"4":0,"5":0,"8":0,"6":0}}');
    expect(String(change_status)).toMatch(/^\{"1":\{"9":0,"10":0,"7":0,/);
    const whole = Object.fromEntries([1, 7, 2, 3, 4, 5, 8, 6].map((from) => [from, all]));
    await send('PUT', `/Profile/${CENTRAL}`, { _cycle_problem: whole });
    expect(await row('glpi_profiles', CENTRAL)).toMatchObject({ problem_status: '[]' });
  });

  it('keeps lists in one form, and all types of records alone', async () => {
    const lists = { helpdesk_item_type: ['Phone'], managed_domainrecordtypes: ['3', 4] };
    const marks = { _helpdesk_item_types: 1, _managed_domainrecordtypes: 1 };
    await send('PUT', `/Profile/${CENTRAL}`, { ...lists, ...marks, helpdesk_hardware: { 1: 1, 2: 1 } });
    expect(await row('glpi_profiles', CENTRAL)).toMatchObject({
      helpdesk_item_type: '["Phone"]',
      managed_domainrecordtypes: '[3,4]',
      helpdesk_hardware: 3,
    });
    await send('PUT', `/Profile/${CENTRAL}`, { ...marks, managed_domainrecordtypes: ['3', '-1'] });
    expect(await row('glpi_profiles', CENTRAL)).toMatchObject({
      helpdesk_item_type: '[]',
      managed_domainrecordtypes: '[-1]',
    });
  });

  it('keeps what its right to tickets can be in the simplified interface', async () => {
    const { id } = (await send('POST', '/Profile', { name: 'desk', interface: 'central' })).body;
    await send('PUT', `/Profile/${id}`, { _ticket: { 1: 1, 2: 1, 4: 1, 1024: 1, 2048: 1, 131072: 1 } });
    expect(await send('PUT', `/Profile/${id}`, { interface: 'helpdesk' })).toEqual(done(id));
    const [right] = await rows.select(
      "SELECT rights FROM glpi_profilerights WHERE profiles_id = ? AND name = 'ticket'",
      [id],
    );
    expect(right).toEqual({ rights: 1 + 4 + 2048 });
  });

  it.each([
    [SUPER_ADMIN, /only remaining profile with rights to modify profiles/],
    [LOCKING, /used for locking items/],
  ])('stays as it is when it is needed there (%i)', async (id, message) => {
    const { status, body } = await send('PUT', `/Profile/${id}`, { interface: 'helpdesk', comment: 'said' });
    expect([status, body[0][id]]).toEqual([200, true]);
    expect(body[0].message).toMatch(message);
    expect(await row('glpi_profiles', id)).toMatchObject({ interface: 'central', comment: 'said' });
  });
});

describe('an entity', () => {
  const everything = { comment: 'c', address: 'a', tickettype: 2, autoclose_delay: 3, admin_email: 'a@b.example' };
  const untouched = { comment: null, address: null, tickettype: -2, autoclose_delay: -2, admin_email: null };

  it.each([
    ['of its helpdesk', { _entity: { 1: 1, 2048: 1 } }, { tickettype: 2, autoclose_delay: 3 }],
    ['of itself', { _entity: { 1: 1, 2: 1 } }, { comment: 'c', address: 'a' }],
    ['of its mails', { _entity: { 1: 1 }, _notification: { 1: 1, 2: 1 } }, { admin_email: 'a@b.example' }],
  ])('takes only what the right goes for: %s', async (name, rights, kept) => {
    const { session } = await signInWith(name.replaceAll(' ', '-'), rights);
    const { id } = (await send('POST', '/Entity', { name, entities_id: 0 })).body;
    expect(await send('PUT', `/Entity/${id}`, everything, session)).toEqual(done(id));
    expect(await row('glpi_entities', id)).toMatchObject({ ...untouched, ...kept });
  });

  it('is made without what its maker may not say', async () => {
    const { session } = await signInWith('maker', { _entity: { 1: 1, 2: 1, 4: 1 } });
    const { id } = (await send('POST', '/Entity', { name: 'made', entities_id: 0, ...everything }, session)).body;
    expect(await row('glpi_entities', id)).toMatchObject({ ...untouched, name: 'made', comment: 'c', address: 'a' });
  });

  it('has an id of its own, or a strategy', async () => {
    const { id } = (await send('POST', '/Entity', { name: 'strategies', entities_id: 0, calendars_id: 1 })).body;
    expect(await row('glpi_entities', id)).toMatchObject({ calendars_id: 1, calendars_strategy: 0 });
    await send('PUT', `/Entity/${id}`, { calendars_id: -2, entities_id_software: -10 });
    expect(await row('glpi_entities', id)).toMatchObject({
      calendars_id: 0,
      calendars_strategy: -2,
      entities_id_software: 0,
      entities_strategy_software: -10,
    });
  });

  it('asks about what is closed once it begins to ask', async () => {
    const { id } = (await send('POST', '/Entity', { name: 'surveys', entities_id: 0 })).body;
    await send('PUT', `/Entity/${id}`, { max_closedate: '2020-01-01 00:00:00' });
    await send('PUT', `/Entity/${id}`, { inquest_config: 1, inquest_rate: 50 });
    const { max_closedate } = await row('glpi_entities', id);
    expect(String(max_closedate) > '2020-01-02').toBe(true);
    await send('PUT', `/Entity/${id}`, { max_closedate: '2020-01-01 00:00:00' });
    await send('PUT', `/Entity/${id}`, { inquest_rate: 60 });
    expect(await row('glpi_entities', id)).toMatchObject({ max_closedate: '2020-01-01 00:00:00' });
  });
});

describe('a user', () => {
  it('leaves to the general setup what it says itself, without a change where nothing changes', async () => {
    const { id } = (await send('POST', '/User', { name: 'preferring' })).body;
    await send('PUT', `/User/${id}`, { list_limit: 40, language: 'fr_FR' });
    expect(await row('glpi_users', id)).toMatchObject({ list_limit: 40, language: 'fr_FR' });
    await send('PUT', `/User/${id}`, { list_limit: '15', language: 'en_GB' });
    expect(await row('glpi_users', id)).toMatchObject({ list_limit: null, language: null });
    const history = () =>
      rows.select("SELECT id FROM glpi_logs WHERE itemtype = 'User' AND items_id = ? ORDER BY id", [id]);
    const before = await history();
    await send('PUT', `/User/${id}`, { list_limit: '15', language: 'en_GB' });
    expect(await history()).toEqual(before);
  });

  it('D32: keeps a picture in its own format', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
    const pictured = await testApp({ GLPI_FILES_DIR: folder });
    try {
      mkdirSync(path.join(folder, '_tmp'), { recursive: true });
      const by = await pictured.logIn('glpi');
      for (const [upload, head, extension] of [
        ['one.gif', 'GIF89a', 'gif'],
        ['two.gif', 'RIFF\0\0\0\0WEBPVP8 ', 'webp'],
        ['three.jpg', '\x89PNG\r\n\x1a\n', 'png'],
      ] as const) {
        writeFileSync(path.join(folder, '_tmp', upload), Buffer.from(head, 'latin1'));
        const input = { _picture: upload };
        const answer = await pictured.ask('/User/3', {
          method: 'PUT',
          token: by,
          headers: { 'content-type': 'application/json' },
          payload: JSON.stringify({ input }),
        });
        expect(answer.json()).toEqual([{ 3: true, message: 'The file is valid. Upload is successful.' }]);
        const { picture } = (await pictured.ask('/User/3', { token: by })).json();
        expect(picture).toMatch(new RegExp(`^[\\da-f]{2}/3_\\w+\\.${extension}$`));
        const shown = await pictured.ask('/User/3/Picture', { token: by });
        expect(shown.headers['content-type']).toMatch(extension);
        const thumbnail = path.join(folder, '_pictures', picture.replace('.', '_min.'));
        expect(readFileSync(thumbnail).toString('latin1')).toBe(head);
      }
    } finally {
      await pictured.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe("a session's own user", () => {
  const GLPI = 2;
  const own = async (by: string) => (await read('/getFullSession', by)).session;

  it('changes the session only in a request that may write it', async () => {
    const by = await server.logIn('glpi');
    await send('PUT', `/User/${GLPI}`, { list_limit: '35', is_ids_visible: 1 }, by);
    expect(await own(by)).toMatchObject({ glpilist_limit: 20, glpiis_ids_visible: '0' });
    const input = { list_limit: '30', is_ids_visible: 1, names_format: 1, use_mode: 2, language: 'de_DE' };
    expect(await send('PUT', `/User/${GLPI}?session_write=true`, input, by)).toEqual(done(GLPI));
    expect(await own(by)).toMatchObject({
      glpilist_limit: '30',
      glpiis_ids_visible: 1,
      glpinames_format: 1,
      glpilanguage: 'de_DE',
      glpi_use_mode: 2,
    });
    const { id, message } = (await send('POST', '/Computer', { name: 'seen' }, by)).body;
    expect(message).toMatch(new RegExp(`: seen \\(${id}\\)$`));
  });

  it('takes over what the row leaves to the general setup', async () => {
    const by = await server.logIn('glpi');
    await send('PUT', `/User/${GLPI}?session_write=true`, { list_limit: 30 }, by);
    await send('PUT', `/User/${GLPI}?session_write=true`, { list_limit: 15, use_mode: 0, language: 'en_GB' }, by);
    expect(await own(by)).toMatchObject({ glpilist_limit: 15, glpi_use_mode: 0, glpilanguage: 'en_GB' });
    expect(await row('glpi_users', GLPI)).toMatchObject({ list_limit: null, language: null });
  });

  it('takes over nothing of a change that is refused, or of another user', async () => {
    const by = await server.logIn('glpi');
    const before = await own(by);
    const refused = { list_limit: 22, password: 'one', password2: 'another' };
    expect((await send('PUT', `/User/${GLPI}?session_write=true`, refused, by)).status).toBe(400);
    await send('PUT', '/User/3?session_write=true', { list_limit: 23 }, by);
    expect((await own(by)).glpilist_limit).toEqual(before.glpilist_limit);
  });

  it('may say a page size that is none', async () => {
    const by = await server.logIn('glpi');
    for (const list_limit of [-5, 0, 1.5]) {
      await send('PUT', `/User/${GLPI}?session_write=true`, { list_limit }, by);
      for (const path of ['/State', '/search/State']) {
        expect((await server.ask(path, { token: by })).statusCode, `${path} with ${list_limit}`).toBeLessThan(300);
      }
    }
    await send('PUT', `/User/${GLPI}`, { list_limit: 20 });
  });

  it('moves the session into its time zone', async () => {
    const zoned = await testApp({ DATABASE_TIMEZONES: 'true' });
    try {
      const by = await zoned.logIn('glpi');
      const put = (timezone: string) =>
        zoned.ask(`/User/${GLPI}?session_write=true`, {
          method: 'PUT',
          token: by,
          headers: { 'content-type': 'application/json' },
          payload: JSON.stringify({ input: { timezone } }),
        });
      const hours = async () => {
        const { session } = (await zoned.ask('/getFullSession', { token: by })).json();
        return [session.glpi_tz, (Date.parse(`${session.glpi_currenttime.replace(' ', 'T')}Z`) - Date.now()) / 3.6e6];
      };
      await put('+05:00');
      expect((await hours())[1]).toBeCloseTo(5, 1);
      await put('');
      expect((await hours())[0]).toBeUndefined();
    } finally {
      await zoned.close();
    }
  });

  it('follows its active profile in a few things, in a request that may write it', async () => {
    const { profile, session } = await signInWith('follower', { _profile: { 1: 1, 2: 1 }, _computer: { 1: 1 } });
    const input = { helpdesk_item_type: ['Rack'], _helpdesk_item_types: 1, comment: 'x', _computer: { 1: 1, 2: 1 } };
    const active = async () => (await read('/getActiveProfile', session)).active_profile;
    await send('PUT', `/Profile/${profile}`, input, session);
    expect(await active()).toMatchObject({ helpdesk_item_type: [], computer: 1 });
    const more = { ...input, helpdesk_item_type: ['Phone'], comment: 'y', _computer: { 1: 1, 4: 1 } };
    await send('PUT', `/Profile/${profile}?session_write=true`, more, session);
    expect(await active()).toMatchObject({ helpdesk_item_type: ['Phone'], computer: 5, comment: null });
  });
});

it('an API client that is changed is so at once', async () => {
  const { id } = (await send('POST', '/APIClient', { name: 'integration', is_active: 1, _reset_app_token: 1 })).body;
  const { app_token } = await row('glpi_apiclients', id);
  const ask = (appToken: string) =>
    server.ask('/getMyProfiles', { token, headers: { 'app-token': appToken } }).then(({ statusCode }) => statusCode);
  expect(await ask(String(app_token))).toBe(200);
  await send('PUT', `/APIClient/${id}`, { _reset_app_token: 1 });
  expect(await ask(String(app_token))).toBe(400);
  const { app_token: renewed } = await row('glpi_apiclients', id);
  expect(await ask(String(renewed))).toBe(200);
  await send('DELETE', `/APIClient/${id}`);
  expect(await ask(String(renewed))).toBe(400);
});
