// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  char, comment, date, date_creation, date_mod, entities_id, fk, flag, id, int, is_recursive, name, string, text,
  time, timestamp,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const serviceLevelsTables: Tables = {
  glpi_calendars: {
    columns: { id, name, entities_id, is_recursive, comment, date_mod, cache_duration: text, date_creation },
  },
  glpi_calendarsegments: {
    columns: { id, calendars_id: fk, entities_id, is_recursive, day: flag.or(1).indexed, begin: time, end: time },
  },
  glpi_calendars_holidays: {
    columns: { id, calendars_id: fk.plain, holidays_id: fk },
    unique: { unicity: 'calendars_id, holidays_id' },
  },
  glpi_holidays: {
    columns: {
      id, name, entities_id, is_recursive, comment, begin_date: date.indexed, end_date: date.indexed,
      is_perpetual: flag.indexed, date_mod, date_creation,
    },
  },
  glpi_olalevelactions: {
    columns: { id, olalevels_id: fk, action_type: string, field: string, value: string },
  },
  glpi_olalevelcriterias: {
    columns: { id, olalevels_id: fk, criteria: string, condition: int.indexed, pattern: string },
  },
  glpi_olalevels: {
    columns: {
      id, name, olas_id: fk, execution_time: int.required, is_active: flag.or(1).indexed, entities_id, is_recursive,
      match: char(10), uuid: string,
    },
  },
  glpi_olalevels_tickets: {
    columns: { id, tickets_id: fk.plain, olalevels_id: fk, date: timestamp },
    unique: { unicity: 'tickets_id, olalevels_id' },
  },
  glpi_olas: {
    columns: {
      id, name, entities_id, is_recursive, type: int, comment, number_time: int.required, use_ticket_calendar: flag,
      calendars_id: fk, date_mod, definition_time: string, end_of_working_day: flag, date_creation, slms_id: fk,
    },
  },
  glpi_slalevelactions: {
    columns: { id, slalevels_id: fk, action_type: string, field: string, value: string },
  },
  glpi_slalevelcriterias: {
    columns: { id, slalevels_id: fk, criteria: string, condition: int.indexed, pattern: string },
  },
  glpi_slalevels: {
    columns: {
      id, name, slas_id: fk, execution_time: int.required, is_active: flag.or(1).indexed, entities_id, is_recursive,
      match: char(10), uuid: string,
    },
  },
  glpi_slalevels_tickets: {
    columns: { id, tickets_id: fk.plain, slalevels_id: fk, date: timestamp },
    unique: { unicity: 'tickets_id, slalevels_id' },
  },
  glpi_slas: {
    columns: {
      id, name, entities_id, is_recursive, type: int, comment, number_time: int.required, use_ticket_calendar: flag,
      calendars_id: fk, date_mod, definition_time: string, end_of_working_day: flag, date_creation, slms_id: fk,
    },
  },
  glpi_slms: {
    columns: {
      id, name, entities_id, is_recursive, comment, use_ticket_calendar: flag, calendars_id: fk, date_mod,
      date_creation,
    },
  },
};
