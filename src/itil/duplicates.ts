/** Tickets that are the same as another follow it when it is solved (itil 12.3). */

import type { Behaviour } from '../behaviours/behaviour.ts';
import { CLOSED, SOLVED } from '../behaviours/itil/statuses.ts';
import * as catalog from '../catalog/catalog.ts';
import { UPDATE } from '../catalog/right-bits.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import type { Operation } from '../rights/bits.ts';
import { byMachinery } from './machinery.ts';

const DUPLICATE = 2;

/** Those that the session may change and that aren't solved or closed yet. */
export async function openDuplicates(w: Writing, ticket: number, operation: Operation): Promise<Row[]> {
  const links: Row[] = await w.ctx.db
    .selectFrom('glpi_tickets_tickets')
    .select(['tickets_id_1', 'tickets_id_2'])
    .where('link', '=', DUPLICATE)
    .where((eb) => eb.or([eb('tickets_id_1', '=', ticket), eb('tickets_id_2', '=', ticket)]))
    .orderBy('id')
    .execute();
  const tickets = catalog.itemtype('Ticket')!;
  const open: Row[] = [];
  for (const link of links) {
    const other = Number(link.tickets_id_1) === ticket ? link.tickets_id_2 : link.tickets_id_1;
    const row = await w.load(tickets, Number(other));
    const isOpen = row && ![SOLVED, CLOSED].includes(Number(row.status));
    if (isOpen && (await w.ctx.rights.canItem(tickets, row, operation))) open.push(row);
  }
  return open;
}

export const duplicatesFollow: Behaviour = {
  async afterUpdate(w, itemtype, change) {
    const status = Number(change.fields.status);
    if (!change.updates.has('status') || ![SOLVED, CLOSED].includes(status)) return;
    for (const row of await openDuplicates(w, Number(change.fields.id), UPDATE)) {
      await w.update(itemtype, Number(row.id), byMachinery({ status }));
    }
  },
};
