import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** A user's mail addresses: one of them is the default (items-write W11.6). */
export const userEmailLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (!isAddress(input.email)) return false;
    const known = await addressesOf(w, Number(input.users_id));
    if (known.some((row) => row.email === input.email)) return false;
    if (input.is_default === undefined) input.is_default = known.length === 0 ? 1 : 0;
    return true;
  },

  async afterAdd(w, _itemtype, row) {
    if (Number(row.is_default) === 1) await clearOthers(w, row);
  },

  prepareUpdate(_w, _itemtype, row, input) {
    // The default is passed on by making another one the default.
    return input.email === undefined ? input.is_default === undefined || row.is_default === 0 : isAddress(input.email);
  },

  async afterUpdate(w, _itemtype, { updates, fields }) {
    if (updates.has('is_default') && Number(fields.is_default) === 1) await clearOthers(w, fields as Row);
  },

  async afterPurge(w, _itemtype, { row, cascade }) {
    if (cascade || Number(row.is_default) !== 1) return;
    const next = (await addressesOf(w, Number(row.users_id))).at(-1);
    if (next) await w.ctx.db.updateTable('glpi_useremails').set({ is_default: 1 }).where('id', '=', next.id).execute();
  },
};

const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+$/.test(value);

function addressesOf(w: Writing, user: number): Promise<Row[]> {
  return w.ctx.db.selectFrom('glpi_useremails').selectAll().where('users_id', '=', user).orderBy('id').execute();
}

async function clearOthers(w: Writing, row: Row): Promise<void> {
  await w.ctx.db
    .updateTable('glpi_useremails')
    .set({ is_default: 0 })
    .where('users_id', '=', row.users_id)
    .where('id', '!=', row.id)
    .where('is_default', '=', 1)
    .execute();
  w.forget();
}

/** `_useremails`: by key of an address that there is, or a negative one for a new; an empty text removes. */
export async function changeAddresses(w: Writing, user: number, input: Input): Promise<void> {
  const { _useremails: addresses, _default_email: standard } = input;
  if (typeof addresses !== 'object' || addresses === null) return;
  const type = typeNamed('UserEmail')!;
  for (const [key, value] of Object.entries(addresses)) {
    const email = String(value ?? '');
    const isDefault = standard === undefined ? undefined : String(standard) === key ? 1 : 0;
    const id = Number(key);
    const known = id > 0 ? await w.load(type, id) : undefined;
    if (known && known.users_id === user) {
      if (email === '') await w.delete(type, known, { force: true });
      else await w.update(type, id, { email, ...(isDefault === 1 && { is_default: 1 }) });
    } else if (email !== '') {
      await w.add(type, { users_id: user, email, ...(isDefault !== undefined && { is_default: isDefault }) });
    }
  }
}
