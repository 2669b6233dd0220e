/** Notifications. */

import { also, equalsOnColumn, equalsOrNot, fixed, grouped, unsearchable } from '../parts/attributes.ts';
import { commentOption, fixedEntityOption, idOption, recursiveOption } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { entityAssigned, formless, historized, inEntities, not, trashable } from '../parts/flags.ts';
import { children, join, through } from '../parts/joins.ts';
import { child, item, notificationSetting, relation } from '../parts/kinds.ts';
import { childOf, owner, side } from '../parts/links.ts';
import { of, own } from '../parts/option.ts';
import { clonable } from '../parts/traits.ts';

export const notifications: readonly Declaration[] = [
  item('Notification', ['Notification', 'Notifications'], {
    right: 'notification',
    flags: [inEntities, historized],
    lacks: ['is_recursive'],
    options: [
      own(2, 'Event', 'event', 'specific', fixed, equalsOrNot, also('itemtype')),
      of(
        'glpi_notifications_notificationtemplates',
        3,
        'Notification method',
        'mode',
        'specific',
        fixed,
        equalsOnColumn,
        equalsOrNot,
        join(children),
      ),
      of(
        'glpi_notificationtemplates',
        4,
        'Notification templates',
        'name',
        'itemlink',
        fixed,
        grouped,
        join(through('glpi_notifications_notificationtemplates', children)),
      ),
      own(5, 'Type', 'itemtype', 'itemtypename', fixed, { itemtype_list: 'notificationtemplates_types' }),
      own(6, 'Active', 'is_active', 'bool'),
      commentOption,
      fixedEntityOption,
      recursiveOption,
      own(87, 'Allow response', 'allow_response', 'bool'),
    ],
  }),
  notificationSetting('NotificationAjaxSetting', [
    'Browser followups configuration',
    'Browser followups configuration',
  ]),
  notificationSetting(
    'NotificationMailingSetting',
    ['Email followups configuration', 'Email followups configuration'],
    {
      lacks: ['name'],
      options: [own(1, 'Value', 'value', '', fixed)],
    },
  ),
  item('NotificationTemplate', ['Notification template', 'Notification templates'], {
    right: 'config',
    traits: [clonable],
    flags: [historized],
    cloneRelations: ['NotificationTemplateTranslation'],
    options: [
      own(4, 'Type', 'itemtype', 'itemtypename', fixed, { itemtype_list: 'notificationtemplates_types' }),
      commentOption,
    ],
  }),
  child('NotificationTemplateTranslation', ['Template translation', 'Template translations'], {
    nameField: 'id',
    child: childOf('NotificationTemplate'),
    options: [
      own(1, 'Language', 'language', 'language', fixed),
      own(2, 'Subject', 'subject', 'string', fixed),
      own(3, 'Email HTML body', 'content_html', 'text', fixed, { htmltext: true, raw: { htmltext: 'true' } }),
      own(4, 'Email text body', 'content_text', 'text', fixed),
    ],
  }),
  relation('Notification_NotificationTemplate', ['Template', 'Templates'], {
    flags: [not(formless)],
    relation: [owner('Notification'), side('NotificationTemplate', { mustBeAttached: false })],
  }),
  item('QueuedNotification', ['Notification queue', 'Notification queue'], {
    right: 'queuednotification',
    flags: [entityAssigned, trashable],
    lacks: ['name'],
    options: [
      own(1, 'Subject', 'name', 'itemlink', fixed),
      idOption,
      own(16, 'Creation date', 'create_time', 'datetime', fixed),
      own(3, 'Expected send date', 'send_time', 'datetime', fixed),
      own(4, 'Send date', 'sent_time', 'datetime', fixed),
      own(5, 'Sender email', 'sender', 'text', fixed),
      own(6, 'Sender name', 'sendername', 'string', fixed),
      own(7, 'Recipient email', 'recipient', 'string', fixed),
      own(8, 'Recipient name', 'recipientname', 'string', fixed),
      own(9, 'Reply-To email', 'replyto', 'string', fixed),
      own(10, 'Reply-To name', 'replytoname', 'string', fixed),
      own(11, 'Additional headers', 'headers', 'specific', fixed),
      own(12, 'Email HTML body', 'body_html', 'specific', fixed, unsearchable, also('itemtype', 'event')),
      own(13, 'Email text body', 'body_text', 'specific', fixed, unsearchable, also('itemtype', 'event')),
      own(14, 'Message ID', 'messageid', 'string', fixed),
      own(15, 'Number of tries of sent', 'sent_try', 'integer', fixed),
      own(20, 'Type', 'itemtype', 'itemtypename', fixed),
      own(21, 'Associated item ID', 'items_id', 'integer', fixed),
      of('glpi_notificationtemplates', 22, 'Notification template', 'name', 'dropdown', fixed),
      own(23, 'Mode', 'mode', 'specific', fixed, equalsOrNot),
      fixedEntityOption,
    ],
  }),
];
