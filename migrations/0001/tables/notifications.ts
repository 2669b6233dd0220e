// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  comment, date_creation, date_mod, entities_id, fk, flag, id, int, is_active, is_deleted, is_recursive, items_id,
  itemtype, longtext, name, string, text, timestamp, users_id, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const notificationsTables: Tables = {
  glpi_alerts: {
    columns: { id, itemtype, items_id, type: int.indexed, date: timestamp.or('current_timestamp()').indexed },
    unique: { unicity: 'itemtype, items_id, type' },
  },
  glpi_mailcollectors: {
    columns: {
      id, name, host: string, login: string, filesize_max: int.or(2097152), is_active: flag.or(1).indexed, date_mod,
      comment, passwd: string, accepted: string, refused: string, errors: int, use_mail_date: flag, date_creation,
      requester_field: int, add_cc_to_observer: flag, collect_only_unread: flag, last_collect_date: timestamp.indexed,
    },
  },
  glpi_notifications: {
    columns: {
      id, name, entities_id, itemtype: varchar(100).required.indexed, event: string.required, comment, is_recursive,
      is_active, date_mod, date_creation, allow_response: flag.or(1),
    },
  },
  glpi_notifications_notificationtemplates: {
    columns: { id, notifications_id: fk.plain, mode: varchar(20).required.indexed, notificationtemplates_id: fk },
    unique: { unicity: 'notifications_id, mode, notificationtemplates_id' },
  },
  glpi_notificationtargets: {
    columns: { id, items_id, type: int, notifications_id: fk },
    index: { items: 'type, items_id' },
  },
  glpi_notificationtemplates: {
    columns: { id, name, itemtype: varchar(100).required.indexed, date_mod, comment, css: text, date_creation },
  },
  glpi_notificationtemplatetranslations: {
    columns: {
      id, notificationtemplates_id: fk, language: varchar(10).or(''), subject: string.required, content_text: text,
      content_html: text,
    },
  },
  glpi_notimportedemails: {
    columns: {
      id, from: string.required, to: string.required, mailcollectors_id: fk,
      date: timestamp.or('current_timestamp()'), subject: text, messageid: string.required, reason: int, users_id,
    },
  },
  glpi_queuednotifications: {
    columns: {
      id, itemtype: varchar(100), items_id, notificationtemplates_id: fk, entities_id, is_deleted,
      sent_try: int.indexed, create_time: timestamp.indexed, send_time: timestamp.indexed,
      sent_time: timestamp.indexed, name: text, sender: text, sendername: text, recipient: text, recipientname: text,
      replyto: text, replytoname: text, headers: text, body_html: longtext, body_text: longtext, messageid: text,
      documents: text, mode: varchar(20).required.indexed, event: string,
    },
    index: { item: 'itemtype, items_id, notificationtemplates_id', recipient: 'recipient(255)' },
  },
};
