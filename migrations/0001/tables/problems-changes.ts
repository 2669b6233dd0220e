// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  actiontime, comment, content, date, date_creation, date_mod, entities_id, fk, flag, groups_id_tech, id, int,
  is_active, is_deleted, is_recursive, items_id, locations_id, longtext, money, name, num, string, text, timestamp,
  users_id, users_id_tech, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const problemsChangesTables: Tables = {
  glpi_changecosts: {
    columns: {
      id, changes_id: fk, name, comment, begin_date: date.indexed, end_date: date.indexed, actiontime,
      cost_time: money, cost_fixed: money, cost_material: money, budgets_id: fk, entities_id, is_recursive,
    },
  },
  glpi_changes: {
    columns: {
      id, name, entities_id, is_recursive, is_deleted, status: int.or(1).indexed, content, date_mod,
      date: timestamp.indexed, solvedate: timestamp.indexed, closedate: timestamp.indexed,
      time_to_resolve: timestamp.indexed, users_id_recipient: fk, users_id_lastupdater: fk,
      urgency: int.or(1).indexed, impact: int.or(1).indexed, priority: int.or(1).indexed, itilcategories_id: fk,
      impactcontent: longtext, controlistcontent: longtext, rolloutplancontent: longtext,
      backoutplancontent: longtext, checklistcontent: longtext, global_validation: int.or(1).indexed,
      validation_percent: int, actiontime, begin_waiting_date: timestamp, waiting_duration: int,
      close_delay_stat: int, solve_delay_stat: int, date_creation, locations_id,
    },
  },
  glpi_changes_groups: {
    columns: { id, changes_id: fk.plain, groups_id: fk.plain, type: int.or(1) },
    index: { group: 'groups_id, type' },
    unique: { unicity: 'changes_id, type, groups_id' },
  },
  glpi_changes_items: {
    columns: { id, changes_id: fk.plain, itemtype: varchar(100), items_id },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'changes_id, itemtype, items_id' },
  },
  glpi_changes_problems: {
    columns: { id, changes_id: fk.plain, problems_id: fk },
    unique: { unicity: 'changes_id, problems_id' },
  },
  glpi_changes_suppliers: {
    columns: {
      id, changes_id: fk.plain, suppliers_id: fk.plain, type: int.or(1), use_notification: flag,
      alternative_email: string,
    },
    index: { group: 'suppliers_id, type' },
    unique: { unicity: 'changes_id, type, suppliers_id' },
  },
  glpi_changes_tickets: {
    columns: { id, changes_id: fk.plain, tickets_id: fk },
    unique: { unicity: 'changes_id, tickets_id' },
  },
  glpi_changes_users: {
    columns: {
      id, changes_id: fk.plain, users_id: fk.plain, type: int.or(1), use_notification: flag,
      alternative_email: string,
    },
    index: { user: 'users_id, type' },
    unique: { unicity: 'changes_id, type, users_id, alternative_email' },
  },
  glpi_changetasks: {
    columns: {
      id, uuid: string.unique, changes_id: fk, taskcategories_id: fk, state: int.indexed, date: timestamp.indexed,
      begin: timestamp.indexed, end: timestamp.indexed, users_id, users_id_editor: fk, users_id_tech, groups_id_tech,
      content, actiontime, date_mod, date_creation, tasktemplates_id: fk, timeline_position: flag,
      is_private: flag.indexed,
    },
  },
  glpi_changetemplatehiddenfields: {
    columns: { id, changetemplates_id: fk.plain, num },
    unique: { unicity: 'changetemplates_id, num' },
  },
  glpi_changetemplatemandatoryfields: {
    columns: { id, changetemplates_id: fk.plain, num },
    unique: { unicity: 'changetemplates_id, num' },
  },
  glpi_changetemplatepredefinedfields: {
    columns: { id, changetemplates_id: fk, num, value: text },
  },
  glpi_changetemplates: {
    columns: { id, name, entities_id, is_recursive, comment },
  },
  glpi_changevalidations: {
    columns: {
      id, entities_id, is_recursive, users_id, changes_id: fk, users_id_validate: fk, comment_submission: text,
      comment_validation: text, status: int.or(2).indexed, submission_date: timestamp.indexed,
      validation_date: timestamp.indexed, timeline_position: flag,
    },
  },
  glpi_groups_problems: {
    columns: { id, problems_id: fk.plain, groups_id: fk.plain, type: int.or(1) },
    index: { group: 'groups_id, type' },
    unique: { unicity: 'problems_id, type, groups_id' },
  },
  glpi_items_problems: {
    columns: { id, problems_id: fk.plain, itemtype: varchar(100), items_id },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'problems_id, itemtype, items_id' },
  },
  glpi_problemcosts: {
    columns: {
      id, problems_id: fk, name, comment, begin_date: date.indexed, end_date: date.indexed, actiontime,
      cost_time: money, cost_fixed: money, cost_material: money, budgets_id: fk, entities_id,
    },
  },
  glpi_problems: {
    columns: {
      id, name, entities_id, is_recursive, is_deleted, status: int.or(1).indexed, content, date_mod,
      date: timestamp.indexed, solvedate: timestamp.indexed, closedate: timestamp.indexed,
      time_to_resolve: timestamp.indexed, users_id_recipient: fk, users_id_lastupdater: fk,
      urgency: int.or(1).indexed, impact: int.or(1).indexed, priority: int.or(1).indexed, itilcategories_id: fk,
      impactcontent: longtext, causecontent: longtext, symptomcontent: longtext, actiontime,
      begin_waiting_date: timestamp, waiting_duration: int, close_delay_stat: int, solve_delay_stat: int,
      date_creation, locations_id,
    },
  },
  glpi_problems_suppliers: {
    columns: {
      id, problems_id: fk.plain, suppliers_id: fk.plain, type: int.or(1), use_notification: flag,
      alternative_email: string,
    },
    index: { group: 'suppliers_id, type' },
    unique: { unicity: 'problems_id, type, suppliers_id' },
  },
  glpi_problems_tickets: {
    columns: { id, problems_id: fk.plain, tickets_id: fk },
    unique: { unicity: 'problems_id, tickets_id' },
  },
  glpi_problems_users: {
    columns: {
      id, problems_id: fk.plain, users_id: fk.plain, type: int.or(1), use_notification: flag,
      alternative_email: string,
    },
    index: { user: 'users_id, type' },
    unique: { unicity: 'problems_id, type, users_id, alternative_email' },
  },
  glpi_problemtasks: {
    columns: {
      id, uuid: string.unique, problems_id: fk, taskcategories_id: fk, date: timestamp.indexed,
      begin: timestamp.indexed, end: timestamp.indexed, users_id, users_id_editor: fk, users_id_tech, groups_id_tech,
      content, actiontime, state: int.indexed, date_mod, date_creation, tasktemplates_id: fk, timeline_position: flag,
      is_private: flag.indexed,
    },
  },
  glpi_problemtemplatehiddenfields: {
    columns: { id, problemtemplates_id: fk.plain, num },
    unique: { unicity: 'problemtemplates_id, num' },
  },
  glpi_problemtemplatemandatoryfields: {
    columns: { id, problemtemplates_id: fk.plain, num },
    unique: { unicity: 'problemtemplates_id, num' },
  },
  glpi_problemtemplatepredefinedfields: {
    columns: { id, problemtemplates_id: fk, num, value: text },
  },
  glpi_problemtemplates: {
    columns: { id, name, entities_id, is_recursive, comment },
  },
  glpi_recurrentchanges: {
    columns: {
      id, name, comment, entities_id, is_recursive, is_active, changetemplates_id: fk, begin_date: timestamp,
      periodicity: string, create_before: int, next_creation_date: timestamp.indexed, calendars_id: fk,
      end_date: timestamp,
    },
  },
};
