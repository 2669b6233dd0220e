import type { Itemtype } from '../../catalog/model.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour } from '../behaviour.ts';

/**
 * Columns that mark the one row of a table that is taken where none is named: marking a row takes the mark from the
 * others, without their history.
 * @param none said when a row loses its mark, and with it there is no default
 */
export const soleDefault = (columns: readonly string[], none?: string): Behaviour => ({
  async afterAdd(w, itemtype, row) {
    for (const column of columns) if (truthy(row[column])) await takeMark(w, itemtype, column, row[itemtype.indexName]);
  },

  async afterUpdate(w, itemtype, { old, fields, updates }) {
    for (const column of columns.filter((one) => updates.has(one))) {
      if (truthy(fields[column])) await takeMark(w, itemtype, column, old[itemtype.indexName]);
      else if (none !== undefined) w.messages.info(w.ctx.translate(none));
    }
  },
});

async function takeMark(w: Writing, { table, indexName }: Itemtype, column: string, id: unknown): Promise<void> {
  await w.ctx.db
    .updateTable(table)
    .set({ [column]: 0 })
    .where(indexName, '!=', id)
    .where(column, '=', 1)
    .execute();
  w.forget();
}
