/** Rows of `glpi_queuednotifications` (notifications 6). */
import { randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import { sql } from 'kysely';
import { encodeStored } from '../text/stored-text.ts';
import type { EntityMail } from './entity-mail.ts';
import { BROWSER, type Firing } from './firing.ts';
import type { MailText } from './mail-text.ts';
import type { Occasion, Raised } from './occasion.ts';
import type { Recipient } from './recipients.ts';
import type { Subject } from './topic.ts';
import { notificationUuid } from './uuid.ts';

/** No answering machines, please. */
const HEADERS = JSON.stringify({
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, DR, NDR, RN, NRN',
});

/** The event whose mail those after it refer to. */
const FIRST = 'new';

export interface Mail {
  readonly firing: Firing;
  readonly recipient: Recipient;
  readonly text: MailText;
}

/** Puts what is told of one event into the queue; ids of the rows, in order. */
export async function enqueue(
  o: Occasion,
  raised: Raised,
  subject: Subject,
  entityMail: EntityMail,
  mails: readonly Mail[],
): Promise<number[]> {
  const ids: number[] = [];
  const uuid = await notificationUuid(o);
  for (const mail of mails) {
    const { firing, recipient, text } = mail;
    if (subject.replacesEarlier) await dropEarlier(o, subject, firing, recipient);
    const { insertId } = await o.db
      .insertInto('glpi_queuednotifications')
      .values({
        itemtype: subject.itemtype,
        items_id: subject.id,
        notificationtemplates_id: firing.template,
        entities_id: subject.entity,
        create_time: o.now.sql,
        send_time: sql`${o.now.sql} + interval ${entityMail.delay} minute`,
        name: encodeStored(text.subject),
        sendername: entityMail.sender(firing.answerable).name,
        recipient: recipient.address,
        body_text: encodeStored(text.text),
        documents: '',
        mode: firing.mode,
        event: raised.event,
        ...(firing.mode === BROWSER ? { headers: '' } : letter(uuid, raised, subject, entityMail, mail)),
      })
      .executeTakeFirstOrThrow();
    ids.push(Number(insertId));
  }
  return ids;
}

/** What mails have and browsers don't show. */
function letter(
  uuid: string,
  raised: Raised,
  subject: Subject,
  entityMail: EntityMail,
  { firing, recipient, text }: Mail,
): Record<string, string | null> {
  const replyTo = entityMail.replyTo(firing.answerable);
  return {
    sender: entityMail.sender(firing.answerable).email,
    recipientname: recipient.name,
    replyto: replyTo?.email ?? null,
    replytoname: replyTo?.name ?? null,
    headers: HEADERS,
    body_html: text.html === null ? null : encodeStored(text.html),
    messageid: messageId(uuid, raised, subject),
  };
}

/** A mail not sent yet says what was; the later one says what is. */
async function dropEarlier({ db }: Occasion, subject: Subject, firing: Firing, recipient: Recipient): Promise<void> {
  await db
    .deleteFrom('glpi_queuednotifications')
    .where('is_deleted', '=', 0)
    .where('itemtype', '=', subject.itemtype)
    .where('items_id', '=', subject.id)
    .where('entities_id', '=', subject.entity)
    .where('notificationtemplates_id', '=', firing.template)
    .where('recipient', '=', recipient.address)
    .where('mode', '=', firing.mode)
    .execute();
}

function messageId(uuid: string, { event }: Raised, { itemtype, id }: Subject): string {
  const reference = referenceOf(uuid, itemtype, id);
  if (event === FIRST) return `${reference}/${FIRST}@${hostname()}`;
  return `${reference}/${event}.${Math.floor(Date.now() / 1000)}.${randomInt(2 ** 31 - 1)}@${hostname()}`;
}

/** What the ids of all mails about an item begin with. */
const referenceOf = (uuid: string, itemtype: string, id: number): string =>
  `GLPI_${uuid}-${itemtype.replaceAll('\\', '-')}-${id}`;
