/** A queued row as a mail. */
import type { SendMailOptions } from 'nodemailer';
import type { Row } from '../../database/database.ts';
import { decodeStored } from '../../text/stored-text.ts';
import { said } from '../data/values.ts';
import { enclose, type MailRoom } from './enclosures.ts';

/** What nodemailer sends for a row of `glpi_queuednotifications`. */
export async function messageOf(room: MailRoom, row: Row): Promise<SendMailOptions> {
  const { settings } = room;
  const { html, attachments } = await enclose(room, row, decodeStored(said(row.body_html)));
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
    ...(html !== '' && { html }),
    headers: headersOf(said(row.headers)),
    ...(id !== '' && { messageId: `<${id}>` }),
    ...(first !== undefined && { inReplyTo: `<${first}>`, references: `<${first}>` }),
    attachments,
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
