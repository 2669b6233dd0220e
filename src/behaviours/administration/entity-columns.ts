import { entitySetting } from '../../catalog/constants.ts';
import { UPDATE } from '../../catalog/right-bits.ts';
import { entityRight } from '../../catalog/single-right-bits.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import type { Table } from '../../database/schema.ts';
import { phpIntval } from '../../http/php-values.ts';
import type { Input } from '../behaviour.ts';

/** What an entity says of its helpdesk: changed with the right to that. */
const helpdeskColumns = new Set([
  'anonymize_support_agents',
  'auto_assign_mode',
  'autoclose_delay',
  'autopurge_delay',
  'calendars_id',
  'calendars_strategy',
  'changetemplates_id',
  'changetemplates_strategy',
  'contracts_id_default',
  'contracts_strategy_default',
  'display_users_initials',
  'inquest_URL',
  'inquest_config',
  'inquest_delay',
  'inquest_duration',
  'inquest_rate',
  'max_closedate',
  'problemtemplates_id',
  'problemtemplates_strategy',
  'suppliers_as_private',
  'tickettemplates_id',
  'tickettemplates_strategy',
  'tickettype',
]);

/** What it says of its mails: changed with the right to notifications. */
const notificationColumns = new Set([
  'admin_email',
  'admin_email_name',
  'cartridges_alert_repeat',
  'certificates_alert_repeat_interval',
  'consumables_alert_repeat',
  'default_cartridges_alarm_threshold',
  'default_consumables_alarm_threshold',
  'default_contract_alert',
  'default_infocom_alert',
  'delay_send_emails',
  'from_email',
  'from_email_name',
  'is_notif_enable_default',
  'mailing_signature',
  'noreply_email',
  'noreply_email_name',
  'notclosed_delay',
  'notification_subject_tag',
  'replyto_email',
  'replyto_email_name',
  'send_certificates_alert_before_delay',
  'send_contracts_alert_before_delay',
  'send_domains_alert_close_expiries_delay',
  'send_domains_alert_expired_delay',
  'send_infocoms_alert_before_delay',
  'send_licenses_alert_before_delay',
  'use_certificates_alert',
  'use_contracts_alert',
  'use_domains_alert',
  'use_infocoms_alert',
  'use_licenses_alert',
  'use_reservations_alert',
]);

/**
 * Drops the columns that the session may not set, silently (items-write W11.11). All but those of helpdesk and mails go
 * with the right to entities; whoever may make one says what it is, too.
 */
export function dropOutOfReach({ rights }: Context, input: Input, isNew: boolean): void {
  const mayHelpdesk = rights.have('entity', entityRight.updateHelpdesk);
  const mayNotify = rights.have('notification', UPDATE);
  const mayRest = isNew || rights.have('entity', UPDATE);
  for (const key of Object.keys(input)) {
    if (key.startsWith('_')) continue;
    const may = helpdeskColumns.has(key) ? mayHelpdesk : notificationColumns.has(key) ? mayNotify : mayRest;
    if (!may) delete input[key];
  }
}

/**
 * A key that an entity can inherit comes with a strategy: an id is the entity's own, anything below nought is the
 * strategy, as the forms send it (items-write W11.11).
 */
export function takeStrategies(input: Input, table: Table | undefined): void {
  for (const [key, value] of Object.entries(input)) {
    const strategy = key.replace(/_id(?=_|$)/, '_strategy');
    if (strategy === key || !table?.columns.has(strategy) || typeof value === 'object') continue;
    const isStrategy = phpIntval(value) < 0;
    input[strategy] = isStrategy ? value : 0;
    if (isStrategy) input[key] = 0;
  }
}

/** Surveys that begin now ask about what is closed from now on. */
export function beginsSurveys(row: Row, input: Input): boolean {
  const begins = (column: string, silent: number): boolean =>
    input[column] !== undefined &&
    phpIntval(input[column]) !== Number(row[column]) &&
    (Number(row[column]) === silent || row.max_closedate === null);
  return begins('inquest_rate', 0) || begins('inquest_config', entitySetting.inherit);
}
