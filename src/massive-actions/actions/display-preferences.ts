/** The columns that a user has chosen for lists (massive-actions 4.2). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { FAILED, type MassiveAction, OK } from '../action.ts';

/** Gives up one's own columns of itemtypes, whose names stand where other actions have ids. */
export const forgetColumns: MassiveAction = {
  key: 'DisplayPreference:delete_for_user',
  async apply(item) {
    const { w, itemtype, input, sent } = item;
    if (input.users_id === undefined) return FAILED;
    const user = phpIntval(input.users_id);
    const users = catalog.itemtype('User')!;
    item.speakOf({ itemtype: users, row: await w.load(users, user) });
    if (user !== w.ctx.rights.userId) return item.refuse('right');
    const rows: Row[] = await w.ctx.db
      .selectFrom(itemtype.table)
      .selectAll()
      .where('users_id', '=', user)
      .where('itemtype', '=', sent)
      .orderBy('id')
      .execute();
    for (const row of rows) if (!(await w.delete(itemtype, row, { force: true }))) return item.refuse('action');
    return OK;
  },
};
