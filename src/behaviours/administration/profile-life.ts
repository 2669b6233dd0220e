import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import { UPDATE } from '../../catalog/right-bits.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { Action } from '../history-actions.ts';
import { takeOverLists, takeOverRight } from './own-session.ts';
import { encodeLifeCycles, encodeLists, prepareHelpdesk, rightsOf } from './profile-input.ts';
import { superAdminProfiles } from './super-admins.ts';

/** Profiles and their rights (items-write W11.10). */
export const profileLife: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    encodeLists(input, false);
    return true;
  },

  async afterAdd(w, _itemtype, row, input) {
    const type = typeNamed('ProfileRight')!;
    for (const name of await rightNames(w)) await w.add(type, { profiles_id: row.id, name, rights: 0 });
    await changeRights(w, Number(row.id), input);
    if (truthy(row.is_default)) await clearOtherDefaults(w, Number(row.id));
  },

  async prepareUpdate(w, _itemtype, row, input) {
    encodeLists(input, true);
    encodeLifeCycles(input);
    const isLast = await isLastAdmin(w, Number(row.id));
    const profile = rightsOf(input._profile);
    if (isLast && profile !== undefined && (profile & UPDATE) === 0) {
      w.messages.error(
        w.ctx.translate(
          "Can't remove update right on this profile as it is the only remaining profile with this right.",
        ),
      );
      delete input._profile;
    }
    if (input.interface === 'helpdesk') await prepareHelpdesk(w, row, input, isLast);
    return true;
  },

  async afterUpdate(w, _itemtype, change) {
    const { old, input, updates, fields } = change;
    await changeRights(w, Number(old.id), input);
    takeOverLists(w, change);
    if (updates.has('is_default') && truthy(fields.is_default)) await clearOtherDefaults(w, Number(old.id));
  },
};

async function isLastAdmin(w: Writing, id: number): Promise<boolean> {
  const admins = await superAdminProfiles(w.ctx);
  return admins.length === 1 && admins[0] === id;
}

async function rightNames(w: Writing): Promise<string[]> {
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_profilerights')
    .select('name')
    .distinct()
    .orderBy('name')
    .execute();
  return rows.map((row) => String(row.name));
}

/** `_<right>` keys: each replaces that right's value; rights that the profile has no row of yet get one first. */
async function changeRights(w: Writing, id: number, input: Input): Promise<void> {
  const names = await wantedRights(w, input);
  if (names.length === 0) return;
  await addMissing(w, id);
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_profilerights')
    .selectAll()
    .where('profiles_id', '=', id)
    .where('name', 'in', names)
    .execute();
  const type = typeNamed('ProfileRight')!;
  for (const name of names) {
    const row = rows.find((one) => one.name === name);
    if (row) await w.update(type, Number(row.id), { rights: rightsOf(input[`_${name}`]) });
  }
}

async function wantedRights(w: Writing, input: Input): Promise<string[]> {
  const candidates = Object.keys(input)
    .filter((key) => key.startsWith('_'))
    .map((key) => key.slice(1));
  if (candidates.length === 0) return [];
  const known = new Set(await rightNames(w));
  return candidates.filter((name) => known.has(name));
}

async function addMissing(w: Writing, id: number): Promise<void> {
  const own: Row[] = await w.ctx.db
    .selectFrom('glpi_profilerights')
    .select('name')
    .where('profiles_id', '=', id)
    .execute();
  const known = new Set(own.map((row) => row.name));
  const missing = (await rightNames(w)).filter((name) => !known.has(name));
  if (missing.length === 0) return;
  await w.ctx.db
    .insertInto('glpi_profilerights')
    .values(missing.map((name) => ({ profiles_id: id, name, rights: 0 })))
    .execute();
}

async function clearOtherDefaults(w: Writing, id: number): Promise<void> {
  await w.ctx.db
    .updateTable('glpi_profiles')
    .set({ is_default: 0 })
    .where('id', '!=', id)
    .where('is_default', '=', 1)
    .execute();
  w.forget();
}

/** A right's change is one of its profile, under the right's own search option. */
export const profileRightLife: Behaviour = {
  quietChild: 'added',

  async afterAdd(w, itemtype, row) {
    w.history.add({
      itemtype: 'Profile',
      id: Number(row.profiles_id),
      link: itemtype.name,
      action: Action.addChild,
      new: `${row.name} (${row.id})`,
    });
  },

  async afterUpdate(w, _itemtype, { old, fields, updates }) {
    if (!updates.has('rights')) return;
    takeOverRight(w, old, Number(fields.rights));
    w.history.add({
      itemtype: 'Profile',
      id: Number(old.profiles_id),
      action: Action.change,
      option: optionOf(typeNamed('Profile')!, String(old.name)),
      old: old.rights,
      new: fields.rights,
    });
  },

  logsColumn: () => false,
};

function optionOf(profile: Itemtype, right: string): number {
  for (const option of profile.searchOptions) {
    if (!('group' in option) && option.extra?.rightname === right) return option.id;
  }
  return 0;
}
