/** Lists of values that belong nowhere else. */

import { also, changeable, equalsOrNot, fixed, grouped } from '../parts/attributes.ts';
import { commentOption, entityOption, idOption, nameOption, noBase, recursiveOption } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { historized, inEntities, not, translatable } from '../parts/flags.ts';
import { dropdown, treeDropdown } from '../parts/kinds.ts';
import { visibility } from '../parts/labels.ts';
import { heading, own } from '../parts/option.ts';
import { onMap } from '../parts/traits.ts';

export const dropdowns: readonly Declaration[] = [
  dropdown('AutoUpdateSystem', ['Update Source', 'Update Sources'], { lacks: ['date_mod', 'date_creation'] }),
  dropdown('Blacklist', ['Blacklist', 'Blacklists'], {
    right: 'config',
    flags: [not(translatable)],
    options: [own(11, 'Value', 'value', 'text'), own(12, 'Type', 'type', 'specific', equalsOrNot)],
  }),
  dropdown('BlacklistedMailContent', ['Blacklisted mail content', 'Blacklisted mail content'], {
    right: 'config',
    flags: [not(historized), not(translatable)],
    options: [own(11, 'Content', 'content', 'text', fixed)],
  }),
  treeDropdown('BusinessCriticity', ['Business criticity', 'Business criticities'], {}),
  dropdown('FieldUnicity', ['Fields unicity', 'Fields unicity'], {
    right: 'config',
    flags: [inEntities, not(translatable)],
    base: noBase,
    options: [
      heading('common', 'Fields unicity'),
      nameOption,
      idOption,
      own(3, 'Unique fields', 'fields', 'specific', fixed, also('itemtype')),
      own(4, 'Type', 'itemtype', 'itemtypename', fixed, { itemtype_list: 'unicity_types' }),
      own(5, 'Record into the database denied', 'action_refuse', 'bool'),
      own(6, 'Send a notification', 'action_notify', 'bool'),
      recursiveOption,
      commentOption,
      own(30, 'Active', 'is_active', 'bool', fixed),
      entityOption,
    ],
  }),
  dropdown('Fieldblacklist', ['Ignored value for the unicity', 'Ignored values for the unicity'], {
    right: 'config',
    flags: [inEntities, not(translatable)],
    options: [
      own(4, 'Type', 'itemtype', 'itemtypename', fixed, grouped),
      own(6, 'Field', 'field', 'specific', fixed, also('itemtype')),
      own(7, 'Value', 'value', 'specific', fixed, also('itemtype', 'field')),
    ],
  }),
  dropdown('InterfaceType', ['Interface type (Hard drive...)', 'Interface types (Hard drive...)'], {
    flags: [not(translatable)],
  }),
  treeDropdown('Location', ['Location', 'Locations'], {
    right: 'location',
    traits: [onMap],
    options: [
      own(11, 'Building number', 'building', 'text'),
      own(12, 'Room number', 'room', 'text'),
      own(15, 'Address', 'address', 'string', fixed),
      own(17, 'Postal code', 'postcode', 'string', changeable),
      own(18, 'Town', 'town', 'string', changeable),
      own(21, 'Latitude', 'latitude', 'string', fixed),
      own(20, 'Longitude', 'longitude', 'string', fixed),
      own(22, 'Altitude', 'altitude', 'string', fixed),
      own(101, 'Address', 'address', 'string'),
      own(102, 'Postal code', 'postcode', 'string'),
      own(103, 'Town', 'town', 'string'),
      own(104, 'State', 'state', 'string'),
      own(105, 'Country', 'country', 'string'),
    ],
  }),
  dropdown('NetworkEquipmentType', ['Networking equipment type', 'Networking equipment types']),
  dropdown('PCIVendor', ['PCI vendor', 'PCI vendors'], {
    flags: [inEntities],
    options: [own(10, 'Vendor ID', 'vendorid', 'string'), own(11, 'Device ID', 'deviceid', 'string')],
  }),
  treeDropdown('State', ['Status of items', 'Statuses of items'], {
    right: 'state',
    emptyValues: {
      is_visible_appliance: 1,
      is_visible_cable: 1,
      is_visible_certificate: 1,
      is_visible_cluster: 1,
      is_visible_computer: 1,
      is_visible_contract: 1,
      is_visible_databaseinstance: 1,
      is_visible_enclosure: 1,
      is_visible_line: 1,
      is_visible_monitor: 1,
      is_visible_networkequipment: 1,
      is_visible_passivedcequipment: 1,
      is_visible_pdu: 1,
      is_visible_peripheral: 1,
      is_visible_phone: 1,
      is_visible_printer: 1,
      is_visible_rack: 1,
      is_visible_softwarelicense: 1,
      is_visible_softwareversion: 1,
      is_visible_unmanaged: 1,
    },
    options: [
      own(21, visibility('Computers'), 'is_visible_computer', 'bool'),
      own(22, visibility('Versions'), 'is_visible_softwareversion', 'bool'),
      own(23, visibility('Monitors'), 'is_visible_monitor', 'bool'),
      own(24, visibility('Printers'), 'is_visible_printer', 'bool'),
      own(25, visibility('Peripherals'), 'is_visible_peripheral', 'bool'),
      own(26, visibility('Phones'), 'is_visible_phone', 'bool'),
      own(27, visibility('Network devices'), 'is_visible_networkequipment', 'bool'),
      own(28, visibility('Licenses'), 'is_visible_softwarelicense', 'bool'),
      own(29, visibility('Certificates'), 'is_visible_certificate', 'bool'),
      own(30, visibility('Racks'), 'is_visible_rack', 'bool'),
      own(31, visibility('Lines'), 'is_visible_line', 'bool'),
      own(32, visibility('Enclosures'), 'is_visible_enclosure', 'bool'),
      own(33, visibility('PDUs'), 'is_visible_pdu', 'bool'),
      own(34, visibility('Clusters'), 'is_visible_cluster', 'bool'),
      own(35, visibility('Passive devices'), 'is_visible_passivedcequipment', 'bool'),
      own(36, visibility('Contracts'), 'is_visible_contract', 'bool'),
      own(37, visibility('Appliances'), 'is_visible_appliance', 'bool'),
      own(38, visibility('Cables'), 'is_visible_cable', 'bool'),
      own(39, visibility('Database instances'), 'is_visible_databaseinstance', 'bool'),
    ],
  }),
  dropdown('USBVendor', ['USB vendor', 'USB vendors'], {
    flags: [inEntities],
    options: [own(10, 'Vendor ID', 'vendorid', 'string'), own(11, 'Device ID', 'deviceid', 'string')],
  }),
];
