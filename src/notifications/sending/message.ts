/** A queued row as a mail. */
import type { SendMailOptions } from 'nodemailer';
import type { Db, Row } from '../../database/database.ts';
import { contentOf, findStoredFile } from '../../documents/stored-file.ts';
import type { Settings } from '../../settings/settings.ts';
import { decodeStored } from '../../text/stored-text.ts';
import { said } from '../data/values.ts';

/** What a mail is made with beside its row. */
export interface MailRoom {
  readonly db: Db;
  readonly settings: Settings;
  /** GLPI's folder of documents. */
  readonly filesDir: string | undefined;
}

export async function messageOf(room: MailRoom, row: Row): Promise<SendMailOptions> {
  const { settings } = room;
  const html = said(row.body_html);
  const id = said(row.messageid);
  const first = firstOf(id);
  const replyTo = said(row.replyto);
  return {
    from: named(row.sendername, row.sender),
    to: named(row.recipientname, row.recipient),
    ...(replyTo !== '' && { replyTo: named(row.replytoname, replyTo) }),
    ...(settings.text('smtp_sender') && {
      envelope: { from: settings.text('smtp_sender')!, to: said(row.recipient) },
    }),
    subject: decodeStored(said(row.name)),
    text: decodeStored(said(row.body_text)),
    ...(html !== '' && { html: decodeStored(html) }),
    headers: headersOf(said(row.headers)),
    ...(id !== '' && { messageId: `<${id}>` }),
    ...(first !== undefined && { inReplyTo: `<${first}>`, references: `<${first}>` }),
    attachments: await attachmentsOf(room, said(row.documents)),
  };
}

const named = (name: Row[string] | undefined, address: Row[string] | undefined): { name: string; address: string } => ({
  name: decodeStored(said(name)),
  address: said(address),
});

/** The id of the first mail about the same item, which readers thread the others under. */
function firstOf(id: string): string | undefined {
  const parts = /^([^/]+)\/([^@]+)@(.+)$/.exec(id);
  return parts && parts[2] !== 'new' ? `${parts[1]}/new@${parts[3]}` : undefined;
}

function headersOf(json: string): Record<string, string> {
  try {
    const headers: unknown = JSON.parse(json);
    if (typeof headers !== 'object' || headers === null) return {};
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

async function attachmentsOf(
  { db, settings, filesDir }: MailRoom,
  documents: string,
): Promise<NonNullable<SendMailOptions['attachments']>> {
  if (!settings.on('attach_ticket_documents_to_mail')) return [];
  const ids = [...documents.matchAll(/\d+/g)].map(([id]) => Number(id));
  if (ids.length === 0) return [];
  const rows: Row[] = await db
    .selectFrom('glpi_documents')
    .select(['filename', 'filepath', 'mime'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  const found: NonNullable<SendMailOptions['attachments']> = [];
  for (const row of rows) {
    const file = await findStoredFile(filesDir, said(row.filepath));
    if (file) found.push({ filename: said(row.filename), contentType: said(row.mime), content: contentOf(file) });
  }
  return found;
}
