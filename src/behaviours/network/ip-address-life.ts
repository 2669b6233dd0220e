import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { phpTrim } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { parseAddress, wordColumns } from './address.ts';
import { networksAround } from './networks.ts';

/** IP addresses: checked, kept in binary too, and linked to the networks around them (items-write W18). */
export const ipAddressLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (!readAddress(w, input)) return false;
    Object.assign(input, await ownerOf(w, String(input.itemtype ?? ''), Number(input.items_id)));
    return true;
  },

  async completeAdd(w, _itemtype, row) {
    await linkNetworks(w, row);
  },

  prepareUpdate(w, _itemtype, _row, input) {
    return input.name === undefined || readAddress(w, input);
  },

  async afterUpdate(w, itemtype, { updates, fields }) {
    if (!updates.has('name') && !updates.has('entities_id')) return;
    const links = typeNamed('IPAddress_IPNetwork')!;
    await w.ctx.db
      .deleteFrom(links.table)
      .where('ipaddresses_id', '=', fields[itemtype.indexName] as number)
      .execute();
    await linkNetworks(w, fields as Row);
  },
};

/** Puts the binary form beside the name; false when the name is no address. */
function readAddress(w: Writing, input: Input): boolean {
  const name = phpTrim(String(input.name ?? ''));
  const address = parseAddress(name);
  if (!address) {
    const { translate } = w.ctx;
    w.messages.error(format(translate('%1$s: %2$s'), translate('Invalid IP address'), name));
    return false;
  }
  Object.assign(input, { name, version: address.version, ...wordColumns('binary', address.words) });
  return true;
}

/** The item at the end: the owner of the port that has the name that has the address. */
async function ownerOf(w: Writing, itemtype: string, id: number): Promise<Input> {
  let at = { itemtype, id };
  for (let depth = 0; depth < 3; depth++) {
    const type = typeNamed(at.itemtype);
    const row = type && (await w.load(type, at.id));
    if (!row || (at.itemtype !== 'NetworkName' && at.itemtype !== 'NetworkPort')) break;
    at = { itemtype: String(row.itemtype), id: Number(row.items_id) };
  }
  return typeNamed(at.itemtype) ? { mainitemtype: at.itemtype, mainitems_id: at.id } : {};
}

async function linkNetworks(w: Writing, row: Row): Promise<void> {
  const address = parseAddress(String(row.name));
  const links = typeNamed('IPAddress_IPNetwork');
  if (!address || !links) return;
  for (const network of await networksAround(w, address, Number(row.entities_id))) {
    await w.add(links, { ipaddresses_id: row.id, ipnetworks_id: network.id });
  }
}
