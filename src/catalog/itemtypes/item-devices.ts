/** Components as they are built into items. */

import { componentOptions } from '../parts/asset-options.ts';
import { changeable, undisplayable, unsearchable } from '../parts/attributes.ts';
import { entityOption } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { inEntities, lockedWhenDynamic, not, translatable, trashable } from '../parts/flags.ts';
import { dropdown, itemDevice, relation } from '../parts/kinds.ts';
import { composed } from '../parts/labels.ts';
import { owner, side } from '../parts/links.ts';
import { of, own } from '../parts/option.ts';

export const itemDevices: readonly Declaration[] = [
  dropdown('ImageFormat', ['Image format', 'Image formats'], { flags: [inEntities, not(translatable)] }),
  dropdown('ImageResolution', ['Resolution', 'Resolutions'], { flags: [inEntities, not(translatable)] }),
  itemDevice('Item_DeviceBattery', ['Battery item', 'Battery items'], {
    options: [
      ...componentOptions,
      own(20, 'Manufacturing date', 'manufacturing_date', 'date', changeable),
      own(21, 'Real capacity (mWh)', 'real_capacity', 'progressbar', changeable),
      entityOption,
    ],
  }),
  itemDevice('Item_DeviceCamera', ['Camera item', 'Camera items'], {
    options: [entityOption],
  }),
  relation('Item_DeviceCamera_ImageFormat', ['Format', 'Formats'], {
    flags: [lockedWhenDynamic, trashable],
    relation: [owner('Item_DeviceCamera'), side('ImageFormat')],
  }),
  relation('Item_DeviceCamera_ImageResolution', ['Resolution', 'Resolutions'], {
    flags: [lockedWhenDynamic, trashable],
    relation: [owner('Item_DeviceCamera'), side('ImageResolution')],
  }),
  itemDevice('Item_DeviceCase', ['Case item', 'Case items'], {
    options: [...componentOptions, entityOption],
  }),
  itemDevice('Item_DeviceControl', ['Controller item', 'Controller items'], {
    options: [...componentOptions, own(11, 'Position of the device on its bus', 'busID', '', changeable), entityOption],
  }),
  itemDevice('Item_DeviceDrive', ['Drive item', 'Drive items'], {
    options: [...componentOptions, own(11, 'Position of the device on its bus', 'busID', '', changeable), entityOption],
  }),
  itemDevice('Item_DeviceFirmware', ['Firmware item', 'Firmware items'], {
    options: [...componentOptions, entityOption],
  }),
  itemDevice('Item_DeviceGeneric', ['Generic device item', 'Generic device items'], {
    options: [...componentOptions, entityOption],
  }),
  itemDevice('Item_DeviceGraphicCard', ['Graphics card item', 'Graphics card items'], {
    options: [
      own(20, composed('%1$s (%2$s)', 'Memory', 'Mio'), 'memory', 'integer', changeable),
      ...componentOptions,
      own(11, 'Position of the device on its bus', 'busID', '', changeable),
      entityOption,
    ],
  }),
  itemDevice('Item_DeviceHardDrive', ['Hard drive item', 'Hard drive items'], {
    options: [
      own(20, composed('%1$s (%2$s)', 'Capacity', 'Mio'), 'capacity', 'integer', changeable),
      ...componentOptions,
      own(11, 'Position of the device on its bus', 'busID', '', changeable),
      entityOption,
    ],
  }),
  itemDevice('Item_DeviceMemory', ['Memory item', 'Memory items'], {
    options: [
      own(20, composed('%1$s (%2$s)', 'Size', 'Mio'), 'size', 'integer', changeable),
      ...componentOptions,
      own(11, 'Position of the device on its bus', 'busID', '', changeable),
      entityOption,
    ],
  }),
  itemDevice('Item_DeviceMotherboard', ['System board item', 'System board items'], {
    options: [...componentOptions, entityOption],
  }),
  itemDevice('Item_DeviceNetworkCard', ['Network card item', 'Network card items'], {
    options: [
      own(20, 'MAC address', 'mac', 'mac', changeable),
      ...componentOptions,
      own(11, 'Position of the device on its bus', 'busID', '', changeable),
      entityOption,
    ],
  }),
  itemDevice('Item_DevicePci', ['PCI device item', 'PCI device items'], {
    options: [...componentOptions, own(11, 'Position of the device on its bus', 'busID', '', changeable), entityOption],
  }),
  itemDevice('Item_DevicePowerSupply', ['Power supply item', 'Power supply items'], {
    options: [...componentOptions, entityOption],
  }),
  itemDevice('Item_DeviceProcessor', ['Processor item', 'Processor items'], {
    options: [
      own(20, composed('%1$s (%2$s)', 'Frequency', 'MHz'), 'frequency', 'integer', changeable),
      ...componentOptions,
      own(21, 'Number of cores', 'nbcores', 'integer', changeable),
      own(22, 'Number of threads', 'nbthreads', 'integer', changeable),
      own(11, 'Position of the device on its bus', 'busID', '', changeable),
      entityOption,
    ],
  }),
  itemDevice('Item_DeviceSensor', ['Sensor item', 'Sensor items'], {
    options: [...componentOptions, entityOption],
  }),
  itemDevice('Item_DeviceSimcard', ['Simcard item', 'Simcard items'], {
    nameField: 'serial',
    undisclosedFields: ['pin', 'pin2', 'puk', 'puk2'],
    options: [
      ...componentOptions,
      own(15, 'PIN code', 'pin', 'text', changeable, unsearchable, undisplayable),
      own(16, 'PIN2 code', 'pin2', 'string', changeable, unsearchable, undisplayable),
      own(17, 'PUK code', 'puk', 'string', changeable, unsearchable, undisplayable),
      own(18, 'PUK2 code', 'puk2', 'string', changeable, unsearchable, undisplayable),
      of('glpi_lines', 19, 'Line', 'name', 'dropdown', changeable),
      own(20, 'Mobile Subscriber Identification Number', 'msin', 'string', changeable),
      of('glpi_users', 21, 'User', 'name', 'dropdown', changeable),
      of('glpi_groups', 22, 'Group', 'name', 'dropdown', changeable),
      entityOption,
    ],
  }),
  itemDevice('Item_DeviceSoundCard', ['Soundcard item', 'Soundcard items'], {
    options: [...componentOptions, own(11, 'Position of the device on its bus', 'busID', '', changeable), entityOption],
  }),
];
