import { isIPv4, isIPv6 } from 'node:net';
import type { Db } from '../database/database.ts';
import { ApiError } from '../http/errors.ts';

/** A row of `glpi_apiclients`, in part. */
export interface ApiClient {
  readonly id: number;
  readonly app_token: string | null;
  /** 0 nothing, 1 to a file, 2 to the history. */
  readonly dolog_method: number;
  readonly ipv4_range_start: number | null;
  readonly ipv4_range_end: number | null;
  readonly ipv6: string | null;
}

const FRESH_FOR = 1000;

/** The active API clients, read at most once a second. */
export class ApiClients {
  readonly #db: Db;
  #current: Promise<ApiClient[]> | undefined;
  #readAt = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * Those that admit an address (sessions S6.1), the lowest id first.
   * @throws ApiError when there is none
   */
  async admitting(address: string): Promise<ApiClient[]> {
    const clients = (await this.#active()).filter(admits(address));
    if (clients.length === 0) throw new ApiError('ERROR_NOT_ALLOWED_IP', { args: [plainAddress(address)] });
    return clients;
  }

  /** After a write of our own to `glpi_apiclients`: the next question reads again. */
  forget(): void {
    this.#current = undefined;
  }

  #active(): Promise<ApiClient[]> {
    const now = performance.now();
    if (!this.#current || now - this.#readAt > FRESH_FOR) {
      this.#readAt = now;
      const reading = this.#read();
      this.#current = reading;
      reading.catch(() => this.forget());
    }
    return this.#current;
  }

  #read(): Promise<ApiClient[]> {
    return this.#db
      .selectFrom('glpi_apiclients')
      .select(['id', 'app_token', 'dolog_method', 'ipv4_range_start', 'ipv4_range_end', 'ipv6'])
      .where('is_active', '=', 1)
      .orderBy('id')
      .execute();
  }
}

/**
 * The client that an App-Token belongs to (sessions S6.2), letter by letter; without a token the first that asks for none.
 * @throws ApiError
 */
export function clientOfToken(clients: readonly ApiClient[], token: string): ApiClient {
  const client = clients.find(({ app_token }) => (app_token ?? '') === token);
  if (client) return client;
  throw new ApiError(token === '' ? 'ERROR_APP_TOKEN_PARAMETERS_MISSING' : 'ERROR_WRONG_APP_TOKEN_PARAMETER');
}

/** An address as people write it: an IPv4 one that came over IPv6 is an IPv4 one. */
export const plainAddress = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

function admits(sent: string): (client: ApiClient) => boolean {
  const address = plainAddress(sent);
  if (isIPv4(address)) {
    const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
    return ({ ipv4_range_start: start, ipv4_range_end: end }) =>
      start === null || (Number(start) <= number && end !== null && number <= Number(end));
  }
  const form = shortest(address);
  return ({ ipv6 }) => ipv6 === null || (form !== undefined && shortest(ipv6) === form);
}

/** The one shortest form of an IPv6 address; undefined for other texts. */
function shortest(address: string): string | undefined {
  const plain = address.trim().replace(/%.*$/, '');
  return isIPv6(plain) ? new URL(`http://[${plain}]`).hostname : undefined;
}
