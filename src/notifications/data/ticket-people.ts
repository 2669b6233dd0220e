/** Those whom only tickets have targets for: the people of the items that a ticket is about (notifications 4). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { type Occasion, rowsById } from '../occasion.ts';
import { ofColumns } from '../people.ts';
import type { Candidate } from '../topic.ts';

/** Technician, user and group in charge of an item, by the number of the target. */
const OF_ITEMS: readonly number[] = [5, 6, 23];

/** The technician, user or group of each item that a ticket is about; undefined for other targets. */
export async function linkedPeople(o: Occasion, row: Row, target: number): Promise<readonly Candidate[] | undefined> {
  if (!OF_ITEMS.includes(target)) return undefined;
  const links: Row[] = await o.db
    .selectFrom('glpi_items_tickets')
    .select(['itemtype', 'items_id'])
    .where('tickets_id', '=', Number(row.id))
    .orderBy('id')
    .execute();
  const found: Candidate[] = [];
  for (const itemtype of new Set(links.map((link) => String(link.itemtype)))) {
    const type = catalog.itemtype(itemtype);
    if (!type) continue;
    const ids = links.filter((link) => link.itemtype === itemtype).map((link) => Number(link.items_id));
    const items = await rowsById(o, type.table, ids);
    for (const id of ids) found.push(...(await ofColumns(o, items.get(id) ?? {}, target)));
  }
  return found;
}
