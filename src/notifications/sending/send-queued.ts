/** Sends what waits in `glpi_queuednotifications`, and marks it as GLPI does. */
import { Readable } from 'node:stream';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { Db, Row } from '../../database/database.ts';
import { MAILING } from '../firing.ts';
import type { MailRoom } from './enclosures.ts';
import { messageOf } from './message.ts';
import { openTransport } from './smtp.ts';

/** What sending needs. */
export interface PostOffice extends MailRoom {
  readonly keyFile: string | undefined;
  /** Told of each mail that couldn't be sent. */
  report(error: unknown, message: string): void;
}

export interface Sent {
  readonly sent: number;
  readonly failed: number;
}

/** Mails read in one go. */
const BATCH = 50;

/** Minutes for which GLPI's own action is kept off a mail that is on its way. */
const LEASE = 10;

/**
 * Sends the mails whose time has come, or those with the given ids whatever their time. Several may do so at once: each
 * mail is claimed by one before it is sent. No mail is sent twice: one whose sender ended in the middle keeps its
 * `sent_time` without being marked as done, and is left alone from then on (`uncertainMails`) unless it is named.
 */
export async function sendQueued(office: PostOffice, ids?: readonly number[]): Promise<Sent> {
  const total = { sent: 0, failed: 0 };
  let transport: Transporter | undefined;
  try {
    for (let after = 0; ; ) {
      const rows = await waiting(office, after, ids);
      for (const row of rows) {
        after = Number(row.id);
        if (!(await claim(office, row))) continue;
        try {
          transport ??= await openTransport(office);
          await send(transport, await messageOf(office, row));
        } catch (error) {
          total.failed++;
          office.report(error, `mail ${row.id} could not be sent`);
          await markFailed(office, row);
          continue;
        }
        total.sent++;
        await markSent(office, row);
      }
      if (rows.length < BATCH) return total;
    }
  } finally {
    transport?.close();
  }
}

/** Ids of mails that a sender which ended in the middle had in hand: whether they were sent, nobody knows. */
export async function uncertainMails(db: Db): Promise<number[]> {
  const rows: Row[] = await db
    .selectFrom('glpi_queuednotifications')
    .select('id')
    .where('is_deleted', '=', 0)
    .where('mode', '=', MAILING)
    .where('sent_time', 'is not', null)
    .where('send_time', '<=', sql<string>`now()`)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => Number(id));
}

async function waiting({ db }: PostOffice, after: number, ids: readonly number[] | undefined): Promise<Row[]> {
  const due: Expression<SqlBool> =
    ids === undefined
      ? sql<SqlBool>`sent_time is null and send_time <= now()`
      : sql<SqlBool>`id in (${sql.join(ids.length > 0 ? [...ids] : [0])})`;
  return db
    .selectFrom('glpi_queuednotifications')
    .selectAll()
    .where('is_deleted', '=', 0)
    .where('mode', '=', MAILING)
    .where(due)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

/**
 * Says that the mail is on its way, in one statement that only one of several senders gets through. The row is found by
 * its key alone: by another index, which the statement changes too, two senders could wait for each other.
 */
async function claim({ db }: PostOffice, row: Row): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update glpi_queuednotifications force index (primary)
    set sent_time = now(), send_time = now() + interval ${LEASE} minute
    where id = ${row.id} and is_deleted = 0 and (sent_time is null or send_time <= now())`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

async function send(transport: Transporter, message: SendMailOptions): Promise<void> {
  try {
    await transport.sendMail(message);
  } finally {
    // Files that the mail server didn't want to hear of any more.
    for (const { content } of message.attachments ?? []) if (content instanceof Readable) content.destroy();
  }
}

async function markSent({ db }: PostOffice, row: Row): Promise<void> {
  await db
    .updateTable('glpi_queuednotifications')
    .set({ sent_time: sql`now()`, is_deleted: 1, send_time: row.send_time })
    .where('id', '=', row.id)
    .execute();
}

/** Tried again after `smtp_retry_time` minutes, `smtp_max_retries` times; then given up. */
async function markFailed({ db, settings }: PostOffice, row: Row): Promise<void> {
  const pause = settings.number('smtp_retry_time');
  const isLast = Number(row.sent_try) >= settings.number('smtp_max_retries');
  await db
    .updateTable('glpi_queuednotifications')
    .set({
      sent_time: null,
      sent_try: Number(row.sent_try) + 1,
      send_time: pause > 0 ? sql`now() + interval ${pause} minute` : row.send_time,
      ...(isLast && { is_deleted: 1 }),
    })
    .where('id', '=', row.id)
    .execute();
}
