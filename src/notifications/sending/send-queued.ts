/** Sends what waits in `glpi_queuednotifications`, and marks it as GLPI does. */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Transporter } from 'nodemailer';
import type { Row } from '../../database/database.ts';
import { MAILING } from '../firing.ts';
import { type MailRoom, messageOf } from './message.ts';
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

/** Mails claimed in one go. */
const BATCH = 50;

/** Minutes for which a mail under way belongs to who sends it: should that one die, another may try then. */
const LEASE = 10;

/**
 * Sends the mails whose time has come, or those with the given ids whatever their time. Several may do so at once, GLPI
 * among them: each mail is claimed by one before it is sent.
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
          transport ??= await openTransport(office.settings, office.keyFile);
          await transport.sendMail(await messageOf(office, row));
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

async function waiting({ db }: PostOffice, after: number, ids: readonly number[] | undefined): Promise<Row[]> {
  const due: Expression<SqlBool> =
    ids === undefined
      ? sql<SqlBool>`send_time <= now()`
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

/** Counts the try and puts the next one off, in one statement that only one of several senders gets through. */
async function claim({ db }: PostOffice, row: Row): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('glpi_queuednotifications')
    .set({ sent_try: Number(row.sent_try) + 1, send_time: sql`now() + interval ${LEASE} minute` })
    .where('id', '=', row.id)
    .where('is_deleted', '=', 0)
    .where('sent_try', '=', row.sent_try)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function markSent({ db }: PostOffice, row: Row): Promise<void> {
  await db
    .updateTable('glpi_queuednotifications')
    .set({ sent_time: sql`now()`, is_deleted: 1, send_time: row.send_time })
    .where('id', '=', row.id)
    .execute();
}

/** Tried again after `smtp_retry_time` minutes; given up after `smtp_max_retries` tries. */
async function markFailed({ db, settings }: PostOffice, row: Row): Promise<void> {
  const isLast = Number(row.sent_try) + 1 >= Math.max(1, settings.number('smtp_max_retries'));
  await db
    .updateTable('glpi_queuednotifications')
    .set({
      send_time: sql`now() + interval ${Math.max(0, settings.number('smtp_retry_time'))} minute`,
      ...(isLast && { is_deleted: 1 }),
    })
    .where('id', '=', row.id)
    .execute();
}
