import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/**
 * Classes whose rows differ in some columns taken together; a row that doesn't is refused with `message`.
 * @param except rows with nothing in one of the columns are no concern
 */
export const unlike = (
  columns: readonly string[],
  message: string,
  {
    except = 'nothing',
  }: {
    readonly except?: 'nothing' | 'empty';
  } = {},
): Behaviour => {
  const passes = async (w: Writing, table: string, wanted: Input, id: unknown): Promise<boolean> => {
    if (except === 'empty' && !columns.every((column) => truthy(wanted[column]))) return true;
    let query = w.ctx.db.selectFrom(table).select('id');
    for (const column of columns) query = query.where(column, '=', String(wanted[column] ?? ''));
    if (id !== undefined) query = query.where('id', '!=', id);
    if ((await query.executeTakeFirst()) === undefined) return true;
    w.messages.error(w.ctx.translate(message));
    return false;
  };
  return {
    prepareAdd: (w, { table }, input) => passes(w, table, input, undefined),
    prepareUpdate(w, { table }, row, input) {
      if (!columns.some((column) => input[column] !== undefined)) return true;
      return passes(w, table, { ...row, ...input }, row.id);
    },
  };
};
