/** Satisfaction surveys of closed tickets (itil 13). */

import type { Behaviour } from '../behaviours/behaviour.ts';
import { CLOSED } from '../behaviours/itil/statuses.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { make } from './comes-along.ts';
import { settingEntity } from './entity-settings.ts';

/** A closed ticket's survey, where the entity wants one of so many at once. */
export const ticketSurvey: Behaviour = {
  async afterUpdate(w, _itemtype, change) {
    if (!change.updates.has('status') || Number(change.fields.status) !== CLOSED) return;
    const row = change.fields as Row;
    const setting = await settingEntity(w, Number(row.entities_id), 'inquest_config');
    const rate = Number(setting?.inquest_rate ?? 0);
    if (!setting || rate <= 0 || Number(setting.inquest_delay) !== 0 || Math.random() * 100 >= rate) return;
    if (await surveyOf(w, Number(row.id))) return;
    await make(w, 'TicketSatisfaction', {
      tickets_id: Number(row.id),
      type: setting.inquest_config,
      date_begin: w.ctx.now.sql,
      entities_id: row.entities_id,
    });
  },
};

/** A reopened item's survey goes: that of the ticket with its number. */
export async function deleteSurvey(w: Writing, id: number): Promise<void> {
  const row = await surveyOf(w, id);
  if (row) await w.delete(catalog.itemtype('TicketSatisfaction')!, row, { force: true, input: { tickets_id: id } });
}

const surveyOf = (w: Writing, tickets_id: number): Promise<Row | undefined> =>
  w.ctx.db.selectFrom('glpi_ticketsatisfactions').selectAll().where('tickets_id', '=', tickets_id).executeTakeFirst();
