import { readFile } from 'node:fs/promises';
import type { ConnectionOptions } from 'node:tls';
import {
  Client,
  EqualityFilter,
  type Filter,
  InvalidCredentialsError,
  NoSuchObjectError,
  ResultCodeError,
} from 'ldapts';
import type { Db } from '../../database/database.ts';
import { decryptSecret } from '../../settings/glpi-key.ts';
import { type DirectoryEntry, type GroupSearch, groupsOf, type Person, readEntry, withCondition } from './entry.ts';

/** What a directory says of a login and a password. */
export type DirectoryAnswer = 'accepted' | 'refused' | 'unreachable' | 'no directory';

/** A row of `glpi_authldaps`, in part. */
interface DirectoryRow extends GroupSearch {
  readonly id: number;
  readonly host: string | null;
  readonly port: number;
  readonly basedn: string | null;
  readonly rootdn: string | null;
  readonly rootdn_passwd: string | null;
  readonly use_bind: number;
  readonly condition: string | null;
  readonly login_field: string | null;
  readonly sync_field: string | null;
  readonly use_tls: number;
  readonly tls_certfile: string | null;
  readonly tls_keyfile: string | null;
  readonly timeout: number;
}

/** Where a directory or a copy of it is. */
interface Server {
  readonly host: string;
  readonly port: number;
  /** Seconds. */
  readonly timeout: number;
}

/** Accounts that are kept in the directories set up in GLPI: their passwords, and what is known of the people. */
export class LdapDirectories {
  readonly #db: Db;
  readonly #keyFile: string | undefined;
  readonly #report: (error: unknown, message: string) => void;

  /**
   * @param keyFile path of GLPI's key file, for the password that searches are made with
   * @param report told why a directory can't be asked
   */
  constructor(db: Db, keyFile: string | undefined, report: (error: unknown, message: string) => void) {
    this.#db = db;
    this.#keyFile = keyFile;
    this.#report = report;
  }

  /** Whether there is an active directory with this id. */
  async has(id: number): Promise<boolean> {
    return (await rowOf(this.#db, id)) !== undefined;
  }

  /**
   * Looks the login up and binds with the password, at the directory or else at the first copy of it that answers.
   * @param password not empty: directories accept anybody without a password
   */
  async check(id: number, login: string, password: string): Promise<DirectoryAnswer> {
    const directory = await rowOf(this.#db, id);
    if (!directory) return 'no directory';
    if (password === '') return 'refused';
    const accepted = await this.#ask(this.#db, directory, async (client) => {
      const dn = await findDn(client, directory, login);
      return dn !== undefined && (await binds(client, dn, password));
    });
    return accepted === undefined ? 'unreachable' : accepted ? 'accepted' : 'refused';
  }

  /**
   * What the directory knows of a person, looked up by the field that ties accounts to entries, else by the login.
   *
   * @param attributes names of the attributes wanted
   * @param db of whoever holds a transaction, so as not to wait for a second connection
   * @returns undefined when there is no such entry, several, or no directory that can be asked
   */
  async entry(
    id: number,
    person: Person,
    attributes: readonly string[],
    db: Db = this.#db,
  ): Promise<DirectoryEntry | undefined> {
    const directory = await rowOf(db, id);
    if (!directory) return undefined;
    const filter =
      directory.sync_field && person.sync
        ? filterFor(directory, directory.sync_field, person.sync)
        : filterFor(directory, loginField(directory), person.login);
    return this.#ask(db, directory, async (client) => {
      const entry = await readEntry(client, directory.basedn ?? '', filter, attributes);
      if (!entry) return undefined;
      const groups = await groupsOf(client, directory, directory.use_dn === 1 ? entry.dn : person.login);
      return { ...entry, groups };
    });
  }

  /** What `work` finds out at the directory, or else at the first copy of it that answers; undefined when none does. */
  async #ask<T>(db: Db, directory: DirectoryRow, work: (client: Client) => Promise<T>): Promise<T | undefined> {
    for (const server of [serverOf(directory), ...(await copiesOf(db, directory.id))]) {
      try {
        return await this.#askAt(server, directory, work);
      } catch (error) {
        this.#report(error, `LDAP directory ${directory.id} at ${server.host}:${server.port} can't be asked`);
        // An answer is an answer: copies would say the same.
        if (error instanceof ResultCodeError) return undefined;
      }
    }
    return undefined;
  }

  async #askAt<T>(server: Server, directory: DirectoryRow, work: (client: Client) => Promise<T>): Promise<T> {
    const client = await this.#connect(server, directory);
    try {
      if (directory.use_bind === 1 && directory.rootdn) {
        await client.bind(directory.rootdn, await decryptSecret(directory.rootdn_passwd, this.#keyFile));
      }
      return await work(client);
    } finally {
      await client.unbind().catch(() => {
        // It was only asked; the connection is gone either way.
      });
    }
  }

  async #connect({ host, port, timeout }: Server, directory: DirectoryRow): Promise<Client> {
    const url = /^ldaps?:\/\//i.test(host)
      ? `${host.replace(/\/+$/, '').replace(/:\d+$/, '')}:${port}`
      : `ldap://${host}:${port}`;
    const tls = await tlsOptions(directory);
    const milliseconds = Math.max(timeout, 1) * 1000;
    const client = new Client({
      url,
      timeout: milliseconds,
      connectTimeout: milliseconds,
      ...(/^ldaps:/i.test(url) ? { tlsOptions: tls } : {}),
    });
    if (directory.use_tls === 1 && !/^ldaps:/i.test(url)) await client.startTLS(tls);
    return client;
  }
}

/** An active directory. */
async function rowOf(db: Db, id: number): Promise<DirectoryRow | undefined> {
  return db
    .selectFrom('glpi_authldaps')
    .select([
      'id',
      'host',
      'port',
      'basedn',
      'rootdn',
      'rootdn_passwd',
      'use_bind',
      'condition',
      'login_field',
      'sync_field',
      'use_dn',
      'group_search_type',
      'group_condition',
      'group_member_field',
      'use_tls',
      'tls_certfile',
      'tls_keyfile',
      'timeout',
    ])
    .where('id', '=', id)
    .where('is_active', '=', 1)
    .executeTakeFirst();
}

async function copiesOf(db: Db, id: number): Promise<Server[]> {
  const rows: { host: string | null; port: number; timeout: number }[] = await db
    .selectFrom('glpi_authldapreplicates')
    .select(['host', 'port', 'timeout'])
    .where('authldaps_id', '=', id)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, host: row.host ?? '' }));
}

const serverOf = ({ host, port, timeout }: DirectoryRow): Server => ({ host: host ?? '', port, timeout });

/** The entry of a login; undefined when there is none, or several. */
async function findDn(client: Client, directory: DirectoryRow, login: string): Promise<string | undefined> {
  const { searchEntries } = await client.search(directory.basedn ?? '', {
    scope: 'sub',
    filter: filterFor(directory, loginField(directory), login),
    attributes: ['dn'],
    sizeLimit: 2,
  });
  return searchEntries.length === 1 ? searchEntries[0]!.dn : undefined;
}

const loginField = (directory: DirectoryRow): string => directory.login_field || 'uid';

function filterFor({ condition }: DirectoryRow, attribute: string, value: string): Filter {
  return withCondition(new EqualityFilter({ attribute, value }), condition);
}

async function binds(client: Client, dn: string, password: string): Promise<boolean> {
  try {
    await client.bind(dn, password);
    return true;
  } catch (error) {
    if (error instanceof InvalidCredentialsError || error instanceof NoSuchObjectError) return false;
    throw error;
  }
}

async function tlsOptions({ tls_certfile, tls_keyfile }: DirectoryRow): Promise<ConnectionOptions> {
  if (!tls_certfile || !tls_keyfile) return {};
  return { cert: await readFile(tls_certfile), key: await readFile(tls_keyfile) };
}
