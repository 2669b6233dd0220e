import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decryptSecret } from '../../../src/settings/glpi-key.ts';
import { type Asking, startAsking } from './asking.ts';

/** Secrets are kept encrypted with GLPI's key (items-write W11.12, sessions S13.2). */
let glpi: Asking;
let folder: string;
let keyFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glpi-key-'));
  keyFile = join(folder, 'glpicrypt.key');
  await writeFile(keyFile, randomBytes(32));
  glpi = await startAsking({ GLPI_CRYPT_KEY: keyFile });
});
afterAll(async () => {
  await glpi.close();
  await rm(folder, { recursive: true });
});

const setting = async (from: Asking, name: string): Promise<{ id: number; value: string | null }> => {
  const [row] = await from.rows.select("SELECT id, value FROM glpi_configs WHERE context = 'core' AND name = ?", [
    name,
  ]);
  return row as { id: number; value: string | null };
};
const plain = (stored: unknown): Promise<string> => decryptSecret(String(stored ?? ''), keyFile);

describe('a secret setting', () => {
  it('is encrypted, and its history is masked', async () => {
    await glpi.news();
    expect((await glpi.change('Config', 1, { smtp_passwd: 'a<b&"c' })).status).toBe(200);
    const { value } = await setting(glpi, 'smtp_passwd');
    expect(value).not.toContain('a<b');
    expect(await plain(value)).toBe('a<b&"c');
    expect(await glpi.news()).toMatchObject([
      { itemtype: 'NotificationMailingSetting', old_value: 'smtp_passwd ********', new_value: '********' },
    ]);
  });

  it('stays when nothing is sent for it, and goes by its blank key', async () => {
    const before = await setting(glpi, 'smtp_passwd');
    await glpi.change('Config', 1, { smtp_passwd: '', admin_email_name: 'Desk' });
    expect(await setting(glpi, 'smtp_passwd')).toEqual(before);
    await glpi.change('Config', 1, { _blank_smtp_passwd: 1 });
    expect((await setting(glpi, 'smtp_passwd')).value).toBe('');
  });

  it('is encrypted when the row itself is changed, too', async () => {
    const { id } = await setting(glpi, 'proxy_passwd');
    expect((await glpi.change('Config', id, { context: 'core', value: 'hidden' })).status).toBe(200);
    expect(await plain((await setting(glpi, 'proxy_passwd')).value)).toBe('hidden');
  });
});

describe.each([
  ['AuthLDAP', 'glpi_authldaps', { name: 'd' }, 'rootdn_passwd', '_blank_passwd'],
  ['MailCollector', 'glpi_mailcollectors', { name: 'd@glpi.test' }, 'passwd', '_blank_passwd'],
  ['SNMPCredential', 'glpi_snmpcredentials', { name: 'd', snmpversion: 2 }, 'priv_passphrase', undefined],
] as const)('the secret of %s', (itemtype, table, base, column, blank) => {
  it('is encrypted, stays when nothing is sent, and goes by its blank key', async () => {
    const id = await glpi.made(itemtype, { ...base, [column]: 'pass' });
    const stored = (await glpi.row(table, id))[column];
    expect(await plain(stored)).toBe('pass');
    await glpi.change(itemtype, id, { [column]: '' });
    expect((await glpi.row(table, id))[column]).toBe(stored);
    await glpi.change(itemtype, id, { [column]: 'other' });
    expect(await plain((await glpi.row(table, id))[column])).toBe('other');
    if (blank === undefined) return;
    await glpi.change(itemtype, id, { [blank]: 1 });
    expect((await glpi.row(table, id))[column]).toBe('');
  });
});

describe("without GLPI's key", () => {
  let keyless: Asking;
  beforeAll(async () => {
    keyless = await startAsking();
  });
  afterAll(() => keyless.close());

  it('D30: secrets are refused, and everything else is written', async () => {
    const refused = await keyless.change('Config', 1, { smtp_passwd: 'x' });
    expect(refused).toEqual({
      status: 400,
      body: ['ERROR_GLPI_UPDATE', "Passwords can't be stored: GLPI's key is missing."],
    });
    expect((await setting(keyless, 'smtp_passwd')).value).toBe('');
    expect((await keyless.add('AuthLDAP', { name: 'd', rootdn_passwd: 'x' })).status).toBe(400);
    expect((await keyless.add('AuthLDAP', { name: 'd' })).status).toBe(201);
    expect((await keyless.change('Config', 1, { smtp_passwd: '', admin_email_name: 'Desk' })).status).toBe(200);
  });
});
