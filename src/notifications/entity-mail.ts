/** What entities say about mails, and inherit (notifications 5.3, 6). */
import { entitySetting } from '../catalog/constants.ts';
import type { Row } from '../database/database.ts';
import { entityRows } from '../entities/inherited-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Occasion } from './occasion.ts';

export interface Address {
  readonly email: string;
  readonly name: string;
}

/** The mail settings in force in an entity. */
export interface EntityMail {
  readonly row: Row | undefined;
  readonly tag: string;
  readonly signature: string;
  /** Minutes until a mail may be sent. */
  readonly delay: number;
  readonly anonymizesAgents: boolean;
  readonly administrator: Address;
  /** Who a mail is from; `answerable`: answers are welcome. */
  sender(answerable: boolean): Address;
  replyTo(answerable: boolean): Address | undefined;
}

const mail = /^[^\s@<>()[\]\\,;:"]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;

/** Whether mails can be sent to it. */
export const isMailAddress = (text: unknown): text is string => typeof text === 'string' && mail.test(text.trim());

/** How mails about what is in an entity are sent, as the entity has or inherits it. */
export async function entityMail({ site, db, settings }: Occasion, entity: number): Promise<EntityMail> {
  const chain = await entityRows({ site, db }, entity);
  const text = (column: string): string => String(chain.find((row) => row[column])?.[column] ?? '');
  const number = (column: string): number =>
    Number(chain.find((row) => Number(row[column]) !== entitySetting.inherit)?.[column] ?? 0);
  const address = (kind: string): Address | undefined => {
    const row = chain.find((one) => one[`${kind}_email`]);
    return row && isMailAddress(row[`${kind}_email`])
      ? { email: String(row[`${kind}_email`]), name: String(row[`${kind}_email_name`] ?? '') }
      : settingAddress(settings, kind);
  };
  const none = { email: '', name: '' };
  return {
    row: chain[0],
    tag: text('notification_subject_tag') || 'GLPI',
    signature: text('mailing_signature') || (settings.text('mailing_signature') ?? ''),
    delay: Math.max(0, number('delay_send_emails')),
    anonymizesAgents: number('anonymize_support_agents') > 0,
    administrator: address('admin') ?? none,
    sender: (answerable) =>
      (answerable ? undefined : address('noreply')) ?? address('from') ?? address('admin') ?? none,
    replyTo: (answerable) => address(answerable ? 'replyto' : 'noreply'),
  };
}

/** An address of the general setup. */
export function settingAddress(settings: Settings, kind: string): Address | undefined {
  const email = settings.text(`${kind}_email`);
  return isMailAddress(email) ? { email, name: settings.text(`${kind}_email_name`) ?? '' } : undefined;
}
