import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { ApiError } from '../http/errors.ts';
import type { Settings } from '../settings/settings.ts';
import type { Translate } from '../text/translations.ts';
import { accountUsable } from './account.ts';
import { passwordFaults } from './password-policy.ts';
import { hashPassword, passwordMatches } from './passwords.ts';

const MAIL = /^[^\s@<>()[\]\\,;:"]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;

/**
 * First step of a forgotten password (sessions S11.2): a token for the one usable account that has the address.
 * @param tell tells the account's owner, in the same transaction as the token
 * @returns what `tell` answers; nothing when there is no such account, or several
 * @throws ApiError when the account's address is none that mails can be sent to
 */
export async function issueResetToken(
  db: Db,
  email: string,
  tell: (db: Db, usersId: number) => Promise<number[]>,
): Promise<number[]> {
  const found: { id: number }[] = await db
    .selectFrom('glpi_users')
    .innerJoin('glpi_useremails', 'glpi_useremails.users_id', 'glpi_users.id')
    .select('glpi_users.id')
    .distinct()
    .where('glpi_useremails.email', '=', email)
    .where(accountUsable, '=', 1)
    .limit(2)
    .execute();
  if (found.length !== 1) return [];
  if (!MAIL.test(email)) throw new ApiError('ERROR', { message: 'Invalid email address' });
  const usersId = found[0]!.id;
  const token = randomBytes(20).toString('hex');
  return db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('glpi_users')
      .set({ password_forget_token: token, password_forget_token_date: sql`NOW()` })
      .where('id', '=', usersId)
      .execute();
    return tell(transaction, usersId);
  });
}

interface Resettable {
  readonly id: number;
  readonly password: string | null;
  readonly password_forget_token: string;
  readonly usable: 0 | 1;
}

/**
 * Second step (sessions S11.3): the password of the account that has the token, which is used up. An empty password, or
 * the present one, changes nothing else.
 * @throws ApiError
 */
export async function resetPassword(
  db: Db,
  settings: Settings,
  translate: Translate,
  token: string,
  password: string,
): Promise<void> {
  const account = await accountOfToken(db, token);
  if (!account) {
    throw new ApiError('ERROR', {
      message: 'Your password reset request has expired or is invalid. Please renew it.',
    });
  }
  if (account.usable !== 1) {
    throw new ApiError('ERROR', { message: 'Unable to reset password, please contact your administrator' });
  }
  const faults = passwordFaults(settings, password);
  // A backslash and an n, not a line break: clients have always got it so.
  if (faults.length > 0) throw new ApiError('ERROR', { message: faults.map((text) => translate(text)).join('\\n') });
  const isNew = password !== '' && !(await passwordMatches(password, account.password));
  await db
    .updateTable('glpi_users')
    .set({
      password_forget_token: '',
      password_forget_token_date: null,
      ...(isNew
        ? { password: await hashPassword(password), password_last_update: sql`NOW()`, date_mod: sql`NOW()` }
        : {}),
    })
    .where('id', '=', account.id)
    .execute();
}

/** Tokens are good for a day. */
async function accountOfToken(db: Db, token: string): Promise<Resettable | undefined> {
  if (token === '') return undefined;
  const rows = (await db
    .selectFrom('glpi_users')
    .select(['id', 'password', 'password_forget_token', accountUsable.as('usable')])
    .where('password_forget_token', '=', token)
    .where('password_forget_token_date', '>', sql`NOW() - INTERVAL 1 DAY`)
    .execute()) as Resettable[];
  const exact = rows.filter((row) => row.password_forget_token === token);
  return exact.length === 1 ? exact[0] : undefined;
}
