/** Reminders, feeds, reservations, saved searches, impact analysis. */

import {
  also,
  anyUser,
  by,
  changeable,
  equalsOnly,
  equalsOrNot,
  fixed,
  grouped,
  html,
  unsearchable,
  unsortable,
} from '../parts/attributes.ts';
import {
  characteristics,
  commentOption,
  creationDateOption,
  entityOption,
  fixedEntityOption,
  idOption,
  noBase,
  updateDateOption,
} from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { historized, inEntities, not, privatable, silent, translatable } from '../parts/flags.ts';
import { children, join, visibleBy } from '../parts/joins.ts';
import { child, item, relation, visibleItem } from '../parts/kinds.ts';
import { anyItem, childOf, noCheck, owner, side, viewCheck } from '../parts/links.ts';
import { addressOptions } from '../parts/location-options.ts';
import { of, own } from '../parts/option.ts';
import { read, standardRights } from '../parts/rights.ts';
import { clonable, inCalDav, planned } from '../parts/traits.ts';

export const tools: readonly Declaration[] = [
  relation('Entity_RSSFeed', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('RSSFeed'), side('Entity', { check: noCheck, logs: false })],
  }),
  relation('Entity_Reminder', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('Reminder'), side('Entity', { check: noCheck, logs: false })],
  }),
  relation('Group_RSSFeed', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('RSSFeed'), side('Group', { check: noCheck, logs: false })],
  }),
  relation('Group_Reminder', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('Reminder'), side('Group', { check: noCheck, logs: false })],
  }),
  item('ImpactCompound', ['General', 'General']),
  item('ImpactContext', ['General', 'General'], { lacks: ['name'] }),
  item('ImpactItem', ['General', 'General'], { lacks: ['name'] }),
  relation('ImpactRelation', ['General', 'General'], {
    relation: [owner('itemtype_source'), side('itemtype_impacted')],
  }),
  child('Notepad', ['Note', 'Notes'], {
    flags: [silent, not(historized)],
    child: childOf(anyItem),
    lacks: ['name'],
  }),
  relation('Profile_RSSFeed', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('RSSFeed'), side('Profile', { check: noCheck, logs: false })],
  }),
  relation('Profile_Reminder', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('Reminder'), side('Profile', { check: noCheck, logs: false })],
  }),
  visibleItem('RSSFeed', ['RSS feed', 'RSS feed'], {
    right: 'rssfeed_public',
    rights: { ...standardRights, 128: 'Manage personal' },
    helpdeskRights: { ...read },
    emptyValues: { max_items: 20, name: 'New note', refresh_rate: 86400, users_id: '<me>' },
    lacks: ['name'],
    options: [
      own(1, 'Name', 'name', 'itemlink', fixed, grouped),
      of('glpi_users', 2, 'Creator', 'name', 'dropdown', fixed, anyUser),
      own(3, 'URL', 'url', 'string', fixed),
      own(4, 'Active', 'is_active', 'bool', changeable),
      own(6, 'Error', 'have_error', 'bool', changeable),
      own(7, 'Number of items displayed', 'max_items', 'number', changeable, { min: 5, max: 100, step: 5, toadd: [1] }),
      commentOption,
      own(5, 'Refresh rate', 'refresh_rate', 'timestamp', changeable, equalsOnly, {
        min: 3600,
        max: 86400,
        step: 3600,
        toadd: [300, 900, 1800, 2700],
        display_emptychoice: false,
      }),
      updateDateOption,
      creationDateOption,
    ],
  }),
  relation('RSSFeed_User', ['General', 'General'], {
    relation: [owner('RSSFeed'), side('User', { check: noCheck, logs: false })],
  }),
  visibleItem('Reminder', ['Reminder', 'Reminders'], {
    right: 'reminder_public',
    traits: [inCalDav, clonable, planned],
    flags: [translatable],
    cloneRelations: ['Entity_Reminder', 'Group_Reminder', 'Profile_Reminder', 'Reminder_User', 'ReminderTranslation'],
    rights: { ...standardRights, 128: 'Manage personal' },
    helpdeskRights: { ...read },
    emptyValues: { name: 'New note', users_id: '<me>' },
    lacks: ['name'],
    options: [
      own(1, 'Title', 'name', 'itemlink', fixed, grouped),
      of('glpi_users', 2, 'Writer', 'name', 'dropdown', fixed, anyUser),
      own(3, 'Status', 'state', 'specific', fixed, equalsOrNot),
      own(4, 'Description', 'text', 'text', fixed, html),
      own(5, 'Visibility start date', 'begin_view_date', 'datetime'),
      own(6, 'Visibility end date', 'end_view_date', 'datetime'),
      own(7, 'Planning', 'is_planned', 'bool', fixed),
      own(8, 'Planning start date', 'begin', 'datetime'),
      own(9, 'Planning end date', 'end', 'datetime'),
      updateDateOption,
      creationDateOption,
    ],
  }),
  child('ReminderTranslation', ['Translation', 'Translations'], {
    right: 'reminder_public',
    child: childOf('Reminder', { logsForParent: false }),
  }),
  relation('Reminder_User', ['General', 'General'], {
    relation: [owner('Reminder'), side('User', { check: noCheck, logs: false })],
  }),
  child('Reservation', ['Reservation', 'Reservations'], {
    right: 'reservation',
    flags: [inEntities, not(historized)],
    child: childOf('ReservationItem', { check: viewCheck }),
    lacks: ['name', 'is_recursive'],
  }),
  child('ReservationItem', ['Reservable item', 'Reservable items'], {
    right: 'reservation',
    flags: [inEntities, not(historized)],
    child: childOf(anyItem, { check: viewCheck }),
    rights: { ...standardRights, 1024: 'Make a reservation' },
    helpdeskRights: { ...read, 1024: 'Make a reservation' },
    base: noBase,
    options: [
      own(4, 'Comments', 'comment', 'text'),
      own(5, 'Active', 'is_active', 'bool'),
      characteristics,
      of('reservation_types', 1, 'Name', 'name', 'itemlink', fixed, { addobjectparams: { forcetab: 'Reservation$1' } }),
      of('reservation_types', 2, 'ID', 'id', 'number', fixed),
      own(9, 'Planning', '_virtual', 'specific', fixed, unsearchable, unsortable, also('is_active')),
      of('glpi_locations', 3, 'Location', 'completename', 'dropdown', fixed),
      ...addressOptions,
      of('reservation_types', 6, 'Inventory number', 'otherserial', 'string'),
      of('reservation_types', 16, 'Comments', 'comment', 'text', fixed),
      of('glpi_users', 70, 'User', 'name', 'dropdown', fixed, anyUser),
      of('glpi_groups', 71, 'Group', 'completename', 'dropdown', fixed),
      of('reservation_types', 19, 'Last update', 'date_mod', 'datetime', fixed),
      of('glpi_manufacturers', 23, 'Manufacturer', 'name', 'dropdown', fixed),
      of('glpi_users', 24, 'Technician in charge', 'name', 'dropdown', by('users_id_tech'), fixed, {
        right: 'interface',
      }),
      fixedEntityOption,
    ],
  }),
  item('SavedSearch', ['Saved search', 'Saved searches'], {
    right: 'bookmark_public',
    traits: [clonable],
    flags: [inEntities, privatable],
    emptyValues: { is_private: 1, is_recursive: 1, users_id: '<me>' },
    options: [
      idOption,
      of('glpi_users', 3, 'User', 'name', 'dropdown'),
      own(4, 'Is private', 'is_private', 'bool', fixed),
      own(8, 'Item type', 'itemtype', 'itemtypename', fixed, { types: [] }),
      own(9, 'Last duration (ms)', 'last_execution_time', 'number', fixed),
      own(10, 'Count', 'do_count', 'specific', changeable, equalsOnly),
      of(
        'glpi_savedsearches_users',
        11,
        'Default',
        'users_id',
        'specific',
        fixed,
        equalsOrNot,
        join(children, visibleBy('sessionUser')),
      ),
      own(12, 'Counter', 'counter', 'number', fixed),
      own(13, 'Last execution date', 'last_execution_date', 'datetime', fixed),
      entityOption,
    ],
  }),
  child('SavedSearch_Alert', ['Saved search alert', 'Saved searches alerts'], {
    flags: [inEntities],
    child: childOf('SavedSearch'),
    lacks: ['is_recursive'],
  }),
  relation('SavedSearch_User', ['General', 'General'], {
    flags: [silent],
    relation: [owner('SavedSearch'), side('User')],
  }),
];
