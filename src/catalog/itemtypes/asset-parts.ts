/** What belongs to assets: types, models, virtual machines, disks, agents. */

import { rackOptions } from '../parts/asset-options.ts';
import { also, equalsOnly, fixed, grouped, unsearchable } from '../parts/attributes.ts';
import { noBase } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import {
  dynamic,
  entityAssigned,
  historized,
  inEntities,
  lockedWhenDynamic,
  not,
  silent,
  translatable,
  trashable,
} from '../parts/flags.ts';
import { children, join, through } from '../parts/joins.ts';
import { assetType, child, dropdown, item, rackableModel, relation } from '../parts/kinds.ts';
import { anyItem, childOf, owner, side, viewCheck } from '../parts/links.ts';
import { heading, of, own } from '../parts/option.ts';
import { inventoriable } from '../parts/traits.ts';

export const assetParts: readonly Declaration[] = [
  item('Agent', ['Agent', 'Agents'], {
    right: 'agent',
    flags: [inEntities, historized],
    historyBlacklist: ['last_contact'],
    base: noBase,
    options: [
      heading('common', 'Agent'),
      own(1, 'Name', 'name', 'itemlink'),
      of('glpi_entities', 2, 'Entity', 'completename', 'dropdown'),
      own(3, 'Child entities', 'is_recursive', 'bool'),
      own(4, 'Last contact', 'last_contact', 'datetime'),
      own(5, 'Locked', 'locked', 'bool'),
      own(6, 'Device id', 'deviceid', 'text', fixed),
      own(8, 'Version', 'version', 'text', fixed),
      own(10, 'Useragent', 'useragent', 'text', fixed),
      own(11, 'Tag', 'tag', 'text', fixed),
      own(14, 'Port', 'port', 'integer'),
      own(
        15,
        'Item',
        'items_id',
        'specific',
        fixed,
        grouped,
        unsearchable,
        equalsOnly,
        also('itemtype'),
        join(children),
      ),
      own(16, 'Public contact address', 'remote_addr', 'text', fixed),
      own(17, 'Wake on LAN', 'use_module_wake_on_lan', 'bool', fixed),
      own(18, 'Computer inventory', 'use_module_computer_inventory', 'bool', fixed),
      own(19, 'ESX remote inventory', 'use_module_esx_remote_inventory', 'bool', fixed),
      own(20, 'Network inventory (SNMP)', 'use_module_network_inventory', 'bool', fixed),
      own(21, 'Network discovery (SNMP)', 'use_module_network_discovery', 'bool', fixed),
      own(22, 'Package Deployment', 'use_module_package_deployment', 'bool', fixed),
      own(23, 'Collect data', 'use_module_collect_data', 'bool', fixed),
      own(24, 'Remote inventory', 'use_module_remote_inventory', 'bool', fixed),
    ],
  }),
  item('AgentType', ['Agent type', 'Agents types']),
  child('ComputerAntivirus', ['Antivirus', 'Antiviruses'], {
    flags: [inEntities, lockedWhenDynamic, trashable],
    child: childOf('Computer'),
    lacks: ['is_recursive'],
    options: [
      own(2, 'Version', 'antivirus_version', 'string', fixed),
      own(3, 'Signature database version', 'signature_version', 'string', fixed),
    ],
  }),
  rackableModel('ComputerModel', ['Computer model', 'Computer models'], { options: rackOptions }),
  assetType('ComputerType', ['Computer type', 'Computer types']),
  child('ComputerVirtualMachine', ['Virtualization', 'Virtualization'], {
    flags: [inEntities, trashable, dynamic],
    child: childOf('Computer'),
    emptyValues: { ram: '0', vcpu: '0' },
    lacks: ['is_recursive'],
    options: [
      own(2, 'UUID', 'uuid', 'string', fixed),
      own(3, 'Memory', 'ram', 'string', fixed),
      own(4, 'processor number', 'vcpu', 'string', fixed),
      heading('Computer', 'Computers'),
      of(
        'glpi_computers',
        5,
        'Computer UUID',
        'uuid',
        'string',
        fixed,
        grouped,
        join(through('glpi_computervirtualmachines', children)),
      ),
    ],
  }),
  relation('Computer_Item', ['General', 'General'], {
    flags: [lockedWhenDynamic, trashable],
    relation: [owner('Computer'), side(anyItem, { check: viewCheck })],
  }),
  dropdown('Filesystem', ['File system', 'File systems'], { flags: [not(translatable)] }),
  child('Item_Disk', ['Volume', 'Volumes'], {
    flags: [entityAssigned, trashable, dynamic],
    nonLoggedFields: ['freesize'],
    child: childOf(anyItem),
    emptyValues: { freesize: '0', totalsize: '0' },
    options: [
      own(2, 'Partition', 'device', 'string', fixed),
      own(3, 'Mount point', 'mountpoint', 'string', fixed),
      own(4, 'Global size', 'totalsize', 'number', fixed, { unit: 'auto', width: 1000 }),
      own(5, 'Free size', 'freesize', 'number', fixed, { unit: 'auto', width: 1000 }),
    ],
  }),
  child('Item_RemoteManagement', ['Remote management', 'Remote management'], {
    flags: [lockedWhenDynamic, trashable],
    child: childOf(anyItem),
    lacks: ['name'],
    options: [own(1, 'ID', 'remoteid', 'itemlink', fixed), own(2, 'Type', 'type', 'string', fixed)],
  }),
  dropdown('Manufacturer', ['Manufacturer', 'Manufacturers'], {
    flags: [not(translatable)],
  }),
  rackableModel('MonitorModel', ['Monitor model', 'Monitor models'], { options: rackOptions }),
  assetType('MonitorType', ['Monitor type', 'Monitor types']),
  rackableModel('NetworkEquipmentModel', ['Networking equipment model', 'Networking equipment models'], {
    options: rackOptions,
  }),
  rackableModel('PeripheralModel', ['Peripheral model', 'Peripheral models'], { options: rackOptions }),
  assetType('PeripheralType', ['Devices type', 'Devices types']),
  dropdown('PhoneModel', ['Phone model', 'Phone models'], {
    has: ['product_number'],
  }),
  dropdown('PhonePowerSupply', ['Phone power supply type', 'Phone power supply types'], { flags: [not(translatable)] }),
  assetType('PhoneType', ['Phone type', 'Phone types']),
  child('PrinterLog', ['Page counters', 'Page counters'], {
    flags: [inEntities, not(historized)],
    child: childOf('Printer'),
    lacks: ['name', 'is_recursive'],
  }),
  dropdown('PrinterModel', ['Printer model', 'Printer models'], {
    has: ['product_number'],
  }),
  assetType('PrinterType', ['Printer type', 'Printer types']),
  child('Printer_CartridgeInfo', ['Cartridge inventoried information', 'Cartridge inventoried information'], {
    flags: [inEntities],
    child: childOf('Printer'),
    lacks: ['name', 'is_recursive'],
  }),
  item('RefusedEquipment', ['Equipment refused by rules log', 'Equipments refused by rules log'], {
    right: 'refusedequipment',
    traits: [inventoriable],
    flags: [entityAssigned, historized],
    options: [
      of('glpi_rules', 2, 'Rule', 'id', 'specific', fixed, { real_type: 'RuleImportAsset' }),
      own(3, 'Date', 'date_creation', 'datetime', fixed),
      own(4, 'Item type', 'itemtype', 'itemtypename', fixed),
      of('glpi_entities', 5, 'Entity', 'completename', 'dropdown', fixed),
      own(6, 'Serial number', 'serial', 'string', fixed),
      own(7, 'UUID', 'uuid', 'string', fixed),
      own(8, 'IP', 'ip', 'text', fixed),
      own(9, 'MAC', 'mac', 'text', fixed),
      own(10, 'Method', 'method', 'string', fixed),
      of('glpi_agents', 11, 'Agent', 'name', 'itemlink', fixed, { itemlink_type: 'Agent' }),
    ],
  }),
  child('RegisteredID', ['Registered ID (issued by PCI-SIG)', 'Registered IDs (issued by PCI-SIG)'], {
    flags: [silent],
    child: childOf(anyItem),
  }),
  item('Unmanaged', ['Unmanaged asset', 'Unmanaged assets'], {
    right: 'unmanaged',
    traits: [inventoriable],
    flags: [inEntities, trashable, dynamic, historized],
    options: [
      own(2, 'ID', 'id', ''),
      of('glpi_locations', 3, 'Location', 'name', 'dropdown'),
      own(4, 'Serial Number', 'serial', ''),
      own(5, 'Inventory number', 'otherserial', ''),
      own(6, 'Contact', 'contact', ''),
      own(7, 'Network hub', 'hub', 'bool'),
      of('glpi_entities', 8, 'Entity', 'completename', 'dropdown'),
      own(10, 'Comments', 'comment', 'text'),
      own(13, 'Type', 'itemtype', 'dropdown'),
      own(14, 'Last update', 'date_mod', 'datetime'),
      own(15, 'Sysdescr', 'sysdescr', 'text'),
      own(18, 'IP', 'ip', ''),
      of('glpi_states', 31, 'Status', 'completename', 'dropdown', { condition: { is_visible_unmanaged: 1 } }),
    ],
  }),
  dropdown('VirtualMachineState', ['State of the virtual machine', 'States of the virtual machine']),
  dropdown('VirtualMachineSystem', ['Virtualization model', 'Virtualization models'], { flags: [not(translatable)] }),
  dropdown('VirtualMachineType', ['Virtualization system', 'Virtualization systems'], { flags: [not(translatable)] }),
];
