// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  ancestors_cache, char, comment, completename, date, date_creation, date_mod, entities_id, fk, flag, float, id, int,
  is_active, is_deleted, is_recursive, is_template, items_id, itemtype, level, locations_id, money, name, pictures,
  sons_cache, states_id, string, template_name, text, time, timestamp, users_id,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const managementTables: Tables = {
  glpi_budgets: {
    columns: {
      id, name, entities_id, is_recursive, comment, is_deleted, begin_date: date.indexed, end_date: date.indexed,
      value: money, is_template, template_name, date_mod, date_creation, locations_id, budgettypes_id: fk,
    },
  },
  glpi_budgettypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_businesscriticities: {
    columns: {
      id, name, entities_id, is_recursive, comment, date_mod, date_creation, businesscriticities_id: fk.plain,
      completename, level, ancestors_cache, sons_cache,
    },
    unique: { unicity: 'businesscriticities_id, name' },
  },
  glpi_contacts: {
    columns: {
      id, entities_id, is_recursive, name, firstname: string, registration_number: string, phone: string,
      phone2: string, mobile: string, fax: string, email: string, contacttypes_id: fk, comment, is_deleted,
      usertitles_id: fk, address: text, postcode: string, town: string, state: string, country: string, date_mod,
      date_creation, pictures,
    },
  },
  glpi_contacts_suppliers: {
    columns: { id, suppliers_id: fk.plain, contacts_id: fk },
    unique: { unicity: 'suppliers_id, contacts_id' },
  },
  glpi_contacttypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_contractcosts: {
    columns: {
      id, contracts_id: fk, name, comment, begin_date: date.indexed, end_date: date.indexed, cost: money,
      budgets_id: fk, entities_id, is_recursive,
    },
  },
  glpi_contracts: {
    columns: {
      id, entities_id, is_recursive, name, num: string, contracttypes_id: fk, locations_id, begin_date: date.indexed,
      duration: int, notice: int, periodicity: int, billing: int, comment, accounting_number: string, is_deleted,
      week_begin_hour: time.or('00:00:00'), week_end_hour: time.or('00:00:00'),
      saturday_begin_hour: time.or('00:00:00'), saturday_end_hour: time.or('00:00:00'), use_saturday: flag.indexed,
      sunday_begin_hour: time.or('00:00:00'), sunday_end_hour: time.or('00:00:00'), use_sunday: flag.indexed,
      max_links_allowed: int, alert: int.indexed, renewal: int, template_name, is_template, states_id, date_mod,
      date_creation,
    },
  },
  glpi_contracts_items: {
    columns: { id, contracts_id: fk.plain, items_id, itemtype },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'contracts_id, itemtype, items_id' },
  },
  glpi_contracts_suppliers: {
    columns: { id, suppliers_id: fk.plain, contracts_id: fk },
    unique: { unicity: 'suppliers_id, contracts_id' },
  },
  glpi_contracttypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_documentcategories: {
    columns: {
      id, name, comment, documentcategories_id: fk.plain, completename, level, ancestors_cache, sons_cache, date_mod,
      date_creation,
    },
    unique: { unicity: 'documentcategories_id, name' },
  },
  glpi_documents: {
    columns: {
      id, entities_id, is_recursive, name, filename: string, filepath: string, documentcategories_id: fk,
      mime: string, date_mod, comment, is_deleted, link: string, users_id, tickets_id: fk, sha1sum: char(40).indexed,
      is_blacklisted: flag, tag: string.indexed, date_creation,
    },
  },
  glpi_documents_items: {
    columns: {
      id, documents_id: fk.plain, items_id, itemtype, entities_id, is_recursive, date_mod, users_id: fk.nullOr(0),
      timeline_position: flag.indexed, date_creation, date: timestamp.indexed,
    },
    index: { item: 'itemtype, items_id, entities_id, is_recursive' },
    unique: { unicity: 'documents_id, itemtype, items_id, timeline_position' },
  },
  glpi_documenttypes: {
    columns: {
      id, name, ext: string, icon: string, mime: string, is_uploadable: flag.or(1).indexed, date_mod, comment,
      date_creation,
    },
    unique: { unicity: 'ext' },
  },
  glpi_imageformats: {
    columns: { id, name: string, date_mod, comment, date_creation, entities_id, is_recursive },
    unique: { unicity: 'name' },
  },
  glpi_imageresolutions: {
    columns: { id, name: string, is_video: flag.indexed, date_mod, comment, date_creation, entities_id, is_recursive },
    unique: { unicity: 'name' },
  },
  glpi_infocoms: {
    columns: {
      id, items_id, itemtype, entities_id, is_recursive, buy_date: date.indexed, use_date: date,
      warranty_duration: int, warranty_info: string, suppliers_id: fk, order_number: string, delivery_number: string,
      immo_number: string, value: money, warranty_value: money, sink_time: int, sink_type: int, sink_coeff: float,
      comment, bill: string, budgets_id: fk, alert: int.indexed, order_date: date, delivery_date: date,
      inventory_date: date, warranty_date: date, date_mod, date_creation, decommission_date: timestamp,
      businesscriticities_id: fk,
    },
    unique: { unicity: 'itemtype, items_id' },
  },
  glpi_manufacturers: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_suppliers: {
    columns: {
      id, entities_id, is_recursive, name, suppliertypes_id: fk, registration_number: string, address: text,
      postcode: string, town: string, state: string, country: string, website: string, phonenumber: string, comment,
      is_deleted, fax: string, email: string, date_mod, date_creation, is_active, pictures,
    },
  },
  glpi_suppliertypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
};
