import type { Writing } from '../items/write/writing.ts';
import { format } from '../text/format.ts';

/** How important writes are; events above the setting `event_loglevel` aren't kept. */
const LEVEL = 4;

/**
 * Notes what the session's user did with an item in the event log (itil 2.1).
 * @param text English, with the user and then `about` in its places
 */
export async function noteEvent(w: Writing, type: string, id: number, text: string, about: number): Promise<void> {
  const { ctx } = w;
  if (ctx.settings.number('event_loglevel') < LEVEL) return;
  await ctx.db
    .insertInto('glpi_events')
    .values({
      items_id: id,
      type,
      date: ctx.now.sql,
      service: 'tracking',
      level: LEVEL,
      message: format(ctx.translate(text), ctx.session.user.name, about),
    })
    .execute();
}
