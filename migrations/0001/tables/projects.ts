// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  comment, content, date, date_creation, date_mod, entities_id, fk, flag, groups_id, id, int, is_deleted,
  is_recursive, is_template, items_id, itemtype, longtext, money, name, string, template_name, text, timestamp, type,
  users_id, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const projectsTables: Tables = {
  glpi_items_kanbans: {
    columns: { id, itemtype, items_id: fk.optional.plain, users_id: fk.required, state: text, date_mod, date_creation },
    unique: { unicity: 'itemtype, items_id, users_id' },
  },
  glpi_items_projects: {
    columns: { id, projects_id: fk.plain, itemtype: varchar(100), items_id },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'projects_id, itemtype, items_id' },
  },
  glpi_projectcosts: {
    columns: {
      id, projects_id: fk, name, comment, begin_date: date.indexed, end_date: date.indexed, cost: money,
      budgets_id: fk, entities_id, is_recursive,
    },
  },
  glpi_projects: {
    columns: {
      id, name, code: string.indexed, priority: int.or(1).indexed, entities_id, is_recursive, projects_id: fk,
      projectstates_id: fk, projecttypes_id: fk, date: timestamp.indexed, date_mod, users_id, groups_id,
      plan_start_date: timestamp.indexed, plan_end_date: timestamp.indexed, real_start_date: timestamp.indexed,
      real_end_date: timestamp.indexed, percent_done: int.indexed, auto_percent_done: flag,
      show_on_global_gantt: flag.indexed, content, comment: longtext, is_deleted, date_creation,
      projecttemplates_id: fk, is_template, template_name,
    },
  },
  glpi_projectstates: {
    columns: { id, name, comment, color: string, is_finished: flag.indexed, date_mod, date_creation },
  },
  glpi_projecttasklinks: {
    columns: {
      id, projecttasks_id_source: fk.required, source_uuid: string.required, projecttasks_id_target: fk.required,
      target_uuid: string.required, type: flag, lag: type('smallint(6)').nullOr(0),
      lead: type('smallint(6)').nullOr(0),
    },
  },
  glpi_projecttasks: {
    columns: {
      id, uuid: string.unique, name, content, comment: longtext, entities_id, is_recursive, projects_id: fk,
      projecttasks_id: fk, date_creation, date_mod, plan_start_date: timestamp.indexed,
      plan_end_date: timestamp.indexed, real_start_date: timestamp.indexed, real_end_date: timestamp.indexed,
      planned_duration: int, effective_duration: int, projectstates_id: fk, projecttasktypes_id: fk, users_id,
      percent_done: int.indexed, auto_percent_done: flag, is_milestone: flag.indexed, projecttasktemplates_id: fk,
      is_template, template_name,
    },
  },
  glpi_projecttasks_tickets: {
    columns: { id, tickets_id: fk.plain, projecttasks_id: fk.plain },
    index: { projects_id: 'projecttasks_id' },
    unique: { unicity: 'tickets_id, projecttasks_id' },
  },
  glpi_projecttaskteams: {
    columns: { id, projecttasks_id: fk.plain, itemtype: varchar(100), items_id },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'projecttasks_id, itemtype, items_id' },
  },
  glpi_projecttasktemplates: {
    columns: {
      id, entities_id, is_recursive, name, description: longtext, comment: longtext, projects_id: fk,
      projecttasks_id: fk, plan_start_date: timestamp.indexed, plan_end_date: timestamp.indexed,
      real_start_date: timestamp.indexed, real_end_date: timestamp.indexed, planned_duration: int,
      effective_duration: int, projectstates_id: fk, projecttasktypes_id: fk, users_id, percent_done: int.indexed,
      is_milestone: flag.indexed, comments: text, date_mod, date_creation,
    },
  },
  glpi_projecttasktypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_projectteams: {
    columns: { id, projects_id: fk.plain, itemtype: varchar(100), items_id },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'projects_id, itemtype, items_id' },
  },
  glpi_projecttypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
};
