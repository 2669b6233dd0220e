import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour } from '../behaviour.ts';
import { Action } from '../history-actions.ts';

/** Assignments of profiles to users: all three hear of them (items-write W11.4, W11.8). */
export const assignmentLife: Behaviour = {
  quietRelation: 'always',

  prepareAdd(w, _itemtype, input) {
    const { entities_id, profiles_id, users_id } = input;
    if (Number(entities_id ?? -1) >= 0 && Number(profiles_id) > 0 && Number(users_id) > 0) return true;
    w.messages.error(w.ctx.translate('One or more required fields are missing'));
    return false;
  },

  async afterAdd(w, _itemtype, row) {
    await tell(w, row, 'added');
  },

  async afterPurge(w, _itemtype, { row, cascade }) {
    if (!cascade) await tell(w, row, 'removed');
  },
};

async function tell(w: Writing, row: Row, what: 'added' | 'removed'): Promise<void> {
  const names = {
    User: await nameOf(w, 'User', row.users_id),
    Profile: await nameOf(w, 'Profile', row.profiles_id),
    Entity: await entityName(w, Number(row.entities_id)),
  };
  const marks = [...(truthy(row.is_dynamic) ? ['D'] : []), ...(truthy(row.is_recursive) ? ['R'] : [])];
  const suffix = marks.length > 0 ? ` (${marks.join(', ')})` : '';
  const places = [
    ['User', row.users_id, 'Profile', `${names.Entity}, ${names.Profile}`],
    ['Profile', row.profiles_id, 'User', `${names.User}, ${names.Entity}`],
    ['Entity', row.entities_id, 'User', `${names.User}, ${names.Profile}`],
  ] as const;
  for (const [itemtype, id, link, text] of places) {
    w.history.add({
      itemtype,
      id: Number(id),
      link,
      ...(what === 'added'
        ? { action: Action.addChild, new: text + suffix }
        : { action: Action.deleteChild, old: text + suffix }),
    });
  }
}

async function nameOf(w: Writing, itemtype: string, id: unknown): Promise<string> {
  const type = typeNamed(itemtype)!;
  return w.names.peer(type, await w.load(type, Number(id)));
}

/** The complete name as it is stored, not encoded. */
async function entityName(w: Writing, id: number): Promise<string> {
  const row = await w.load(typeNamed('Entity')!, id);
  return `${row?.completename ?? ''} (${id})`;
}
