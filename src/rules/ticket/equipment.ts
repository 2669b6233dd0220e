/** The equipment that an address, a host name or a MAC address stands for (rules 4.3, `affectobject`). */
import { parseAddress, wordColumns } from '../../behaviours/network/address.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { ItemPointer } from './ticket-values.ts';

/** What carries a name of the network, the oldest first: rows of `itemtype`, `items_id`. */
type Finder = (w: Writing, text: string) => Promise<Row[]>;

/** Whichever way an address is written, its binary form is the same. */
const byAddress: Finder = async (w, text) => {
  const address = parseAddress(text);
  if (!address) return [];
  let query = w.ctx.db
    .selectFrom('glpi_ipaddresses')
    .select(['mainitemtype as itemtype', 'mainitems_id as items_id'])
    .where('version', '=', address.version)
    .where('is_deleted', '=', 0)
    .where('mainitems_id', '>', 0);
  for (const [column, word] of Object.entries(wordColumns('binary', address.words))) {
    query = query.where(column, '=', word);
  }
  return query.orderBy('id').execute();
};

/** Aliases are names as well. */
const byHostName: Finder = async (w, text) => {
  const [host = '', ...domain] = text.split('.');
  const named = (label: 'name' | 'alias') =>
    w.ctx.db
      .selectFrom('glpi_networknames as name')
      .innerJoin('glpi_networkports as port', 'port.id', 'name.items_id')
      .where('name.itemtype', '=', 'NetworkPort')
      .$if(label === 'alias', (query) =>
        query.innerJoin('glpi_networkaliases as alias', 'alias.networknames_id', 'name.id'),
      )
      .innerJoin('glpi_fqdns as domain', 'domain.id', `${label}.fqdns_id`)
      .where(`${label}.name`, '=', host)
      .where('domain.fqdn', '=', domain.join('.'))
      .select(['port.itemtype', 'port.items_id'])
      .orderBy(`${label}.id`)
      .execute();
  return [...(await named('name')), ...(await named('alias'))];
};

const byMac: Finder = (w, text) =>
  w.ctx.db
    .selectFrom('glpi_networkports')
    .select(['itemtype', 'items_id'])
    .where('mac', '=', text.toLowerCase())
    .where('is_deleted', '=', 0)
    .orderBy('id')
    .execute();

const finders: Readonly<Record<string, Finder>> = {
  affectbyip: byAddress,
  affectbyfqdn: byHostName,
  affectbymac: byMac,
};

/**
 * The first item of that name in just this entity, neither above nor below it, that isn't in the trashbin and no
 * template; undefined when there is none.
 *
 * @param by `affectbyip`, `affectbyfqdn`, `affectbymac`
 */
export async function findEquipment(
  w: Writing,
  by: string,
  text: string,
  entity: number,
): Promise<ItemPointer | undefined> {
  if (text === '') return undefined;
  for (const { itemtype: name, items_id } of (await finders[by]?.(w, text)) ?? []) {
    const itemtype = catalog.itemtype(String(name));
    const row = itemtype && (await w.load(itemtype, Number(items_id)));
    if (!row || Number(row.entities_id) !== entity || truthy(row.is_deleted) || truthy(row.is_template)) continue;
    return { itemtype: itemtype.name, id: Number(items_id) };
  }
  return undefined;
}
