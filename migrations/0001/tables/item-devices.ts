// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  busID, comment, date, entities_id, fk, groups_id, id, int, is_deleted, is_dynamic, is_recursive, items_id, itemtype,
  locations_id, otherserial, serial, states_id, string, users_id,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const itemDevicesTables: Tables = {
  glpi_items_devicebatteries: {
    columns: {
      id, items_id, itemtype: string, devicebatteries_id: fk, manufacturing_date: date, is_deleted, is_dynamic,
      entities_id, is_recursive, serial, otherserial, locations_id, states_id, real_capacity: int,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicecameras: {
    columns: {
      id, items_id: fk, itemtype: string, devicecameras_id: fk, is_deleted, is_dynamic, entities_id, is_recursive,
      locations_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicecameras_imageformats: {
    columns: { id, items_devicecameras_id: fk, imageformats_id: fk, is_dynamic, is_deleted },
  },
  glpi_items_devicecameras_imageresolutions: {
    columns: { id, items_devicecameras_id: fk, imageresolutions_id: fk, is_dynamic, is_deleted },
  },
  glpi_items_devicecases: {
    columns: {
      id, items_id, itemtype: string, devicecases_id: fk, is_deleted, is_dynamic, entities_id, is_recursive, serial,
      otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicecontrols: {
    columns: {
      id, items_id, itemtype: string, devicecontrols_id: fk, is_deleted, is_dynamic, entities_id, is_recursive,
      serial, busID, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicedrives: {
    columns: {
      id, items_id, itemtype: string, devicedrives_id: fk, is_deleted, is_dynamic, entities_id, is_recursive, serial,
      busID, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicefirmwares: {
    columns: {
      id, items_id, itemtype: string, devicefirmwares_id: fk, is_deleted, is_dynamic, entities_id, is_recursive,
      serial, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicegenerics: {
    columns: {
      id, items_id, itemtype: string, devicegenerics_id: fk, is_deleted, is_dynamic, entities_id, is_recursive,
      serial, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicegraphiccards: {
    columns: {
      id, items_id, itemtype: string, devicegraphiccards_id: fk, memory: int, is_deleted, is_dynamic, entities_id,
      is_recursive, serial, busID, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id', specificity: 'memory' },
  },
  glpi_items_deviceharddrives: {
    columns: {
      id, items_id, itemtype: string, deviceharddrives_id: fk, capacity: int, serial, is_deleted, is_dynamic,
      entities_id, is_recursive, busID, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id', specificity: 'capacity' },
  },
  glpi_items_devicememories: {
    columns: {
      id, items_id, itemtype: string, devicememories_id: fk, size: int, serial, is_deleted, is_dynamic, entities_id,
      is_recursive, busID, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id', specificity: 'size' },
  },
  glpi_items_devicemotherboards: {
    columns: {
      id, items_id, itemtype: string, devicemotherboards_id: fk, is_deleted, is_dynamic, entities_id, is_recursive,
      serial, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicenetworkcards: {
    columns: {
      id, items_id, itemtype: string, devicenetworkcards_id: fk, mac: string, is_deleted, is_dynamic, entities_id,
      is_recursive, serial, busID, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id', specificity: 'mac' },
  },
  glpi_items_devicepcis: {
    columns: {
      id, items_id, itemtype: string, devicepcis_id: fk, is_deleted, is_dynamic, entities_id, is_recursive, serial,
      busID, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicepowersupplies: {
    columns: {
      id, items_id, itemtype: string, devicepowersupplies_id: fk, is_deleted, is_dynamic, entities_id, is_recursive,
      serial, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_deviceprocessors: {
    columns: {
      id, items_id, itemtype: string, deviceprocessors_id: fk, frequency: int, serial, is_deleted, is_dynamic,
      nbcores: int.optional.indexed, nbthreads: int.optional.indexed, entities_id, is_recursive, busID, otherserial,
      locations_id, states_id,
    },
    index: { item: 'itemtype, items_id', specificity: 'frequency' },
  },
  glpi_items_devicesensors: {
    columns: {
      id, items_id, itemtype: string, devicesensors_id: fk, is_deleted, is_dynamic, entities_id, is_recursive, serial,
      otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicesimcards: {
    columns: {
      id, items_id, itemtype, devicesimcards_id: fk, is_deleted, is_dynamic, entities_id, is_recursive, serial,
      otherserial, states_id, locations_id, lines_id: fk, users_id, groups_id, pin: string.or(''),
      pin2: string.or(''), puk: string.or(''), puk2: string.or(''), msin: string.or(''), comment,
    },
    index: { item: 'itemtype, items_id' },
  },
  glpi_items_devicesoundcards: {
    columns: {
      id, items_id, itemtype: string, devicesoundcards_id: fk, is_deleted, is_dynamic, entities_id, is_recursive,
      serial, busID, otherserial, locations_id, states_id,
    },
    index: { item: 'itemtype, items_id' },
  },
};
