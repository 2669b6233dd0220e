import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type MailSite, mailSite } from './site-with-mails.ts';

let site: MailSite;
let token: string;
let tech: number;

beforeAll(async () => {
  site = await mailSite();
  token = await site.logIn();
  ({ id: tech } = await site.db
    .selectFrom('glpi_users')
    .select('id')
    .where('name', '=', 'tech')
    .executeTakeFirstOrThrow());
});
afterAll(() => site?.close());
beforeEach(async () => {
  await site.db.deleteFrom('glpi_notifications').execute();
  await site.db.deleteFrom('glpi_queuednotifications').execute();
});

const newTicket = async (): Promise<void> => {
  const input = { name: 'Jam & <more>', content: 'x', _users_id_requester: tech };
  const answer = await site.ask('/Ticket', { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
};

it('notifications of browsers are rows for users, by their ids, as long as that way is switched on', async () => {
  const text = { subject: '##ticket.title##', text: 'new', html: '<p>new</p>', mode: 'ajax' };
  await site.notification(
    'Ticket',
    'new',
    [
      [1, 1],
      [1, 3],
      [1, 11],
    ],
    text,
  );
  await newTicket();
  expect(await site.queue()).toEqual([]);
  await site.set({ notifications_ajax: '1' });
  await newTicket();
  const [row, ...others] = await site.queue();
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    mode: 'ajax',
    event: 'new',
    recipient: String(tech),
    recipientname: null,
    sender: null,
    replyto: null,
    headers: '',
    body_html: null,
    messageid: null,
    documents: '',
    is_deleted: 0,
    sent_try: 0,
  });
  expect(row!.name).toMatch(/^\[GLPI #\d{7}\] Jam &#38; &#60;more&#62;$/);
  expect(row!.body_text).toContain('new\n\n-- \nThe desk');
});

it('both ways are used where both are switched on, and browsers alone where mails are off', async () => {
  await site.db.deleteFrom('glpi_useremails').where('users_id', '=', tech).execute();
  await site.db
    .insertInto('glpi_useremails')
    .values({ users_id: tech, is_default: 1, email: 'tech@example.test' })
    .execute();
  await site.notification('Ticket', 'new', [[1, 3]], { mode: 'ajax' });
  await site.notification('Ticket', 'new', [[1, 3]]);
  await newTicket();
  expect((await site.queue()).map(({ mode, recipient }) => [mode, recipient])).toEqual([
    ['ajax', String(tech)],
    ['mailing', 'tech@example.test'],
  ]);
  await site.db.deleteFrom('glpi_queuednotifications').execute();
  await site.set({ notifications_mailing: '0' });
  await newTicket();
  expect((await site.queue()).map(({ mode }) => mode)).toEqual(['ajax']);
});
