// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  comment, date, date_creation, date_mod, designation, entities_id, fk, flag, id, int, is_recursive, locations_id,
  manufacturers_id, name, product_number, states_id, string,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const devicesTables: Tables = {
  glpi_devicebatteries: {
    columns: {
      id, designation, comment, manufacturers_id, voltage: int.optional, capacity: int.optional,
      devicebatterytypes_id: fk, entities_id, is_recursive, devicebatterymodels_id: fk.optional, date_mod,
      date_creation,
    },
  },
  glpi_devicebatterymodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicebatterytypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_devicecameramodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicecameras: {
    columns: {
      id, designation, flashunit: flag, lensfacing: string, orientation: string, focallength: string,
      sensorsize: string, comment, manufacturers_id, entities_id, is_recursive, devicecameramodels_id: fk.optional,
      support: string, date_mod, date_creation,
    },
  },
  glpi_devicecasemodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicecases: {
    columns: {
      id, designation, devicecasetypes_id: fk, comment, manufacturers_id, entities_id, is_recursive,
      devicecasemodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicecasetypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_devicecontrolmodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicecontrols: {
    columns: {
      id, designation, is_raid: flag, comment, manufacturers_id, interfacetypes_id: fk, entities_id, is_recursive,
      devicecontrolmodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicedrivemodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicedrives: {
    columns: {
      id, designation, is_writer: flag.or(1), speed: string, comment, manufacturers_id, interfacetypes_id: fk,
      entities_id, is_recursive, devicedrivemodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicefirmwaremodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicefirmwares: {
    columns: {
      id, designation, comment, manufacturers_id, date: date, version: string, devicefirmwaretypes_id: fk,
      entities_id, is_recursive, devicefirmwaremodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicefirmwaretypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_devicegenericmodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicegenerics: {
    columns: {
      id, designation, devicegenerictypes_id: fk, comment, manufacturers_id, entities_id, is_recursive, locations_id,
      states_id, devicegenericmodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicegenerictypes: {
    columns: { id, name, comment },
  },
  glpi_devicegraphiccardmodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicegraphiccards: {
    columns: {
      id, designation, interfacetypes_id: fk, comment, manufacturers_id, memory_default: int, entities_id,
      is_recursive, devicegraphiccardmodels_id: fk.optional, chipset: string.indexed, date_mod, date_creation,
    },
  },
  glpi_deviceharddrivemodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_deviceharddrives: {
    columns: {
      id, designation, rpm: string, interfacetypes_id: fk, cache: string, comment, manufacturers_id,
      capacity_default: int, entities_id, is_recursive, deviceharddrivemodels_id: fk.optional, date_mod,
      date_creation,
    },
  },
  glpi_devicememories: {
    columns: {
      id, designation, frequence: string, comment, manufacturers_id, size_default: int, devicememorytypes_id: fk,
      entities_id, is_recursive, devicememorymodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicememorymodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicememorytypes: {
    columns: { id, name, comment, date_mod, date_creation },
  },
  glpi_devicemotherboardmodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicemotherboards: {
    columns: {
      id, designation, chipset: string, comment, manufacturers_id, entities_id, is_recursive,
      devicemotherboardmodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicenetworkcardmodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicenetworkcards: {
    columns: {
      id, designation, bandwidth: string, comment, manufacturers_id, mac_default: string, entities_id, is_recursive,
      devicenetworkcardmodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicepcimodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicepcis: {
    columns: {
      id, designation, comment, manufacturers_id, devicenetworkcardmodels_id: fk, entities_id, is_recursive,
      devicepcimodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicepowersupplies: {
    columns: {
      id, designation, power: string, is_atx: flag.or(1), comment, manufacturers_id, entities_id, is_recursive,
      devicepowersupplymodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicepowersupplymodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_deviceprocessormodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_deviceprocessors: {
    columns: {
      id, designation, frequence: int, comment, manufacturers_id, frequency_default: int,
      nbcores_default: int.optional, nbthreads_default: int.optional, entities_id, is_recursive,
      deviceprocessormodels_id: fk.optional, date_mod, date_creation,
    },
  },
  glpi_devicesensormodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicesensors: {
    columns: {
      id, designation, devicesensortypes_id: fk, devicesensormodels_id: fk, comment, manufacturers_id, entities_id,
      is_recursive, locations_id, states_id, date_mod, date_creation,
    },
  },
  glpi_devicesensortypes: {
    columns: { id, name, comment },
  },
  glpi_devicesimcards: {
    columns: {
      id, designation, comment, entities_id, is_recursive, manufacturers_id, voltage: int.optional,
      devicesimcardtypes_id: fk, date_mod, date_creation, allow_voip: flag,
    },
  },
  glpi_devicesimcardtypes: {
    columns: { id, name: string.or('').indexed, comment, date_mod, date_creation },
  },
  glpi_devicesoundcardmodels: {
    columns: { id, name, comment, product_number },
  },
  glpi_devicesoundcards: {
    columns: {
      id, designation, type: string, comment, manufacturers_id, entities_id, is_recursive,
      devicesoundcardmodels_id: fk.optional, date_mod, date_creation,
    },
  },
};
