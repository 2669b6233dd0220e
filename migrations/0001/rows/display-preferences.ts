// biome-ignore-all format: the rows are packed, so that they are seen at a glance
import type { Rows } from '../rows.ts';

/** Itemtype → search options shown in lists, in order; a rank that isn't the place in the list stands beside its option. */
const shown: Record<string, (number | [option: number, rank: number])[]> = {
  Agent: [2, 4, 10, 8, 11, 6, 15], AllAssets: [31], Appliance: [2, 3, 4, 5], AuthLDAP: [3, 19, 30],
  AuthMail: [3, 19, 6], Blacklist: [12, 11], Budget: [5, 3, 4, 19], Cable: [4, 31, 6, 15, 24, 8, 10, 13, 14],
  Calendar: [19], CartridgeItem: [34, 4, 23, 3, 9], Change: [12, 19, 15, 7, 18], Cluster: [31, 19],
  Computer: [31, 23, 5, 4, 40, 45, 3, 19, 17], ConsumableItem: [34, 4, 23, 3, 9], Contact: [3, 4, 5, 6, 9],
  Contract: [4, 3, 5, 6, 7, 11], CronTask: [8, 3, 4, 7], Database: [2, 3, 6, 9, 10], Document: [3, 4, 7, 5, 16],
  DocumentType: [3, 6, 4, 5], Domain: [3, 4, 2, 6, 7], DomainRecord: [2, 3], FieldUnicity: [1, 80, 4, 3, 86, 30],
  FQDN: [11], 'Glpi\\Socket': [5, 6, 9, 8, 7], Group: [16], Holiday: [11, 12, 13], IPNetwork: [18, 10, 11, 12, 17],
  Lockedfield: [3, 13, 5], MailCollector: [2, 19], Monitor: [31, 23, 3, 4, 40, 19, 7],
  NetworkEquipment: [31, 23, 3, 4, 40, 11, 19], NetworkName: [12, 13],
  NetworkPort: [3, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 6], NetworkPortType: [10, 11, 12],
  Notification: [5, 6, 2, 4, 80, 86], NotificationTemplate: [4, 16], NotImportedEmail: [2, 5, 4, 6, 16, 19],
  PCIVendor: [10, 11], Peripheral: [31, 23, 3, 4, 40, 19, 7], Phone: [31, 23, 3, 4, 40, 19, 7],
  Plugin: [2, 3, 4, 5, 6, 7, 8], Printer: [31, 23, 3, 4, 40, 19], Problem: [21, 12, 19, 15, 3, 7, 18],
  Profile: [2, 3, 19], Project: [3, 4, 12, 5, 15, 21], ProjectState: [12, 11], ProjectTask: [2, 12, 14, 5, 7, 8, 13],
  QueuedNotification: [16, 7, 20, 21, 22, 15], Reminder: [2, 3, 4, 5, 6, 7], RequestType: [14, 15],
  ReservationItem: [4, 3, 5, 9], RSSFeed: [2, 4, 5, 19, 6, 7], RuleRightParameter: [11],
  SavedSearch: [8, [9, 1], [3, 1], [10, 1], [11, 1]], SLA: [4], Software: [23, 5, 4, 72, 163],
  SoftwareLicense: [1, 3, 10, 162, 5], Supplier: [9, 3, 4, 5, 10, 6], Ticket: [12, 19, 15, 3, 4, 5, 7, 18],
  TicketRecurrent: [11, 12, 13, 15, 14], TicketValidation: [3, 2, 8, 4, 9, 7], Transfer: [19],
  Unmanaged: [2, 4, 3, 5, 7, 10, 18, 14, 15, 9], USBVendor: [10, 11], User: [34, [5, 3], [6, 4], [3, 5], [8, 6]],
  Vlan: [11], WifiNetwork: [10],
};

/** The columns that lists show to everybody. */
export const displayPreferenceRows: Rows[] = [
  {
    table: 'glpi_displaypreferences',
    columns: 'itemtype, num, rank',
    rows: Object.entries(shown).flatMap(([itemtype, options]) =>
      options.map((option, index) => [itemtype, ...(typeof option === 'number' ? [option, index + 1] : option)]),
    ),
  },
];
