/** Network devices. */

import {
  alternateUserOptions,
  datacenterOptions,
  inChargeOptions,
  inRackOptions,
  ownerOptions,
  serialOptions,
  serverRoomOptions,
  snmpOptions,
  socketOptions,
} from '../parts/asset-options.ts';
import { fixed, undisplayable, unsearchable } from '../parts/attributes.ts';
import {
  commentOption,
  creationDateOption,
  fixedEntityOption,
  idOption,
  manufacturerOption,
  updateDateOption,
} from '../parts/base-options.ts';
import { componentOptions, firmwareVersionOption } from '../parts/component-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { dynamic, historized, inEntities, templated, trashable, withNotepad } from '../parts/flags.ts';
import { item } from '../parts/kinds.ts';
import { composed } from '../parts/labels.ts';
import { locationOptions } from '../parts/location-options.ts';
import { notepadOptions } from '../parts/notepad-options.ts';
import { operatingSystemOptions } from '../parts/operating-system-options.ts';
import { of, own } from '../parts/option.ts';
import { clonable, inventoriable, withBreadcrumb } from '../parts/traits.ts';

export const networkEquipment: readonly Declaration[] = [
  item('NetworkEquipment', ['Network device', 'Network devices'], {
    right: 'networking',
    traits: [clonable, withBreadcrumb, inventoriable],
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
      'KnowbaseItem_Item',
    ],
    options: [
      idOption,
      ...locationOptions,
      of('glpi_networkequipmenttypes', 4, 'Type', 'name', 'dropdown'),
      of('glpi_networkequipmentmodels', 40, 'Model', 'name', 'dropdown'),
      of('glpi_states', 31, 'Status', 'completename', 'dropdown', { condition: { is_visible_networkequipment: 1 } }),
      ...serialOptions,
      ...alternateUserOptions,
      ...ownerOptions,
      of('glpi_autoupdatesystems', 72, 'Update Source', 'name', 'dropdown'),
      of('glpi_snmpcredentials', 73, 'SNMP credential', 'name', 'dropdown'),
      updateDateOption,
      creationDateOption,
      commentOption,
      firmwareVersionOption('NetworkEquipment', 11),
      own(12, 'UUID', 'uuid', 'string'),
      own(14, composed('%1$s (%2$s)', 'Memory', 'Mio'), 'ram', 'number'),
      of('glpi_networks', 32, 'Network', 'name', 'dropdown'),
      manufacturerOption,
      ...inChargeOptions,
      own(65, 'Template name', 'template_name', 'text', fixed, unsearchable, undisplayable),
      fixedEntityOption,
      own(83, 'Last inventory date', 'last_inventory_update', 'datetime', fixed),
      ...operatingSystemOptions('NetworkEquipment'),
      ...notepadOptions,
      ...componentOptions('NetworkEquipment', ['firmware', 'memory', 'hardDrive', 'networkCard', 'powerSupply']),
      ...datacenterOptions,
      ...inRackOptions('NetworkEquipment'),
      ...socketOptions,
      ...snmpOptions,
      ...serverRoomOptions,
    ],
  }),
];
