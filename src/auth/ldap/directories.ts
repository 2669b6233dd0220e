import { readFile } from 'node:fs/promises';
import type { ConnectionOptions } from 'node:tls';
import {
  AndFilter,
  Client,
  EqualityFilter,
  type Filter,
  FilterParser,
  InvalidCredentialsError,
  NoSuchObjectError,
  ResultCodeError,
} from 'ldapts';
import type { Db } from '../../database/database.ts';
import { decryptSecret } from '../../settings/glpi-key.ts';
import { decodeStored } from '../../text/stored-text.ts';

/** What a directory says of a login and a password. */
export type DirectoryAnswer = 'accepted' | 'refused' | 'unreachable' | 'no directory';

/** A row of `glpi_authldaps`, in part. */
interface DirectoryRow {
  readonly id: number;
  readonly host: string | null;
  readonly port: number;
  readonly basedn: string | null;
  readonly rootdn: string | null;
  readonly rootdn_passwd: string | null;
  readonly use_bind: number;
  readonly condition: string | null;
  readonly login_field: string | null;
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

/** Checks passwords of accounts that are kept in the directories set up in GLPI. */
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
    return (await this.#row(id)) !== undefined;
  }

  /**
   * Looks the login up and binds with the password, at the directory or else at the first copy of it that answers.
   * @param password not empty: directories accept anybody without a password
   */
  async check(id: number, login: string, password: string): Promise<DirectoryAnswer> {
    const directory = await this.#row(id);
    if (!directory) return 'no directory';
    if (password === '') return 'refused';
    for (const server of [serverOf(directory), ...(await this.#copies(id))]) {
      try {
        return (await this.#checkAt(server, directory, login, password)) ? 'accepted' : 'refused';
      } catch (error) {
        this.#report(error, `LDAP directory ${id} at ${server.host}:${server.port} can't be asked`);
        // An answer is an answer: copies would say the same.
        if (error instanceof ResultCodeError) return 'unreachable';
      }
    }
    return 'unreachable';
  }

  async #checkAt(server: Server, directory: DirectoryRow, login: string, password: string): Promise<boolean> {
    const client = await this.#connect(server, directory);
    try {
      if (directory.use_bind === 1 && directory.rootdn) {
        await client.bind(directory.rootdn, await decryptSecret(directory.rootdn_passwd, this.#keyFile));
      }
      const dn = await findDn(client, directory, login);
      return dn !== undefined && (await binds(client, dn, password));
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

  async #row(id: number): Promise<DirectoryRow | undefined> {
    return this.#db
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
        'use_tls',
        'tls_certfile',
        'tls_keyfile',
        'timeout',
      ])
      .where('id', '=', id)
      .where('is_active', '=', 1)
      .executeTakeFirst();
  }

  async #copies(id: number): Promise<Server[]> {
    const rows: { host: string | null; port: number; timeout: number }[] = await this.#db
      .selectFrom('glpi_authldapreplicates')
      .select(['host', 'port', 'timeout'])
      .where('authldaps_id', '=', id)
      .orderBy('name')
      .execute();
    return rows.map((row) => ({ ...row, host: row.host ?? '' }));
  }
}

const serverOf = ({ host, port, timeout }: DirectoryRow): Server => ({ host: host ?? '', port, timeout });

/** The entry of a login; undefined when there is none, or several. */
async function findDn(client: Client, directory: DirectoryRow, login: string): Promise<string | undefined> {
  const { searchEntries } = await client.search(directory.basedn ?? '', {
    scope: 'sub',
    filter: filterFor(directory, login),
    attributes: ['dn'],
    sizeLimit: 2,
  });
  return searchEntries.length === 1 ? searchEntries[0]!.dn : undefined;
}

function filterFor(directory: DirectoryRow, login: string): Filter {
  const own = new EqualityFilter({ attribute: directory.login_field || 'uid', value: login });
  // The condition was typed into a page, which GLPI stores with its angle brackets and ampersands encoded.
  const condition = decodeStored(directory.condition ?? '').trim();
  return condition === '' ? own : new AndFilter({ filters: [own, FilterParser.parseString(condition)] });
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
