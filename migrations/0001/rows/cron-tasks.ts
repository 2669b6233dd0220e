// biome-ignore-all format: the rows are packed, so that they are seen at a glance
import type { Rows } from '../rows.ts';

/** Automatic actions, which GLPI's own scheduler runs. */
export const cronTaskRows: Rows[] = [
  {
    table: 'glpi_crontasks',
    columns: 'id, itemtype, name, frequency, param, state, mode, logs_lifetime',
    rows: [
      [2, 'CartridgeItem', 'cartridge', 86400, 10, 0, 1, 30],
      [3, 'ConsumableItem', 'consumable', 86400, 10, 0, 1, 30],
      [4, 'SoftwareLicense', 'software', 86400, null, 0, 1, 30], [5, 'Contract', 'contract', 86400, null, 1, 1, 30],
      [6, 'Infocom', 'infocom', 86400, null, 1, 1, 30], [7, 'CronTask', 'logs', 86400, 30, 0, 1, 30],
      [9, 'MailCollector', 'mailgate', 600, 10, 1, 1, 30],
      [10, 'DBconnection', 'checkdbreplicate', 300, null, 0, 1, 30],
      [11, 'CronTask', 'checkupdate', 604800, null, 0, 1, 30], [12, 'CronTask', 'session', 86400, null, 1, 1, 30],
      [13, 'CronTask', 'graph', 3600, null, 1, 1, 30], [14, 'ReservationItem', 'reservation', 3600, null, 1, 1, 30],
      [15, 'Ticket', 'closeticket', 43200, null, 1, 1, 30], [16, 'Ticket', 'alertnotclosed', 43200, null, 1, 1, 30],
      [17, 'SlaLevel_Ticket', 'slaticket', 300, null, 1, 1, 30],
      [18, 'Ticket', 'createinquest', 86400, null, 1, 1, 30], [19, 'CronTask', 'watcher', 86400, null, 1, 1, 30],
      [20, 'CommonITILRecurrentCron', 'RecurrentItems', 3600, null, 1, 1, 30],
      [21, 'PlanningRecall', 'planningrecall', 300, null, 1, 1, 30],
      [22, 'QueuedNotification', 'queuednotification', 60, 50, 1, 1, 30],
      [23, 'QueuedNotification', 'queuednotificationclean', 86400, 30, 1, 1, 30],
      [24, 'CronTask', 'temp', 3600, null, 1, 1, 30], [25, 'MailCollector', 'mailgateerror', 86400, null, 1, 1, 30],
      [26, 'CronTask', 'circularlogs', 86400, 4, 0, 1, 30], [27, 'ObjectLock', 'unlockobject', 86400, 4, 0, 1, 30],
      [28, 'SavedSearch', 'countAll', 604800, null, 0, 1, 30],
      [29, 'SavedSearch_Alert', 'savedsearchesalerts', 86400, null, 0, 1, 30],
      [30, 'Telemetry', 'telemetry', 2592000, null, 0, 1, 30],
      [31, 'Certificate', 'certificate', 86400, null, 1, 1, 30],
      [32, 'OlaLevel_Ticket', 'olaticket', 300, null, 1, 1, 30], [33, 'PurgeLogs', 'PurgeLogs', 604800, 24, 1, 2, 30],
      [34, 'Ticket', 'purgeticket', 604800, null, 0, 2, 30], [35, 'Document', 'cleanorphans', 604800, null, 0, 2, 30],
      [36, 'User', 'passwordexpiration', 86400, 100, 0, 2, 30],
      [37, 'Glpi\\Marketplace\\Controller', 'checkAllUpdates', 86400, null, 1, 2, 30],
      [38, 'CleanSoftwareCron', 'cleansoftware', 2592000, 1000, 0, 2, 300],
      [39, 'Domain', 'DomainsAlert', 86400, null, 1, 2, 30],
      [40, 'Glpi\\Inventory\\Inventory', 'cleantemp', 86400, null, 0, 2, 30],
      [41, 'Glpi\\Inventory\\Inventory', 'cleanorphans', 604800, null, 1, 2, 30],
      [42, 'PendingReasonCron', 'pendingreason_autobump_autosolve', 1800, null, 1, 2, 60],
      [43, 'Agent', 'Cleanoldagents', 86400, null, 1, 2, 30],
    ],
  },
];
