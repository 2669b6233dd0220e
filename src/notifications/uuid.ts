import { randomBytes } from 'node:crypto';
import { Action } from '../behaviours/history-actions.ts';
import type { Occasion } from './occasion.ts';

const NAME = 'notification_uuid';
const LENGTH = 40;
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** What tells this GLPI's mails from another's; made when the first one needs it (notifications 6). */
export async function notificationUuid(o: Occasion): Promise<string> {
  const { db } = o;
  const known = o.settings.text(NAME) ?? (await stored(o));
  if (known) return known;
  const uuid = [...randomBytes(LENGTH)].map((byte) => letters[byte % letters.length]).join('');
  const { numInsertedOrUpdatedRows: made } = await db
    .insertInto('glpi_configs')
    .ignore()
    .values({ context: 'core', name: NAME, value: uuid })
    .executeTakeFirstOrThrow();
  o.site.settings.forget();
  if (made === 0n) return (await stored(o)) ?? uuid;
  await noteInHistory(o, uuid);
  return uuid;
}

async function stored({ db }: Occasion): Promise<string | undefined> {
  const row = await db
    .selectFrom('glpi_configs')
    .select('value')
    .where('context', '=', 'core')
    .where('name', '=', NAME)
    .executeTakeFirst();
  return row?.value || undefined;
}

async function noteInHistory({ db, now, authorName }: Occasion, uuid: string): Promise<void> {
  await db
    .insertInto('glpi_logs')
    .values({
      itemtype: 'Config',
      items_id: 1,
      itemtype_link: '',
      linked_action: Action.change,
      user_name: authorName,
      date_mod: now.sql,
      id_search_option: 1,
      old_value: `${NAME} `,
      new_value: uuid,
    })
    .execute();
}
