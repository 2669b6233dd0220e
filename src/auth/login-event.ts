import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Settings } from '../settings/settings.ts';
import type { Translate } from '../text/translations.ts';

/** How important logins are; events above the setting `event_loglevel` aren't kept. */
const LEVEL = 3;

/**
 * Notes a login in GLPI's event log (sessions S4.1).
 * @param login as it was sent, without blanks around it
 */
export async function writeLoginEvent(
  db: Db,
  settings: Settings,
  translate: Translate,
  event: { login: string; address: string; succeeded: boolean },
): Promise<void> {
  if (settings.number('event_loglevel') < LEVEL) return;
  const text = event.succeeded ? '%1$s log in from IP %2$s' : 'Failed login for %1$s from IP %2$s';
  await db
    .insertInto('glpi_events')
    .values({
      items_id: 0,
      type: 'system',
      service: 'login',
      level: LEVEL,
      date: sql`NOW()`,
      message: translate(text).replace(/%([12])\$s/g, (_, n) => (n === '1' ? event.login : event.address)),
    })
    .execute();
}
