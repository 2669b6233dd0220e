// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  autoupdatesystems_id, bigint, comment, contact, contact_num, date, date_creation, date_mod, entities_id, fk, flag,
  float, groups_id, groups_id_tech, id, int, is_active, is_deleted, is_dynamic, is_recursive, is_template, items_id,
  itemtype, locations_id, manufacturers_id, money, name, otherserial, picture_front, picture_rear, pictures,
  product_number, serial, states_id, string, template_name, text, timestamp, type, users_id, users_id_tech, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const assetsTables: Tables = {
  glpi_agents: {
    columns: {
      id, deviceid: string.required.unique, entities_id, is_recursive, name, agenttypes_id: fk.required,
      last_contact: timestamp, version: string, locked: flag, itemtype, items_id: fk.required.plain,
      useragent: string, tag: string, port: varchar(6), remote_addr: string, threads_networkdiscovery: int.or(1),
      threads_networkinventory: int.or(1), timeout_networkdiscovery: int, timeout_networkinventory: int,
      use_module_wake_on_lan: flag, use_module_computer_inventory: flag, use_module_esx_remote_inventory: flag,
      use_module_remote_inventory: flag, use_module_network_inventory: flag, use_module_network_discovery: flag,
      use_module_package_deployment: flag, use_module_collect_data: flag,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_agenttypes: {
    columns: { id, name },
  },
  glpi_autoupdatesystems: {
    columns: { id, name, comment },
  },
  glpi_cartridgeitems: {
    columns: {
      id, entities_id, is_recursive, name, ref: string, locations_id, cartridgeitemtypes_id: fk, manufacturers_id,
      users_id_tech, groups_id_tech, is_deleted, comment, alarm_threshold: int.or(10).indexed, stock_target: int,
      date_mod, date_creation, pictures,
    },
  },
  glpi_cartridgeitems_printermodels: {
    columns: { id, cartridgeitems_id: fk, printermodels_id: fk.plain },
    unique: { unicity: 'printermodels_id, cartridgeitems_id' },
  },
  glpi_cartridgeitemtypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_cartridges: {
    columns: {
      id, entities_id, cartridgeitems_id: fk, printers_id: fk, date_in: date, date_use: date, date_out: date,
      pages: int, date_mod, date_creation,
    },
  },
  glpi_computerantiviruses: {
    columns: {
      id, computers_id: fk, name, manufacturers_id, antivirus_version: string.indexed,
      signature_version: string.indexed, is_active, is_deleted, is_uptodate: flag.indexed, is_dynamic,
      date_expiration: timestamp.indexed, date_mod, date_creation,
    },
  },
  glpi_computermodels: {
    columns: {
      id, name, comment, product_number, weight: int, required_units: int.or(1), depth: float.or(1),
      power_connections: int, power_consumption: int, is_half_rack: flag, picture_front, picture_rear, pictures,
      date_mod, date_creation,
    },
  },
  glpi_computers: {
    columns: {
      id, entities_id, name, serial, otherserial, contact, contact_num, users_id_tech, groups_id_tech, comment,
      date_mod, autoupdatesystems_id, locations_id, networks_id: fk, computermodels_id: fk, computertypes_id: fk,
      is_template, template_name, manufacturers_id, is_deleted, is_dynamic, users_id, groups_id, states_id,
      ticket_tco: money.nullOr('0.0000'), uuid: string.indexed, date_creation, is_recursive,
      last_inventory_update: timestamp, last_boot: timestamp,
    },
  },
  glpi_computers_items: {
    columns: { id, items_id, computers_id: fk, itemtype, is_deleted, is_dynamic },
    index: { item: 'itemtype, items_id' },
  },
  glpi_computertypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_computervirtualmachines: {
    columns: {
      id, entities_id, computers_id: fk, name: string.or('').indexed, virtualmachinestates_id: fk,
      virtualmachinesystems_id: fk, virtualmachinetypes_id: fk, uuid: string.or('').indexed, vcpu: int.indexed,
      ram: fk.optional, is_deleted, is_dynamic, comment, date_mod, date_creation,
    },
  },
  glpi_consumableitems: {
    columns: {
      id, entities_id, is_recursive, name, ref: string, locations_id, consumableitemtypes_id: fk, manufacturers_id,
      users_id_tech, groups_id_tech, is_deleted, comment, alarm_threshold: int.or(10).indexed, stock_target: int,
      date_mod, date_creation, otherserial, pictures,
    },
  },
  glpi_consumableitemtypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_consumables: {
    columns: {
      id, entities_id, consumableitems_id: fk, date_in: date.indexed, date_out: date.indexed, itemtype: varchar(100),
      items_id, date_mod, date_creation,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_filesystems: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_interfacetypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_items_disks: {
    columns: {
      id, entities_id, itemtype: string, items_id, name, device: string.indexed, mountpoint: string.indexed,
      filesystems_id: fk, totalsize: bigint.indexed, freesize: bigint.indexed, is_deleted, is_dynamic,
      encryption_status: int, encryption_tool: string, encryption_algorithm: string, encryption_type: string,
      date_mod, date_creation,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_operatingsystems: {
    columns: {
      id, items_id, itemtype: string, operatingsystems_id: fk, operatingsystemversions_id: fk,
      operatingsystemservicepacks_id: fk, operatingsystemarchitectures_id: fk, operatingsystemkernelversions_id: fk,
      license_number: string, licenseid: string, company: string, owner: string, hostid: string,
      operatingsystemeditions_id: fk, date_mod, date_creation, is_deleted, is_dynamic, entities_id, is_recursive,
      install_date: date,
    },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'items_id, itemtype, operatingsystems_id, operatingsystemarchitectures_id' },
  },
  glpi_items_softwareversions: {
    columns: {
      id, items_id, itemtype, softwareversions_id: fk, is_deleted_item: flag.indexed, is_template_item: flag.indexed,
      entities_id: fk.plain, is_deleted, is_dynamic, date_install: date.indexed,
    },
    index: { computers_info: 'entities_id, is_template_item, is_deleted_item' },
    unique: { unicity: 'itemtype, items_id, softwareversions_id' },
  },
  glpi_lockedfields: {
    columns: {
      id, itemtype: varchar(100), items_id, field: varchar(50).required, value: string, date_mod, date_creation,
      is_global: flag.indexed,
    },
    unique: { unicity: 'itemtype, items_id, field' },
  },
  glpi_monitormodels: {
    columns: {
      id, name, comment, product_number, weight: int, required_units: int.or(1), depth: float.or(1),
      power_connections: int, power_consumption: int, is_half_rack: flag, picture_front, picture_rear, pictures,
      date_mod, date_creation,
    },
  },
  glpi_monitors: {
    columns: {
      id, entities_id, name, date_mod, contact, contact_num, users_id_tech, groups_id_tech, comment, serial,
      otherserial, size: type('decimal(5,2)').or('0.00'), have_micro: flag, have_speaker: flag, have_subd: flag,
      have_bnc: flag, have_dvi: flag, have_pivot: flag, have_hdmi: flag, have_displayport: flag, locations_id,
      monitortypes_id: fk, monitormodels_id: fk, manufacturers_id, is_global: flag.indexed, is_deleted, is_template,
      template_name, users_id, groups_id, states_id, ticket_tco: money.nullOr('0.0000'), is_dynamic,
      autoupdatesystems_id, uuid: string.indexed, date_creation, is_recursive,
    },
  },
  glpi_monitortypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_operatingsystemarchitectures: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_operatingsystemeditions: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_operatingsystemkernels: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_operatingsystemkernelversions: {
    columns: { id, operatingsystemkernels_id: fk, name, comment, date_mod, date_creation },
  },
  glpi_operatingsystems: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_operatingsystemservicepacks: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_operatingsystemversions: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_passivedcequipmentmodels: {
    columns: {
      id, name, comment, product_number, weight: int, required_units: int.or(1), depth: float.or(1),
      power_connections: int, power_consumption: int, is_half_rack: flag, picture_front, picture_rear, pictures,
      date_mod, date_creation,
    },
  },
  glpi_passivedcequipments: {
    columns: {
      id, name, entities_id, is_recursive, locations_id, serial: string, otherserial: string,
      passivedcequipmentmodels_id: fk.optional, passivedcequipmenttypes_id: fk, users_id_tech,
      groups_id_tech: fk.plain, is_template, template_name, is_deleted, states_id, comment, manufacturers_id,
      date_mod, date_creation,
    },
    index: { group_id_tech: 'groups_id_tech' },
  },
  glpi_passivedcequipmenttypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_peripheralmodels: {
    columns: {
      id, name, comment, product_number, weight: int, required_units: int.or(1), depth: float.or(1),
      power_connections: int, power_consumption: int, is_half_rack: flag, picture_front, picture_rear, pictures,
      date_mod, date_creation,
    },
  },
  glpi_peripherals: {
    columns: {
      id, entities_id, name, date_mod, contact, contact_num, users_id_tech, groups_id_tech, comment, serial,
      otherserial, locations_id, peripheraltypes_id: fk, peripheralmodels_id: fk, brand: string, manufacturers_id,
      is_global: flag.indexed, is_deleted, is_template, template_name, users_id, groups_id, states_id,
      ticket_tco: money.nullOr('0.0000'), is_dynamic, autoupdatesystems_id, uuid: string.indexed, date_creation,
      is_recursive,
    },
  },
  glpi_peripheraltypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_phonemodels: {
    columns: { id, name, comment, product_number, date_mod, date_creation, picture_front, picture_rear, pictures },
  },
  glpi_phonepowersupplies: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_phones: {
    columns: {
      id, entities_id, name, date_mod, contact, contact_num, users_id_tech, groups_id_tech, comment, serial,
      otherserial, locations_id, phonetypes_id: fk, phonemodels_id: fk, brand: string, phonepowersupplies_id: fk,
      number_line: string, have_headset: flag, have_hp: flag, manufacturers_id, is_global: flag.indexed, is_deleted,
      is_template, template_name, users_id, groups_id, states_id, ticket_tco: money.nullOr('0.0000'), is_dynamic,
      autoupdatesystems_id, uuid: string.indexed, date_creation, is_recursive, last_inventory_update: timestamp,
    },
  },
  glpi_phonetypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_printerlogs: {
    columns: {
      id, printers_id: fk.required.plain, total_pages: int, bw_pages: int, color_pages: int, rv_pages: int,
      prints: int, bw_prints: int, color_prints: int, copies: int, bw_copies: int, color_copies: int, scanned: int,
      date: date.indexed, date_creation, date_mod, faxed: int,
    },
    unique: { unicity: 'printers_id, date' },
  },
  glpi_printermodels: {
    columns: { id, name, comment, product_number, date_mod, date_creation, picture_front, picture_rear, pictures },
  },
  glpi_printers: {
    columns: {
      id, entities_id, is_recursive, name, date_mod, contact, contact_num, users_id_tech, groups_id_tech, serial,
      otherserial, have_serial: flag, have_parallel: flag, have_usb: flag, have_wifi: flag, have_ethernet: flag,
      comment, memory_size: string, locations_id, networks_id: fk, printertypes_id: fk, printermodels_id: fk,
      manufacturers_id, is_global: flag.indexed, is_deleted, is_template, template_name, init_pages_counter: int,
      last_pages_counter: int.indexed, users_id, groups_id, states_id, ticket_tco: money.nullOr('0.0000'), is_dynamic,
      uuid: string.indexed, date_creation, sysdescr: text, last_inventory_update: timestamp, snmpcredentials_id: fk,
      autoupdatesystems_id,
    },
  },
  glpi_printers_cartridgeinfos: {
    columns: {
      id, printers_id: fk.required, property: string.required, value: string.required, date_mod, date_creation,
    },
  },
  glpi_printertypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_refusedequipments: {
    columns: {
      id, name, itemtype: varchar(100), entities_id, ip: text, mac: text, rules_id: fk, method: string,
      serial: string, uuid: string, agents_id: fk, autoupdatesystems_id, date_creation, date_mod,
    },
  },
  glpi_registeredids: {
    columns: { id, name, items_id, itemtype, device_type: varchar(100).required.indexed },
    index: { item: 'itemtype, items_id' },
  },
  glpi_unmanageds: {
    columns: {
      id, entities_id, is_recursive, name, serial, otherserial, contact, contact_num, date_mod, comment, locations_id,
      networks_id: fk, manufacturers_id, is_deleted, users_id, groups_id, states_id, users_id_tech, groups_id_tech,
      is_dynamic, date_creation, autoupdatesystems_id, sysdescr: text, agents_id: fk, itemtype: varchar(100),
      accepted: flag, hub: flag, ip: string, snmpcredentials_id: fk, last_inventory_update: timestamp,
    },
  },
  glpi_virtualmachinestates: {
    columns: { id, name: string.or('').indexed, comment, date_mod, date_creation },
  },
  glpi_virtualmachinesystems: {
    columns: { id, name: string.or('').indexed, comment, date_mod, date_creation },
  },
  glpi_virtualmachinetypes: {
    columns: { id, name: string.or('').indexed, comment, date_mod, date_creation },
  },
};
