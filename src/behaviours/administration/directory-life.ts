import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** Directories of accounts: the first one is the default, and names of attributes are kept in small letters. */
export const directoryLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const other = await w.ctx.db.selectFrom(itemtype.table).select('id').limit(1).executeTakeFirst();
    if (other === undefined) input.is_default = 1;
    return true;
  },

  async prepareUpdate(w, _itemtype, row, input) {
    for (const [key, value] of Object.entries(input)) {
      if (key.endsWith('_field') && typeof value === 'string') input[key] = value.toLowerCase();
    }
    if (!(await losesAccounts(w, row, input))) return true;
    w.messages.error(w.ctx.translate('Synchronization field cannot be changed once in use.'));
    return false;
  },
};

/** Accounts are found again by the value that the synchronization field had when they came. */
async function losesAccounts(w: Writing, row: Row, { sync_field: wanted }: Input): Promise<boolean> {
  const current = String(row.sync_field ?? '');
  if (wanted === undefined || current === '' || String(wanted) === current) return false;
  const account = await w.ctx.db
    .selectFrom('glpi_users')
    .select('id')
    .where('auths_id', '=', row.id!)
    .where('sync_field', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return account !== undefined;
}
