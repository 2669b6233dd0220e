/** From an event to the rows in the queue: the way in for whoever raises one (notifications). */
import { entityMail } from './entity-mail.ts';
import { activeModes, type Firing, firings, textFor } from './firing.ts';
import { type MailText, mailText } from './mail-text.ts';
import type { Occasion, Raised, Reader } from './occasion.ts';
import { enqueue, type Mail } from './queue.ts';
import { type Recipient, recipients } from './recipients.ts';
import type { TemplateData } from './template.ts';
import type { Subject } from './topic.ts';
import { topicOf } from './topics.ts';

/**
 * Queues what people are told of an event, in the transaction of the occasion: texts say what rows say now.
 *
 * @returns ids of the queued rows
 */
export async function raise(o: Occasion, raised: Raised): Promise<number[]> {
  if (activeModes(o.settings).length === 0) return [];
  const subject = await topicOf(raised.itemtype)?.(o, raised);
  if (!subject) return [];
  const fired = await firings(o, raised, subject.entity);
  if (fired.length === 0) return [];
  const mail = await entityMail(o, subject.entity);
  const told = new Map<string, { readonly firing: Firing; readonly recipient: Recipient }>();
  for (const firing of fired) {
    for (const recipient of await recipients(o, mail, subject, firing)) {
      const key = `${recipient.reader.translate.language} ${recipient.address}`;
      if (!told.has(key) && textFor(firing, recipient.reader.translate.language)) told.set(key, { firing, recipient });
    }
  }
  if (told.size === 0) return [];
  const write = await writer(o, subject, mail, fired);
  const mails = [...told.values()].map(
    ({ firing, recipient }): Mail => ({
      firing,
      recipient,
      text: write(firing, recipient.reader),
    }),
  );
  return enqueue(o, raised, subject, mail, mails);
}

/** Writes the texts; those for equal readers once. */
async function writer(
  o: Occasion,
  subject: Subject,
  mail: Awaited<ReturnType<typeof entityMail>>,
  fired: readonly Firing[],
): Promise<(firing: Firing, reader: Reader) => MailText> {
  const words = fired
    .flatMap(({ texts }) => texts.flatMap(({ subject: line, text, html }) => [line, text, html]))
    .join('\n');
  const dataFor = await subject.data(mail, (...wanted) => wanted.some((word) => words.includes(word)));
  const answersAreRead = subject.takesAnswers === true && (await readsAnswers(o));
  const base = o.settings.text('url_base') ?? '';
  const data = new Map<string, TemplateData>();
  const written = new Map<string, MailText>();
  return (firing, reader) => {
    const { translate, ...rest } = reader;
    const key = JSON.stringify([translate.language, rest]);
    if (!data.has(key)) data.set(key, dataFor(reader));
    const textKey = `${fired.indexOf(firing)} ${key}`;
    let text = written.get(textKey);
    if (!text) {
      const template = textFor(firing, translate.language)!;
      text = mailText(template, data.get(key)!, { mail, subject, firing, translate, base, answersAreRead });
      written.set(textKey, text);
    }
    return text;
  };
}

/** Whether some mail receiver is at work. */
async function readsAnswers({ db }: Occasion): Promise<boolean> {
  const row = await db
    .selectFrom('glpi_mailcollectors')
    .select('id')
    .where('is_active', '=', 1)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
