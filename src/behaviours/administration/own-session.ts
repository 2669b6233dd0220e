/** What a session takes over from writes to its own user and profile, in requests that may write it (sessions S7.4, S7.6). */

import type { Row } from '../../database/database.ts';
import { usableTimeZone } from '../../database/time-zone.ts';
import { phpIntval, phpText } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { SessionData } from '../../sessions/session.ts';
import { preferenceNames } from '../../settings/preferences.ts';
import type { Change, Input } from '../behaviour.ts';

/** The profile's columns that an open session follows. */
const followedLists = ['helpdesk_item_type', 'managed_domainrecordtypes'];

/**
 * The user's own preferences, as they were sent: also those that the row then leaves to the general setup. To be called
 * before that; `input` is looked at again when all is written, for keys that were dropped meanwhile.
 */
export function takeOverPreferences(w: Writing, input: Input): void {
  const { changeSession } = w.ctx;
  if (!changeSession) return;
  const sent = new Map(
    [...preferenceNames, 'use_mode', 'entities_id'].flatMap((name): [string, string | number][] => {
      const value = input[name];
      const text = phpText(value);
      if (text === undefined || value === undefined || value === null || value === 'NULL') return [];
      return [[name, typeof value === 'number' ? value : text]];
    }),
  );
  if (sent.size === 0) return;
  w.afterCommit(() =>
    changeSession((session) => withPreferences(session, new Map([...sent].filter(([name]) => name in input)))),
  );
}

function withPreferences(session: SessionData, said: ReadonlyMap<string, string | number>): SessionData {
  const preferences = { ...session.preferences };
  for (const name of preferenceNames) {
    const value = said.get(name);
    // What says the same keeps its form: `"15"` isn't replaced by 15.
    if (value !== undefined && String(value) !== String(preferences[name])) preferences[name] = value;
  }
  const useMode = said.get('use_mode');
  const entity = said.get('entities_id');
  return {
    ...session,
    preferences,
    ...(said.has('language') && { language: String(preferences.language) }),
    ...(useMode !== undefined && { useMode: phpIntval(useMode) }),
    ...(entity !== undefined && { user: { ...session.user, defaultEntity: phpIntval(entity) } }),
  };
}

/** The user's own time zone, as the row has it now: that of the requests to come. */
export async function takeOverTimeZone(w: Writing, fields: Row): Promise<void> {
  const { changeSession, session, settings, site } = w.ctx;
  const own = fields.timezone === null ? null : String(fields.timezone);
  if (!changeSession || own === session.user.timeZone) return;
  const wanted = own || settings.text('timezone');
  const timeZone = site.config.databaseTimezones ? await usableTimeZone(w.ctx.db, wanted) : null;
  w.afterCommit(() => changeSession((now) => ({ ...now, timeZone, user: { ...now.user, timeZone: own } })));
}

/** What the active profile says of items for tickets and of domain records; nothing else of it. */
export function takeOverLists(w: Writing, { old, fields, updates }: Change): void {
  const lists = followedLists.filter((column) => updates.has(column));
  if (lists.length === 0) return;
  changeProfile(w, Number(old.id), Object.fromEntries(lists.map((column) => [column, listOf(fields[column])])));
}

/** A right of the active profile. */
export function takeOverRight(w: Writing, { profiles_id: profile, name }: Row, rights: number): void {
  changeProfile(w, Number(profile), { [String(name)]: rights });
}

function changeProfile(w: Writing, id: number, values: Readonly<Record<string, unknown>>): void {
  const { changeSession, session } = w.ctx;
  if (!changeSession || session.activeProfile?.id !== id) return;
  w.afterCommit(() =>
    changeSession((now) =>
      now.activeProfile
        ? { ...now, activeProfile: { ...now.activeProfile, fields: { ...now.activeProfile.fields, ...values } } }
        : now,
    ),
  );
}

function listOf(stored: unknown): unknown {
  if (typeof stored !== 'string' || stored === '') return [];
  try {
    return JSON.parse(stored);
  } catch {
    return [];
  }
}
