/** Moving and merging values of dropdowns (massive-actions 4). */

import { isBelow } from '../../behaviours/common/tree.ts';
import { hasRowZero } from '../../catalog/row-zero.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { cloneItem } from '../../items/write/clone.ts';
import { UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, OK, type Verdict } from '../action.ts';
import type { OneItem } from '../one-item.ts';

const moveUnder: MassiveAction = {
  key: 'CommonTreeDropdown:move_under',
  async apply(item) {
    const { w, itemtype, id, input } = item;
    if (input.parent === undefined) return item.refuse('compatibility');
    const parentId = phpIntval(input.parent);
    const parent = parentId > 0 || hasRowZero(itemtype) ? await w.lock(itemtype, parentId) : undefined;
    if (!parent) return item.refuse('missing');
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    if (parentId === id || (await isBelow(w, itemtype, parent, id))) return item.refuse('compatibility');
    return (await item.update(row, { [itemtype.foreignKey]: parentId })) ? OK : item.refuse('action');
  },
};

/** Makes items of the active entity show in those below; items of others are replaced by one of the active entity. */
const merge = (key: string): MassiveAction => ({
  key,
  async apply(item) {
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    const entity = item.w.ctx.session.entities?.id ?? 0;
    if (Number(row.entities_id) !== entity) return replaceBySame(item, row, entity);
    return (await item.update(row, { is_recursive: 1 })) ? OK : item.refuse('action');
  },
});

async function replaceBySame(item: OneItem, row: Row, entity: number): Promise<Verdict> {
  const { w, itemtype } = item;
  if (itemtype.completenameField) {
    item.speakOf(undefined);
    return item.refuse('action');
  }
  const name = itemtype.nameField;
  const same: Row | undefined = await w.ctx.db
    .selectFrom(itemtype.table)
    .select(itemtype.indexName)
    .where(name, '=', row[name])
    .where('entities_id', '=', entity)
    .executeTakeFirst();
  const kept = same
    ? Number(same[itemtype.indexName])
    : await cloneItem(w, itemtype, row, { [name]: row[name], entities_id: entity, is_recursive: 1 });
  if (kept === undefined) return item.refuse('action');
  const gone = await w.delete(itemtype, row, { force: true, input: { _replace_by: kept } });
  return gone ? OK : item.refuse('action');
}

export const treeActions: readonly MassiveAction[] = [moveUnder];
export const mergeActions: readonly MassiveAction[] = [merge('CommonDropdown:merge'), merge('ITILTemplate:merge')];
