import { randomBytes } from 'node:crypto';
import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { phpText, truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { preferenceNames } from '../../settings/preferences.ts';
import { format } from '../../text/format.ts';
import { hashPassword } from '../../text/password-hash.ts';
import { decodeStored } from '../../text/stored-text.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { takeOverPreferences, takeOverTimeZone } from './own-session.ts';
import { passesPolicy } from './password-policy.ts';
import { profilesNotAbove, userNotAbove } from './power.ts';
import { superAdminAssignments } from './super-admins.ts';
import { changeAddresses } from './user-addresses.ts';
import { leaveSearches, returnConsumables } from './user-leavings.ts';
import { dropPicture, keepPicture } from './user-picture.ts';

/** Columns of a user above the session that it may not change, and keys that it may not use (rights R10.1). */
const protectedColumns = ['api_token', 'cookie_token', 'password_forget_token', 'personal_token', 'is_active'];
const protectedKeys = ['_reset_api_token', '_reset_personal_token', '_useremails', '_emails'];

/** Characters of a token. */
const TOKEN_LENGTH = 40;

/** Users: logins, passwords, tokens, addresses, preferences, first profile (items-write W11). */
export const userLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const name = String(input.name ?? '');
    if (!isLogin(name)) return refuse(w, 'The login is not valid. Unable to add the user.');
    input.authtype ??= 1;
    input.auths_id ??= 0;
    input.is_active ??= 1;
    const known = await w.ctx.db
      .selectFrom(itemtype.table)
      .select('id')
      .where('name', '=', name)
      .where('authtype', '=', Number(input.authtype))
      .where('auths_id', '=', Number(input.auths_id))
      .executeTakeFirst();
    if (known) return refuse(w, 'Unable to add. The user already exists.');
    return preparePassword(w, input);
  },

  async afterAdd(w, itemtype, row, input) {
    await changeAddresses(w, Number(row[itemtype.indexName]), input);
    await giveProfile(w, Number(row[itemtype.indexName]), input);
  },

  async prepareUpdate(w, itemtype, row, input) {
    const id = Number(row[itemtype.indexName]);
    const isAbove = id !== w.ctx.rights.userId && !(await userNotAbove(w.ctx, id));
    if (isAbove && !allowsProtected(w, row, input)) return false;
    if (await isLastAdminDeactivated(w, row, input)) {
      return refuse(w, "Can't set user as inactive as it is the only remaining super administrator.");
    }
    if (input.password !== undefined && (isAbove || input.password2 === undefined)) delete input.password;
    if (!(await preparePassword(w, input))) return false;
    for (const token of ['api_token', 'personal_token']) {
      if (!truthy(input[`_reset_${token}`])) continue;
      input[token] = newToken();
      input[`${token}_date`] = w.ctx.now.sql;
    }
    delete input.picture;
    if (truthy(input._blank_picture)) {
      await dropPicture(w, row.picture);
      input.picture = 'NULL';
    } else if (typeof input._picture === 'string' && input._picture !== '') {
      const picture = await keepPicture(w, id, input._picture);
      if (picture === undefined) return false;
      await dropPicture(w, row.picture);
      input.picture = picture;
    }
    await dropForeignDefaults(w, id, input);
    await prepareAddresses(w, input);
    if (id === w.ctx.rights.userId) takeOverPreferences(w, input);
    if (input.entities_id !== undefined && Number(input.entities_id) === -1) input.entities_id = 'NULL';
    if (input.timezone !== undefined && !truthy(input.timezone)) input.timezone = 'NULL';
    inheritPreferences(w, input);
    return true;
  },

  async beforeUpdate(w, itemtype, change) {
    if (!change.updates.has('name')) return;
    const name = String(change.fields.name ?? '');
    const other = await w.ctx.db
      .selectFrom(itemtype.table)
      .select('id')
      .where('name', '=', name)
      .where('id', '!=', change.old.id)
      .executeTakeFirst();
    const problem = other
      ? 'Unable to update login. A user already exists.'
      : isLogin(name)
        ? undefined
        : 'The login is not valid. Unable to update login.';
    if (!problem) return;
    w.messages.error(w.ctx.translate(problem));
    change.fields.name = change.old.name;
    change.updates.delete('name');
  },

  async afterUpdate(w, itemtype, { old, input, fields }) {
    const id = Number(old[itemtype.indexName]);
    await changeAddresses(w, id, input);
    if (id === w.ctx.rights.userId) await takeOverTimeZone(w, fields as Row);
  },

  async beforePurge(w, _itemtype, { row }) {
    await leaveSearches(w, row.id);
    await returnConsumables(w, row.id);
    await dropPicture(w, row.picture);
  },

  logsColumn: (_itemtype, column) => column !== 'password',
};

function refuse(w: Writing, text: string): false {
  w.messages.error(w.ctx.translate(text));
  return false;
}

const isLogin = (name: string): boolean =>
  /^[\p{L}\p{N}'@._ -]+$/u.test(name) || /^[^\s@<>;,/]+@[^\s@<>;,/]+$/.test(name);

const newToken = (): string => {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  // 248 is the greatest multiple of 62 that a byte holds: no letter is more likely than another.
  const bytes = [...randomBytes(TOKEN_LENGTH * 2)].filter((byte) => byte < 248);
  const token = bytes
    .slice(0, TOKEN_LENGTH)
    .map((byte) => letters[byte % letters.length])
    .join('');
  return token.length === TOKEN_LENGTH ? token : newToken();
};

/** Hashes a password that comes with its repetition; false when they differ. One that breaks the policy is dropped. */
async function preparePassword(w: Writing, input: Input): Promise<boolean> {
  const { password, password2 } = input;
  delete input.password2;
  if (password === undefined || password === null || password === '') {
    delete input.password;
    return true;
  }
  if (password2 !== undefined && password !== password2) return refuse(w, 'Error: the two passwords do not match');
  if (!passesPolicy(w, String(password))) {
    delete input.password;
    return true;
  }
  // People log in with the password as they typed it, not as texts are kept in rows.
  input.password = await hashPassword(decodeStored(String(password)));
  input.password_last_update = w.ctx.now.sql;
  return true;
}

/** R10.1: false, with a message, when protected columns of a more powerful user would change. */
function allowsProtected(w: Writing, row: Row, input: Input): boolean {
  for (const key of protectedKeys) delete input[key];
  const wanted = protectedColumns.filter(
    (column) => input[column] !== undefined && String(input[column] ?? '') !== String(row[column] ?? ''),
  );
  if (wanted.length === 0) return true;
  const text = w.ctx.translate('You are not allowed to update the following fields: %s');
  w.messages.error(format(text, wanted.join(', ')));
  return false;
}

async function isLastAdminDeactivated(w: Writing, row: Row, input: Input): Promise<boolean> {
  if (input.is_active === undefined || truthy(input.is_active) || Number(row.is_active) === 0) return false;
  const admins = new Set((await superAdminAssignments(w.ctx)).map((assignment) => assignment.users_id));
  return admins.size === 1 && admins.has(Number(row.id));
}

/** A default profile, entity or group has to be one of the user's own. */
async function dropForeignDefaults(w: Writing, id: number, input: Input): Promise<void> {
  const own = async (column: 'profiles_id' | 'groups_id', table: string): Promise<boolean> => {
    const rows: Row[] = await w.ctx.db.selectFrom(table).select(column).where('users_id', '=', id).execute();
    return rows.some((row) => Number(row[column]) === Number(input[column]));
  };
  if (input.profiles_id !== undefined && !(await own('profiles_id', 'glpi_profiles_users'))) delete input.profiles_id;
  if (Number(input.groups_id) > 0 && !(await own('groups_id', 'glpi_groups_users'))) delete input.groups_id;
  if (input.entities_id === undefined || input.entities_id === null) return;
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_profiles_users')
    .select(['entities_id', 'is_recursive'])
    .where('users_id', '=', id)
    .execute();
  const wanted = Number(input.entities_id);
  const above = (await w.ctx.site.entities.get()).ancestors(wanted);
  const isOwn = rows.some(
    (row) => row.entities_id === wanted || (Number(row.is_recursive) === 1 && above.includes(Number(row.entities_id))),
  );
  if (wanted !== -1 && !isOwn) delete input.entities_id;
}

/** Preferences that say what the general setup says are left to it (items-write W11.5). */
function inheritPreferences(w: Writing, input: Input): void {
  for (const name of preferenceNames) {
    const value = input[name];
    if (value === undefined || value === null) continue;
    if (phpText(value) === w.ctx.settings.text(name)) input[name] = 'NULL';
  }
}

/** Addresses that change are a change of the user, too. */
async function prepareAddresses(w: Writing, input: Input): Promise<void> {
  if (typeof input._useremails === 'object' && input._useremails !== null) input.date_mod = w.ctx.now.sql;
}

/** The first profile: the one that is asked for, or the default one (items-write W11.4). */
async function giveProfile(w: Writing, id: number, input: Input): Promise<void> {
  const type = typeNamed('Profile_User')!;
  const entity = Number(input._entities_id ?? w.ctx.session.entities?.id ?? 0);
  const wanted = Number(input._profiles_id ?? 0);
  if (wanted > 0 && (await profilesNotAbove(w.ctx, [wanted]))) {
    const is_recursive = truthy(input._is_recursive) ? 1 : 0;
    await w.add(type, { users_id: id, profiles_id: wanted, entities_id: entity, is_recursive, is_dynamic: 0 });
    return;
  }
  const standard: Row | undefined = await w.ctx.db
    .selectFrom('glpi_profiles')
    .select('id')
    .where('is_default', '=', 1)
    .executeTakeFirst();
  if (!standard) return;
  await w.add(type, {
    users_id: id,
    profiles_id: standard.id,
    entities_id: w.ctx.session.entities?.id ?? 0,
    is_recursive: 0,
    is_dynamic: 1,
    is_default_profile: 1,
  });
}
