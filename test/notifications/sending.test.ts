import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PostOffice, sendQueued, uncertainMails } from '../../src/notifications/sending/send-queued.ts';
import { encryptSecret } from '../../src/settings/glpi-key.ts';
import { SettingsReader } from '../../src/settings/settings.ts';
import { mailBox } from './mail-box.ts';
import { type MailSite, mailSite } from './site-with-mails.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'apirest-mail-'));
const keyFile = path.join(folder, 'glpicrypt.key');
writeFileSync(keyFile, randomBytes(32));

/** A mail server that asks for a login and refuses some recipients. */
const box = await mailBox({
  authOptional: false,
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) =>
    username === 'desk' && password === 'pässword' ? done(null, { user: username }) : done(new Error('wrong password')),
  onRcptTo: ({ address }, _session, done) => done(address.startsWith('refused') ? new Error('no such box') : null),
});
const { got } = box;

let site: MailSite;
const reports: string[] = [];
const office = async (): Promise<PostOffice> => ({
  db: site.db,
  settings: await new SettingsReader(site.db).get(),
  keyFile,
  filesDir: undefined,
  report: (_error, message) => reports.push(message),
});
const send = async (ids?: readonly number[]) => sendQueued(await office(), ids);

beforeAll(async () => {
  site = await mailSite({ GLPI_CRYPT_KEY: keyFile });
  await site.set({
    smtp_mode: '1',
    smtp_host: '127.0.0.1',
    smtp_port: String(box.port),
    smtp_username: 'desk',
    smtp_passwd: await encryptSecret('pässword', keyFile),
    smtp_max_retries: '2',
    smtp_retry_time: '5',
  });
});
afterAll(async () => {
  await site?.close();
  await box.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  got.length = 0;
  reports.length = 0;
  await site.db.deleteFrom('glpi_queuednotifications').execute();
});

const enqueue = async (values: Record<string, unknown> = {}): Promise<number> => {
  const { insertId } = await site.db
    .insertInto('glpi_queuednotifications')
    .values({
      itemtype: 'Ticket',
      items_id: 7,
      create_time: '2026-01-01 00:00:00',
      send_time: '2026-01-01 00:00:00',
      name: '[GLPI #0000007] Jam &#38; caf\u00e9',
      sender: 'desk@harbour-foods.example',
      sendername: 'Desk &#38; Co',
      recipient: 'ann@harbour-foods.example',
      recipientname: 'Ann',
      replyto: 'reply@harbour-foods.example',
      headers: '{"Auto-Submitted":"auto-generated"}',
      body_text: 'one &#38; two',
      body_html: '&#60;p&#62;one&#60;/p&#62;',
      messageid: 'GLPI_abc-Ticket-7/update.1.2@host',
      documents: '',
      mode: 'mailing',
      event: 'update',
      ...values,
    })
    .executeTakeFirstOrThrow();
  return Number(insertId);
};

describe('queued mails', () => {
  it('are sent as they are queued, and marked', async () => {
    const id = await enqueue();
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    expect(got).toHaveLength(1);
    const { content, to } = got[0]!;
    expect(to).toBe('ann@harbour-foods.example');
    expect(content).toContain('From: "Desk & Co" <desk@harbour-foods.example>');
    expect(content).toContain('Reply-To: reply@harbour-foods.example');
    expect(content).toContain('Auto-Submitted: auto-generated');
    expect(content).toContain('Message-ID: <GLPI_abc-Ticket-7/update.1.2@host>');
    expect(content).toContain('References: <GLPI_abc-Ticket-7/new@host>');
    expect(content).toContain('one & two');
    expect(content).toContain('<p>one</p>');
    const [row] = await site.queue();
    expect(row).toMatchObject({ id, is_deleted: 1, sent_try: 0 });
    expect(row!.sent_time).not.toBeNull();
    expect(await send()).toEqual({ sent: 0, failed: 0 });
  });

  it('wait for their time, unless they are named', async () => {
    const id = await enqueue({ send_time: '2037-01-01 00:00:00' });
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(await send([id])).toEqual({ sent: 1, failed: 0 });
  });

  it('of other ways than mail, and deleted ones, stay where they are', async () => {
    await enqueue({ mode: 'ajax' });
    await enqueue({ is_deleted: 1 });
    expect(await send()).toEqual({ sent: 0, failed: 0 });
  });

  it('are tried again later, and given up when they were tried again often enough', async () => {
    const id = await enqueue({ recipient: 'refused@harbour-foods.example' });
    expect(await send()).toEqual({ sent: 0, failed: 1 });
    expect(reports).toEqual([`mail ${id} could not be sent`]);
    const [row] = await site.queue();
    expect(row).toMatchObject({ is_deleted: 0, sent_try: 1, sent_time: null });
    const { wait } = await site.db
      .selectFrom('glpi_queuednotifications')
      .select(sql<number>`timestampdiff(second, now(), send_time)`.as('wait'))
      .executeTakeFirstOrThrow();
    expect(Math.abs(Number(wait) - 300)).toBeLessThan(10);
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(await send([id])).toEqual({ sent: 0, failed: 1 });
    expect((await site.queue())[0]).toMatchObject({ is_deleted: 0, sent_try: 2 });
    expect(await send([id])).toEqual({ sent: 0, failed: 1 });
    expect((await site.queue())[0]).toMatchObject({ is_deleted: 1, sent_try: 3, sent_time: null });
  });

  it('are not sent again when their sender ended before it could say what became of them', async () => {
    const id = await enqueue();
    const gone = new Error('the sender ended');
    const broken = new Proxy(site.db, {
      get: (db, name) => {
        if (name === 'updateTable' && got.length > 0) throw gone;
        const value = Reflect.get(db, name);
        return typeof value === 'function' ? value.bind(db) : value;
      },
    });
    await expect(sendQueued({ ...(await office()), db: broken })).rejects.toThrow(gone);
    expect(got).toHaveLength(1);
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(await uncertainMails(site.db)).toEqual([]);
    await site.db.updateTable('glpi_queuednotifications').set({ send_time: '2026-01-01 00:00:00' }).execute();
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(got).toHaveLength(1);
    expect(await uncertainMails(site.db)).toEqual([id]);
    expect(await send([id])).toEqual({ sent: 1, failed: 0 });
    expect(await uncertainMails(site.db)).toEqual([]);
  });

  it('after one that fails are sent all the same', async () => {
    await enqueue({ recipient: 'refused@harbour-foods.example' });
    await enqueue();
    expect(await send()).toEqual({ sent: 1, failed: 1 });
  });

  it('are sent once, however many send at the same time', async () => {
    for (let n = 0; n < 30; n++) await enqueue({ recipient: `user${n}@harbour-foods.example` });
    const totals = await Promise.all([send(), send(), send()]);
    expect(totals.reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
    expect(new Set(got.map(({ to }) => to)).size).toBe(30);
    expect(got).toHaveLength(30);
  });
});

describe('lostPassword', () => {
  it('sends its mail at once, and takes the token of the mail', async () => {
    const user = await site.db
      .selectFrom('glpi_users')
      .select('id')
      .where('name', '=', 'tech')
      .executeTakeFirstOrThrow();
    await site.db.deleteFrom('glpi_useremails').where('users_id', '=', user.id).execute();
    await site.db
      .insertInto('glpi_useremails')
      .values({ users_id: user.id, is_default: 1, email: 'tech@harbour-foods.example' })
      .execute();
    await site.notification('User', 'passwordforget', [[1, 19]], {
      subject: '##user.action##',
      text: 'link: ##user.passwordforgeturl##',
    });
    const answer = await site.ask('/lostPassword', { method: 'PUT', payload: { email: 'tech@harbour-foods.example' } });
    expect(answer.statusCode).toBe(200);
    await expect.poll(() => got.length, { timeout: 5000 }).toBe(1);
    const token = /password_forget_token=(?:3D)?([0-9a-f]{40})/.exec(got[0]!.content.replace(/=\r?\n/g, ''))?.[1];
    expect(token).toBeDefined();
    const second = await site.ask('/lostPassword', {
      method: 'PUT',
      payload: { email: 'tech@harbour-foods.example', password_forget_token: token, password: 'a new one' },
    });
    expect(second.statusCode, second.body).toBe(200);
    await site.logIn('tech', 'a new one');
  });

  it('keeps quiet about addresses that it does not know', async () => {
    const answer = await site.ask('/lostPassword', {
      method: 'PUT',
      payload: { email: 'nobody@harbour-foods.example' },
    });
    expect(answer.statusCode).toBe(200);
    expect(await site.queue()).toEqual([]);
  });
});

describe('a mail that somebody wants sent at once (massive-actions 4.2)', () => {
  it('leaves by the mail server, whether its time has come or not', async () => {
    const id = await enqueue({ send_time: '2035-01-01 00:00:00' });
    const answer = await site.ask('/applyMassiveAction/QueuedNotification/QueuedNotification:send', {
      token: await site.logIn('glpi'),
      method: 'POST',
      payload: { ids: [id] },
    });
    expect(answer.json()).toEqual({ ok: 1, noaction: 0, ko: 0, noright: 0, messages: [] });
    expect(got).toHaveLength(1);
    expect((await site.queue())[0]).toMatchObject({ is_deleted: 1 });
  });
});
