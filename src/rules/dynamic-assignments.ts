import { Action } from '../behaviours/history-actions.ts';
import type { Db } from '../database/database.ts';
import type { EntityTree } from '../entities/entity-tree.ts';
import type { RightsSubject } from './assigned-rights.ts';
import { type HistoryRow, writeHistory } from './history.ts';

export interface ProfileAssignment {
  readonly profiles_id: number;
  readonly entities_id: number;
  readonly is_recursive: number;
}

/**
 * Makes the dynamic profile assignments of a user those wanted; rows that are right already stay, and so does the default
 * profile that an account without any other was given.
 */
export async function renewDynamicProfiles(
  db: Db,
  tree: EntityTree,
  subject: RightsSubject,
  wanted: readonly ProfileAssignment[],
): Promise<void> {
  const users_id = subject.account.id;
  const present: (ProfileAssignment & { id: number })[] = await db
    .selectFrom('glpi_profiles_users')
    .select(['id', 'profiles_id', 'entities_id', 'is_recursive'])
    .where('users_id', '=', users_id)
    .where('is_dynamic', '=', 1)
    .where('is_default_profile', '=', 0)
    .execute();
  const missing = new Map(wanted.map((each) => [keyOf(each), each]));
  const surplus = present.filter((each) => !missing.delete(keyOf(each)));
  if (surplus.length === 0 && missing.size === 0) return;
  const added = [...missing.values()];
  const profiles = await profileNames(
    db,
    [...surplus, ...added].map(({ profiles_id }) => profiles_id),
  );
  const describe = (each: ProfileAssignment, action: number) => {
    const profile = `${profiles.get(each.profiles_id) ?? ''} (${each.profiles_id})`;
    const entity = `${tree.get(each.entities_id)?.completename ?? ''} (${each.entities_id})`;
    return history(action, each.is_recursive === 1 ? ' (D, R)' : ' (D)', [
      ['User', users_id, 'Profile', `${entity}, ${profile}`],
      ['Profile', each.profiles_id, 'User', `${nameOf(subject)}, ${entity}`],
      ['Entity', each.entities_id, 'User', `${nameOf(subject)}, ${profile}`],
    ]);
  };
  await db.transaction().execute(async (trx) => {
    if (surplus.length > 0) {
      const ids = surplus.map(({ id }) => id);
      await trx.deleteFrom('glpi_profiles_users').where('id', 'in', ids).execute();
    }
    if (added.length > 0) {
      await trx
        .insertInto('glpi_profiles_users')
        .values(added.map((each) => ({ ...each, users_id, is_dynamic: 1 })))
        .execute();
    }
    await writeHistory(trx, subject.userName, [
      ...surplus.flatMap((each) => describe(each, Action.deleteChild)),
      ...added.flatMap((each) => describe(each, Action.addChild)),
    ]);
  });
}

/** Makes the dynamic group memberships of a user those wanted; a group the user is in otherwise stays as it is. */
export async function renewDynamicGroups(db: Db, subject: RightsSubject, wanted: readonly number[]): Promise<void> {
  const users_id = subject.account.id;
  const present: { id: number; groups_id: number; is_dynamic: number }[] = await db
    .selectFrom('glpi_groups_users')
    .select(['id', 'groups_id', 'is_dynamic'])
    .where('users_id', '=', users_id)
    .execute();
  const surplus = present.filter(({ groups_id, is_dynamic }) => is_dynamic === 1 && !wanted.includes(groups_id));
  const missing = [...new Set(wanted)].filter((id) => !present.some(({ groups_id }) => groups_id === id));
  if (surplus.length === 0 && missing.length === 0) return;
  const names = await groupNames(db, [...surplus.map(({ groups_id }) => groups_id), ...missing]);
  const added = missing.filter((id) => names.has(id));
  const describe = (groups_id: number, action: number) =>
    history(action, '', [
      ['User', users_id, 'Group', `${names.get(groups_id) ?? ''} (${groups_id})`],
      ['Group', groups_id, 'User', nameOf(subject)],
    ]);
  await db.transaction().execute(async (trx) => {
    if (surplus.length > 0) {
      const ids = surplus.map(({ id }) => id);
      await trx.deleteFrom('glpi_groups_users').where('id', 'in', ids).execute();
    }
    if (added.length > 0) {
      await trx
        .insertInto('glpi_groups_users')
        .values(added.map((groups_id) => ({ users_id, groups_id, is_dynamic: 1 })))
        .execute();
    }
    await writeHistory(trx, subject.userName, [
      ...surplus.flatMap(({ groups_id }) => describe(groups_id, Action.deleteRelation)),
      ...added.flatMap((groups_id) => describe(groups_id, Action.addRelation)),
    ]);
  });
}

const keyOf = (each: ProfileAssignment): string => `${each.profiles_id} ${each.entities_id} ${each.is_recursive}`;

const nameOf = ({ account }: RightsSubject): string =>
  `${[account.realname, account.firstname].filter(Boolean).join(' ') || account.name} (${account.id})`;

function history(
  action: number,
  suffix: string,
  rows: readonly (readonly [itemtype: string, id: number, link: string, text: string])[],
): HistoryRow[] {
  const added = action === Action.addChild || action === Action.addRelation;
  return rows.map(([itemtype, items_id, itemtype_link, text]) => ({
    itemtype,
    items_id,
    itemtype_link,
    linked_action: action,
    id_search_option: 0,
    old_value: added ? '' : text + suffix,
    new_value: added ? text + suffix : '',
  }));
}

async function profileNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('glpi_profiles')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function groupNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('glpi_groups')
    .select(['id', 'completename'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, completename }) => [id, completename]));
}
