import { type Db, openDatabase } from '../../src/database/database.ts';
import { type TestApp, testApp } from '../support/app.ts';

/** The demo site with notifications by mail switched on. */
export interface MailSite extends TestApp {
  readonly db: Db;
  /** A notification about an event, with one text; its id. */
  notification(
    itemtype: string,
    event: string,
    targets: readonly (readonly [type: number, of: number])[],
    text?: Text,
  ): Promise<number>;
  set(settings: Readonly<Record<string, string>>): Promise<void>;
  queue(): Promise<Queued[]>;
}

interface Text {
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly entity?: number;
  readonly recursive?: number;
  /** Whether answers are welcome; 1 unless said. */
  readonly answerable?: number;
  /** `mailing` unless said. */
  readonly mode?: string;
  readonly css?: string;
  readonly language?: string;
}

export interface Queued {
  readonly id: number;
  readonly itemtype: string;
  readonly items_id: number;
  readonly entities_id: number;
  readonly event: string;
  readonly mode: string;
  readonly recipient: string;
  readonly name: string;
  readonly body_text: string;
  readonly body_html: string | null;
  readonly messageid: string;
  readonly sent_try: number;
  readonly is_deleted: number;
  readonly sent_time: string | null;
}

export async function mailSite(env: Record<string, string> = {}): Promise<MailSite> {
  const app = await testApp(env);
  const database = openDatabase({ url: app.database.url, poolSize: 2, connectTimeout: 5000, queryTimeout: 0 });
  const { db } = database;
  const set: MailSite['set'] = async (settings) => {
    for (const [name, value] of Object.entries(settings)) {
      await db.deleteFrom('glpi_configs').where('context', '=', 'core').where('name', '=', name).execute();
      await db.insertInto('glpi_configs').values({ context: 'core', name, value }).execute();
    }
    // A server may use settings for a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
  };
  await db.deleteFrom('glpi_notifications').execute();
  await set({
    use_notifications: '1',
    notifications_mailing: '1',
    admin_email: 'desk@harbour-foods.example',
    url_base: 'https://desk.example',
    mailing_signature: 'The desk',
    notification_to_myself: '1',
  });
  return {
    ...app,
    db,
    set,
    async notification(
      itemtype,
      event,
      targets,
      { entity = 0, recursive = 1, answerable = 1, mode = 'mailing', css, language = '', ...text } = {},
    ) {
      const insert = async (table: string, values: Record<string, unknown>): Promise<number> =>
        Number((await db.insertInto(table).values(values).executeTakeFirstOrThrow()).insertId);
      const id = await insert('glpi_notifications', {
        name: event,
        itemtype,
        event,
        entities_id: entity,
        is_recursive: recursive,
        is_active: 1,
        allow_response: answerable,
      });
      const template = await insert('glpi_notificationtemplates', { name: event, itemtype, css });
      await insert('glpi_notificationtemplatetranslations', {
        notificationtemplates_id: template,
        language,
        subject: text.subject ?? '##ticket.action##',
        content_text: text.text ?? '##ticket.title##',
        content_html: text.html ?? null,
      });
      await insert('glpi_notifications_notificationtemplates', {
        notifications_id: id,
        notificationtemplates_id: template,
        mode,
      });
      for (const [type, of] of targets) {
        await insert('glpi_notificationtargets', { notifications_id: id, type, items_id: of });
      }
      return id;
    },
    queue: () => db.selectFrom('glpi_queuednotifications').selectAll().orderBy('id').execute() as Promise<Queued[]>,
    async close() {
      await database.close();
      await app.close();
    },
  };
}
