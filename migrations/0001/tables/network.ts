// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  ancestors_cache, autoupdatesystems_id, bigint, comment, completename, contact, contact_num, date, date_creation,
  date_mod, entities_id, fk, flag, float, groups_id, groups_id_tech, id, int, is_deleted, is_dynamic, is_recursive,
  is_template, items_id, itemtype, level, locations_id, manufacturers_id, money, name, otherserial, picture_front,
  picture_rear, pictures, product_number, serial, sons_cache, states_id, string, template_name, text, timestamp, type,
  users_id, users_id_tech, varchar,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const networkTables: Tables = {
  glpi_cables: {
    columns: {
      id, name, entities_id: fk.plain, is_recursive, itemtype_endpoint_a: string, itemtype_endpoint_b: string,
      items_id_endpoint_a: fk, items_id_endpoint_b: fk, socketmodels_id_endpoint_a: fk,
      socketmodels_id_endpoint_b: fk, sockets_id_endpoint_a: fk, sockets_id_endpoint_b: fk, cablestrands_id: fk,
      color: string, otherserial: string, states_id, users_id_tech, cabletypes_id: fk, comment, date_mod,
      date_creation, is_deleted,
    },
    index: {
      complete: 'entities_id, name', item_endpoint_a: 'itemtype_endpoint_a, items_id_endpoint_a',
      item_endpoint_b: 'itemtype_endpoint_b, items_id_endpoint_b',
    },
  },
  glpi_cablestrands: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_cabletypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_fqdns: {
    columns: { id, entities_id, is_recursive, name, fqdn: string.indexed, comment, date_mod, date_creation },
  },
  glpi_ipaddresses: {
    columns: {
      id, entities_id, items_id, itemtype, version: type('tinyint(3) unsigned').nullOr(0), name, binary_0: fk.plain,
      binary_1: fk.plain, binary_2: fk.plain, binary_3: fk.plain, is_deleted, is_dynamic, mainitems_id: fk.plain,
      mainitemtype: string,
    },
    index: {
      binary: 'binary_0, binary_1, binary_2, binary_3', item: 'itemtype, items_id, is_deleted',
      mainitem: 'mainitemtype, mainitems_id, is_deleted',
    },
  },
  glpi_ipaddresses_ipnetworks: {
    columns: { id, ipaddresses_id: fk.plain, ipnetworks_id: fk },
    unique: { unicity: 'ipaddresses_id, ipnetworks_id' },
  },
  glpi_ipnetworks: {
    columns: {
      id, entities_id: fk.plain, is_recursive, ipnetworks_id: fk, completename, level, ancestors_cache, sons_cache,
      addressable: flag, version: type('tinyint(3) unsigned').nullOr(0), name, address: varchar(40),
      address_0: fk.plain, address_1: fk.plain, address_2: fk.plain, address_3: fk.plain, netmask: varchar(40),
      netmask_0: fk.plain, netmask_1: fk.plain, netmask_2: fk.plain, netmask_3: fk.plain, gateway: varchar(40),
      gateway_0: fk.plain, gateway_1: fk.plain, gateway_2: fk.plain, gateway_3: fk.plain, comment, date_mod,
      date_creation,
    },
    index: {
      address: 'address_0, address_1, address_2, address_3', gateway: 'gateway_0, gateway_1, gateway_2, gateway_3',
      netmask: 'netmask_0, netmask_1, netmask_2, netmask_3', network_definition: 'entities_id, address, netmask',
    },
  },
  glpi_ipnetworks_vlans: {
    columns: { id, ipnetworks_id: fk.plain, vlans_id: fk },
    unique: { link: 'ipnetworks_id, vlans_id' },
  },
  glpi_items_remotemanagements: {
    columns: { id, itemtype: varchar(100), items_id, remoteid: string, type: string, is_dynamic, is_deleted },
    index: { item: 'itemtype, items_id' },
  },
  glpi_networkaliases: {
    columns: { id, entities_id, networknames_id: fk, name, fqdns_id: fk, comment },
  },
  glpi_networkequipmentmodels: {
    columns: {
      id, name, comment, product_number, weight: int, required_units: int.or(1), depth: float.or(1),
      power_connections: int, power_consumption: int, is_half_rack: flag, picture_front, picture_rear, pictures,
      date_mod, date_creation,
    },
  },
  glpi_networkequipments: {
    columns: {
      id, entities_id, is_recursive, name, ram: fk.optional.plain, serial, otherserial, contact, contact_num,
      users_id_tech, groups_id_tech, date_mod, comment, locations_id, networks_id: fk, networkequipmenttypes_id: fk,
      networkequipmentmodels_id: fk, manufacturers_id, is_deleted, is_template, template_name, users_id, groups_id,
      states_id, ticket_tco: money.nullOr('0.0000'), is_dynamic, uuid: string.indexed, date_creation,
      autoupdatesystems_id, sysdescr: text, cpu: int, uptime: string.or(0), last_inventory_update: timestamp,
      snmpcredentials_id: fk,
    },
  },
  glpi_networkequipmenttypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_networkinterfaces: {
    columns: { id, name, comment },
  },
  glpi_networknames: {
    columns: {
      id, entities_id, items_id, itemtype, name: string, comment, fqdns_id: fk, ipnetworks_id: fk, is_deleted,
      is_dynamic, date_mod, date_creation,
    },
    index: { FQDN: 'name, fqdns_id', item: 'itemtype, items_id, is_deleted' },
  },
  glpi_networkportaggregates: {
    columns: { id, networkports_id: fk.unique, networkports_id_list: text, date_mod, date_creation },
  },
  glpi_networkportaliases: {
    columns: { id, networkports_id: fk.unique, networkports_id_alias: fk, date_mod, date_creation },
  },
  glpi_networkportconnectionlogs: {
    columns: {
      id, date: timestamp.indexed, connected: flag, networkports_id_source: fk, networkports_id_destination: fk,
    },
  },
  glpi_networkportdialups: {
    columns: { id, networkports_id: fk.unique, date_mod, date_creation },
  },
  glpi_networkportethernets: {
    columns: {
      id, networkports_id: fk.unique, items_devicenetworkcards_id: fk.plain, type: varchar(10).nullOr('').indexed,
      speed: int.or(10).indexed, date_mod, date_creation,
    },
    index: { card: 'items_devicenetworkcards_id' },
  },
  glpi_networkportfiberchannels: {
    columns: {
      id, networkports_id: fk.unique, items_devicenetworkcards_id: fk.plain,
      networkportfiberchanneltypes_id: fk.plain, wwn: varchar(50).nullOr('').indexed, speed: int.or(10).indexed,
      date_mod, date_creation,
    },
    index: { card: 'items_devicenetworkcards_id', type: 'networkportfiberchanneltypes_id' },
  },
  glpi_networkportfiberchanneltypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_networkportlocals: {
    columns: { id, networkports_id: fk.unique, date_mod, date_creation },
  },
  glpi_networkportmetrics: {
    columns: {
      id, date: date.indexed, ifinbytes: bigint, ifinerrors: bigint, ifoutbytes: bigint, ifouterrors: bigint,
      networkports_id: fk.plain, date_creation, date_mod,
    },
    unique: { unicity: 'networkports_id, date' },
  },
  glpi_networkports: {
    columns: {
      id, items_id, itemtype, entities_id, is_recursive, logical_number: int, name, instantiation_type: string,
      mac: string.indexed, comment, is_deleted, is_dynamic, date_mod, date_creation, ifmtu: int, ifspeed: bigint,
      ifinternalstatus: string, ifconnectionstatus: int, iflastchange: string, ifinbytes: bigint, ifinerrors: bigint,
      ifoutbytes: bigint, ifouterrors: bigint, ifstatus: string, ifdescr: string, ifalias: string, portduplex: string,
      trunk: flag, lastup: timestamp,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_networkports_networkports: {
    columns: { id, networkports_id_1: fk.plain, networkports_id_2: fk },
    unique: { unicity: 'networkports_id_1, networkports_id_2' },
  },
  glpi_networkports_vlans: {
    columns: { id, networkports_id: fk.plain, vlans_id: fk, tagged: flag },
    unique: { unicity: 'networkports_id, vlans_id' },
  },
  glpi_networkporttypes: {
    columns: {
      id, entities_id, is_recursive, value_decimal: int.required.indexed, name, comment, is_importable: flag.indexed,
      instantiation_type: string, date_creation, date_mod,
    },
  },
  glpi_networkportwifis: {
    columns: {
      id, networkports_id: fk.unique, items_devicenetworkcards_id: fk.plain, wifinetworks_id: fk.plain,
      networkportwifis_id: fk, version: varchar(20).indexed, mode: varchar(20).indexed, date_mod, date_creation,
    },
    index: { card: 'items_devicenetworkcards_id', essid: 'wifinetworks_id' },
  },
  glpi_networks: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_snmpcredentials: {
    columns: {
      id, name: varchar(64).indexed, snmpversion: varchar(8).or(1).indexed, community: string, username: string,
      authentication: string, auth_passphrase: string, encryption: string, priv_passphrase: string, is_deleted,
    },
  },
  glpi_socketmodels: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_sockets: {
    columns: {
      id, position: int, locations_id: fk.plain, name, socketmodels_id: fk, wiring_side: flag.nullOr(1).indexed,
      itemtype: string, items_id, networkports_id: fk, comment, date_mod, date_creation,
    },
    index: { item: 'itemtype, items_id', location_name: 'locations_id, name' },
  },
  glpi_vlans: {
    columns: { id, entities_id, is_recursive, name, comment, tag: int.indexed, date_mod, date_creation },
  },
  glpi_vobjects: {
    columns: { id, itemtype: varchar(100), items_id, data: text, date_mod, date_creation },
    index: { item: 'itemtype, items_id' },
    unique: { unicity: 'itemtype, items_id' },
  },
  glpi_wifinetworks: {
    columns: {
      id, entities_id, is_recursive, name, essid: string.indexed, mode: string, comment, date_mod, date_creation,
    },
  },
};
