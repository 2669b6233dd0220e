import type { Db } from '../database/database.ts';
import type { EntityTree } from '../entities/entity-tree.ts';
import { ApiError } from '../http/errors.ts';
import { phpTrim } from '../http/php-values.ts';
import { renewAssignedRights } from '../rules/assigned-rights.ts';
import type { Settings } from '../settings/settings.ts';
import type { Translate } from '../text/translations.ts';
import { type Account, accountsByLogin, accountsByToken, authTypes, friendlyName } from './account.ts';
import type { LdapDirectories } from './ldap/directories.ts';
import { noteLogin } from './login-account.ts';
import { writeLoginEvent } from './login-event.ts';
import { isDatedHash, passwordMatches } from './passwords.ts';

/** What initSession was given. Texts are empty when absent. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly userToken: string;
  /** Where to look (sessions S1.6): empty for everywhere, `local`, `ldap-<id>` … */
  readonly source: string;
}

export interface LoginDependencies {
  readonly db: Db;
  readonly settings: Settings;
  readonly translate: Translate;
  readonly entities: EntityTree;
  readonly directories: LdapDirectories;
  /** Of the client, for the event log. */
  readonly address: string;
  /** Name for history rows when the request came with a session of somebody; empty without. */
  readonly historyName: string;
}

/** Who has proved to be who. */
export interface Identified {
  readonly account: Account;
  readonly by: 'password' | 'token' | 'directory';
}

const texts = {
  incorrect: 'Incorrect username or password',
  empty: 'Empty login or password',
  closed: "You don't have access to this application because your account was deactivated or removed",
  unreachable: 'Unable to connect to the LDAP directory',
} as const;

/** Why nobody was identified; empty when no source was asked. */
type Refusal = { readonly refusal: '' | (typeof texts)[keyof typeof texts] };

/**
 * Checks credentials and notes the login in the database (sessions S1 to S4). Whether the account has a profile is not
 * looked at.
 * @throws ApiError when nobody is identified, or somebody who may not log in at present
 */
export async function logIn(dependencies: LoginDependencies, credentials: Credentials): Promise<Identified> {
  const login = phpTrim(credentials.login);
  const found = await identify(dependencies, { ...credentials, login });
  if ('refusal' in found) {
    await writeLoginEvent(dependencies.db, dependencies.settings, dependencies.translate, {
      login,
      address: dependencies.address,
      succeeded: false,
    });
    throw refused(credentials, found.refusal);
  }
  const { account, by } = found;
  const active = await noteIdentified(dependencies, found);
  await writeLoginEvent(dependencies.db, dependencies.settings, dependencies.translate, {
    login: by === 'token' ? account.name : login,
    address: dependencies.address,
    succeeded: true,
  });
  if (!active) throw refused(credentials, texts.closed);
  return found;
}

/** The error that credentials get: its text is told to those who came with a password only (S2.4). */
export function refused(credentials: Credentials, message: string): ApiError {
  return credentials.userToken
    ? new ApiError('ERROR_GLPI_LOGIN_USER_TOKEN')
    : new ApiError('ERROR_GLPI_LOGIN', { message });
}

async function identify(dependencies: LoginDependencies, credentials: Credentials): Promise<Identified | Refusal> {
  const { db, settings } = dependencies;
  if (credentials.userToken && settings.on('enable_api_login_external_token')) {
    const accounts = await accountsByToken(db, credentials.userToken);
    if (accounts.length === 1) return { account: accounts[0]!, by: 'token' };
  }
  const passwordsAllowed = !credentials.userToken || settings.on('enable_api_login_credentials');
  if (!credentials.password || !passwordsAllowed) return { refusal: '' };
  return byPassword(dependencies, credentials);
}

async function byPassword(dependencies: LoginDependencies, credentials: Credentials): Promise<Identified | Refusal> {
  const { login, password, source } = credentials;
  if (login === '' || login.includes('\0') || password.includes('\0')) return { refusal: texts.empty };
  const directory = /^ldap-(\d+)$/.exec(source)?.[1];
  if (source !== '' && source !== 'local' && directory === undefined) return { refusal: '' };
  const accounts = await accountsByLogin(dependencies.db, login);
  if (directory === undefined) {
    const local = accounts.filter(({ authtype, auths_id }) => authtype === authTypes.local && auths_id === 0);
    const account = local.length === 1 ? local[0] : undefined;
    if (await passwordMatches(password, account?.password ?? null)) return { account: account!, by: 'password' };
    if (source === 'local' || account) return { refusal: texts.incorrect };
  }
  const inDirectory = accounts.filter(
    ({ authtype, auths_id }) =>
      authtype === authTypes.ldap && (directory === undefined || auths_id === Number(directory)),
  );
  const account = inDirectory.length === 1 ? inDirectory[0] : undefined;
  if (!account) {
    const asked = directory === undefined || (await dependencies.directories.has(Number(directory)));
    return { refusal: asked ? texts.incorrect : '' };
  }
  switch (await dependencies.directories.check(account.auths_id, login, password)) {
    case 'accepted':
      return { account, by: 'directory' };
    case 'unreachable':
      return { refusal: texts.unreachable };
    case 'refused':
      return { refusal: texts.incorrect };
    case 'no directory':
      return { refusal: directory === undefined ? texts.incorrect : '' };
  }
}

/**
 * Updates the account as a login does (S4.2, S4.3), and the rights that rules give it (S4.4).
 * @returns whether the account may be used
 */
async function noteIdentified(dependencies: LoginDependencies, { account, by }: Identified): Promise<boolean> {
  const { db, settings, entities } = dependencies;
  // An upgrade of the hash is attempted as the account's own work, which shows in the history although it fails (S3.3).
  const ownWork = by === 'password' && account.password !== null && isDatedHash(account.password);
  const userName = ownWork ? `${friendlyName(account)} (${account.id})` : dependencies.historyName;
  const closed = await noteLogin(db, settings, account, userName);
  if (by === 'password') await renewAssignedRights(db, entities, { account, userName });
  return account.usable === 1 && !closed;
}
