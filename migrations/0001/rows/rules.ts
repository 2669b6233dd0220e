// biome-ignore-all format: the rules are packed, so that they are seen at a glance
import type { Rows, Value } from '../rows.ts';

/** A rule with what it asks ('criteria condition pattern', between semicolons) and does ('type field value'). */
interface Rule {
  fields: Record<string, Value>;
  criteria: string;
  action: string;
}

function rule(sub_type: string, ranking: number, name: string, uuid: string, criteria: string, action: string, other: Record<string, Value> = {}): Rule {
  return { fields: { sub_type, ranking, name, uuid, match: 'AND', is_active: 1, is_recursive: 1, description: '', comment: '', condition: 0, ...other }, criteria, action };
}

const IMPORT = 'assign _inventory 0';
const REFUSE = 'assign _ignore_import 1';

/** How inventories find the asset that they speak of, in order: name, uuid, criteria, action. */
const importRules: [name: string, uuid: string, criteria: string, action: string, inactive?: 'inactive'][] = [
  ['No creation on partial import', 'no_creation_on_partial_import', 'partial 0 1; itemtype 9 1', REFUSE],
  ['Global update (by mac+ifnumber restricted port)', 'global_update_mac_ifnumber_restricted_port',
    'itemtype 9 1; mac 10 1; mac 8 1; ifnumber 10 1; ifnumber 8 1; link_criteria_port 203 1', IMPORT],
  ['Global update (by mac+ifnumber not restricted port)', 'global_update_mac_ifnumber_no_restricted_port',
    'itemtype 9 1; mac 10 1; mac 8 1; ifnumber 10 1; ifnumber 8 1', IMPORT],
  ['Global import (by mac+ifnumber)', 'global_import_mac_ifnumber', 'itemtype 9 1; mac 8 1; ifnumber 8 1', IMPORT],
  ['Global update (by ip+ifdescr restricted port)', 'global_update_mac_ifdescr_restricted_port',
    'itemtype 9 1; ip 10 1; ip 8 1; ifdescr 10 1; ifdescr 8 1; link_criteria_port 203 1', IMPORT],
  ['Global update (by ip+ifdescr not restricted port)', 'global_update_ip_ifdescr_no_restricted_port',
    'itemtype 9 1; ip 10 1; ip 8 1; ifdescr 10 1; ifdescr 8 1', IMPORT],
  ['Global import (by ip+ifdescr)', 'global_import_ip_ifdescr', 'itemtype 9 1; ip 8 1; ifdescr 8 1', IMPORT],
  ['Update only mac address (mac on switch port)', 'update_only_mac_adress',
    'itemtype 9 1; mac 10 1; mac 8 1; only_these_criteria 204 1', IMPORT],
  ['Import only mac address (mac on switch port)', 'import_only_mac_adress',
    'itemtype 9 1; mac 8 1; only_these_criteria 204 1', IMPORT],
  ['Computer constraint (name)', 'computer_constraint_name', 'itemtype 0 Computer; name 9 1', REFUSE],
  ['Computer update (by serial + uuid)', 'computer_update_serial_uuid',
    'itemtype 0 Computer; serial 10 1; serial 8 1; uuid 10 1; uuid 8 1', IMPORT],
  ['Computer update (by serial + uuid is empty in GLPI)', 'computer_update_serial_uuid_empty',
    'itemtype 0 Computer; serial 10 1; serial 8 1; uuid 30 1', IMPORT],
  ['Computer import (by serial + uuid)', 'computer_import_serial_uuid',
    'itemtype 0 Computer; uuid 8 1; serial 8 1', IMPORT],
  ['Computer update (by serial)', 'computer_update_serial', 'itemtype 0 Computer; serial 10 1; serial 8 1', IMPORT],
  ['Computer update (by uuid)', 'computer_update_uuid', 'itemtype 0 Computer; uuid 10 1; uuid 8 1', IMPORT, 'inactive'],
  ['Computer update (by mac)', 'computer_update_mac', 'itemtype 0 Computer; mac 10 1; mac 8 1', IMPORT, 'inactive'],
  ['Computer update (by name)', 'computer_update_name', 'itemtype 0 Computer; name 10 1; name 8 1', IMPORT],
  ['Computer import (by serial)', 'computer_import_serial', 'itemtype 0 Computer; serial 8 1', IMPORT],
  ['Computer import (by uuid)', 'computer_import_uuid', 'itemtype 0 Computer; uuid 8 1', IMPORT, 'inactive'],
  ['Computer import (by mac)', 'computer_import_mac', 'itemtype 0 Computer; mac 8 1', IMPORT, 'inactive'],
  ['Computer import (by name)', 'computer_import_name', 'itemtype 0 Computer; name 8 1', IMPORT],
  ['Computer import denied', 'computer_import_denied', 'itemtype 0 Computer', REFUSE],
  ['Printer constraint (name)', 'printer_constraint_name', 'itemtype 0 Printer; name 9 1', REFUSE],
  ['Printer update (by serial)', 'printer_update_serial', 'itemtype 0 Printer; serial 8 1; serial 10 1', IMPORT],
  ['Printer update (by mac)', 'printer_update_mac', 'itemtype 0 Printer; mac 8 1; mac 10 1', IMPORT, 'inactive'],
  ['Printer import (by serial)', 'printer_import_serial', 'itemtype 0 Printer; serial 8 1', IMPORT],
  ['Printer import (by mac)', 'printer_import_mac', 'itemtype 0 Printer; mac 8 1', IMPORT, 'inactive'],
  ['Printer import denied', 'printer_import_denied', 'itemtype 0 Printer', REFUSE],
  ['NetworkEquipment constraint (name)', 'networkequipment_constraint_name',
    'itemtype 0 NetworkEquipment; name 9 1', REFUSE],
  ['NetworkEquipment update (by serial)', 'networkequipment_update_serial',
    'itemtype 0 NetworkEquipment; serial 8 1; serial 10 1', IMPORT],
  ['NetworkEquipment update (by mac)', 'networkequipment_update_mac',
    'itemtype 0 NetworkEquipment; mac 8 1; mac 10 1', IMPORT, 'inactive'],
  ['NetworkEquipment import (by serial)', 'networkequipment_import_serial',
    'itemtype 0 NetworkEquipment; serial 8 1', IMPORT],
  ['NetworkEquipment import (by mac)', 'networkequipment_import_mac',
    'itemtype 0 NetworkEquipment; mac 8 1', IMPORT, 'inactive'],
  ['NetworkEquipment import denied', 'networkequipment_import_denied', 'itemtype 0 NetworkEquipment', REFUSE],
  ['Device update (by serial)', 'device_update_serial', 'itemtype 0 Peripheral; serial 8 1; serial 10 1', IMPORT],
  ['Device import (by serial)', 'device_importe_serial', 'itemtype 0 Peripheral; serial 8 1', IMPORT],
  ['Device import denied', 'device_import_denied', 'itemtype 0 Peripheral', REFUSE],
  ['Monitor update (by serial)', 'monitor_update_serial', 'itemtype 0 Monitor; serial 8 1; serial 10 1', IMPORT],
  ['Monitor import (by serial)', 'monitor_import_serial', 'itemtype 0 Monitor; serial 8 1', IMPORT],
  ['Monitor import denied', 'monitor_import_denied', 'itemtype 0 Monitor', REFUSE],
  ['Phone constraint (name)', 'phone_constraint_name', 'itemtype 0 Phone; name 9 1', REFUSE],
  ['Phone update (by serial + uuid)', 'phone_update_serial_uuid',
    'itemtype 0 Phone; serial 10 1; serial 8 1; uuid 10 1; uuid 8 1', IMPORT],
  ['Phone update (by serial + uuid is empty in GLPI)', 'phone_update_serial_uuid_empty',
    'itemtype 0 Phone; serial 10 1; serial 8 1; uuid 30 1', IMPORT],
  ['Phone import (by serial + uuid)', 'phone_import_serial_uuid', 'itemtype 0 Phone; uuid 8 1; serial 8 1', IMPORT],
  ['Phone update (by serial)', 'phone_update_serial', 'itemtype 0 Phone; serial 10 1; serial 8 1', IMPORT],
  ['Phone update (by uuid)', 'phone_update_uuid', 'itemtype 0 Phone; uuid 10 1; uuid 8 1', IMPORT, 'inactive'],
  ['Phone update (by mac)', 'phone_update_mac', 'itemtype 0 Phone; mac 10 1; mac 8 1', IMPORT, 'inactive'],
  ['Phone update (by name)', 'phone_update_name', 'itemtype 0 Phone; name 10 1; name 8 1', IMPORT],
  ['Phone import (by serial)', 'phone_import_serial', 'itemtype 0 Phone; serial 8 1', IMPORT],
  ['Phone import (by uuid)', 'phone_import_uuid', 'itemtype 0 Phone; uuid 8 1', IMPORT, 'inactive'],
  ['Phone import (by mac)', 'phone_import_mac', 'itemtype 0 Phone; mac 8 1', IMPORT, 'inactive'],
  ['Phone import (by name)', 'phone_import_name', 'itemtype 0 Phone; name 8 1', IMPORT],
  ['Phone import denied', 'phone_import_denied', 'itemtype 0 Phone', REFUSE],
  ['Cluster update (by uuid)', 'cluster_update_uuid', 'itemtype 0 Cluster; uuid 8 1; uuid 10 1', IMPORT],
  ['Cluster import (by uuid)', 'cluster_import_uuid', 'itemtype 0 Cluster; uuid 8 1', IMPORT],
  ['Cluster import denied', 'cluster_import_denied', 'itemtype 0 Cluster', REFUSE],
  ['Enclosure update (by serial)', 'enclosure_update_serial', 'itemtype 0 Enclosure; serial 8 1; serial 10 1', IMPORT],
  ['Enclosure import (by serial)', 'enclosure_import_serial', 'itemtype 0 Enclosure; serial 8 1', IMPORT],
  ['Enclosure import denied', 'enclosure_import_denied', 'itemtype 0 Enclosure', REFUSE],
  ['Global constraint (name)', 'global_constraint_name', 'name 9 1', REFUSE],
  ['Global update (by serial)', 'global_update_serial', 'serial 8 1; serial 10 1', IMPORT],
  ['Global update (by mac)', 'global_update_mac', 'mac 8 1; mac 10 1', IMPORT, 'inactive'],
  ['Global import (by serial)', 'global_import_serial', 'serial 8 1', IMPORT],
  ['Global import (by mac)', 'global_import_mac', 'mac 8 1', IMPORT, 'inactive'],
  ['Global import denied', 'global_import_denied', 'itemtype 0 ', REFUSE],
  ['Database update (by name)', 'database_update_name',
    'itemtype 0 DatabaseInstance; name 8 1; name 10 1; linked_item 10 1', IMPORT],
  ['Database import (by name)', 'database_import_name', 'itemtype 0 DatabaseInstance; name 8 1', IMPORT],
  ['Database import denied', 'database_import_denied', 'itemtype 0 DatabaseInstance', REFUSE],
  ['Unmanaged update (by name)', 'unmanaged_update_name', 'itemtype 0 Unmanaged; name 8 1; name 10 1', IMPORT],
  ['Unmanaged import (by name)', 'unmanaged_import_name', 'itemtype 0 Unmanaged; name 8 1', IMPORT],
  ['Unmanaged import denied', 'unmanaged_import_denied', 'itemtype 0 Unmanaged', REFUSE],
];

const LINUX = '/(AlmaLinux|Amazon Linux|CentOS|Debian|Fedora|Oracle|Red Hat|Rocky|SUSE|SunOS|Ubuntu)\\D*([\\d.]*) ?\\(?([\\w ]*)\\)?/';
const WINDOWS = '/(Microsoft)\\W* (Windows) (XP|Vista|[\\d.]+)(™)? ?(.*)/';
const WINDOWS_SERVER = '/(Microsoft)\\W* (Windows|Hyper-V)\\W* (Server)\\W* (\\d{4}(?: R2)?)[,\\s]*(.*)/';

const rules: Rule[] = [
  ...importRules.map(([name, uuid, criteria, action, inactive], index) =>
    rule('RuleImportAsset', index + 1, name, `glpi_rule_import_asset_${uuid}`, criteria, action, inactive ? { is_active: 0 } : {})),
  rule('RuleMailCollector', 3, 'Root', 'glpi_rule_mail_collector_root',
    'subject 6 /.*/', 'assign entities_id 0', { match: 'OR', is_recursive: 0 }),
  rule('RuleMailCollector', 1, 'X-Auto-Response-Suppress', 'glpi_rule_mail_collector_x_auto_response_suppress',
    'x-auto-response-suppress 6 /\\S+/', 'assign _refuse_email_no_response 1', { is_active: 0, description: 'Leaves out automatic answers (X-Auto-Response-Suppress)' }),
  rule('RuleMailCollector', 2, 'Auto-Reply Auto-Submitted', 'glpi_rule_mail_collector_auto_reply_auto_submitted',
    'auto-submitted 6 /^(?!.*no).+$/i', 'assign _refuse_email_no_response 1', { match: 'OR', description: 'Leaves out automatic answers (Auto-Submitted)' }),
  rule('RuleRight', 1, 'Root', 'glpi_rule_right_root',
    'TYPE 0 3; TYPE 0 2', 'assign entities_id 0', { match: 'OR', is_recursive: 0 }),
  rule('RuleSoftwareCategory', 1, 'Import category from inventory tool', 'glpi_rule_rule_software_category_import_category_from_inventory_tool',
    'name 0 *', 'assign _import_category 1', { is_active: 0, condition: 1 }),
  rule('RuleTicket', 1, 'Ticket location from item', 'glpi_rule_rule_ticket_location_from_item',
    'locations_id 9 1; _locations_id_of_item 8 1', 'fromitem locations_id 1', { is_active: 0, condition: 1 }),
  rule('RuleTicket', 2, 'Ticket location from user', 'glpi_rule_rule_ticket_location_from_user',
    'locations_id 9 1; _locations_id_of_requester 8 1', 'fromuser locations_id 1', { is_active: 0, condition: 1 }),
  rule('RuleAsset', 1, 'Domain user assignation', 'glpi_rule_rule_asset_domain_user_assignation',
    '_itemtype 0 Computer; _auto 0 1; contact 6 /(.*)@/', 'regex_result _affect_user_by_regex #0', { condition: 3 }),
  rule('RuleAsset', 2, 'Multiple users: assign to the first', 'glpi_rule_rule_asset_multiple_user_assign_to_first',
    '_itemtype 0 Computer; _auto 0 1; contact 6 /(.*)[,|\\/]/', 'regex_result _affect_user_by_regex #0', { condition: 3 }),
  rule('RuleAsset', 3, 'One user assignation', 'glpi_rule_rule_asset_one_user_assignation',
    '_itemtype 0 Computer; _auto 0 1; contact 6 /(.*)/', 'regex_result _affect_user_by_regex #0', { condition: 3 }),
  rule('RuleDictionnaryOperatingSystem', 1, 'Clean Linux OS Name', 'clean_linux_os_name',
    `os_name 6 ${LINUX}`, 'append_regex_result name #0', { is_active: 0 }),
  rule('RuleDictionnaryOperatingSystem', 2, 'Clean Windows OS Name', 'clean_windows_os_name',
    `os_name 6 ${WINDOWS}`, 'append_regex_result name #1', { is_active: 0 }),
  rule('RuleDictionnaryOperatingSystem', 3, 'Clean Windows Server OS Name', 'clean_windows_server_os_name',
    `os_name 6 ${WINDOWS_SERVER}`, 'append_regex_result name #1 #2', { is_active: 0 }),
  rule('RuleDictionnaryOperatingSystemVersion', 1, 'Clean Linux OS Version', 'clean_linux_os_version',
    `os_name 6 ${LINUX}`, 'append_regex_result name #1', { is_active: 0 }),
  rule('RuleDictionnaryOperatingSystemVersion', 2, 'Clean Windows OS Version', 'clean_windows_os_version',
    `os_name 6 ${WINDOWS}`, 'append_regex_result name #2', { is_active: 0 }),
  rule('RuleDictionnaryOperatingSystemVersion', 3, 'Clean Windows Server OS Version', 'clean_windows_server_os_version',
    `os_name 6 ${WINDOWS_SERVER}`, 'append_regex_result name #3', { is_active: 0 }),
  rule('RuleDictionnaryOperatingSystemEdition', 1, 'Clean Linux OS Edition', 'clean_linux_os_edition',
    `os_name 6 ${LINUX}`, 'append_regex_result name #2', { is_active: 0 }),
  rule('RuleDictionnaryOperatingSystemEdition', 2, 'Clean Windows OS Edition', 'clean_windows_os_edition',
    `os_name 6 ${WINDOWS}`, 'append_regex_result name #4', { is_active: 0 }),
  rule('RuleDictionnaryOperatingSystemEdition', 3, 'Clean Windows Server OS Edition', 'clean_windows_server_os_edition',
    `os_name 6 ${WINDOWS_SERVER}`, 'append_regex_result name #4', { is_active: 0 }),
];

/** The first words of each part, the rest in the last column: a pattern may hold blanks. */
function parts(text: string, rulesId: number): Value[][] {
  return text.split('; ').map((part) => {
    const [, first, second, rest] = /^(\S+) (\S+) (.*)$/.exec(part)!;
    return [rulesId, first!, second!, rest!];
  });
}

/** The rules of an installation. */
export const ruleRows: Rows[] = [
  {
    table: 'glpi_rules',
    columns: Object.keys(rules[0]!.fields).join(', '),
    stamped: true,
    rows: rules.map(({ fields }) => Object.values(fields)),
  },
  {
    table: 'glpi_rulecriterias',
    columns: 'rules_id, criteria, condition, pattern',
    rows: rules.flatMap(({ criteria }, index) => parts(criteria, index + 1)),
  },
  {
    table: 'glpi_ruleactions',
    columns: 'rules_id, action_type, field, value',
    rows: rules.flatMap(({ action }, index) => parts(action, index + 1)),
  },
];
