// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  autoupdatesystems_id, comment, contact, contact_num, date, date_creation, date_mod, entities_id, fk, flag, float,
  groups_id, groups_id_tech, id, int, is_active, is_deleted, is_dynamic, is_recursive, is_template, items_id,
  itemtype, locations_id, manufacturers_id, name, otherserial, picture_front, picture_rear, pictures, product_number,
  serial, states_id, string, template_name, text, timestamp, users_id, users_id_tech, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const datacenterTables: Tables = {
  glpi_applianceenvironments: {
    columns: { id, name, comment },
  },
  glpi_appliances: {
    columns: {
      id, entities_id, is_recursive, name: string.or('').indexed, is_deleted, appliancetypes_id: fk, comment,
      locations_id, manufacturers_id, applianceenvironments_id: fk, users_id, users_id_tech, groups_id,
      groups_id_tech, date_mod, date_creation, states_id, externalidentifier: string, serial, otherserial, contact,
      contact_num, is_helpdesk_visible: flag.or(1).indexed, pictures,
    },
    unique: { unicity: 'externalidentifier' },
  },
  glpi_appliances_items: {
    columns: { id, appliances_id: fk.plain, items_id, itemtype: varchar(100).or('') },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'appliances_id, items_id, itemtype' },
  },
  glpi_appliances_items_relations: {
    columns: { id, appliances_items_id: fk, itemtype, items_id },
    index: { item: 'itemtype, items_id' },
  },
  glpi_appliancetypes: {
    columns: { id, entities_id, is_recursive, name: string.or('').indexed, comment, externalidentifier: string.unique },
  },
  glpi_certificates: {
    columns: {
      id, name, serial: string, otherserial: string, entities_id, is_recursive, comment, is_deleted, is_template,
      template_name, certificatetypes_id: fk, dns_name: string, dns_suffix: string, users_id_tech, groups_id_tech,
      locations_id, manufacturers_id, contact, contact_num, users_id, groups_id, is_autosign: flag,
      date_expiration: date, states_id, command: text, certificate_request: text, certificate_item: text,
      date_creation, date_mod,
    },
  },
  glpi_certificates_items: {
    columns: { id, certificates_id: fk.plain, items_id, itemtype, date_creation, date_mod },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'certificates_id, itemtype, items_id' },
  },
  glpi_certificatetypes: {
    columns: { id, entities_id, is_recursive, name, comment, date_creation, date_mod },
  },
  glpi_clusters: {
    columns: {
      id, entities_id, is_recursive, name, uuid: string, version: string, users_id_tech, groups_id_tech: fk.plain,
      is_deleted, states_id, comment, clustertypes_id: fk, autoupdatesystems_id, date_mod, date_creation,
    },
    index: { group_id_tech: 'groups_id_tech' },
  },
  glpi_clustertypes: {
    columns: { id, entities_id, is_recursive, name, comment, date_creation, date_mod },
  },
  glpi_databaseinstancecategories: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_databaseinstances: {
    columns: {
      id, entities_id, is_recursive, name: string.or('').indexed, version: string.or(''), port: varchar(10).or(''),
      path: string.or(''), size: int, databaseinstancetypes_id: fk, databaseinstancecategories_id: fk, locations_id,
      manufacturers_id, users_id_tech, groups_id_tech, states_id, itemtype: varchar(100).or(''), items_id,
      is_onbackup: flag, is_active, is_deleted, is_helpdesk_visible: flag.or(1).indexed, is_dynamic,
      autoupdatesystems_id, date_creation, date_mod, date_lastboot: timestamp, date_lastbackup: timestamp, comment,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_databaseinstancetypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_databases: {
    columns: {
      id, entities_id, is_recursive, name: string.or('').indexed, size: int, databaseinstances_id: fk,
      is_onbackup: flag, is_active, is_deleted, is_dynamic, date_creation, date_mod, date_update: timestamp,
      date_lastbackup: timestamp,
    },
  },
  glpi_datacenters: {
    columns: { id, name, entities_id, is_recursive, locations_id, is_deleted, date_mod, date_creation, pictures },
  },
  glpi_dcrooms: {
    columns: {
      id, name, entities_id, is_recursive, locations_id, vis_cols: int.optional, vis_rows: int.optional,
      blueprint: text, datacenters_id: fk, is_deleted, date_mod, date_creation,
    },
  },
  glpi_domainrecords: {
    columns: {
      id, name, data: text, data_obj: text, entities_id, is_recursive, domains_id: fk, domainrecordtypes_id: fk,
      ttl: int.required, users_id_tech, groups_id_tech, is_deleted, comment, date_mod, date_creation,
    },
  },
  glpi_domainrecordtypes: {
    columns: { id, name, fields: text, entities_id, is_recursive, comment },
  },
  glpi_domainrelations: {
    columns: { id, name, entities_id, is_recursive, comment },
  },
  glpi_domains: {
    columns: {
      id, name, entities_id, is_recursive, domaintypes_id: fk, date_expiration: timestamp.indexed,
      date_domaincreation: timestamp.indexed, users_id_tech, groups_id_tech, is_deleted, comment, is_template,
      template_name, is_active, date_mod, date_creation,
    },
  },
  glpi_domains_items: {
    columns: { id, domains_id: fk.plain, items_id, itemtype, domainrelations_id: fk, is_dynamic, is_deleted },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'domains_id, itemtype, items_id' },
  },
  glpi_domaintypes: {
    columns: { id, name, entities_id, is_recursive, comment },
  },
  glpi_enclosuremodels: {
    columns: {
      id, name, comment, product_number, weight: int, required_units: int.or(1), depth: float.or(1),
      power_connections: int, power_consumption: int, is_half_rack: flag, picture_front, picture_rear, pictures,
      date_mod, date_creation,
    },
  },
  glpi_enclosures: {
    columns: {
      id, name, entities_id, is_recursive, locations_id, serial: string, otherserial: string,
      enclosuremodels_id: fk.optional, users_id_tech, groups_id_tech: fk.plain, is_template, template_name,
      is_deleted, orientation: flag.optional, power_supplies: flag, states_id, comment, manufacturers_id, date_mod,
      date_creation,
    },
    index: { group_id_tech: 'groups_id_tech' },
  },
  glpi_items_clusters: {
    columns: { id, clusters_id: fk.plain, itemtype: varchar(100), items_id },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'clusters_id, itemtype, items_id' },
  },
  glpi_items_enclosures: {
    columns: {
      id, enclosures_id: fk.required.plain, itemtype: string.required, items_id: fk.required.plain,
      position: int.required,
    },
    index: { relation: 'enclosures_id, itemtype, items_id' },
    unique: { item: 'itemtype, items_id' },
  },
  glpi_items_racks: {
    columns: {
      id, racks_id: fk.required.plain, itemtype: string.required, items_id: fk.required.plain, position: int.required,
      orientation: flag.optional, bgcolor: varchar(7), hpos: flag, is_reserved: flag,
    },
    index: { relation: 'racks_id, itemtype, items_id' },
    unique: { item: 'itemtype, items_id, is_reserved' },
  },
  glpi_lineoperators: {
    columns: {
      id, name: string.or('').indexed, comment, mcc: int.optional, mnc: int.optional, entities_id, is_recursive,
      date_mod, date_creation,
    },
    unique: { unicity: 'mcc, mnc' },
  },
  glpi_lines: {
    columns: {
      id, name: string.or('').indexed, entities_id, is_recursive, is_deleted, caller_num: string.or(''),
      caller_name: string.or(''), users_id, groups_id, lineoperators_id: fk, locations_id, states_id,
      linetypes_id: fk, date_creation, date_mod, comment,
    },
  },
  glpi_linetypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_pdumodels: {
    columns: {
      id, name, comment, product_number, weight: int, required_units: int.or(1), depth: float.or(1),
      power_connections: int, max_power: int, is_half_rack: flag, picture_front, picture_rear, pictures,
      is_rackable: flag.indexed, date_mod, date_creation,
    },
  },
  glpi_pdus: {
    columns: {
      id, name, entities_id, is_recursive, locations_id, serial: string, otherserial: string,
      pdumodels_id: fk.optional, users_id_tech, groups_id_tech: fk.plain, is_template, template_name, is_deleted,
      states_id, comment, manufacturers_id, pdutypes_id: fk, date_mod, date_creation,
    },
    index: { group_id_tech: 'groups_id_tech' },
  },
  glpi_pdus_plugs: {
    columns: { id, plugs_id: fk, pdus_id: fk, number_plugs: int.nullOr(0), date_mod, date_creation },
  },
  glpi_pdus_racks: {
    columns: {
      id, racks_id: fk, pdus_id: fk, side: int.nullOr(0), position: int.required, bgcolor: varchar(7), date_mod,
      date_creation,
    },
  },
  glpi_pdutypes: {
    columns: { id, entities_id, is_recursive, name, comment, date_creation, date_mod },
  },
  glpi_plugs: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_rackmodels: {
    columns: { id, name, comment, product_number, date_mod, date_creation, pictures },
  },
  glpi_racks: {
    columns: {
      id, name, comment, entities_id, is_recursive, locations_id, serial: string, otherserial: string,
      rackmodels_id: fk.optional, manufacturers_id, racktypes_id: fk, states_id, users_id_tech,
      groups_id_tech: fk.plain, width: int.optional, height: int.optional, depth: int.optional,
      number_units: int.nullOr(0), is_template, template_name, is_deleted, dcrooms_id: fk, room_orientation: int,
      position: varchar(50), bgcolor: varchar(7), max_power: int, mesured_power: int, max_weight: int, date_mod,
      date_creation,
    },
    index: { group_id_tech: 'groups_id_tech' },
  },
  glpi_racktypes: {
    columns: { id, entities_id, is_recursive, name, comment, date_creation, date_mod },
  },
};
