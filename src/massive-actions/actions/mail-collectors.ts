/** Mails that the collectors of mail boxes refused (massive-actions 4). */
import { UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, OK } from '../action.ts';

/**
 * The list forgets the mail. GLPI looks for it in the box, too, and throws it away there; a mail that is still in the
 * box comes back with the next collection.
 */
const deleteMail: MassiveAction = {
  key: 'NotImportedEmail:delete_email',
  async apply(item) {
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    return (await item.w.delete(item.itemtype, row, { force: true })) ? OK : item.refuse('action');
  },
};

/** What was in the mail is in the box alone, which is GLPI's to open. */
const importMail: MassiveAction = {
  key: 'NotImportedEmail:import_email',
  async apply(item) {
    return item.refuse((await item.loadFor(UPDATE)) ? 'action' : 'right');
  },
};

export const refusedMailActions: readonly MassiveAction[] = [deleteMail, importMail];
