// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  ancestors_cache, comment, completename, content, date_creation, date_mod, entities_id, fk, flag, float, groups_id,
  id, int, is_active, is_recursive, items_id, itemtype, level, longtext, mediumtext, name, sons_cache, string, text,
  timestamp, users_id, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const knowledgeTables: Tables = {
  glpi_dashboards_dashboards: {
    columns: {
      id, key: varchar(100).required.unique, name: varchar(100).required.indexed, context: varchar(100).or('core'),
      users_id,
    },
  },
  glpi_dashboards_filters: {
    columns: { id, dashboards_dashboards_id: fk, users_id, filter: longtext },
  },
  glpi_dashboards_items: {
    columns: {
      id, dashboards_dashboards_id: fk.required, gridstack_id: string.required, card_id: string.required,
      x: int.optional, y: int.optional, width: int.optional, height: int.optional, card_options: text,
    },
  },
  glpi_dashboards_rights: {
    columns: { id, dashboards_dashboards_id: fk.required.plain, itemtype, items_id: fk.required.plain },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'dashboards_dashboards_id, itemtype, items_id' },
  },
  glpi_displaypreferences: {
    columns: { id, itemtype: varchar(100).required.indexed, num: int.indexed, rank: int.indexed, users_id: fk.plain },
    unique: { unicity: 'users_id, itemtype, num' },
  },
  glpi_entities_knowbaseitems: {
    columns: { id, knowbaseitems_id: fk, entities_id, is_recursive },
  },
  glpi_entities_reminders: {
    columns: { id, reminders_id: fk, entities_id, is_recursive },
  },
  glpi_entities_rssfeeds: {
    columns: { id, rssfeeds_id: fk, entities_id, is_recursive },
  },
  glpi_groups_knowbaseitems: {
    columns: {
      id, knowbaseitems_id: fk, groups_id, entities_id: fk.optional, is_recursive, no_entity_restriction: flag,
    },
  },
  glpi_groups_reminders: {
    columns: { id, reminders_id: fk, groups_id, entities_id: fk.optional, is_recursive, no_entity_restriction: flag },
  },
  glpi_groups_rssfeeds: {
    columns: { id, rssfeeds_id: fk, groups_id, entities_id: fk.optional, is_recursive, no_entity_restriction: flag },
  },
  glpi_impactcompounds: {
    columns: { id, name: string.nullOr('').indexed, color: string.or('') },
  },
  glpi_impactcontexts: {
    columns: {
      id, positions: mediumtext.required, zoom: float, pan_x: float, pan_y: float, impact_color: string.or(''),
      depends_color: string.or(''), impact_and_depends_color: string.or(''), show_depends: flag.or(1),
      show_impact: flag.or(1), max_depth: int.or(5),
    },
  },
  glpi_impactitems: {
    columns: { id, itemtype: string.or(''), items_id, parent_id: fk, impactcontexts_id: fk, is_slave: flag.or(1) },
    index: { source: 'itemtype, items_id' },
    unique: { unicity: 'itemtype, items_id' },
  },
  glpi_impactrelations: {
    columns: {
      id, itemtype_source: string.or(''), items_id_source: fk.plain, itemtype_impacted: string.or(''),
      items_id_impacted: fk.plain,
    },
    index: { impacted_asset: 'itemtype_impacted, items_id_impacted' },
    unique: { unicity: 'itemtype_source, items_id_source, itemtype_impacted, items_id_impacted' },
  },
  glpi_knowbaseitemcategories: {
    columns: {
      id, entities_id: fk.plain, is_recursive, knowbaseitemcategories_id: fk, name, completename, comment, level,
      sons_cache, ancestors_cache, date_mod, date_creation,
    },
    unique: { unicity: 'entities_id, knowbaseitemcategories_id, name' },
  },
  glpi_knowbaseitems: {
    columns: {
      id, name: text.fulltext, answer: longtext.fulltext, is_faq: flag.indexed, users_id, view: int, date_creation,
      date_mod, begin_date: timestamp.indexed, end_date: timestamp.indexed,
    },
    fulltext: { fulltext: 'name, answer' },
  },
  glpi_knowbaseitems_comments: {
    columns: {
      id, knowbaseitems_id: fk.required, users_id, language: varchar(10), comment, parent_comment_id: fk.optional,
      date_creation, date_mod,
    },
  },
  glpi_knowbaseitems_items: {
    columns: { id, knowbaseitems_id: fk.required, itemtype, items_id, date_creation, date_mod },
    unique: { unicity: 'itemtype, items_id, knowbaseitems_id' },
  },
  glpi_knowbaseitems_knowbaseitemcategories: {
    columns: { id, knowbaseitems_id: fk, knowbaseitemcategories_id: fk },
  },
  glpi_knowbaseitems_profiles: {
    columns: {
      id, knowbaseitems_id: fk, profiles_id: fk, entities_id: fk.optional, is_recursive, no_entity_restriction: flag,
    },
  },
  glpi_knowbaseitems_revisions: {
    columns: {
      id, knowbaseitems_id: fk.required.plain, revision: int.required.indexed, name: text, answer: longtext,
      language: varchar(10), users_id, date: timestamp.indexed,
    },
    unique: { unicity: 'knowbaseitems_id, revision, language' },
  },
  glpi_knowbaseitems_users: {
    columns: { id, knowbaseitems_id: fk, users_id },
  },
  glpi_knowbaseitemtranslations: {
    columns: {
      id, knowbaseitems_id: fk.plain, language: varchar(10), name: text.fulltext, answer: longtext.fulltext, users_id,
      date_mod, date_creation,
    },
    index: { item: 'knowbaseitems_id, language' },
    fulltext: { fulltext: 'name, answer' },
  },
  glpi_links: {
    columns: {
      id, entities_id, is_recursive: flag.or(1).indexed, name, link: string, data: text, open_window: flag.or(1),
      date_mod, date_creation,
    },
  },
  glpi_links_itemtypes: {
    columns: { id, links_id: fk, itemtype },
    unique: { unicity: 'itemtype, links_id' },
  },
  glpi_manuallinks: {
    columns: {
      id, name, url: varchar(8096).required, open_window: flag.or(1), icon: string, comment, items_id: fk,
      itemtype: string, date_creation, date_mod,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_notepads: {
    columns: {
      id, itemtype: varchar(100), items_id, date_creation, date_mod, users_id, users_id_lastupdater: fk, content,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_objectlocks: {
    columns: {
      id, itemtype, items_id: fk.required.plain, users_id: fk.required,
      date: timestamp.or('current_timestamp()').indexed,
    },
    unique: { item: 'itemtype, items_id' },
  },
  glpi_planningeventcategories: {
    columns: { id, name, color: string, comment, date_mod, date_creation },
  },
  glpi_planningexternalevents: {
    columns: {
      id, uuid: string.unique, planningexternaleventtemplates_id: fk, entities_id, is_recursive: flag.or(1).indexed,
      date: timestamp.indexed, users_id, users_id_guests: text, groups_id, name, text: text, begin: timestamp.indexed,
      end: timestamp.indexed, rrule: text, state: int.indexed, planningeventcategories_id: fk, background: flag,
      date_mod, date_creation,
    },
  },
  glpi_planningexternaleventtemplates: {
    columns: {
      id, entities_id, name, text: mediumtext, comment, duration: int, before_time: int, rrule: text,
      state: int.indexed, planningeventcategories_id: fk, background: flag, date_mod, date_creation,
    },
  },
  glpi_planningrecalls: {
    columns: { id, items_id, itemtype, users_id, before_time: int.or(-10).indexed, when: timestamp.indexed },
    unique: { unicity: 'itemtype, items_id, users_id' },
  },
  glpi_profiles_reminders: {
    columns: {
      id, reminders_id: fk, profiles_id: fk, entities_id: fk.optional, is_recursive, no_entity_restriction: flag,
    },
  },
  glpi_profiles_rssfeeds: {
    columns: {
      id, rssfeeds_id: fk, profiles_id: fk, entities_id: fk.optional, is_recursive, no_entity_restriction: flag,
    },
  },
  glpi_reminders: {
    columns: {
      id, uuid: string.unique, date: timestamp.indexed, users_id, name, text: text, begin: timestamp.indexed,
      end: timestamp.indexed, is_planned: flag.indexed, date_mod, state: int.indexed, begin_view_date: timestamp,
      end_view_date: timestamp, date_creation,
    },
  },
  glpi_reminders_users: {
    columns: { id, reminders_id: fk, users_id },
  },
  glpi_remindertranslations: {
    columns: {
      id, reminders_id: fk.plain, language: varchar(5), name: text, text: longtext, users_id, date_mod, date_creation,
    },
    index: { item: 'reminders_id, language' },
  },
  glpi_reservationitems: {
    columns: { id, itemtype, entities_id, is_recursive, items_id, comment, is_active: flag.or(1).indexed },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'itemtype, items_id' },
  },
  glpi_reservations: {
    columns: {
      id, reservationitems_id: fk.plain, begin: timestamp.indexed, end: timestamp.indexed, users_id, comment,
      group: int,
    },
    index: { resagroup: 'reservationitems_id, group' },
  },
  glpi_rssfeeds: {
    columns: {
      id, name, users_id, comment, url: text, refresh_rate: int.or(86400), max_items: int.or(20),
      have_error: flag.indexed, is_active, date_mod, date_creation,
    },
  },
  glpi_rssfeeds_users: {
    columns: { id, rssfeeds_id: fk, users_id },
  },
  glpi_savedsearches: {
    columns: {
      id, name, type: int.indexed, itemtype: varchar(100).required.indexed, users_id, is_private: flag.or(1).indexed,
      entities_id, is_recursive, query: text, last_execution_time: int.optional.indexed, do_count: flag.or(2).indexed,
      last_execution_date: timestamp.indexed, counter: int,
    },
  },
  glpi_savedsearches_alerts: {
    columns: {
      id, savedsearches_id: fk.plain, name, is_active, operator: flag.required, value: int.required, date_mod,
      date_creation, frequency: int,
    },
    unique: { unicity: 'savedsearches_id, operator, value' },
  },
  glpi_savedsearches_users: {
    columns: { id, users_id: fk.plain, itemtype, savedsearches_id: fk },
    unique: { unicity: 'users_id, itemtype' },
  },
};
