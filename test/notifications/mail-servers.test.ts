import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendQueued } from '../../src/notifications/sending/send-queued.ts';
import { decryptSecret, encryptSecret } from '../../src/settings/glpi-key.ts';
import { SettingsReader } from '../../src/settings/settings.ts';
import { type MailBox, mailBox } from './mail-box.ts';
import { type MailSite, mailSite } from './site-with-mails.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'apirest-servers-'));
const keyFile = path.join(folder, 'glpicrypt.key');
writeFileSync(keyFile, randomBytes(32));

let site: MailSite;
let errors: string[] = [];

beforeAll(async () => {
  site = await mailSite();
});
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  errors = [];
  await site.db.deleteFrom('glpi_queuednotifications').execute();
  await site.db
    .insertInto('glpi_queuednotifications')
    .values({
      itemtype: 'Ticket',
      items_id: 7,
      send_time: '2026-01-01 00:00:00',
      name: 's',
      sender: 'desk@example.test',
      recipient: 'ann@example.test',
      body_text: 'hello',
      mode: 'mailing',
    })
    .execute();
});

/** Sends the one mail there is with the given settings. */
async function sendWith(settings: Record<string, string>) {
  await site.set({ smtp_host: '127.0.0.1', smtp_username: '', smtp_check_certificate: '1', ...settings });
  return sendQueued({
    db: site.db,
    settings: await new SettingsReader(site.db).get(),
    keyFile,
    filesDir: undefined,
    report: (error) => errors.push((error as Error).message),
  });
}

const [sent, failed] = [
  { sent: 1, failed: 0 },
  { sent: 0, failed: 1 },
];

/** A server whose certificate nobody has signed but itself. */
async function withServer(options: Parameters<typeof mailBox>[0], use: (box: MailBox) => Promise<void>): Promise<void> {
  const box = await mailBox({ authOptional: true, ...options });
  try {
    await use(box);
  } finally {
    await box.close();
  }
}

describe('mails leave', () => {
  it('by the mail program of the machine (smtp_mode 0)', async () => {
    const program = path.join(folder, 'sendmail');
    const mail = path.join(folder, 'mail.txt');
    writeFileSync(program, `#!/bin/sh\necho "$@" > ${mail}\ncat >> ${mail}\n`);
    chmodSync(program, 0o755);
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
    expect(await sendWith({ smtp_mode: '0' })).toEqual(sent);
    vi.unstubAllEnvs();
    expect(readFileSync(mail, 'utf8')).toMatch(/ann@example\.test.*hello/s);
  });

  it('in the clear, or encrypted where the server offers it (smtp_mode 1)', async () => {
    await withServer({ disabledCommands: ['STARTTLS'] }, async ({ port, got }) => {
      expect(await sendWith({ smtp_mode: '1', smtp_port: String(port) })).toEqual(sent);
      expect(got[0]!.secure).toBe(false);
    });
    await site.db.updateTable('glpi_queuednotifications').set({ is_deleted: 0, sent_time: null }).execute();
    await withServer({}, async ({ port, got }) => {
      expect(await sendWith({ smtp_mode: '1', smtp_port: String(port) })).toEqual(sent);
      expect(got[0]!.secure).toBe(true);
    });
  });

  it.each([
    ['from the start (smtp_mode 2)', '2', { secure: true }],
    ['after the greeting (smtp_mode 3)', '3', {}],
  ])('encrypted %s, to a server whose certificate is good or not asked for', async (_when, mode, options) => {
    await withServer(options, async ({ port, got }) => {
      const server = { smtp_mode: mode, smtp_port: String(port) };
      expect(await sendWith({ ...server, smtp_check_certificate: '1' })).toEqual(failed);
      expect(errors[0]).toMatch(/certificate/);
      expect(got).toEqual([]);
      await site.db.updateTable('glpi_queuednotifications').set({ send_time: '2026-01-01 00:00:00' }).execute();
      expect(await sendWith({ ...server, smtp_check_certificate: '0' })).toEqual(sent);
      expect(got[0]!.secure).toBe(true);
    });
  });

  it('not at all in the clear where they should be encrypted', async () => {
    await withServer({ disabledCommands: ['STARTTLS'] }, async ({ port, got }) => {
      expect(await sendWith({ smtp_mode: '3', smtp_port: String(port) })).toEqual(failed);
      expect(got).toEqual([]);
    });
  });
});

describe('mails by OAuth (smtp_mode 4)', () => {
  /** A provider that gives a token for the right secrets, and another refresh token with it. */
  const asked: { readonly url: string; readonly form: Record<string, string> }[] = [];
  const provider = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(body));
      asked.push({ url: String(request.headers['x-asked']), form });
      const isRight = form.client_secret === 'sécret' && form.refresh_token === 'first';
      response.writeHead(isRight ? 200 : 400, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(isRight ? { access_token: 'access!', refresh_token: 'second' } : { error: 'invalid_grant' }),
      );
    });
  });
  let settings: Record<string, string>;

  beforeAll(async () => {
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const { port } = provider.address() as { port: number };
    const real = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation((url, init) =>
      real(`http://127.0.0.1:${port}/`, { ...init, headers: { 'x-asked': String(url) } }),
    );
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await new Promise<void>((resolve) => provider.close(() => resolve()));
  });
  beforeEach(async () => {
    asked.length = 0;
    settings = {
      smtp_mode: '4',
      smtp_check_certificate: '0',
      smtp_username: 'desk@example.test',
      smtp_oauth_provider: 'Glpi\\Mail\\SMTP\\OauthProvider\\Azure',
      smtp_oauth_client_id: 'client',
      smtp_oauth_client_secret: await encryptSecret('sécret', keyFile),
      smtp_oauth_options: '{"tenant":"our firm"}',
      smtp_oauth_refresh_token: await encryptSecret('first', keyFile),
    };
  });

  const server: Parameters<typeof mailBox>[0] = {
    authOptional: false,
    authMethods: ['XOAUTH2'],
    onAuth: ({ username, accessToken }, _session, done) =>
      username === 'desk@example.test' && accessToken === 'access!'
        ? done(null, { user: username })
        : done(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } }),
  };

  it('take a token from the provider, whose next refresh token is kept', async () => {
    await withServer(server, async ({ port, got }) => {
      expect(await sendWith({ ...settings, smtp_port: String(port) })).toEqual(sent);
      expect(got[0]).toMatchObject({ to: 'ann@example.test', secure: true });
    });
    expect(asked).toEqual([
      {
        url: 'https://login.microsoftonline.com/our%20firm/oauth2/v2.0/token',
        form: { grant_type: 'refresh_token', refresh_token: 'first', client_id: 'client', client_secret: 'sécret' },
      },
    ]);
    const stored = (await new SettingsReader(site.db).get()).text('smtp_oauth_refresh_token')!;
    expect(await decryptSecret(stored, keyFile)).toBe('second');
  });

  it('wait when the provider refuses, or is unknown', async () => {
    settings.smtp_oauth_client_secret = await encryptSecret('wrong', keyFile);
    settings.smtp_oauth_provider = 'Glpi\\Mail\\SMTP\\OauthProvider\\Google';
    expect(await sendWith(settings)).toEqual(failed);
    expect(asked[0]!.url).toBe('https://oauth2.googleapis.com/token');
    expect(errors).toEqual(['the OAuth provider gives no token: 400 invalid_grant']);
    await site.db.updateTable('glpi_queuednotifications').set({ send_time: '2026-01-01 00:00:00' }).execute();
    expect(await sendWith({ ...settings, smtp_oauth_provider: 'Elsewhere' })).toEqual(failed);
    expect(errors[1]).toContain('unknown provider "Elsewhere"');
  });
});
