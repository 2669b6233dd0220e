import * as catalog from '../../catalog/catalog.ts';
import type { Behaviour } from '../behaviour.ts';

/** Whoever leaves a group loses it as the preferred one. */
export const membershipLife: Behaviour = {
  async afterPurge(w, _itemtype, { row, goesWith }) {
    if (goesWith?.name === 'User') return;
    const type = catalog.itemtype('User')!;
    const user = await w.load(type, Number(row.users_id));
    if (user && Number(user.groups_id) === Number(row.groups_id))
      await w.update(type, Number(user.id), { groups_id: 0 });
  },
};
