import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { encryptSecret } from '../../src/settings/glpi-key.ts';
import { baseDn, hasLdap, root, startLdap } from '../auth/ldap-server.ts';
import { freePort } from '../sessions/redis-server.ts';
import { type TestApp, testApp } from '../support/app.ts';

const LDAP = 3;

describe.skipIf(!hasLdap)('renewing users from a directory (massive-actions 4.2)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'apirest-key-'));
  const keyFile = path.join(folder, 'glpicrypt.key');
  let ldap: Awaited<ReturnType<typeof startLdap>>;
  let server: TestApp;
  let database: Database;
  let token: string;

  beforeAll(async () => {
    writeFileSync(keyFile, randomBytes(32));
    ldap = await startLdap();
    const client = new Client({ url: `ldap://127.0.0.1:${ldap.port}` });
    await client.bind(root.dn, root.password);
    await client.add(`uid=rosa,${baseDn}`, {
      objectClass: 'inetOrgPerson',
      uid: 'rosa',
      cn: 'rosa',
      sn: 'Roth & Söhne',
      givenName: 'Rosa',
      telephoneNumber: '0301',
      title: 'Head of <Stores>',
      employeeNumber: 'E-77',
      mail: ['rosa@acme.test'],
      manager: `uid=xena,${baseDn}`,
    });
    await client.add(`cn=buyers,${baseDn}`, {
      objectClass: 'groupOfNames',
      cn: 'buyers',
      member: `uid=rosa,${baseDn}`,
    });
    await client.unbind();
    server = await testApp({ GLPI_CRYPT_KEY: keyFile });
    database = openDatabase({ url: server.database.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
    token = await server.logIn('glpi');
  });
  afterAll(async () => {
    await database?.close();
    await server?.close();
    await ldap?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function insert(table: string, values: Record<string, unknown>): Promise<number> {
    const { insertId } = await database.db.insertInto(table).values(values).executeTakeFirstOrThrow();
    return Number(insertId);
  }

  const directory = async (more: Record<string, unknown> = {}): Promise<number> =>
    insert('glpi_authldaps', {
      name: 'Acme',
      host: '127.0.0.1',
      port: ldap.port,
      basedn: baseDn,
      rootdn: root.dn,
      rootdn_passwd: await encryptSecret(root.password, keyFile),
      login_field: 'uid',
      use_dn: 1,
      is_active: 1,
      timeout: 2,
      realname_field: 'sn',
      firstname_field: 'givenname',
      phone_field: 'telephonenumber',
      comment_field: '%{cn} of %{employeenumber}',
      title_field: 'title',
      responsible_field: 'manager',
      email1_field: 'mail',
      group_search_type: 1,
      group_member_field: 'member',
      group_condition: '(objectClass=groupOfNames)',
      ...more,
    });

  const user = async (name: string, auths_id: number, more: Record<string, unknown> = {}): Promise<number> =>
    insert('glpi_users', { name, authtype: LDAP, auths_id, is_active: 1, ...more });

  async function apply(key: string, id: number, as = token) {
    const answer = await server.ask(`/applyMassiveAction/User/User:${key}`, {
      token: as,
      method: 'POST',
      payload: { ids: [id] },
    });
    return { status: answer.statusCode, ...answer.json<Record<'ok' | 'ko' | 'noright', number>>() };
  }

  const read = (id: number) =>
    database.db.selectFrom('glpi_users').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('fills columns, dropdowns, addresses and groups', async () => {
    const id = await user('rosa', await directory(), { phone: '0999', is_deleted_ldap: 1 });
    const old = await insert('glpi_useremails', { users_id: id, email: 'old@acme.test', is_dynamic: 1 });
    await insert('glpi_useremails', { users_id: id, email: 'own@acme.test', is_default: 1 });
    const byDn = await insert('glpi_groups', { name: 'buyers', ldap_group_dn: `cn=buyers,${baseDn}` });
    const byValue = await insert('glpi_groups', { name: 'heads', ldap_field: 'title', ldap_value: 'head of%' });
    const left = await insert('glpi_groups', { name: 'guests', ldap_field: 'title', ldap_value: 'guest' });
    const byHand = await insert('glpi_groups', { name: 'friends' });
    await insert('glpi_groups_users', { users_id: id, groups_id: left, is_dynamic: 1 });
    await insert('glpi_groups_users', { users_id: id, groups_id: byHand, is_dynamic: 1 });

    expect(await apply('force_user_ldap_update', id)).toMatchObject({ status: 200, ok: 1 });
    const after = await read(id);
    expect(after).toMatchObject({
      realname: 'Roth &#38; Söhne',
      firstname: 'Rosa',
      phone: '0301',
      comment: 'rosa of E-77',
      user_dn: `uid=rosa,${baseDn}`,
      is_deleted_ldap: 0,
    });
    expect(after.date_sync).not.toBeNull();
    const title = await database.db
      .selectFrom('glpi_usertitles')
      .select('id')
      .where('name', '=', 'Head of &#60;Stores&#62;')
      .executeTakeFirstOrThrow();
    expect(after.usertitles_id).toBe(title.id);
    const emails = await database.db
      .selectFrom('glpi_useremails')
      .select(['id', 'email', 'is_dynamic'])
      .where('users_id', '=', id)
      .orderBy('id')
      .execute();
    expect(emails.map(({ email }) => email)).toEqual(['own@acme.test', 'rosa@acme.test']);
    expect(emails.some((one) => one.id === old)).toBe(false);
    const groups = await database.db
      .selectFrom('glpi_groups_users')
      .select('groups_id')
      .where('users_id', '=', id)
      .orderBy('groups_id')
      .execute();
    expect(groups.map(({ groups_id }) => groups_id)).toEqual([byDn, byValue, byHand]);
  });

  it('finds people by what ties them to their entry, which can be given up', async () => {
    const id = await user('rosa', await directory({ sync_field: 'employeenumber' }), { sync_field: 'E-00' });
    expect(await apply('force_user_ldap_update', id)).toMatchObject({ status: 422, ko: 1 });
    expect(await apply('clean_ldap_fields', id)).toMatchObject({ status: 200, ok: 1 });
    expect(await read(id)).toMatchObject({ sync_field: 'E-77', realname: 'Roth &#38; Söhne' });
    expect(await apply('force_user_ldap_update', id)).toMatchObject({ status: 200, ok: 1 });
  });

  it('changes nothing of whom the directory doesn’t know, or of others’ accounts', async () => {
    const here = await directory();
    const nobody = await user('nobody', here, { realname: 'Kept' });
    expect(await apply('force_user_ldap_update', nobody)).toMatchObject({ status: 422, ko: 1 });
    expect(await read(nobody)).toMatchObject({ realname: 'Kept', date_sync: null });
    const away = await user('rosa', await directory({ port: await freePort() }), { realname: 'Kept' });
    expect(await apply('force_user_ldap_update', away)).toMatchObject({ status: 422, ko: 1 });
    const local = await user('rosa', here, { authtype: 1 });
    expect(await apply('force_user_ldap_update', local)).toMatchObject({ status: 422, ko: 1 });
    const tech = await server.logIn('tech');
    expect(await apply('force_user_ldap_update', nobody, tech)).toMatchObject({ status: 422, noright: 1 });
  });
});
