import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';

interface Fqdn {
  readonly id: number;
  readonly name: string | null;
  readonly fqdn: string | null;
}

interface Address {
  /** A text, unlike all other ids. */
  readonly id: string;
  readonly name: string | null;
  readonly IPNetwork: readonly Row[];
}

/** A port's name in the network, as `with_networkports` shows it. */
export interface NetworkName {
  readonly id: number;
  readonly name: string | null;
  readonly fqdns_id: number;
  readonly FQDN: Fqdn;
  readonly IPAddress: readonly Address[];
}

interface NameRow {
  port: number;
  id: number;
  name: string | null;
  fqdns_id: number;
  fqdn_name: string | null;
  fqdn: string | null;
}

/** Names of ports with their addresses and the networks that these are in; in two statements, whatever the number. */
export async function networkNamesOf(ctx: Context, ports: readonly number[]): Promise<Map<number, NetworkName>> {
  if (ports.length === 0) return new Map();
  const names: NameRow[] = await ctx.db
    .selectFrom('glpi_networknames as name')
    .leftJoin('glpi_fqdns as fqdn', 'fqdn.id', 'name.fqdns_id')
    .select(['name.items_id as port', 'name.id', 'name.name', 'name.fqdns_id', 'fqdn.name as fqdn_name', 'fqdn.fqdn'])
    .where('name.itemtype', '=', 'NetworkPort')
    .where('name.items_id', 'in', ports)
    .where('name.is_deleted', '=', 0)
    .orderBy('name.id')
    .execute();
  const addresses = await addressesOf(
    ctx,
    names.map(({ id }) => id),
  );
  const found = new Map<number, NetworkName>();
  for (const { port, id, name, fqdns_id, fqdn_name, fqdn } of names) {
    if (found.has(port)) continue;
    const FQDN = { id: fqdns_id, name: fqdn_name, fqdn };
    found.set(port, { id, name, fqdns_id, FQDN, IPAddress: addresses.get(id) ?? [] });
  }
  return found;
}

interface AddressRow extends Row {
  owner: number;
  address_id: number;
  address_name: string | null;
  id: number | null;
}

async function addressesOf(ctx: Context, names: readonly number[]): Promise<Map<number, Address[]>> {
  if (names.length === 0) return new Map();
  const rows: AddressRow[] = await ctx.db
    .selectFrom('glpi_ipaddresses as address')
    .leftJoin('glpi_ipaddresses_ipnetworks as link', 'link.ipaddresses_id', 'address.id')
    .leftJoin('glpi_ipnetworks as network', 'network.id', 'link.ipnetworks_id')
    .select(['address.items_id as owner', 'address.id as address_id', 'address.name as address_name'])
    .select(['network.id', 'network.completename', 'network.name', 'network.address', 'network.netmask'])
    .select(['network.gateway', 'network.ipnetworks_id', 'network.comment'])
    .where('address.itemtype', '=', 'NetworkName')
    .where('address.items_id', 'in', names)
    .where('address.is_deleted', '=', 0)
    .orderBy('address.id')
    .orderBy('link.ipnetworks_id')
    .execute();
  const found = new Map<number, Address[]>();
  for (const [id, own] of Map.groupBy(rows, ({ address_id }) => address_id)) {
    const { owner, address_name } = own[0]!;
    const IPNetwork = own
      .filter((row) => row.id !== null)
      .map(({ owner: _, address_id: _id, address_name: _name, ...network }) => network);
    const address = { id: String(id), name: address_name, IPNetwork };
    // GLPI shows an address once for each network that it is in.
    found.set(owner, [...(found.get(owner) ?? []), ...own.map(() => address)]);
  }
  return found;
}
