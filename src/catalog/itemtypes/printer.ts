/** Printers. */

import {
  alternateUserOptions,
  globalOption,
  inChargeOptions,
  ownerOptions,
  serialOptions,
  snmpOptions,
  socketOptions,
  templateNameOption,
} from '../parts/asset-options.ts';
import { fixed, unsearchable, unsortable } from '../parts/attributes.ts';
import {
  commentOption,
  creationDateOption,
  fixedEntityOption,
  idOption,
  manufacturerOption,
  updateDateOption,
} from '../parts/base-options.ts';
import { cartridgeUseOptions } from '../parts/cartridge-options.ts';
import { componentOptions } from '../parts/component-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { dynamic, historized, inEntities, templated, trashable, withNotepad } from '../parts/flags.ts';
import { item } from '../parts/kinds.ts';
import { locationOptions } from '../parts/location-options.ts';
import { notepadOptions } from '../parts/notepad-options.ts';
import { of, own } from '../parts/option.ts';
import { clonable, inventoriable } from '../parts/traits.ts';

export const printer: readonly Declaration[] = [
  item('Printer', ['Printer', 'Printers'], {
    right: 'printer',
    traits: [clonable, inventoriable],
    flags: [inEntities, trashable, templated, dynamic, historized, withNotepad],
    forwardEntityTo: [
      'Infocom',
      'NetworkPort',
      'ReservationItem',
      'Item_OperatingSystem',
      'Item_Disk',
      'Item_SoftwareVersion',
    ],
    cloneRelations: [
      'Item_OperatingSystem',
      'Item_Devices',
      'Infocom',
      'NetworkPort',
      'Contract_Item',
      'Document_Item',
      'Computer_Item',
      'KnowbaseItem_Item',
    ],
    options: [
      idOption,
      ...locationOptions,
      of('glpi_printertypes', 4, 'Type', 'name', 'dropdown'),
      of('glpi_printermodels', 40, 'Model', 'name', 'dropdown'),
      of('glpi_states', 31, 'Status', 'completename', 'dropdown', { condition: { is_visible_printer: 1 } }),
      ...serialOptions,
      ...alternateUserOptions,
      ...ownerOptions,
      of('glpi_autoupdatesystems', 72, 'Update Source', 'name', 'dropdown'),
      of('glpi_snmpcredentials', 73, 'SNMP credential', 'name', 'dropdown'),
      updateDateOption,
      creationDateOption,
      commentOption,
      own(42, 'Serial', 'have_serial', 'bool'),
      own(43, 'Parallel', 'have_parallel', 'bool'),
      own(44, 'USB', 'have_usb', 'bool'),
      own(45, 'Ethernet', 'have_ethernet', 'bool'),
      own(46, 'Wifi', 'have_wifi', 'bool'),
      own(13, 'Memory', 'memory_size', 'integer'),
      own(11, 'Initial page counter', 'init_pages_counter', 'number', unsearchable),
      own(12, 'Current counter of pages', 'last_pages_counter', 'number'),
      own(9, 'Cartridges', '_virtual', 'specific', fixed, unsearchable, unsortable),
      ...cartridgeUseOptions,
      of('glpi_networks', 32, 'Network', 'name', 'dropdown'),
      manufacturerOption,
      ...inChargeOptions,
      templateNameOption,
      fixedEntityOption,
      globalOption,
      own(83, 'Last inventory date', 'last_inventory_update', 'datetime', fixed),
      own(47, 'UUID', 'uuid', 'string'),
      ...notepadOptions,
      ...componentOptions('Printer', ['firmware', 'memory', 'hardDrive', 'networkCard']),
      ...socketOptions,
      ...snmpOptions,
    ],
  }),
];
