// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  actiontime, ancestors_cache, comment, completename, content, date, date_creation, date_mod, entities_id, fk, flag,
  groups_id, groups_id_tech, id, int, is_active, is_deleted, is_recursive, items_id, itemtype, level, locations_id,
  mediumtext, money, name, num, sons_cache, string, text, timestamp, users_id, users_id_tech, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const helpdeskTables: Tables = {
  glpi_groups_tickets: {
    columns: { id, tickets_id: fk.plain, groups_id: fk.plain, type: int.or(1) },
    index: { group: 'groups_id, type' },
    unique: { unicity: 'tickets_id, type, groups_id' },
  },
  glpi_items_tickets: {
    columns: { id, itemtype: string, items_id, tickets_id: fk },
    unique: { unicity: 'itemtype, items_id, tickets_id' },
  },
  glpi_itilcategories: {
    columns: {
      id, entities_id, is_recursive, itilcategories_id: fk, name, completename, comment, level,
      knowbaseitemcategories_id: fk, users_id, groups_id, code: string, ancestors_cache, sons_cache,
      is_helpdeskvisible: flag.or(1).indexed, tickettemplates_id_incident: fk, tickettemplates_id_demand: fk,
      changetemplates_id: fk, problemtemplates_id: fk, is_incident: int.or(1).indexed, is_request: int.or(1).indexed,
      is_problem: int.or(1).indexed, is_change: flag.or(1).indexed, date_mod, date_creation,
    },
  },
  glpi_itilfollowups: {
    columns: {
      id, itemtype, items_id, date: timestamp.indexed, users_id, users_id_editor: fk, content,
      is_private: flag.indexed, requesttypes_id: fk, date_mod, date_creation, timeline_position: flag,
      sourceitems_id: fk, sourceof_items_id: fk,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_itilfollowuptemplates: {
    columns: {
      id, date_creation, date_mod, entities_id, is_recursive, name, content: mediumtext, requesttypes_id: fk,
      is_private: flag.indexed, comment,
    },
  },
  glpi_itilsolutions: {
    columns: {
      id, itemtype, items_id, solutiontypes_id: fk, solutiontype_name: string, content, date_creation, date_mod,
      date_approval: timestamp, users_id, user_name: string, users_id_editor: fk, users_id_approval: fk,
      user_name_approval: string, status: int.or(1).indexed, itilfollowups_id: fk.optional,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_itils_projects: {
    columns: { id, itemtype: varchar(100).or(''), items_id, projects_id: fk },
    unique: { unicity: 'itemtype, items_id, projects_id' },
  },
  glpi_pendingreasons: {
    columns: {
      id, entities_id, is_recursive, name, followup_frequency: int, followups_before_resolution: int,
      itilfollowuptemplates_id: fk, solutiontemplates_id: fk, comment,
    },
  },
  glpi_pendingreasons_items: {
    columns: {
      id, pendingreasons_id: fk, items_id, itemtype: varchar(100).or(''), followup_frequency: int,
      followups_before_resolution: int, bump_count: int, last_bump_date: timestamp, previous_status: int.optional,
    },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'items_id, itemtype' },
  },
  glpi_requesttypes: {
    columns: {
      id, name, is_helpdesk_default: flag.indexed, is_followup_default: flag.indexed, is_mail_default: flag.indexed,
      is_mailfollowup_default: flag.indexed, is_active: flag.or(1).indexed, is_ticketheader: flag.or(1).indexed,
      is_itilfollowup: flag.or(1).indexed, comment, date_mod, date_creation,
    },
  },
  glpi_solutiontemplates: {
    columns: {
      id, entities_id, is_recursive, name, content: mediumtext, solutiontypes_id: fk, comment, date_mod,
      date_creation,
    },
  },
  glpi_solutiontypes: {
    columns: { id, name, comment, entities_id, is_recursive: flag.or(1).indexed, date_mod, date_creation },
  },
  glpi_suppliers_tickets: {
    columns: {
      id, tickets_id: fk.plain, suppliers_id: fk.plain, type: int.or(1), use_notification: flag.or(1),
      alternative_email: string,
    },
    index: { group: 'suppliers_id, type' },
    unique: { unicity: 'tickets_id, type, suppliers_id' },
  },
  glpi_taskcategories: {
    columns: {
      id, entities_id, is_recursive, taskcategories_id: fk, name, completename, comment, level, ancestors_cache,
      sons_cache, is_active: flag.or(1).indexed, is_helpdeskvisible: flag.or(1).indexed, date_mod, date_creation,
      knowbaseitemcategories_id: fk,
    },
  },
  glpi_tasktemplates: {
    columns: {
      id, entities_id, is_recursive, name, content: mediumtext, taskcategories_id: fk, actiontime, comment, date_mod,
      date_creation, state: int, is_private: flag.indexed, users_id_tech, groups_id_tech,
    },
  },
  glpi_ticketcosts: {
    columns: {
      id, tickets_id: fk, name, comment, begin_date: date.indexed, end_date: date.indexed, actiontime,
      cost_time: money, cost_fixed: money, cost_material: money, budgets_id: fk, entities_id,
    },
  },
  glpi_ticketrecurrents: {
    columns: {
      id, name, comment, entities_id, is_recursive, is_active, tickettemplates_id: fk, begin_date: timestamp,
      periodicity: string, create_before: int, next_creation_date: timestamp.indexed, calendars_id: fk,
      end_date: timestamp,
    },
  },
  glpi_tickets: {
    columns: {
      id, entities_id, name, date: timestamp.indexed, closedate: timestamp.indexed, solvedate: timestamp.indexed,
      takeintoaccountdate: timestamp.indexed, date_mod, users_id_lastupdater: fk, status: int.or(1).indexed,
      users_id_recipient: fk, requesttypes_id: fk.plain, content, urgency: int.or(1).indexed,
      impact: int.or(1).indexed, priority: int.or(1).indexed, itilcategories_id: fk, type: int.or(1).indexed,
      global_validation: int.or(1).indexed, slas_id_ttr: fk, slas_id_tto: fk, slalevels_id_ttr: fk,
      time_to_resolve: timestamp.indexed, time_to_own: timestamp.indexed, begin_waiting_date: timestamp,
      sla_waiting_duration: int, ola_waiting_duration: int.indexed, olas_id_tto: fk, olas_id_ttr: fk,
      olalevels_id_ttr: fk, ola_tto_begin_date: timestamp, ola_ttr_begin_date: timestamp,
      internal_time_to_resolve: timestamp.indexed, internal_time_to_own: timestamp.indexed, waiting_duration: int,
      close_delay_stat: int, solve_delay_stat: int, takeintoaccount_delay_stat: int, actiontime, is_deleted,
      locations_id, validation_percent: int, date_creation,
    },
    index: { request_type: 'requesttypes_id' },
  },
  glpi_ticketsatisfactions: {
    columns: {
      id, tickets_id: fk.unique, type: int.or(1), date_begin: timestamp, date_answered: timestamp,
      satisfaction: int.optional, comment,
    },
  },
  glpi_tickets_contracts: {
    columns: { id, tickets_id: fk.plain, contracts_id: fk },
    unique: { unicity: 'tickets_id, contracts_id' },
  },
  glpi_tickets_tickets: {
    columns: { id, tickets_id_1: fk.plain, tickets_id_2: fk, link: int.or(1) },
    unique: { unicity: 'tickets_id_1, tickets_id_2' },
  },
  glpi_tickets_users: {
    columns: {
      id, tickets_id: fk.plain, users_id: fk.plain, type: int.or(1), use_notification: flag.or(1),
      alternative_email: string,
    },
    index: { user: 'users_id, type' },
    unique: { unicity: 'tickets_id, type, users_id, alternative_email' },
  },
  glpi_tickettasks: {
    columns: {
      id, uuid: string.unique, tickets_id: fk, taskcategories_id: fk, date: timestamp.indexed, users_id,
      users_id_editor: fk, content, is_private: flag.indexed, actiontime, begin: timestamp.indexed,
      end: timestamp.indexed, state: int.or(1).indexed, users_id_tech, groups_id_tech, date_mod, date_creation,
      tasktemplates_id: fk, timeline_position: flag, sourceitems_id: fk, sourceof_items_id: fk,
    },
  },
  glpi_tickettemplatehiddenfields: {
    columns: { id, tickettemplates_id: fk.plain, num },
    unique: { unicity: 'tickettemplates_id, num' },
  },
  glpi_tickettemplatemandatoryfields: {
    columns: { id, tickettemplates_id: fk.plain, num },
    unique: { unicity: 'tickettemplates_id, num' },
  },
  glpi_tickettemplatepredefinedfields: {
    columns: { id, tickettemplates_id: fk, num, value: text },
  },
  glpi_tickettemplates: {
    columns: { id, name, entities_id, is_recursive, comment },
  },
  glpi_ticketvalidations: {
    columns: {
      id, entities_id, users_id, tickets_id: fk, users_id_validate: fk, comment_submission: text,
      comment_validation: text, status: int.or(2).indexed, submission_date: timestamp.indexed,
      validation_date: timestamp.indexed, timeline_position: flag,
    },
  },
};
