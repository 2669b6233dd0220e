/** Putting items into the trashbin, taking them out, and taking them away for good (massive-actions 4). */
import { isA } from '../../catalog/catalog.ts';
import { restoreItem } from '../../items/write/restore-item.ts';
import { DELETE, PURGE } from '../../rights/bits.ts';
import { FAILED, type MassiveAction, OK } from '../action.ts';
import { hasSubItems, isUsed } from '../usage.ts';

const remove: MassiveAction = {
  key: 'MassiveAction:delete',
  async apply(item) {
    const row = await item.loadFor(DELETE);
    if (!row) return item.refuse('right');
    return (await item.w.delete(item.itemtype, row, { force: false })) ? OK : item.refuse('action');
  },
};

const restore: MassiveAction = {
  key: 'MassiveAction:restore',
  async apply(item) {
    const row = await item.loadFor(DELETE);
    if (!row) return item.refuse('right');
    return (await restoreItem(item.w, item.itemtype, row)) ? OK : item.refuse('action');
  },
};

interface Purging {
  readonly key: string;
  /** Values of dropdowns go although others need them. */
  readonly evenIfUsed?: true;
  /** Components are taken out before. */
  readonly keepDevices?: true;
}

const purge = ({ key, evenIfUsed, keepDevices }: Purging): MassiveAction => ({
  key,
  async apply(item) {
    const { w, itemtype } = item;
    const row = await item.loadFor(PURGE);
    if (!row) return item.refuse('right');
    if (!evenIfUsed && isA(itemtype, 'CommonDropdown')) {
      const { translate } = w.ctx;
      const byForm = translate('but you can do it by the form of the item');
      if (await hasSubItems(w, itemtype, item.id)) {
        const text = "You can't delete that item by massive actions, because it has sub-items";
        return { ...FAILED, messages: [translate(text), byForm] };
      }
      if (await isUsed(w, itemtype, item.id)) {
        const text = "You can't delete that item, because it is used for one or more items";
        return { ...FAILED, messages: [translate(text), byForm] };
      }
    }
    const deletion = { force: true, ...(keepDevices && { input: { keep_devices: true } }) };
    return (await w.delete(itemtype, row, deletion)) ? OK : item.refuse('action');
  },
});

export const trashActions: readonly MassiveAction[] = [
  remove,
  restore,
  purge({ key: 'MassiveAction:purge' }),
  purge({ key: 'MassiveAction:purge_but_item_linked', evenIfUsed: true }),
  purge({ key: 'MassiveAction:purge_item_but_devices', keepDevices: true }),
];
