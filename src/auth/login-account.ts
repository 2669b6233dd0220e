import { sql } from 'kysely';
import { Action } from '../behaviours/history-actions.ts';
import type { Db } from '../database/database.ts';
import { type HistoryRow, writeHistory } from '../rules/history.ts';
import { type PreferenceName, preferenceNames } from '../settings/preferences.ts';
import type { Settings } from '../settings/settings.ts';
import { type Account, authTypes } from './account.ts';

/** Search options of User whose change leaves a history row. */
const options = { is_active: 8, language: 17 } as const;

/** Whether an account's password has become too old (sessions S3.4). */
export function passwordExpired(settings: Settings, account: Account): boolean {
  return olderThan(account, settings.number('password_expiration_delay'));
}

/**
 * What a login changes in the account's row (sessions S4.2, S4.3): its time; preferences that equal the general setup
 * become NULL; an account whose password expired too long ago is closed.
 * @returns whether the account was closed
 */
export async function noteLogin(db: Db, settings: Settings, account: Account, userName: string): Promise<boolean> {
  const closed = account.is_active === 1 && mustBeClosed(settings, account);
  const redundant = preferenceNames.filter((name) => equalsSetting(settings, account, name));
  const changes: Record<string, unknown> = Object.fromEntries(redundant.map((name) => [name, null]));
  if (closed) changes.is_active = 0;
  if (Object.keys(changes).length > 0) changes.date_mod = sql`NOW()`;
  const history: HistoryRow[] = [];
  if (closed) history.push(changed(account.id, options.is_active, '1', '0'));
  if (redundant.includes('language')) history.push(changed(account.id, options.language, account.language, null));
  const write = async (handle: Db) => {
    await handle
      .updateTable('glpi_users')
      .set({ ...changes, last_login: sql`NOW()`, is_deleted_ldap: 0 })
      .where('id', '=', account.id)
      .execute();
    await writeHistory(handle, userName, history);
  };
  await (history.length > 0 ? db.transaction().execute(write) : write(db));
  return closed;
}

function mustBeClosed(settings: Settings, account: Account): boolean {
  const delay = settings.number('password_expiration_delay');
  const grace = settings.text('password_expiration_lock_delay');
  if (delay < 0 || grace === null || Number(grace) < 0) return false;
  return olderThan(account, delay + Number(grace));
}

/** @param days below 0: passwords don't expire */
function olderThan(account: Account, days: number): boolean {
  return (
    days >= 0 &&
    account.authtype === authTypes.local &&
    account.password_age !== null &&
    Number(account.password_age) > days
  );
}

/** Whether a preference says what the general setup says; as PHP compares: numbers by value, texts by text. */
export function equalsSetting(settings: Settings, account: Account, name: PreferenceName): boolean {
  const own = account[name];
  const general = settings.text(name);
  if (own === null || general === null) return false;
  return typeof own === 'number' ? Number(general) === own && general !== '' : own === general;
}

function changed(id: number, option: number, from: string | null, to: string | null): HistoryRow {
  return {
    itemtype: 'User',
    items_id: id,
    itemtype_link: '',
    linked_action: Action.change,
    id_search_option: option,
    old_value: from,
    new_value: to,
  };
}
