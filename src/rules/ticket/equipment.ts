/** The equipment that an address, a host name or a MAC address stands for (rules 4.3, `affectobject`). */
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { ItemPointer } from './ticket-values.ts';

const finders: Readonly<Record<string, (w: Writing, text: string) => Promise<Row[]>>> = {
  affectbyip: (w, text) =>
    w.ctx.db
      .selectFrom('glpi_ipaddresses')
      .select(['mainitemtype as itemtype', 'mainitems_id as items_id', 'entities_id'])
      .where('name', '=', text)
      .where('is_deleted', '=', 0)
      .where('mainitems_id', '>', 0)
      .distinct()
      .execute(),
  affectbyfqdn: (w, text) => {
    const [host = '', ...domain] = text.split('.');
    return w.ctx.db
      .selectFrom('glpi_networknames as name')
      .innerJoin('glpi_fqdns as domain', 'domain.id', 'name.fqdns_id')
      .innerJoin('glpi_networkports as port', 'port.id', 'name.items_id')
      .select(['port.itemtype', 'port.items_id', 'port.entities_id'])
      .where('name.itemtype', '=', 'NetworkPort')
      .where('name.name', '=', host)
      .where('domain.fqdn', '=', domain.join('.'))
      .distinct()
      .execute();
  },
  affectbymac: (w, text) =>
    w.ctx.db
      .selectFrom('glpi_networkports')
      .select(['itemtype', 'items_id', 'entities_id'])
      .where('mac', '=', text.toLowerCase())
      .where('is_deleted', '=', 0)
      .distinct()
      .execute(),
};

/** The one item found in the entity; undefined when there is none, or more than one. */
export async function findEquipment(
  w: Writing,
  by: string,
  text: string,
  entity: number,
): Promise<ItemPointer | undefined> {
  if (text === '') return undefined;
  const rows = (await finders[by]?.(w, text)) ?? [];
  const found = rows.filter((row) => Number(row.entities_id) === entity);
  const [first] = found;
  return found.length === 1 && first ? { itemtype: String(first.itemtype), id: Number(first.items_id) } : undefined;
}
