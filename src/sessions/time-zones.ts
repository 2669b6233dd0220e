import type { Site } from '../context.ts';
import { usableTimeZone } from '../database/time-zone.ts';
import type { Settings } from '../settings/settings.ts';
import type { SessionData } from './session.ts';

/** The time zones that sessions work in (sessions S14). */
export class TimeZones {
  readonly #site: Site;
  /** The zone of the general setup that was asked for last, and whether it can be used. */
  #checked: { readonly name: string; readonly usable: Promise<string | null> } | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  /** The session in its user's zone, which it keeps from the login on, else in the one that the general setup has now. */
  async placed(session: SessionData, settings: Settings): Promise<SessionData> {
    if (session.user.timeZone) return session;
    const timeZone = this.#site.config.databaseTimezones ? await this.#general(settings.text('timezone')) : null;
    return timeZone === session.timeZone ? session : { ...session, timeZone };
  }

  async #general(name: string | null): Promise<string | null> {
    if (!name) return null;
    if (this.#checked?.name !== name) {
      this.#checked = { name, usable: usableTimeZone(this.#site.database.db, name) };
      this.#checked.usable.catch(() => {
        this.#checked = undefined;
      });
    }
    return this.#checked.usable;
  }
}
