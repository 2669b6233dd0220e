import { sql } from 'kysely';
import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour } from '../behaviour.ts';
import { beginsSurveys, dropOutOfReach, takeStrategies } from './entity-columns.ts';

/** Entities number themselves, and inherit what they aren't told (items-write W11.11). */
export const entityLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    if (String(input.name ?? '') === '') {
      w.messages.error(w.ctx.translate("You can't add an entity without name"));
      return false;
    }
    const last: Row | undefined = await w.ctx.db
      .selectFrom(itemtype.table)
      .select((eb) => eb.fn.max('id').as('id'))
      .modifyEnd(sql`for update`)
      .executeTakeFirst();
    takeStrategies(input, w.ctx.site.schema.table(itemtype.table));
    dropOutOfReach(w.ctx, input, true);
    input.id = Number(last?.id ?? 0) + 1;
    input.max_closedate ??= w.ctx.now.sql;
    input.custom_css_code ??= '';
    return true;
  },

  async afterAdd(w) {
    forgetTree(w);
  },

  prepareUpdate(w, itemtype, row, input) {
    takeStrategies(input, w.ctx.site.schema.table(itemtype.table));
    if (beginsSurveys(row, input)) input.max_closedate = w.ctx.now.sql;
    // What follows from another item's purge is nobody's wish.
    if (w.requested === row) dropOutOfReach(w.ctx, input, false);
    if (row.id !== 0) return true;
    input.entities_id = null;
    input.level = 1;
    return true;
  },

  async afterUpdate(w) {
    forgetTree(w);
  },

  async beforeDelete(w, itemtype, row) {
    if (row.id === 0) return false;
    const below = await w.ctx.db
      .selectFrom(itemtype.table)
      .select('id')
      .where('entities_id', '=', row.id)
      .limit(1)
      .executeTakeFirst();
    if (!below) return true;
    w.messages.error(w.ctx.translate('You cannot delete an entity which contains sub-entities.'));
    return false;
  },

  beforeUpdate(_w, _itemtype, { old, fields, updates, noted }) {
    // A setting whose strategy is to inherit is shown as the strategy.
    for (const column of updates) {
      const strategy = column.replace(/_id(?=_|$)/, '_strategy');
      if (strategy === column || !(strategy in old)) continue;
      noted.set(column, {
        old: Number(old[strategy]) < 0 ? old[strategy] : old[column],
        new: Number(fields[strategy]) < 0 ? fields[strategy] : fields[column],
      });
    }
  },

  async beforePurge(w, _itemtype, { row }) {
    const type = typeNamed('Profile_User')!;
    const rows: Row[] = await w.ctx.db.selectFrom(type.table).selectAll().where('entities_id', '=', row.id).execute();
    for (const assignment of rows) await w.delete(type, assignment, { force: true });
  },

  async afterPurge(w) {
    forgetTree(w);
  },
};

function forgetTree(w: Writing): void {
  w.afterCommit(() => w.ctx.site.entities.forget());
}
