import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour } from '../behaviour.ts';

/** Calendars keep the opening time of each day, Sunday first. Spans that touch are in each other's way, too. */
export const calendarSegmentLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const riding = await w.ctx.db
      .selectFrom(itemtype.table)
      .select('id')
      .where('calendars_id', '=', Number(input.calendars_id))
      .where('day', '=', Number(input.day ?? 1))
      .where('begin', '<=', String(input.end ?? ''))
      .where('end', '>=', String(input.begin ?? ''))
      .executeTakeFirst();
    if (riding) w.messages.error(w.ctx.translate('Can not add a range riding an existing period'));
    return riding === undefined;
  },

  async afterAdd(w, _itemtype, row) {
    await keepDurations(w, Number(row.calendars_id));
  },
  async afterUpdate(w, _itemtype, { updates, fields }) {
    if (updates.has('day') || updates.has('calendars_id')) await keepDurations(w, Number(fields.calendars_id));
  },
  async afterPurge(w, _itemtype, { row, cascade }) {
    if (!cascade) await keepDurations(w, Number(row.calendars_id));
  },
};

async function keepDurations(w: Writing, id: number): Promise<void> {
  const segments: Row[] = await w.ctx.db
    .selectFrom('glpi_calendarsegments')
    .select(['day', 'begin', 'end'])
    .where('calendars_id', '=', id)
    .execute();
  const days = [0, 0, 0, 0, 0, 0, 0];
  for (const segment of segments) days[Number(segment.day)]! += secondsOf(segment.end) - secondsOf(segment.begin);
  await w.ctx.db
    .updateTable('glpi_calendars')
    .set({ cache_duration: JSON.stringify(days), date_mod: w.ctx.now.sql })
    .where('id', '=', id)
    .execute();
  w.forget();
}

/** `HH:MM:SS` in seconds. */
function secondsOf(time: unknown): number {
  const [hours = 0, minutes = 0, seconds = 0] = String(time).split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
