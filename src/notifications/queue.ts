/** Rows of `glpi_queuednotifications` (notifications 6). */
import { randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import { sql } from 'kysely';
import { encodeStored } from '../text/stored-text.ts';
import type { EntityMail } from './entity-mail.ts';
import { type Firing, MAILING } from './firing.ts';
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

/** Puts mails about one event into the queue; their ids, in order. */
export async function enqueue(
  o: Occasion,
  raised: Raised,
  subject: Subject,
  entityMail: EntityMail,
  mails: readonly Mail[],
): Promise<number[]> {
  const ids: number[] = [];
  const uuid = await notificationUuid(o);
  for (const { firing, recipient, text } of mails) {
    if (subject.replacesEarlier) await dropEarlier(o, subject, firing, recipient);
    const sender = entityMail.sender(firing.answerable);
    const replyTo = entityMail.replyTo(firing.answerable);
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
        sender: sender.email,
        sendername: sender.name,
        recipient: recipient.address,
        recipientname: recipient.name,
        replyto: replyTo?.email ?? null,
        replytoname: replyTo?.name ?? null,
        headers: HEADERS,
        body_html: text.html === null ? null : encodeStored(text.html),
        body_text: encodeStored(text.text),
        messageid: messageId(uuid, raised, subject),
        documents: subject.documents?.length ? JSON.stringify(subject.documents) : '',
        mode: MAILING,
        event: raised.event,
      })
      .executeTakeFirstOrThrow();
    ids.push(Number(insertId));
  }
  return ids;
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
    .where('mode', '=', MAILING)
    .execute();
}

function messageId(uuid: string, { event }: Raised, { itemtype, id }: Subject): string {
  const reference = referenceOf(uuid, itemtype, id);
  if (event === FIRST) return `${reference}/${FIRST}@${hostname()}`;
  return `${reference}/${event}.${Math.floor(Date.now() / 1000)}.${randomInt(2 ** 31 - 1)}@${hostname()}`;
}

/** What the ids of all mails about an item begin with. */
export const referenceOf = (uuid: string, itemtype: string, id: number): string =>
  `GLPI_${uuid}-${itemtype.replaceAll('\\', '-')}-${id}`;
