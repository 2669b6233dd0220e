/** Locks of whole items, of columns and of components (massive-actions 4). */
import { Action } from '../../behaviours/history-actions.ts';
import * as catalog from '../../catalog/catalog.ts';
import { isA } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { linkTo } from '../../items/write/links.ts';
import { restoreItem } from '../../items/write/restore-item.ts';
import { READ, UNLOCK, UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, OK, type Order } from '../action.ts';
import type { OneItem } from '../one-item.ts';

/** Sets an item free that somebody has locked for editing; items that nobody has aren't counted. */
const unlock: MassiveAction = {
  key: 'ObjectLock:unlock',
  starts: ({ ctx }) => ctx.settings.on('lock_use_lock_item'),
  async apply(item) {
    const { w, itemtype, id } = item;
    const { rights } = w.ctx;
    const locks = catalog.itemtype('ObjectLock')!;
    const lock: Row | undefined = await w.ctx.db
      .selectFrom(locks.table)
      .selectAll()
      .where('itemtype', '=', itemtype.name)
      .where('items_id', '=', id)
      .executeTakeFirst();
    if (!lock) return undefined;
    const row = await item.load();
    const isMine = Number(lock.users_id) === rights.userId;
    const mayUnlock =
      isMine || (row && rights.have(itemtype.right, UNLOCK) && (await rights.canItem(itemtype, row, READ)));
    if (!mayUnlock) return item.refuse('right');
    await w.delete(locks, lock, { force: true });
    w.history.add({ itemtype: itemtype.name, id, action: Action.unlockItem });
    return OK;
  },
};

const listed = ({ input }: Order, key: string): string[] | undefined =>
  Array.isArray(input[key]) ? input[key].map(String) : undefined;

/** Columns that people have changed are open to the inventory again; named `<type> - <column>`. */
const unlockFields: MassiveAction = {
  key: 'Lock:unlock_fields',
  starts: (order) => listed(order, 'attached_fields') !== undefined,
  async apply(item) {
    const { w, itemtype, id, order } = item;
    if (!(await item.loadFor(UPDATE))) return item.refuse('right');
    const prefix = `${itemtype.name} - `;
    const names = listed(order, 'attached_fields') ?? [];
    const fields = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
    if (fields.length > 0) {
      await w.ctx.db
        .deleteFrom('glpi_lockedfields')
        .where('itemtype', '=', itemtype.name)
        .where('items_id', '=', id)
        .where('is_global', '=', 0)
        .where('field', 'in', fields)
        .execute();
    }
    return OK;
  },
};

/** Parts that the inventory found and people took out come back. */
const unlockComponents: MassiveAction = {
  key: 'Lock:unlock_component',
  starts: (order) => listed(order, 'attached_item') !== undefined,
  async apply(item) {
    if (!(await item.loadFor(UPDATE))) return item.refuse('right');
    for (const kind of listed(item.order, 'attached_item') ?? []) {
      for (const part of partsOf(kind)) await restoreParts(item, kind, part);
    }
    return OK;
  },
};

/** Links to what is plugged into an item: kinds of parts that aren't rows of its own. */
const CONNECTIONS = 'Computer_Item';

/** The classes of a kind of parts: all components, a class, or the class of the links to it. */
function partsOf(kind: string): Itemtype[] {
  if (kind === 'Device') return catalog.all().filter((type) => isA(type, 'Item_Devices'));
  const names = [kind, `Item_${kind}`, CONNECTIONS];
  return names.flatMap((name) => catalog.itemtype(name) ?? []).filter(({ flags }) => flags.maybeDynamic);
}

async function restoreParts({ w, itemtype, id }: OneItem, kind: string, part: Itemtype): Promise<void> {
  const link = linkTo(part, itemtype);
  if (!link || !part.flags.maybeDeleted || part.name === itemtype.name) return;
  let query = w.ctx.db
    .selectFrom(part.table)
    .selectAll()
    .where(link.key, '=', id)
    .where('is_deleted', '=', 1)
    .where('is_dynamic', '=', 1);
  if (link.typeColumn) query = query.where(link.typeColumn, '=', itemtype.name);
  if (part.name === CONNECTIONS) query = query.where('itemtype', '=', kind);
  const rows: Row[] = await query.execute();
  for (const row of rows) await restoreItem(w, part, row);
}

export const lockActions: readonly MassiveAction[] = [unlock, unlockFields, unlockComponents];
