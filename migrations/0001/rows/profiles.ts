// biome-ignore-all format: the rows are packed, so that they are seen at a glance
import type { Rows } from '../rows.ts';

/** What a helpdesk user may choose as a ticket's item; the text is as GLPI's installation writes it. */
const assignable =
  '["Computer","Monitor","NetworkEquipment","Peripheral","Phone","Printer","Software", "DCRoom", "Rack", "Enclosure", "Database"]';

/** A status matrix that allows no change: JSON, in this order of the statuses. */
function frozen(...statuses: number[]): string {
  const row = (from: number) => statuses.filter((to) => to !== from).map((to) => `"${to}":0`);
  return `{${statuses.map((from) => `"${from}":{${row(from).join(',')}}`).join(',')}}`;
}

/** Not every profile has every right's row. */
const absent = undefined;

/** Right → its bits for profiles 1 to 8. */
const rights: Record<string, (number | undefined)[]> = {
  agent: [0, 0, 0, 19, 0, 0, 0, 0], appliance: [0, 1, 31, 31, 0, 31, 31, 1], backup: [0, 0, 1024, 1045, 0, 0, 0, 1],
  bookmark_public: [0, 0, 23, 23, 0, 0, 0, 1], budget: [0, 33, 127, 127, 0, 96, 96, 33],
  cable_management: [0, 0, 31, 31, 0, 0, 31, 1], calendar: [0, 0, 23, 23, 0, 0, 23, 1],
  cartridge: [0, 33, 127, 255, 0, 127, 127, 33], certificate: [0, 33, 127, 255, 0, 127, 127, 33],
  change: [0, 1057, 1151, 1151, 1054, 1151, 1151, 1057], changevalidation: [0, 1044, 1044, 1044, 20, 20, 1044, 0],
  cluster: [0, 1, 31, 31, 0, 31, 31, 1], computer: [0, 33, 127, 255, 0, 127, 127, 33],
  config: [0, 0, 0, 3, 0, 0, 0, 1], consumable: [0, 33, 127, 255, 0, 127, 127, 33],
  contact_enterprise: [0, 33, 127, 255, 0, 96, 96, 33], contract: [0, 33, 127, 255, 0, 96, 96, 33],
  dashboard: [0, 0, 0, 23, 0, 0, 0, 0], database: [0, 1, 31, 31, 0, 31, 31, 1],
  datacenter: [0, 1, 31, 31, 0, 31, 31, 1], device: [0, 0, 23, 23, 0, 0, 0, 1],
  devicesimcard_pinpuk: [0, 1, 3, 3, 0, 3, 3, 1], document: [0, 33, 127, 255, 0, 127, 127, 33],
  domain: [0, 0, 31, 31, 0, 0, 31, 1], dropdown: [0, 0, 23, 23, 0, 0, 0, 1], entity: [0, 0, 33, 3327, 0, 33, 33, 33],
  externalevent: [0, 1, 1055, 1055, 0, 1, 31, 1], followup: [5, 5, 31767, 31767, 12295, 13319, 31767, 8193],
  global_validation: [0, 0, 0, 0, 0, 0, 0, 0], group: [0, 33, 119, 119, 0, 1, 1, 33],
  infocom: [0, 1, 23, 23, 0, 0, 0, 1], internet: [0, 1, 31, 159, 0, 31, 31, 1],
  inventory: [0, 0, 3073, 3073, 0, 0, 0, 0], itilcategory: [0, 0, 23, 23, 0, 0, 23, 1],
  itilfollowuptemplate: [0, 0, 23, 23, 0, 0, 23, 1], itiltemplate: [0, 0, 23, 23, 0, 1, 23, 1],
  knowbase: [2048, 10241, 14359, 15383, 10240, 14359, 14359, 10241], knowbasecategory: [0, 0, 23, 23, 0, 0, 23, 1],
  license: [0, 33, 127, 255, 0, 127, 127, 33], line: [0, 33, 127, 255, 0, 127, 127, 33],
  lineoperator: [0, 33, 23, 23, 0, 0, 23, 1], link: [0, 1, 23, 159, 0, 0, 0, 1],
  location: [0, 0, 23, 23, 0, 0, 23, 1], locked_field: [0, 0, 0, 6, 0, 0, 0, 0], logs: [0, 0, 1, 1, 0, 0, 1, 1],
  monitor: [0, 33, 127, 255, 0, 127, 127, 33], networking: [0, 33, 127, 255, 0, 127, 127, 33],
  notification: [0, 0, 0, 23, 0, 0, 0, 1], password_update: [1, 1, 1, 1, 1, 1, 1, 0],
  pendingreason: [0, 0, 31, 31, 1, 1, 1, 1], peripheral: [0, 33, 127, 255, 0, 127, 127, 33],
  personalization: [3, 3, 3, 3, 3, 3, 3, 3], phone: [0, 33, 127, 255, 0, 127, 127, 33],
  planning: [0, 1, 3073, 3073, 1, 1, 3073, 3073], printer: [0, 33, 127, 255, 0, 127, 127, 33],
  problem: [0, 1057, 1151, 1151, 1024, 1121, 1151, 1057], profile: [0, 0, 1, 23, 0, 0, 0, 1],
  project: [0, 1025, 1151, 1151, 1151, 1151, 1151, 1057], projecttask: [0, 1025, 1121, 1121, 0, 1025, 1025, 33],
  queuednotification: [0, 0, 0, 31, 0, 0, 0, 1], recurrentchange: [0, 0, 1, 31, 0, 1, 1, 1],
  refusedequipment: [0, 0, 0, 19, 0, 0, 0, 0], reminder_public: [1, 129, 151, 159, 128, 151, 151, 1],
  reports: [0, 1, 1, 1, 0, 1, 1, 1], reservation: [1024, 1025, 1055, 1055, 0, 1055, 1055, 129],
  rssfeed_public: [1, 129, 151, 159, 128, 151, 151, 129], rule_asset: [0, 0, 0, 1047, 0, 0, 0, 0],
  rule_dictionnary_dropdown: [0, 0, 0, 23, 0, 0, 0, 1], rule_dictionnary_printer: [0, 0, 0, 23, 0, 0, 0, 1],
  rule_dictionnary_software: [0, 0, 0, 23, 0, 0, 0, 1], rule_import: [0, 0, 0, 23, 0, 0, 0, 1],
  rule_ldap: [0, 0, 0, 23, 0, 0, 0, 1], rule_location: [0, 0, 0, 23, 0, 0, 0, 1],
  rule_mailcollector: [0, 0, 23, 23, 0, 0, 23, 1], rule_softwarecategories: [0, 0, 0, 23, 0, 0, 0, 1],
  rule_ticket: [0, 0, 1047, 1047, 0, 0, 1047, 1], search_config: [0, 1024, 3072, 3072, 0, 0, 0, 0],
  show_group_hardware: [0, 0, 0, 1, 0, 0, 0, 1], slm: [0, 0, 23, 23, 0, 1, 23, 1],
  snmpcredential: [0, 0, 0, 31, 0, 0, 0, 0], software: [0, 33, 127, 255, 0, 127, 127, 33],
  solutiontemplate: [0, 0, 23, 23, 0, 0, 23, 1], state: [0, 0, 23, 23, 0, 0, 23, 1],
  statistic: [0, 1, 1, 1, 1, 1, 1, 1], system_logs: [absent, absent, absent, 1, absent, absent, absent, absent],
  task: [1, 1, 13329, 13329, 8193, 13329, 13329, 8193], taskcategory: [0, 0, 23, 23, 0, 0, 23, 1],
  ticket: [5, 168989, 261151, 261151, 140295, 166919, 261151, 138241], ticketcost: [0, 1, 23, 23, 23, 23, 23, 1],
  ticketrecurrent: [0, 0, 1, 23, 0, 1, 1, 1], ticketvalidation: [0, 15376, 15376, 15376, 3088, 3088, 15376, 0],
  transfer: [0, 0, 1, 23, 0, 1, 1, 1], typedoc: [0, 1, 23, 23, 0, 0, 0, 1], unmanaged: [0, 0, 0, 27, 0, 0, 0, 0],
  user: [0, 2049, 7199, 7327, 1025, 1055, 1055, 1],
};

/** The profiles of an installation and their rights. */
export const profileRows: Rows[] = [
  {
    table: 'glpi_profiles',
    columns: 'name, interface, is_default, helpdesk_hardware, helpdesk_item_type, ticket_status, comment, problem_status, create_ticket_on_login, change_status, managed_domainrecordtypes',
    rows: [
      ['Self-Service', 'helpdesk', 1, 1, assignable, frozen(1, 2, 3, 4, 5, 6).replace('"4":0,"6":0},"6"', '"4":0},"6"'), '', '[]', 0, null, '[]'],
      ['Observer', 'central', 0, 1, assignable, '[]', '', '[]', 0, null, '[]'],
      ['Admin', 'central', 0, 3, assignable, '[]', '', '[]', 0, null, '[-1]'],
      ['Super-Admin', 'central', 0, 3, assignable, '[]', '', '[]', 0, null, '[-1]'],
      ['Hotliner', 'central', 0, 3, assignable, '[]', '', '[]', 1, null, '[]'],
      ['Technician', 'central', 0, 3, assignable, '[]', '', '[]', 0, null, '[]'],
      ['Supervisor', 'central', 0, 3, assignable, '[]', '', '[]', 0, null, '[]'],
      ['Read-Only', 'central', 0, 0, '[]', frozen(1, 2, 3, 4, 5, 6), 'Reads everything and changes nothing; the profile of whoever meets a locked item.', frozen(1, 7, 2, 3, 4, 5, 8, 6), 0, frozen(1, 9, 10, 7, 4, 11, 12, 5, 8, 6), '[]'],
    ],
  },
  {
    table: 'glpi_profilerights',
    columns: 'profiles_id, name, rights',
    rows: Object.entries(rights).flatMap(([name, bits]) =>
      bits.flatMap((value, index) => (value === undefined ? [] : [[index + 1, name, value]])),
    ),
  },
];
