import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { treeDropdown } from '../common/tree-dropdown.ts';
import { type Address, dotted, masked, parseAddress, parseMask, wordColumns } from './address.ts';
import { networksAround } from './networks.ts';

/** IP networks: read from CIDR notation; which one lies in which follows from the addresses (items-write W17). */
export const ipNetworkLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const text = String(input.network ?? '');
    if (text === '') {
      return refuse(w, 'Missing network property (In CIDR notation. Ex: 192.168.1.1/24)');
    }
    if (!(await readNetwork(w, text, input, undefined))) return false;
    return (await treeDropdown.prepareAdd?.(w, itemtype, input)) ?? true;
  },

  async afterAdd(w, itemtype, row) {
    await takeIn(w, itemtype, row);
  },

  async prepareUpdate(w, itemtype, row, input) {
    if (input.network === undefined && input.gateway === undefined) return true;
    const text = String(input.network ?? `${row.address}/${row.netmask}`);
    return readNetwork(w, text, { ...input, gateway: input.gateway ?? row.gateway }, row, input, itemtype);
  },

  async afterUpdate(w, itemtype, { updates, fields }) {
    if (!updates.has('address') && !updates.has('netmask')) return;
    await w.ctx.db.deleteFrom('glpi_ipaddresses_ipnetworks').where('ipnetworks_id', '=', Number(fields.id)).execute();
    await takeIn(w, itemtype, fields as Row);
  },
};

function refuse(w: Writing, text: string): false {
  w.messages.error(w.ctx.translate(text));
  return false;
}

/** Fills the columns that follow from the notation; false with a message when it is wrong. */
async function readNetwork(
  w: Writing,
  text: string,
  input: Input,
  own: Row | undefined,
  into: Input = input,
  _itemtype?: Itemtype,
): Promise<boolean> {
  const parts = text.split('/');
  if (parts.length !== 2) return refuse(w, 'Invalid input format for the network');
  const address = parseAddress(parts[0]!.trim());
  if (!address) return refuse(w, 'Invalid network address');
  const mask = parseMask(parts[1]!.trim(), address.version);
  if (!mask) return refuse(w, 'Invalid subnet mask');
  const words = masked(address.words, mask);
  const entity = Number(input.entities_id ?? own?.entities_id ?? 0);
  const network: Address = { version: address.version, words };
  const around = (await networksAround(w, network, entity, mask)).filter((row) => row.id !== own?.id);
  if (around.some((row) => isSame(row, words, mask))) return refuse(w, 'Network already defined in visible entities');
  const gateway = String(input.gateway ?? '');
  const gatewayAddress = gateway === '' ? undefined : parseAddress(gateway);
  if (gateway !== '' && !gatewayAddress) return refuse(w, 'Invalid gateway address');
  const isV4 = address.version === 4;
  Object.assign(into, {
    version: address.version,
    address: isV4 ? dotted(words[3]) : parts[0]!.trim(),
    ...wordColumns('address', words),
    netmask: isV4 ? dotted(mask[3]) : parts[1]!.trim(),
    ...wordColumns('netmask', mask),
    gateway,
    ...wordColumns('gateway', gatewayAddress?.words ?? [0, 0, 0, 0]),
    ipnetworks_id: around[0]?.id ?? 0,
  });
  delete into.network;
  return true;
}

const isSame = (row: Row, words: Address['words'], mask: Address['words']): boolean =>
  words.every((word, at) => Number(row[`address_${at}`]) === word && Number(row[`netmask_${at}`]) === mask[at]);

/** A new network takes in the smaller ones and the addresses that lie in it. */
async function takeIn(w: Writing, itemtype: Itemtype, row: Row): Promise<void> {
  const below = (await w.ctx.site.entities.get()).withDescendants(Number(row.entities_id));
  let networks = w.ctx.db
    .selectFrom(itemtype.table)
    .select('id')
    .where('id', '!=', row.id)
    .where('version', '=', row.version)
    .where('ipnetworks_id', '=', row.ipnetworks_id)
    .where('entities_id', 'in', below);
  let addresses = w.ctx.db
    .selectFrom('glpi_ipaddresses')
    .select('id')
    .where('version', '=', row.version)
    .where('entities_id', 'in', below);
  for (const at of [0, 1, 2, 3]) {
    const mask = Number(row[`netmask_${at}`]);
    const word = Number(row[`address_${at}`]);
    networks = networks.where((eb) => eb(eb(`address_${at}`, '&', mask), '=', word));
    addresses = addresses.where((eb) => eb(eb(`binary_${at}`, '&', mask), '=', word));
  }
  for (const { id } of (await networks.execute()) as { id: number }[]) {
    await w.update(itemtype, id, { ipnetworks_id: row.id, _no_history: true });
  }
  const links = typeNamed('IPAddress_IPNetwork')!;
  for (const { id } of (await addresses.execute()) as { id: number }[]) {
    await w.add(links, { ipaddresses_id: id, ipnetworks_id: row.id });
  }
}
