import type { Row } from '../../database/database.ts';
import type { Behaviour } from '../behaviour.ts';

/** Articles keep what they were (items-write, issue 4: revisions). */
export const knowbaseItemLife: Behaviour = {
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
