import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { parseAddress } from './address.ts';
import { networksAround } from './networks.ts';

/** Network names make, change and remove their addresses by `_ipaddresses` (items-write W16). */
export const networkNameLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (!input.ipnetworks_id) {
      const network = await networkOf(w, addressesOf(input), Number(input.entities_id ?? 0));
      if (network !== undefined) input.ipnetworks_id = network;
    }
    return true;
  },

  async completeAdd(w, itemtype, row, input) {
    await changeAddresses(w, itemtype.name, row, addressesOf(input));
  },

  async afterUpdate(w, itemtype, { fields, input }) {
    await changeAddresses(w, itemtype.name, fields as Row, addressesOf(input));
  },
};

type Addresses = readonly (readonly [number, string])[];

/** Address by key: the id of one that there is, a negative number for a new one. */
function addressesOf(input: Input): Addresses {
  const { _ipaddresses: addresses } = input;
  if (typeof addresses !== 'object' || addresses === null) return [];
  return Object.entries(addresses).map(([key, value]) => [Number(key), String(value ?? '')]);
}

async function networkOf(w: Writing, addresses: Addresses, entity: number): Promise<number | undefined> {
  for (const [, text] of addresses) {
    const address = parseAddress(text);
    const [network] = address ? await networksAround(w, address, entity) : [];
    if (network) return Number(network.id);
  }
  return undefined;
}

async function changeAddresses(w: Writing, itemtype: string, row: Row, addresses: Addresses): Promise<void> {
  const type = typeNamed('IPAddress')!;
  for (const [key, name] of addresses) {
    if (key < 0) {
      if (name === '') continue;
      await w.add(type, {
        name,
        itemtype,
        items_id: row.id,
        entities_id: row.entities_id,
        is_recursive: row.is_recursive,
      });
      continue;
    }
    const known = await w.load(type, key);
    if (known?.itemtype !== itemtype || known.items_id !== row.id) continue;
    if (name === '') await w.delete(type, known, { force: true });
    else await w.update(type, key, { name });
  }
}
