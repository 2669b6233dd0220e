import { friendlyName } from '../auth/account.ts';
import type { Identified } from '../auth/login.ts';
import { equalsSetting, passwordExpired } from '../auth/login-account.ts';
import type { Db } from '../database/database.ts';
import { usableTimeZone } from '../database/time-zone.ts';
import type { EntityTree } from '../entities/entity-tree.ts';
import { preferenceNames } from '../settings/preferences.ts';
import type { Settings } from '../settings/settings.ts';
import type { Translations } from '../text/translations.ts';
import { firstActiveEntities } from './active-entities.ts';
import { visibleGroups } from './groups.ts';
import { loadActiveProfile, profilesOf } from './profiles.ts';
import type { SessionData } from './session.ts';

export interface NewSessionDependencies {
  readonly db: Db;
  readonly settings: Settings;
  readonly translations: Translations;
  readonly entities: EntityTree;
  /** Sessions work in their users' time zones (S14). */
  readonly timeZones: boolean;
}

const DEFAULT_LANGUAGE = 'en_GB';

/**
 * What a session holds after a login (sessions S5, S8).
 * @returns undefined when the user has no profile to work with
 */
export async function newSession(
  dependencies: NewSessionDependencies,
  { account, by }: Identified,
): Promise<SessionData | undefined> {
  const { db, settings, translations, entities } = dependencies;
  const expired = passwordExpired(settings, account);
  const profiles = await profilesOf(db, account.id);
  const chosen = profiles.find(({ id }) => id === account.profiles_id) ?? profiles[0];
  if (!chosen) return undefined;
  const language = account.language || settings.text('language') || DEFAULT_LANGUAGE;
  const profile = expired ? null : await loadActiveProfile(db, chosen);
  if (profile === undefined) return undefined;
  const active =
    profile && firstActiveEntities(entities, profile.entities, account.entities_id, translations.in(language));
  return {
    user: {
      id: account.id,
      name: account.name,
      realname: account.realname,
      firstname: account.firstname,
      friendlyName: friendlyName(account),
      external: by === 'password' ? 0 : 1,
      authtype: account.authtype,
      defaultEntity: account.entities_id,
      timeZone: account.timezone,
    },
    preferences: preferencesOf(settings, account),
    profiles: expired ? [] : profiles,
    activeProfile: profile,
    entities: active,
    groups: await visibleGroups(db, account.id, active),
    language,
    timeZone: dependencies.timeZones ? await usableTimeZone(db, account.timezone || settings.text('timezone')) : null,
    byPassword: by !== 'token',
    passwordExpired: expired,
    useMode: account.use_mode,
    openedAt: Math.floor(Date.now() / 1000),
  };
}

/** The user's own values, those of the general setup where there is none or the login has just dropped it (S8.2, S4.3). */
function preferencesOf(settings: Settings, account: Identified['account']): Record<string, string | number | null> {
  const preferences: Record<string, string | number | null> = {};
  for (const name of preferenceNames) {
    const own = equalsSetting(settings, account, name) ? null : account[name];
    preferences[name] = own ?? settings.text(name);
  }
  const most = settings.text('list_limit_max');
  if (most !== null && Number(preferences.list_limit) > Number(most)) preferences.list_limit = most;
  return preferences;
}
