import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { PreferenceName } from '../settings/preferences.ts';

/** Where an account's password is (`glpi_users.authtype`). */
export const authTypes = { local: 1, mail: 2, ldap: 3, external: 4 } as const;

/** A row of `glpi_users` as a login needs it. */
export type Account = {
  readonly [name in PreferenceName]: string | number | null;
} & {
  readonly id: number;
  readonly name: string;
  readonly password: string | null;
  readonly api_token: string | null;
  readonly realname: string | null;
  readonly firstname: string | null;
  readonly language: string | null;
  readonly authtype: number;
  readonly auths_id: number;
  readonly is_active: number;
  readonly is_deleted_ldap: number;
  readonly profiles_id: number;
  readonly entities_id: number | null;
  readonly groups_id: number;
  readonly use_mode: number;
  readonly timezone: string | null;
  /** Active, not deleted, and now within its dates. */
  readonly usable: 0 | 1;
  /** Days since the password was changed; null when it never was. */
  readonly password_age: number | null;
};

/** Active, not in the trash bin, within its dates (sessions S2.3); for queries on `glpi_users`. */
export const accountUsable = sql<0 | 1>`(is_active = 1 AND is_deleted = 0
  AND (begin_date IS NULL OR begin_date < NOW()) AND (end_date IS NULL OR end_date > NOW()))`;

/** Every account of a login, whatever its source. The collation of the database decides what is the same (S1.7). */
export function accountsByLogin(db: Db, login: string): Promise<Account[]> {
  return accounts(db).where('name', '=', login).execute() as Promise<Account[]>;
}

/** The accounts whose API token (not the personal one) this is, letter by letter. */
export async function accountsByToken(db: Db, token: string): Promise<Account[]> {
  const found = (await accounts(db).where('api_token', '=', token).execute()) as Account[];
  return found.filter((account) => account.api_token === token);
}

/** Whether a session of the user may go on. */
export async function isAccountUsable(db: Db, usersId: number): Promise<boolean> {
  const row = await db
    .selectFrom('glpi_users')
    .select(accountUsable.as('usable'))
    .where('id', '=', usersId)
    .executeTakeFirst();
  return row?.usable === 1;
}

/** Last name and first name, in this order whatever the preference says; else the login. */
export function friendlyName(account: Pick<Account, 'name' | 'realname' | 'firstname'>): string {
  return [account.realname, account.firstname].filter(Boolean).join(' ') || account.name;
}

function accounts(db: Db) {
  return db
    .selectFrom('glpi_users')
    .selectAll()
    .select([
      accountUsable.as('usable'),
      sql<number | null>`TIMESTAMPDIFF(SECOND, password_last_update, NOW()) / 86400`.as('password_age'),
    ]);
}
