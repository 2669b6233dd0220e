import { appendFile, mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { Action } from '../behaviours/history-actions.ts';
import type { Db } from '../database/database.ts';
import { writeHistory } from '../rules/history.ts';
import { type ApiClient, plainAddress } from './api-clients.ts';

/** One call of the API. */
export interface Usage {
  /** First element of the path, as sent. */
  readonly resource: string;
  readonly address: string;
  /** Whose session it comes with; undefined without a valid one. */
  readonly user: { readonly id: number; readonly name: string; readonly friendlyName: string } | undefined;
  readonly date: Date;
}

/** Methods of `glpi_apiclients.dolog_method`; any other number logs nothing. */
const TO_FILE = 1;
const TO_HISTORY = 2;

/** Where calls of API clients are noted that ask for it (sessions S6.4). */
export class UsageLog {
  readonly #db: Db;
  readonly #folder: string | undefined;
  readonly #report: (error: unknown, text: string) => void;

  /**
   * @param filesDir GLPI's `files` folder; the file is `_log/api.log` in it
   * @param report told the text when there is no such folder, or it can't be written
   */
  constructor(db: Db, filesDir: string | undefined, report: (error: unknown, text: string) => void) {
    this.#db = db;
    this.#folder = filesDir === undefined ? undefined : path.join(filesDir, '_log');
    this.#report = report;
  }

  /** Notes a call where its client wants it noted. */
  async write(client: ApiClient, usage: Usage): Promise<void> {
    if (client.dolog_method === TO_FILE) await this.#toFile(usage);
    if (client.dolog_method === TO_HISTORY) await this.#toHistory(client, usage);
  }

  async #toHistory(client: ApiClient, usage: Usage): Promise<void> {
    const { user } = usage;
    await writeHistory(this.#db, user ? `${user.friendlyName} (${user.id})` : '', [
      {
        itemtype: 'APIClient',
        items_id: client.id,
        itemtype_link: '0',
        linked_action: Action.message,
        id_search_option: 0,
        old_value: '',
        new_value: textOf(usage),
      },
    ]);
  }

  async #toFile(usage: Usage): Promise<void> {
    const date = usage.date.toLocaleString('sv-SE');
    // A line break in an address must not forge a line of the log.
    const text = textOf(usage).replace(/[\r\n]+/g, ' ');
    const entry = `${date} [${usage.user?.id ?? ''}@${hostname()}]\n${text}\n`;
    if (this.#folder === undefined) {
      this.#report(undefined, text);
      return;
    }
    try {
      await mkdir(this.#folder, { recursive: true });
      await appendFile(path.join(this.#folder, 'api.log'), entry);
    } catch (error) {
      this.#report(error, text);
    }
  }
}

/** GLPI's spelling; other programs look for it. */
const textOf = ({ resource, address, user }: Usage): string =>
  `Enpoint '${resource}' called by ${plainAddress(address)} ${user ? `(${user.name})` : ''}`;
