// biome-ignore-all format: the rows are packed, so that they are seen at a glance
import type { Rows } from '../rows.ts';

/** Root, whose settings everything inherits. */
const root = {
  id: 0, name: 'Root entity', entities_id: null, completename: 'Root entity', level: 1, cartridges_alert_repeat: 0,
  consumables_alert_repeat: 0, use_licenses_alert: 0, send_licenses_alert_before_delay: 0, use_certificates_alert: 0,
  send_certificates_alert_before_delay: 0, certificates_alert_repeat_interval: 0, use_contracts_alert: 0,
  send_contracts_alert_before_delay: 0, use_infocoms_alert: 0, send_infocoms_alert_before_delay: 0,
  use_reservations_alert: 0, use_domains_alert: 0, send_domains_alert_close_expiries_delay: 30,
  send_domains_alert_expired_delay: 1, autoclose_delay: -10, autopurge_delay: -10, notclosed_delay: 0,
  calendars_strategy: 0, auto_assign_mode: -10, tickettype: 1, inquest_config: 1, inquest_delay: 0,
  autofill_warranty_date: '0', autofill_use_date: '0', autofill_buy_date: '0', autofill_delivery_date: '0',
  autofill_order_date: '0', tickettemplates_strategy: 0, tickettemplates_id: 1, changetemplates_strategy: 0,
  changetemplates_id: 1, problemtemplates_strategy: 0, problemtemplates_id: 1, entities_strategy_software: -10,
  default_contract_alert: 0, default_infocom_alert: 0, default_cartridges_alarm_threshold: 10,
  default_consumables_alarm_threshold: 10, delay_send_emails: 0, is_notif_enable_default: 1,
  autofill_decommission_date: '0', suppliers_as_private: 0, anonymize_support_agents: 0, display_users_initials: 1,
  contracts_strategy_default: 0, enable_custom_css: 0, custom_css_code: '', transfers_strategy: 0,
};

/** The users that every installation begins with; change their passwords on a real one. The fifth runs automatic actions. */
const users: [name: string, password: string, language: string | null, listLimit: number | null, realname: string | null][] = [
  ['glpi', '$2y$10$sKt2sWN6165.shat6qmeGer3LMNGiJP6Ayf7A/qNee/jsCTH5NZ0i', null, 20, null], // glpi
  ['post-only', '$2y$10$BvWGq7RSo5a3rvnoErqX1.bKmX9ox3cHLiQcDpoFhcm4zM5WzEIXW', 'en_GB', 20, null], // postonly
  ['tech', '$2y$10$rxb3v8/DmWpi8UHPgkFWV.zWZAzcIkUqMGNPWxKEO7emKy8fx0RSW', 'en_GB', 20, null], // tech
  ['normal', '$2y$10$0KyDp3tdDqZa/7Ibxmg6luM51xc6lCgAapY8w9VdmFDs1Srg0QbLC', 'en_GB', 20, null], // normal
  ['glpi-system', '', null, null, 'Support'],
];

/** The root entity, the default users with their profiles, and an API client for this machine. */
export const userRows: Rows[] = [
  { table: 'glpi_entities', columns: Object.keys(root).join(', '), rows: [Object.values(root)] },
  {
    table: 'glpi_users',
    columns: 'id, name, password, language, list_limit, realname, authtype',
    rows: users.map(([name, password, language, listLimit, realname], index) => [index + 2, name, password, language, listLimit, realname, 1]),
  },
  {
    table: 'glpi_profiles_users',
    columns: 'id, users_id, profiles_id, is_recursive',
    rows: [[2, 2, 4, 1], [3, 3, 1, 1], [4, 4, 6, 1], [5, 5, 2, 1]],
  },
  {
    table: 'glpi_apiclients',
    columns: 'name, is_recursive, is_active, ipv4_range_start, ipv4_range_end, ipv6, dolog_method',
    rows: [['full access from localhost', 1, 1, 0x7f000001, 0x7f000001, '::1', 0]],
  },
];
