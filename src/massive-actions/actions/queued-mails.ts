/** Sending queued mails at once (massive-actions 4.2). */
import { MAILING } from '../../notifications/firing.ts';
import { sendQueued } from '../../notifications/sending/send-queued.ts';
import { UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, NO_ACTION, OK } from '../action.ts';

/** A mail that can't be sent is marked as one that was tried, to be tried again later, and counts as failed. */
export const sendNow: MassiveAction = {
  key: 'QueuedNotification:send',
  unbound: true,
  async apply(item) {
    const { w, itemtype, id } = item;
    const { site, settings, rights } = w.ctx;
    const row = await w.load(itemtype, id);
    if (row) item.speakOf({ itemtype, row });
    if (!row || !(await rights.canItem(itemtype, row, UPDATE))) return item.refuse('right');
    if (row.mode !== MAILING) return NO_ACTION;
    const { config, database } = site;
    const office = { db: database.db, settings, keyFile: config.cryptKey, filesDir: config.filesDir };
    const { sent } = await sendQueued({ ...office, report: site.report }, [id]);
    return sent > 0 ? OK : item.refuse('action');
  },
};
