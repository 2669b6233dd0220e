import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LdapDirectories } from '../../src/auth/ldap/directories.ts';
import { logIn } from '../../src/auth/login.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { EntityTrees } from '../../src/entities/entity-tree.ts';
import { decryptSecret, encryptSecret } from '../../src/settings/glpi-key.ts';
import { SettingsReader } from '../../src/settings/settings.ts';
import { openTranslations } from '../../src/text/translations.ts';
import { freePort } from '../sessions/redis-server.ts';
import { freshGlpi, type TestDatabase } from '../support/mariadb.ts';
import { baseDn, hasLdap, root, startLdap } from './ldap-server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'apirest-key-'));
const keyFile = path.join(folder, 'glpicrypt.key');
writeFileSync(keyFile, randomBytes(32));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("secrets that GLPI's key encrypts", () => {
  it('are read back', async () => {
    const encrypted = await encryptSecret('pässword', keyFile);
    expect(await decryptSecret(encrypted, keyFile)).toBe('pässword');
    expect(await decryptSecret(null, keyFile)).toBe('');
    expect(await decryptSecret('', undefined)).toBe('');
  });

  it('are not read with another key, nor when something is missing', async () => {
    const other = path.join(folder, 'other.key');
    writeFileSync(other, Buffer.alloc(32, 8));
    const encrypted = await encryptSecret('secret', keyFile);
    await expect(decryptSecret(encrypted, other)).rejects.toThrow();
    await expect(decryptSecret(encrypted.slice(0, 32), keyFile)).rejects.toThrow();
  });

  it('need a key', async () => {
    await expect(decryptSecret('AAAA', undefined)).rejects.toThrow('GLPI_CRYPT_KEY');
    writeFileSync(path.join(folder, 'short.key'), 'short');
    await expect(decryptSecret('AAAA', path.join(folder, 'short.key'))).rejects.toThrow('32 bytes');
  });
});

describe('accounts of a directory', () => {
  if (!hasLdap) {
    it.skip('needs slapd, which this machine has not', () => {});
    return;
  }
  let ldap: Awaited<ReturnType<typeof startLdap>>;
  let test: TestDatabase;
  let database: Database;
  let directories: LdapDirectories;
  const reports: string[] = [];

  const directory = async (more: Record<string, unknown> = {}): Promise<number> => {
    const { insertId } = await database.db
      .insertInto('glpi_authldaps')
      .values({
        name: 'Acme',
        host: '127.0.0.1',
        port: ldap.port,
        basedn: baseDn,
        rootdn: root.dn,
        rootdn_passwd: await encryptSecret(root.password, keyFile),
        login_field: 'uid',
        is_active: 1,
        timeout: 2,
        ...more,
      })
      .executeTakeFirstOrThrow();
    return Number(insertId);
  };

  beforeAll(async () => {
    ldap = await startLdap();
    test = await freshGlpi();
    database = openDatabase({ url: test.url, poolSize: 2, connectTimeout: 5000, queryTimeout: 0 });
    directories = new LdapDirectories(database.db, keyFile, (_, message) => reports.push(message));
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
    await ldap?.stop();
  });

  it('are let in with their password only', async () => {
    const id = await directory();
    expect(await directories.check(id, 'xena', 'password of xena')).toBe('accepted');
    expect(await directories.check(id, 'XENA', 'password of xena')).toBe('accepted');
    expect(await directories.check(id, 'xena', 'password of otto')).toBe('refused');
    expect(await directories.check(id, 'xena', '')).toBe('refused');
    expect(await directories.check(id, 'nobody', 'password of xena')).toBe('refused');
    expect(await directories.check(id, '*', 'password of xena')).toBe('refused');
  });

  it('must meet the condition of the directory, which GLPI stores encoded', async () => {
    const id = await directory({ condition: '(&#38;(objectClass=inetOrgPerson)(!(title=guest)))' });
    expect(await directories.check(id, 'xena', 'password of xena')).toBe('accepted');
    expect(await directories.check(id, 'otto', 'password of otto')).toBe('refused');
  });

  it('are asked for at a copy when the directory itself is down', async () => {
    const id = await directory({ port: await freePort() });
    expect(await directories.check(id, 'xena', 'password of xena')).toBe('unreachable');
    await database.db
      .insertInto('glpi_authldapreplicates')
      .values({ authldaps_id: id, host: '127.0.0.1', port: ldap.port, name: 'copy', timeout: 2 })
      .execute();
    expect(await directories.check(id, 'xena', 'password of xena')).toBe('accepted');
    expect(reports.at(-1)).toContain(`LDAP directory ${id}`);
  });

  it('are not found in a directory that is inactive, unknown, or set up with a wrong password', async () => {
    const inactive = await directory({ is_active: 0 });
    expect(await directories.has(inactive)).toBe(false);
    expect(await directories.check(inactive, 'xena', 'password of xena')).toBe('no directory');
    expect(await directories.check(9999, 'xena', 'password of xena')).toBe('no directory');
    const wrong = await directory({ rootdn_passwd: await encryptSecret('wrong', keyFile) });
    expect(await directories.check(wrong, 'xena', 'password of xena')).toBe('unreachable');
  });

  it('log in with the password that the directory knows', async () => {
    const id = await directory();
    await database.db
      .insertInto('glpi_users')
      .values({ name: 'xena', authtype: 3, auths_id: id, is_active: 1 })
      .execute();
    const settings = await new SettingsReader(database.db).get();
    const entities = await new EntityTrees(database.db).get();
    const attempt = (password: string, source: string) =>
      logIn(
        {
          db: database.db,
          settings,
          translate: openTranslations(undefined).in('en_GB'),
          entities,
          directories,
          address: '127.0.0.1',
          historyName: '',
        },
        { login: 'xena', password, userToken: '', source },
      );
    expect(await attempt('password of xena', '')).toMatchObject({ by: 'directory', account: { name: 'xena' } });
    expect(await attempt('password of xena', `ldap-${id}`)).toMatchObject({ by: 'directory' });
    await expect(attempt('password of otto', '')).rejects.toMatchObject({ message: 'Incorrect username or password' });
    await expect(attempt('password of xena', 'local')).rejects.toMatchObject({ code: 'ERROR_GLPI_LOGIN' });
    await expect(attempt('password of xena', 'ldap-9999')).rejects.toMatchObject({ message: '' });
  });

  it('need TLS where the directory asks for it', async () => {
    const id = await directory({ use_tls: 1 });
    expect(await directories.check(id, 'xena', 'password of xena')).toBe('unreachable');
  });
});
