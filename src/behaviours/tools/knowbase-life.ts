import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Behaviour } from '../behaviour.ts';

/** Articles keep what they were (items-write, issue 4: revisions). */
export const knowbaseItemLife: Behaviour = {
  async completeAdd(w, _itemtype, row, input) {
    const { _categories: categories } = input;
    if (!Array.isArray(categories)) return;
    const links = typeNamed('KnowbaseItem_KnowbaseItemCategory')!;
    for (const category of categories) {
      await w.add(links, { knowbaseitems_id: row.id, knowbaseitemcategories_id: category });
    }
  },

  async prepareClone(w, _itemtype, input) {
    const rows: Row[] = await w.ctx.db
      .selectFrom('glpi_knowbaseitems_knowbaseitemcategories')
      .select('knowbaseitemcategories_id')
      .where('knowbaseitems_id', '=', Number(input._clonedID))
      .orderBy('id')
      .execute();
    input._categories = rows.map((row) => row.knowbaseitemcategories_id);
  },

  async beforeUpdate(w, _itemtype, { old, updates }) {
    if (!updates.has('name') && !updates.has('answer')) return;
    const last: Row | undefined = await w.ctx.db
      .selectFrom('glpi_knowbaseitems_revisions')
      .select((eb) => eb.fn.max('revision').as('revision'))
      .where('knowbaseitems_id', '=', old.id)
      .where('language', '=', '')
      .executeTakeFirst();
    await w.ctx.db
      .insertInto('glpi_knowbaseitems_revisions')
      .values({
        knowbaseitems_id: old.id,
        revision: Number(last?.revision ?? 0) + 1,
        name: old.name,
        answer: old.answer,
        language: '',
        users_id: old.users_id,
        date: w.ctx.now.sql,
      })
      .execute();
  },
};
