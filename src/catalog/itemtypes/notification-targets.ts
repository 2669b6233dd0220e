/** Recipients of notifications, by what the notification is about. */
import type { Declaration } from '../parts/facts.ts';
import { inEntities } from '../parts/flags.ts';
import { child, itilNotificationTarget, notificationTarget } from '../parts/kinds.ts';
import { childOf } from '../parts/links.ts';

export const notificationTargets: readonly Declaration[] = [
  notificationTarget('Glpi\\Marketplace\\NotificationTargetController', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  child('NotificationTarget', ['Recipient', 'Recipients'], {
    flags: [inEntities],
    child: childOf('Notification'),
    lacks: ['name', 'is_recursive'],
  }),
  notificationTarget('NotificationTargetCartridgeItem', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  notificationTarget('NotificationTargetCertificate', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  itilNotificationTarget('NotificationTargetChange', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetConsumableItem', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  notificationTarget('NotificationTargetContract', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetCronTask', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetDBConnection', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  notificationTarget('NotificationTargetDomain', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetFieldUnicity', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  notificationTarget('NotificationTargetInfocom', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetMailCollector', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  notificationTarget('NotificationTargetObjectLock', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetPlanningRecall', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilNotificationTarget('NotificationTargetProblem', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetProject', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetProjectTask', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetReservation', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetSavedSearch_Alert', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  notificationTarget('NotificationTargetSoftwareLicense', ['Recipient', 'Recipients'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilNotificationTarget('NotificationTargetTicket', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
  notificationTarget('NotificationTargetUser', ['Recipient', 'Recipients'], { lacks: ['name', 'is_recursive'] }),
];
