import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageOf } from '../../src/notifications/sending/message.ts';
import { SettingsReader } from '../../src/settings/settings.ts';
import { type MailSite, mailSite } from './site-with-mails.ts';

const files = mkdtempSync(path.join(tmpdir(), 'apirest-enclosures-'));
mkdirSync(path.join(files, 'PNG'));

let site: MailSite;
let token: string;
let ticket: number;
const documents: Record<string, number> = {};

type Input = Record<string, unknown>;

const add = async (itemtype: string, input: Input): Promise<number> => {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
};

/** A document with a file, attached to something. */
async function attach(name: string, itemtype: string, items_id: number, more: Input = {}): Promise<void> {
  const insert = async (table: string, values: Input): Promise<number> =>
    Number((await site.db.insertInto(table).values(values).executeTakeFirstOrThrow()).insertId);
  writeFileSync(path.join(files, 'PNG', name), `content of ${name}`);
  const { timeline_position = 1, mime = 'image/png' } = more;
  const file = { name, filename: name, filepath: `PNG/${name}`, mime, tag: `tag-${name}`, is_recursive: 1 };
  documents[name] = await insert('glpi_documents', file);
  const link = { documents_id: documents[name], itemtype, items_id, timeline_position };
  await insert('glpi_documents_items', link);
}

beforeAll(async () => {
  site = await mailSite();
  token = await site.logIn();
  ticket = await add('Ticket', { name: 'n', content: 'x' });
  const other = await add('Ticket', { name: 'n', content: 'x' });
  const followup = (is_private: number) =>
    add('ITILFollowup', { itemtype: 'Ticket', items_id: ticket, content: 'f', is_private });
  const task = await add('TicketTask', { tickets_id: ticket, content: 't' });
  await attach('plan.png', 'Ticket', ticket);
  await attach('pasted.png', 'Ticket', ticket, { timeline_position: -1 });
  await attach('followup.png', 'ITILFollowup', await followup(0));
  await attach('secret.png', 'ITILFollowup', await followup(1));
  await attach('task.txt', 'TicketTask', task, { mime: 'text/plain' });
  await attach('foreign.png', 'Ticket', other);
});
afterAll(async () => {
  await site?.close();
  rmSync(files, { recursive: true, force: true });
});
beforeEach(() => site.set({ attach_ticket_documents_to_mail: '0' }));

/** What goes along with a mail about the ticket: name, and how the HTML calls it. */
async function enclosed(html: string, row: Input = {}) {
  const settings = await new SettingsReader(site.db).get();
  const room = { db: site.db, settings, filesDir: files };
  const message = await messageOf(room, {
    itemtype: 'Ticket',
    items_id: ticket,
    body_html: html,
    body_text: 't',
    documents: '',
    ...row,
  } as Parameters<typeof messageOf>[1]);
  const attachments = (message.attachments ?? []).map(({ filename, cid }) => (cid ? `${filename} ${cid}` : filename));
  return { attachments, html: message.html };
}

const shows = (name: string): string =>
  `<img src="/front/document.send.php?docid=${documents[name]}&amp;itemtype=Ticket">`;

describe('pictures of the text', () => {
  it('are in the mail', async () => {
    const html = `<p>${shows('pasted.png')} and ${shows('followup.png')}</p>`;
    expect(await enclosed(html)).toEqual({
      attachments: ['pasted.png tag-pasted.png', 'followup.png tag-followup.png'],
      html: '<p><img src="cid:tag-pasted.png"> and <img src="cid:tag-followup.png"></p>',
    });
  });

  it('are found at once in a text that is all beginnings', async () => {
    const started = performance.now();
    const html = '<img '.repeat(200_000);
    expect((await enclosed(html)).html).toBe(html);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('D40: are left where they are when they belong to something else, or are none', async () => {
    const html = `${shows('foreign.png')}${shows('task.txt')}`;
    expect(await enclosed(html)).toEqual({ attachments: [], html });
  });
});

describe('documents', () => {
  it('stay where they are, but for those that the row names', async () => {
    expect((await enclosed('<p>x</p>')).attachments).toEqual([]);
    const row = { documents: JSON.stringify([documents['foreign.png']]) };
    expect((await enclosed('<p>x</p>', row)).attachments).toEqual(['foreign.png']);
  });

  it('D41: go along where the general setup wants it, without those of private parts', async () => {
    await site.set({ attach_ticket_documents_to_mail: '1' });
    expect((await enclosed('<p>x</p>')).attachments).toEqual(['plan.png', 'followup.png', 'task.txt']);
    expect((await enclosed('')).attachments).toEqual(['plan.png', 'pasted.png', 'followup.png', 'task.txt']);
    expect((await enclosed(shows('plan.png'))).attachments).toEqual([
      'plan.png tag-plan.png',
      'followup.png',
      'task.txt',
    ]);
  });
});

it('texts list the documents of all parts that their reader may see, without pictures of texts', async () => {
  await site.db.deleteFrom('glpi_notifications').execute();
  await site.notification('Ticket', 'update', [[1, 1]], {
    text: '##ticket.numberofdocuments##: ##FOREACHdocuments####document.filename## ##document.downloadurl## ##ENDFOREACHdocuments##',
  });
  const answer = await site.ask(`/Ticket/${ticket}`, { method: 'PUT', token, payload: { input: { urgency: 5 } } });
  expect(answer.statusCode).toBe(200);
  const [mail] = await site.queue();
  const address = (name: string): string =>
    `https://desk.example/index.php?redirect=%2Ffront%2Fdocument.send.php%3Fdocid%3D${documents[name]}`;
  expect(mail!.body_text).toContain(
    `3: ${['plan.png', 'followup.png', 'task.txt'].map((name) => `${name} ${address(name)} `).join('')}`,
  );
});
