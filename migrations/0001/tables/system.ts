// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  comment, date_creation, date_mod, entities_id, fk, float, id, int, is_recursive, items_id, itemtype, level, name,
  string, text, timestamp, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const systemTables: Tables = {
  glpi_configs: {
    columns: { id, context: varchar(150), name: varchar(150).indexed, value: text },
    unique: { unicity: 'context, name' },
  },
  glpi_crontasklogs: {
    columns: {
      id, crontasks_id: fk.required, crontasklogs_id: fk.required.plain,
      date: timestamp.or('current_timestamp()').indexed, state: int.required, elapsed: float.required,
      volume: int.required, content: string,
    },
    index: { crontasklogs_id_state: 'crontasklogs_id, state' },
  },
  glpi_crontasks: {
    columns: {
      id, itemtype, name: varchar(150).required.indexed, frequency: int.required, param: int.optional,
      state: int.or(1), mode: int.or(1).indexed, allowmode: int.or(3), hourmin: int, hourmax: int.or(24),
      logs_lifetime: int.or(30), lastrun: timestamp, lastcode: int.optional, comment, date_mod, date_creation,
    },
    unique: { unicity: 'itemtype, name' },
  },
  glpi_events: {
    columns: { id, items_id, type: string, date: timestamp.indexed, service: string, level, message: text },
    index: { item: 'type, items_id' },
  },
  glpi_logs: {
    columns: {
      id, itemtype: varchar(100).or(''), items_id, itemtype_link: varchar(100).or('').indexed, linked_action: int,
      user_name: string, date_mod, id_search_option: int.indexed, old_value: string, new_value: string,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_pcivendors: {
    columns: {
      id, entities_id, is_recursive, vendorid: varchar(4).required, deviceid: varchar(4).indexed, name, comment,
      date_creation, date_mod,
    },
    unique: { unicity: 'vendorid, deviceid' },
  },
  glpi_plugins: {
    columns: {
      id, directory: string.required, name: string.required.indexed, version: string.required, state: int.indexed,
      author: string, homepage: string, license: string,
    },
    unique: { unicity: 'directory' },
  },
  glpi_usbvendors: {
    columns: {
      id, entities_id, is_recursive, vendorid: varchar(4).required, deviceid: varchar(4).indexed, name, comment,
      date_creation, date_mod,
    },
    unique: { unicity: 'vendorid, deviceid' },
  },
};
