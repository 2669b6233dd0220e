/** What the tickets of items have cost (itil 13). */
import { sql } from 'kysely';
import type { Behaviour } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';

/** Columns of costs that count. */
const counted = ['actiontime', 'cost_time', 'cost_fixed', 'cost_material', 'tickets_id'];

/** Costs of tickets change what the tickets' items cost. */
export const ticketCostLife: Behaviour = {
  async afterAdd(w, _itemtype, row) {
    await recountItemsOf(w, Number(row.tickets_id));
  },
  async afterUpdate(w, _itemtype, change) {
    if (counted.some((column) => change.updates.has(column))) await recountItemsOf(w, Number(change.fields.tickets_id));
  },
  async afterPurge(w, _itemtype, { row }) {
    await recountItemsOf(w, Number(row.tickets_id));
  },
};

async function recountItemsOf(w: Writing, ticket: number): Promise<void> {
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_items_tickets')
    .select(['itemtype', 'items_id'])
    .where('tickets_id', '=', ticket)
    .orderBy('id')
    .execute();
  await recountCosts(w, rows);
}

/** Writes the total of each linked item that keeps one. */
export async function recountCosts(w: Writing, links: readonly Row[]): Promise<void> {
  for (const { itemtype, items_id } of links) {
    const type = catalog.itemtype(String(itemtype));
    const item = type && (await w.load(type, Number(items_id)));
    if (!type || !item || !('ticket_tco' in item)) continue;
    const { rows } = await sql<{ total: string | null }>`
      select sum(round(c.actiontime * c.cost_time / 3600 + c.cost_fixed + c.cost_material, 4)) as total
      from glpi_items_tickets as l join glpi_ticketcosts as c on c.tickets_id = l.tickets_id
      where l.itemtype = ${itemtype} and l.items_id = ${items_id}`.execute(w.ctx.db);
    await w.update(type, Number(items_id), { ticket_tco: Number(rows[0]?.total ?? 0).toFixed(4) });
  }
}
