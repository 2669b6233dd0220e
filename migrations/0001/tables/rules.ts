// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  char, comment, date_creation, date_mod, entities_id, fk, flag, id, int, is_active, is_recursive, items_id, name,
  string, text, timestamp, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const rulesTables: Tables = {
  glpi_blacklistedmailcontents: {
    columns: { id, name, content: text, comment, date_mod, date_creation },
  },
  glpi_blacklists: {
    columns: { id, type: int.indexed, name, value: string, comment, date_mod, date_creation },
  },
  glpi_fieldblacklists: {
    columns: {
      id, name: string.or('').indexed, field: string.or(''), value: string.or(''), itemtype: string.or(''),
      entities_id, is_recursive, comment, date_mod, date_creation,
    },
  },
  glpi_fieldunicities: {
    columns: {
      id, name: string.or('').indexed, is_recursive, itemtype: string.or(''), entities_id, fields: text, is_active,
      action_refuse: flag, action_notify: flag, comment, date_mod, date_creation,
    },
  },
  glpi_ruleactions: {
    columns: { id, rules_id: fk, action_type: string, field: string, value: string },
    index: { field_value: 'field(50), value(50)' },
  },
  glpi_rulecriterias: {
    columns: { id, rules_id: fk, criteria: string, condition: int.indexed, pattern: text },
  },
  glpi_rulematchedlogs: {
    columns: {
      id, date: timestamp, items_id, itemtype: varchar(100), rules_id: fk.optional, agents_id: fk, method: string,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_rulerightparameters: {
    columns: { id, name, value: string, comment, date_mod, date_creation },
  },
  glpi_rules: {
    columns: {
      id, entities_id, sub_type: string.or('').indexed, ranking: int, name, description: text, match: char(10),
      is_active: flag.or(1).indexed, comment, date_mod, is_recursive, uuid: string, condition: int.indexed,
      date_creation,
    },
  },
};
