/** Which notifications an event fires, and with which texts (notifications 1, 3, 5). */
import type { Row } from '../database/database.ts';
import type { Settings } from '../settings/settings.ts';
import type { Occasion, Raised } from './occasion.ts';

/** Whom a notification goes to: `type` and `items_id` of `glpi_notificationtargets`. */
export interface Target {
  readonly type: number;
  readonly of: number;
}

/** A text in one language, `''` for any. */
export interface TemplateText {
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Firing {
  readonly mode: Mode;
  readonly template: number;
  readonly css: string;
  /** Answers by mail are welcome. */
  readonly answerable: boolean;
  readonly targets: readonly Target[];
  readonly texts: readonly TemplateText[];
}

/** How people are told: by mail, or by their browser, which GLPI's pages show the queued rows. */
export const MAILING = 'mailing';
export const BROWSER = 'ajax';
export type Mode = typeof MAILING | typeof BROWSER;

/** The ways of telling that are switched on. */
export const activeModes = (settings: Settings): Mode[] =>
  settings.on('use_notifications')
    ? ([MAILING, BROWSER] as const).filter((mode) => settings.on(`notifications_${mode}`))
    : [];

/** Whether anybody is told of anything by mail. */
export const mailsAreOn = (settings: Settings): boolean => activeModes(settings).includes(MAILING);

/** The active notifications about an event in an entity, the deepest entity's first. */
export async function firings(o: Occasion, raised: Raised, entity: number): Promise<Firing[]> {
  const tree = await o.site.entities.get();
  const chain = [entity, ...tree.ancestors(entity).toReversed()];
  const found: Row[] = await o.db
    .selectFrom('glpi_notifications as n')
    .innerJoin('glpi_notifications_notificationtemplates as link', 'link.notifications_id', 'n.id')
    .innerJoin('glpi_notificationtemplates as t', 't.id', 'link.notificationtemplates_id')
    .select(['n.id', 'n.entities_id', 'n.is_recursive', 'n.allow_response', 't.id as template', 't.css', 'link.mode'])
    .where('n.itemtype', '=', raised.itemtype)
    .where('n.event', '=', raised.event)
    .where('n.is_active', '=', 1)
    .where('n.entities_id', 'in', chain)
    .where('link.mode', 'in', activeModes(o.settings))
    .orderBy('n.id')
    .orderBy('link.id')
    .execute();
  const inForce = found.filter((row) => row.entities_id === entity || row.is_recursive === 1);
  if (inForce.length === 0) return [];
  const targets: Row[] = await o.db
    .selectFrom('glpi_notificationtargets')
    .select(['notifications_id', 'type', 'items_id'])
    .where(
      'notifications_id',
      'in',
      inForce.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  const texts: Row[] = await o.db
    .selectFrom('glpi_notificationtemplatetranslations')
    .selectAll()
    .where(
      'notificationtemplates_id',
      'in',
      inForce.map(({ template }) => template),
    )
    .orderBy('id')
    .execute();
  const depth = (row: Row): number => chain.indexOf(Number(row.entities_id));
  return inForce
    .sort((a, b) => depth(a) - depth(b) || Number(a.id) - Number(b.id))
    .map((row) => ({
      mode: row.mode as Mode,
      template: Number(row.template),
      css: String(row.css ?? ''),
      answerable: row.allow_response === 1,
      targets: targets
        .filter((one) => one.notifications_id === row.id)
        .map((one) => ({ type: Number(one.type), of: Number(one.items_id) })),
      texts: texts
        .filter((one) => one.notificationtemplates_id === row.template)
        .map((one) => ({
          language: String(one.language ?? ''),
          subject: String(one.subject ?? ''),
          text: String(one.content_text ?? ''),
          html: String(one.content_html ?? ''),
        })),
    }));
}

/** The text for a language, else the one for any. */
export const textFor = ({ texts }: Firing, language: string): TemplateText | undefined =>
  texts.find((one) => one.language === language) ?? texts.find((one) => one.language === '');
