/** Copies, comments and notes (massive-actions 4). */
import * as catalog from '../../catalog/catalog.ts';
import { isNumericPhp, phpIntval } from '../../http/php-values.ts';
import { cloneItem } from '../../items/write/clone.ts';
import { textOf } from '../../items/write/values.ts';
import { CREATE, READ, UPDATE, UPDATENOTE } from '../../rights/bits.ts';
import { type MassiveAction, OK } from '../action.ts';

const clone: MassiveAction = {
  key: 'MassiveAction:clone',
  starts: ({ itemtype, input }) => itemtype.traits.includes('Glpi\\Features\\Clonable') && isNumericPhp(input.nb_copy),
  async apply(item) {
    const { w, itemtype } = item;
    const row = await item.loadFor(CREATE);
    if (!row) return item.refuse('right');
    for (let copies = phpIntval(item.input.nb_copy); copies > 0; copies--) {
      if ((await cloneItem(w, itemtype, row, {})) === undefined) return item.refuse('action');
    }
    return OK;
  },
};

const amendComment: MassiveAction = {
  key: 'MassiveAction:amend_comment',
  starts: ({ ctx, itemtype }) => ctx.site.schema.hasColumn(itemtype.table, 'comment'),
  async apply(item) {
    const row = await item.load();
    if (!row) return item.refuse('action');
    if (!(await item.w.ctx.rights.canItem(item.itemtype, row, UPDATE))) return item.refuse('right', 'ko');
    const old = textOf(row.comment);
    const amendment = textOf(item.input.amendment);
    const comment = old === '' ? amendment : `${old}\n\n${amendment}`;
    return (await item.update(row, { comment })) ? OK : item.refuse('action');
  },
};

const addNote: MassiveAction = {
  key: 'MassiveAction:add_note',
  starts: ({ ctx, itemtype }) => ctx.rights.have(itemtype.right, UPDATENOTE),
  async apply(item) {
    const { w, itemtype, id } = item;
    const row = await item.load();
    if (!row) return item.refuse('missing');
    if (!(await w.ctx.rights.canItem(itemtype, row, READ))) return item.refuse('right');
    const user = w.ctx.rights.userId;
    const note = await w.add(catalog.itemtype('Notepad')!, {
      itemtype: itemtype.name,
      items_id: id,
      content: textOf(item.input.add_note),
      users_id: user,
      users_id_lastupdater: user,
    });
    return note === undefined ? item.refuse('action') : OK;
  },
};

/** GLPI gathers the items of a transfer in the session of its pages, which clients of the API never see. */
const addTransferList: MassiveAction = { key: 'MassiveAction:add_transfer_list', apply: async () => OK };

export const copyActions: readonly MassiveAction[] = [clone, amendComment, addNote, addTransferList];
