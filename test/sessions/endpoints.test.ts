import { createHash } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { hashPassword } from '../../src/auth/passwords.ts';
import { loadConfig } from '../../src/config.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { freshGlpi, type TestDatabase } from '../support/mariadb.ts';

let test: TestDatabase;
let database: Database;
let app: FastifyInstance;
/** Ids of what the tests add. */
const made = { user: 0, north: 0, town: 0, south: 0 };

beforeAll(async () => {
  test = await freshGlpi();
  database = openDatabase({ url: test.url, poolSize: 2, connectTimeout: 5000, queryTimeout: 0 });
  const { db } = database;
  const entity = async (name: string, entities_id: number, completename: string) => {
    const { rows } = {
      rows: await db.selectFrom('glpi_entities').select('id').orderBy('id', 'desc').limit(1).execute(),
    };
    const id = rows[0]!.id + 1;
    await db.insertInto('glpi_entities').values({ id, name, entities_id, completename, level: 2 }).execute();
    return id;
  };
  made.north = await entity('Nord', 0, 'Root > Nord');
  made.town = await entity('Stadt', made.north, 'Root > Nord > Stadt');
  made.south = await entity('Sued', 0, 'Root > Sued');
  const { insertId } = await db
    .insertInto('glpi_users')
    .values({
      name: 'nora',
      password: await hashPassword('secret of nora'),
      api_token: 'NoraTokenNoraTokenNoraTokenNoraTokenNora',
      authtype: 1,
      is_active: 1,
      entities_id: made.north,
      realname: 'North',
      firstname: 'Nora',
    })
    .executeTakeFirstOrThrow();
  made.user = Number(insertId);
  await db
    .insertInto('glpi_profiles_users')
    .values([
      { users_id: made.user, profiles_id: 6, entities_id: made.north, is_recursive: 1 },
      { users_id: made.user, profiles_id: 2, entities_id: made.south, is_recursive: 0 },
      { users_id: made.user, profiles_id: 1, entities_id: made.south, is_recursive: 0 },
    ])
    .execute();
  app = await buildApp(loadConfig({ DATABASE_URL: test.url, LOG_LEVEL: 'silent' }));
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await test?.drop();
});

async function call(path: string, more: Partial<InjectOptions> & { token?: string } = {}) {
  const { token, ...options } = more;
  const response = await app.inject({
    method: 'GET',
    url: `/apirest.php/${path}`,
    ...options,
    headers: { ...options.headers, ...(token ? { 'session-token': token } : {}) },
  } as InjectOptions);
  return { status: response.statusCode, body: response.json() };
}

const post = (path: string, payload: object, token?: string) =>
  call(path, { method: 'POST', payload, ...(token ? { token } : {}) });

const logIn = (login: string, password: string, more: object = {}) => post('initSession', { login, password, ...more });

async function session(): Promise<string> {
  const { body } = await logIn('nora', 'secret of nora');
  return body.session_token;
}

const setUser = (values: Record<string, unknown>) =>
  database.db.updateTable('glpi_users').set(values).where('id', '=', made.user).execute();

/** A setting is in force a second later at most. */
async function setting(name: string, value: string) {
  await database.db.updateTable('glpi_configs').set({ value }).where('name', '=', name).execute();
  await new Promise((resolve) => setTimeout(resolve, 1050));
}

const lastEvent = async () =>
  (await database.db.selectFrom('glpi_events').select('message').orderBy('id', 'desc').limit(1).execute())[0]?.message;

describe('initSession', () => {
  it('opens a session for login and password, and notes it (S2.1, S4)', async () => {
    await setUser({ language: 'en_GB', last_login: null, highcontrast_css: 0 });
    expect(await logIn(' NORA ', 'secret of nora')).toMatchObject({ status: 200 });
    expect(await lastEvent()).toBe('NORA log in from IP 127.0.0.1');
    const user = await database.db
      .selectFrom('glpi_users')
      .select(['language', 'last_login', 'highcontrast_css', 'date_mod'])
      .where('id', '=', made.user)
      .executeTakeFirst();
    expect(user).toMatchObject({ language: null, highcontrast_css: null });
    expect(user!.last_login).not.toBeNull();
  });

  it.each([
    ['nora', 'wrong'],
    ['nobody', 'secret of nora'],
  ])('refuses %s with %s', async (login, password) => {
    expect(await logIn(login, password)).toEqual({
      status: 401,
      body: ['ERROR_GLPI_LOGIN', 'Incorrect username or password'],
    });
    expect(await lastEvent()).toBe(`Failed login for ${login} from IP 127.0.0.1`);
  });

  it.each([
    ['nora', ''],
    ['', 'secret'],
    ['nora', '0'],
  ])('wants more than %s and %s (S1.2)', async (login, password) => {
    expect((await logIn(login, password)).body[0]).toBe('ERROR_LOGIN_PARAMETERS_MISSING');
  });

  it('refuses a login of blanks, or with a NUL', async () => {
    for (const login of ['   ', 'no\0ra']) {
      expect((await logIn(login, 'x')).body).toEqual(['ERROR_GLPI_LOGIN', 'Empty login or password']);
    }
  });

  it.each([
    ['inactive', { is_active: 0 }, { is_active: 1 }],
    ['in the trash bin', { is_deleted: 1 }, { is_deleted: 0 }],
    ['not yet valid', { begin_date: '2037-12-31 00:00:00' }, { begin_date: null }],
    ['no longer valid', { end_date: '2002-01-01 00:00:00' }, { end_date: null }],
  ])('refuses an account that is %s (S2.3)', async (_, values, undone) => {
    await setUser(values);
    const { status, body } = await logIn('nora', 'secret of nora');
    expect([status, body[1]]).toEqual([401, expect.stringContaining('deactivated or removed')]);
    expect(await lastEvent()).toBe('nora log in from IP 127.0.0.1');
    await setUser(undone);
  });

  it('looks where `auth` says only (S1.6)', async () => {
    expect(await logIn('nora', 'secret of nora', { auth: 'local' })).toMatchObject({ status: 200 });
    for (const auth of ['ldap-99', 'mail-1', 'external-1', 'elsewhere']) {
      expect((await logIn('nora', 'secret of nora', { auth })).body).toEqual(['ERROR_GLPI_LOGIN', '']);
    }
  });

  it('accepts old hashes and leaves them as they are (S3.3)', async () => {
    const { password } = (await database.db
      .selectFrom('glpi_users')
      .select('password')
      .where('id', '=', made.user)
      .executeTakeFirst())!;
    const md5 = createHash('md5').update('old').digest('hex');
    await setUser({ password: md5, language: 'en_GB' });
    expect(await logIn('nora', 'old')).toMatchObject({ status: 200 });
    const user = await database.db.selectFrom('glpi_users').select('password').where('id', '=', made.user).execute();
    expect(user).toEqual([{ password: md5 }]);
    const [log] = await database.db
      .selectFrom('glpi_logs')
      .select('user_name')
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    expect(log).toEqual({ user_name: `North Nora (${made.user})` });
    await setUser({ password });
  });

  it('D08: compares user tokens letter by letter', async () => {
    const withToken = (user_token: string, more = {}) => post('initSession', { user_token, ...more });
    expect(await withToken('NoraTokenNoraTokenNoraTokenNoraTokenNora')).toMatchObject({ status: 200 });
    expect(await lastEvent()).toBe('nora log in from IP 127.0.0.1');
    for (const token of ['noratokennoratokennoratokennoratokennora', 'NoraToken', '%', "' OR '1'='1"]) {
      expect(await withToken(token)).toEqual({
        status: 401,
        body: ['ERROR_GLPI_LOGIN_USER_TOKEN', 'parameter user_token seems invalid'],
      });
    }
    expect(await lastEvent()).toBe('Failed login for  from IP 127.0.0.1');
    expect(await withToken('wrong', { login: 'nora', password: 'secret of nora' })).toMatchObject({ status: 200 });
  });

  it('D08: does not fall back to passwords where they are switched off', async () => {
    await setting('enable_api_login_credentials', '0');
    const { status } = await post('initSession', { user_token: 'wrong', login: 'nora', password: 'secret of nora' });
    expect(status).toBe(401);
    expect((await logIn('nora', 'secret of nora')).body[0]).toBe('ERROR_LOGIN_WITH_CREDENTIALS_DISABLED');
    await setting('enable_api_login_credentials', '1');
  });

  it('ends the session whose token comes with it (S1.9)', async () => {
    const old = await session();
    const failed = await post('initSession', { login: 'nora', password: 'wrong' }, old);
    expect(failed.status).toBe(401);
    expect(await call('getMyProfiles', { token: old })).toMatchObject({ status: 200 });
    const { body } = await post('initSession', { login: 'nora', password: 'secret of nora' }, old);
    expect(body.session_token).not.toBe(old);
    expect(await call('getMyProfiles', { token: old })).toMatchObject({ status: 401 });
  });

  it('opens a session without a profile for an expired password (S3.4)', async () => {
    await setUser({ password_last_update: '2001-01-01 00:00:00' });
    await setting('password_expiration_delay', '30');
    const token = await session();
    expect((await call('getMyProfiles', { token })).body).toEqual({ myprofiles: [] });
    expect((await call('getActiveProfile', { token })).body).toEqual({ active_profile: null });
    expect((await call('getMyEntities', { token })).body).toEqual({ myentities: [] });
    expect((await call('getActiveEntities', { token })).status).toBe(200);
    expect((await call('Computer', { token })).status).toBe(403);
    await setUser({ password_last_update: null });
    await setting('password_expiration_delay', '-1');
  });
});

describe('profiles and entities of a session', () => {
  it('are listed by name, and the first is active (S5)', async () => {
    const token = await session();
    expect((await call('getMyProfiles', { token })).body.myprofiles).toEqual([
      { id: 2, name: 'Observer', entities: [{ id: made.south, name: 'Sued', is_recursive: 0 }] },
      { id: 1, name: 'Self-Service', entities: [{ id: made.south, name: 'Sued', is_recursive: 0 }] },
      { id: 6, name: 'Technician', entities: [{ id: made.north, name: 'Nord', is_recursive: 1 }] },
    ]);
    expect((await call('getActiveEntities', { token })).body.active_entity).toEqual({
      id: made.south,
      active_entity_recursive: true,
      active_entities: [{ id: made.south }],
    });
  });

  it('can be changed within what the user has (S10)', async () => {
    const token = await session();
    expect(await post('changeActiveProfile', { profiles_id: '6x' }, token)).toEqual({ status: 200, body: true });
    expect((await post('changeActiveProfile', { profiles_id: 4 }, token)).status).toBe(404);
    expect((await post('changeActiveProfile', {}, token)).status).toBe(400);
    const mine = await call('getMyEntities?is_recursive=true', { token });
    expect(mine.body.myentities.map(({ id }: { id: number }) => id)).toEqual([made.town, made.north]);
    const change = async (input: object) => (await post('changeActiveEntities', input, token)).body;
    expect(await change({ entities_id: made.town })).toBe(true);
    expect(await change({ entities_id: made.south })).toBe(false);
    expect(await change({ entities_id: 'all' })).toBe(false);
    expect(await change({ entities_id: made.town, is_recursive: 1 })).toEqual(['ERROR', expect.any(String)]);
    expect((await call('getActiveEntities', { token })).body.active_entity).toEqual({
      id: made.town,
      active_entity_recursive: false,
      active_entities: [{ id: made.town }],
    });
    expect(await change({})).toBe(true);
    const { session: full } = (await call('getFullSession', { token })).body;
    expect(full).toMatchObject({
      valid_id: token,
      glpiID: made.user,
      glpifriendlyname: 'North Nora',
      glpiactive_entity: made.north,
      glpientity_fullstructure: true,
      glpiactiveentities_string: `'${made.north}', '${made.town}'`,
      glpiparententities: [0],
      glpiparententities_string: '0',
      noAUTO: 1,
      MESSAGE_AFTER_REDIRECT: [],
    });
    expect(full.glpiactiveprofile.name).toBe('Technician');
  });

  it('D06: are not changed by parameters of an address', async () => {
    const token = await session();
    const before = (await call('getFullSession', { token })).body.session;
    await call(`getMyProfiles?force_entity=${made.north}&force_profile=6&glpilist_limit=3`, { token });
    const after = (await call('getFullSession', { token })).body.session;
    expect({ ...after, glpi_currenttime: '' }).toEqual({ ...before, glpi_currenttime: '' });
  });

  it('are reduced for the simplified interface (S5.4)', async () => {
    const token = await session();
    await post('changeActiveProfile', { profiles_id: 1 }, token);
    const { active_profile } = (await call('getActiveProfile', { token })).body;
    expect(active_profile).toMatchObject({ id: 1, interface: 'helpdesk' });
    expect(active_profile).not.toHaveProperty('computer');
    expect(active_profile).not.toHaveProperty('date_mod');
    expect(active_profile).toHaveProperty('ticket');
    expect(Object.entries(active_profile).slice(-2)).toEqual([
      ['managed_domainrecordtypes', []],
      ['entities', expect.anything()],
    ]);
  });

  it('grow with the tree (S7.5)', async () => {
    const token = await session();
    await post('changeActiveProfile', { profiles_id: 6 }, token);
    await database.db
      .insertInto('glpi_entities')
      .values({ id: 9000, name: 'Neu', entities_id: made.north, completename: 'Root > Nord > Neu', level: 3 })
      .execute();
    await new Promise((resolve) => setTimeout(resolve, 1050));
    const ids = async () =>
      (await call('getActiveEntities', { token })).body.active_entity.active_entities.map(
        ({ id }: { id: number }) => id,
      );
    expect(await ids()).toEqual([made.north, 9000, made.town]);
    await database.db.deleteFrom('glpi_entities').where('id', '=', 9000).execute();
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect(await ids()).toEqual([made.north, made.town]);
  });
});

describe('other session endpoints', () => {
  it('end a session (S12)', async () => {
    const token = await session();
    expect(await call('killSession', { token })).toEqual({ status: 200, body: true });
    expect(await call('getFullSession', { token })).toEqual({
      status: 401,
      body: ['ERROR_SESSION_TOKEN_INVALID', 'session_token seems invalid'],
    });
    expect((await call('killSession')).body[0]).toBe('ERROR_SESSION_TOKEN_MISSING');
  });

  it('tell the settings without secrets, the own ones first (S13)', async () => {
    await setUser({ list_limit: 7 });
    const token = await session();
    const { cfg_glpi } = (await call('getGlpiConfig', { token })).body;
    expect(cfg_glpi).toMatchObject({ list_limit: 7, version: '10.0.19', planning_work_days: expect.any(Array) });
    expect(cfg_glpi.priority_matrix['5']['5']).toBe(5);
    for (const name of ['smtp_passwd', 'proxy_passwd']) expect(cfg_glpi).not.toHaveProperty(name);
    await setUser({ list_limit: null });
  });

  it('work in the time zone of the user (S14)', async () => {
    await setUser({ timezone: '+02:00', date_mod: '2026-01-01 12:00:00' });
    const token = await session();
    expect((await call('getFullSession', { token })).body.session).toMatchObject({ glpi_tz: '+02:00' });
    await setUser({ timezone: 'Nowhere/Nothing' });
    expect((await call('getMyProfiles', { token: await session() })).status).toBe(200);
    await setUser({ timezone: null });
  });

  it('work in the time zone that the general setup has at the moment, where the user has none (S14)', async () => {
    const token = await session();
    const hour = async () => {
      const { body } = await call('getFullSession', { token });
      expect(body.session).not.toHaveProperty('glpi_tz');
      return Date.parse(`${body.session.glpi_currenttime}Z`) / 3_600_000;
    };
    await database.db.deleteFrom('glpi_configs').where('name', '=', 'timezone').execute();
    await database.db.insertInto('glpi_configs').values({ context: 'core', name: 'timezone', value: '0' }).execute();
    await setting('timezone', '+05:00');
    const east = await hour();
    await setting('timezone', '-05:00');
    expect(east - (await hour())).toBeCloseTo(10, 1);
    await setting('timezone', '0');
  });
});

describe('lostPassword (S11)', () => {
  const put = (payload: object, token?: string) =>
    call('lostPassword', { method: 'PUT', payload, ...(token ? { token } : {}) });
  const RESET = 'a'.repeat(40);

  it('is for PUT, and for sites that send mails', async () => {
    expect((await post('lostPassword', {})).body[1]).toContain('Only HTTP verb PUT is allowed');
    await setting('use_notifications', '0');
    expect((await put({ email: 'x@y.test' })).body[1]).toContain('Email notifications are disabled');
    await setting('use_notifications', '1');
    await setting('notifications_mailing', '1');
    expect((await put({})).body[1]).toContain('email parameter missing');
    expect((await put({ email: 'x@y.test' }, await session())).body[1]).toContain('A session is active');
  });

  it('gives the one account with an address a token, and tells nobody', async () => {
    await database.db
      .insertInto('glpi_useremails')
      .values({ users_id: made.user, is_default: 1, email: 'nora@north.test' })
      .execute();
    const [known, unknown] = await Promise.all([put({ email: 'NORA@north.test' }), put({ email: 'x@north.test' })]);
    expect(known).toEqual(unknown);
    const [user] = await database.db
      .selectFrom('glpi_users')
      .select('password_forget_token')
      .where('id', '=', made.user)
      .execute();
    expect(user!.password_forget_token).toMatch(/^[0-9a-f]{40}$/);
  });

  it('sets a new password once, if it is good enough', async () => {
    await setUser({ password_forget_token: RESET, password_forget_token_date: '2037-01-01 00:00:00' });
    await setting('use_password_security', '1');
    const weak = await put({ password_forget_token: RESET, password: 'abc' });
    expect(weak.body[1]).toContain('Password too short!\\nPassword must include at least a digit!\\n');
    const reset = await put({ password_forget_token: RESET, password: 'Nora#2026x' });
    expect(reset).toEqual({ status: 200, body: ['Reset password successful.'] });
    expect((await put({ password_forget_token: RESET, password: 'Nora#2027x' })).status).toBe(400);
    expect((await logIn('nora', 'Nora#2026x')).status).toBe(200);
    await setting('use_password_security', '0');
  });

  it('refuses tokens that are old, unknown, or those of closed accounts', async () => {
    await setUser({ password_forget_token: RESET, password_forget_token_date: '2001-01-01 00:00:00' });
    expect((await put({ password_forget_token: RESET })).body[1]).toContain('has expired or is invalid');
    expect((await put({ password_forget_token: '', email: 'x' })).body[1]).toContain('has expired or is invalid');
    await setUser({ password_forget_token_date: '2037-01-01 00:00:00', is_active: 0 });
    expect((await put({ password_forget_token: RESET })).body[1]).toContain('contact your administrator');
    await setUser({ is_active: 1, password_forget_token: null });
  });
});
