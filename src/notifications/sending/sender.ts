import type { Database } from '../../database/database.ts';
import type { SettingsReader } from '../../settings/settings.ts';
import { mailsAreOn } from '../firing.ts';
import { type PostOffice, sendQueued, uncertainMails } from './send-queued.ts';

/** Milliseconds between looks into the queue. */
const EVERY = 10_000;

export interface SenderParts extends Pick<PostOffice, 'filesDir' | 'keyFile' | 'report'> {
  readonly database: Database;
  readonly settings: SettingsReader;
}

/** Sends queued mails as long as the server runs (`NOTIFICATIONS_SEND`). */
export class Sender {
  readonly #parts: SenderParts;
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#sending = this.#tellOfUncertain();
    this.#next(0);
  }

  /** Waits for the mails under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#sending;
  }

  #next(delay: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#sending = this.#send().then(() => this.#next(EVERY));
    }, delay);
    this.#timer.unref();
  }

  /** Mails that the last sender had in hand when it ended are left to people. */
  async #tellOfUncertain(): Promise<void> {
    const { database, report } = this.#parts;
    try {
      const mails = await uncertainMails(database.db);
      if (mails.length > 0) report(undefined, `nobody knows whether these mails were sent: ${mails.join(', ')}`);
    } catch (error) {
      report(error, 'the queue of mails could not be read');
    }
  }

  async #send(): Promise<void> {
    const { database, settings: reader, ...office } = this.#parts;
    try {
      const settings = await reader.get();
      if (mailsAreOn(settings)) await sendQueued({ ...office, db: database.db, settings });
    } catch (error) {
      office.report(error, 'sending queued mails failed');
    }
  }
}
