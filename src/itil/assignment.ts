/** Who is put in charge of a new item that names nobody (itil 2.7). */

import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import { phpIntval, truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { idsOf } from './actor-input.ts';
import { firstItem } from './comes-along.ts';
import { entityNumber } from './entity-settings.ts';
import { itilKind } from './kinds.ts';

const ITEM_THEN_CATEGORY = 1;
const CATEGORY_THEN_ITEM = 2;

/** Those in charge by the entity's way of assignment: of the item, of the category, or of neither. */
export const automaticAssignment: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    if (truthy(input._skip_auto_assign)) return true;
    const kind = itilKind(itemtype.name)!;
    const category = phpIntval(input.itilcategories_id);
    const item = kind.isTakenIntoAccount ? firstItem(input) : undefined;
    if (category <= 0 && !item) return true;
    const mode = await entityNumber(w, Number(input.entities_id), 'auto_assign_mode');
    const byItem = async (): Promise<void> => {
      const type = item && catalog.itemtype(item.itemtype);
      const row = type && (await w.load(type, item.id));
      fill(input, row?.users_id_tech, row?.groups_id_tech);
    };
    const byCategory = async (): Promise<void> => {
      const row: Row | undefined = category > 0 ? await categoryRow(w, category) : undefined;
      fill(input, row?.users_id, row?.groups_id);
    };
    const steps = { [ITEM_THEN_CATEGORY]: [byItem, byCategory], [CATEGORY_THEN_ITEM]: [byCategory, byItem] };
    for (const step of steps[mode as keyof typeof steps] ?? []) await step();
    return true;
  },
};

const categoryRow = (w: Writing, id: number): Promise<Row | undefined> =>
  w.ctx.db.selectFrom('glpi_itilcategories').select(['users_id', 'groups_id']).where('id', '=', id).executeTakeFirst();

/** Each kind is filled by itself: a given user doesn't keep a group out. */
function fill(input: Input, user: unknown, group: unknown): void {
  if (Number(user ?? 0) > 0 && idsOf(input, 'assign', 'User').length === 0) {
    input._users_id_assign = Number(user);
    delete input._users_id_assign_notif;
  }
  if (Number(group ?? 0) > 0 && idsOf(input, 'assign', 'Group').length === 0) input._groups_id_assign = Number(group);
}

/** Categories have a code, which rules find them by. */
export const categoryLife: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    input.code ??= '';
    return true;
  },
};
