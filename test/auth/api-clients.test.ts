import { describe, expect, it } from 'vitest';
import { type ApiClient, ApiClients, clientOfToken } from '../../src/auth/api-clients.ts';
import type { Db } from '../../src/database/database.ts';

const client = (id: number, more: Partial<ApiClient> = {}): ApiClient => ({
  id,
  app_token: null,
  dolog_method: 0,
  ipv4_range_start: null,
  ipv4_range_end: null,
  ipv6: null,
  ...more,
});

/** The clients of a database that has these rows. */
function clientsOf(...rows: ApiClient[]): ApiClients {
  const query = { select: () => query, where: () => query, orderBy: () => query, execute: async () => rows };
  return new ApiClients({ selectFrom: () => query } as unknown as Db);
}

const range = (start: number | null, end: number | null) => ({ ipv4_range_start: start, ipv4_range_end: end });
const LOCALHOST = 0x7f000001;

describe('API clients (sessions S6)', () => {
  it.each([
    ['no range', range(null, null), '203.0.113.9', true],
    ['the very address', range(LOCALHOST, LOCALHOST), '127.0.0.1', true],
    ['an IPv4 address that came over IPv6', range(LOCALHOST, LOCALHOST), '::ffff:127.0.0.1', true],
    ['a range around it', range(LOCALHOST - 1, 0xffffffff), '127.0.0.1', true],
    ['a range after it', range(LOCALHOST + 1, 0xffffffff), '127.0.0.1', false],
    ['a range before it', range(0, LOCALHOST - 1), '127.0.0.1', false],
    ['a start without an end', range(LOCALHOST, null), '127.0.0.1', false],
    ['the highest address', range(0xffffffff, 0xffffffff), '255.255.255.255', true],
    ['another IPv6 address, for an IPv4 one', { ipv6: 'fe80::1' }, '127.0.0.1', true],
    ['no IPv6 address', { ...range(1, 2) }, '2001:db8::1', true],
    ['the IPv6 address', { ipv6: '2001:db8::1' }, '2001:db8::1', true],
    ['the IPv6 address written otherwise', { ipv6: '2001:0DB8:0:0::1' }, '2001:db8::1', true],
    ['another IPv6 address', { ipv6: '::1' }, '2001:db8::1', false],
    ['a text that is no address', { ipv6: 'here' }, '2001:db8::1', false],
  ])('admit an address by %s', async (_, more, address, admitted) => {
    const asking = clientsOf(client(1, more)).admitting(address);
    if (admitted) expect(await asking).toHaveLength(1);
    else await expect(asking).rejects.toMatchObject({ code: 'ERROR_NOT_ALLOWED_IP' });
  });

  it('are found by their token, letter by letter', () => {
    const clients = [client(1, { app_token: 'Abc' }), client(2, { app_token: 'def' })];
    expect(clientOfToken(clients, 'def').id).toBe(2);
    expect(() => clientOfToken(clients, 'abc')).toThrow('parameter app_token seems wrong');
    expect(() => clientOfToken(clients, '')).toThrow('missing parameter app_token');
  });

  it('need no token when one of them has none', () => {
    const clients = [client(1, { app_token: 'Abc' }), client(2, { app_token: '' }), client(3)];
    expect(clientOfToken(clients, '').id).toBe(2);
    expect(() => clientOfToken(clients, 'x')).toThrow('parameter app_token seems wrong');
  });
});
