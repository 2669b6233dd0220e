/** Network ports, names and addresses. */

import { equalsOnColumn, fixed, grouped, unsearchable } from '../parts/attributes.ts';
import { commentOption, idOption } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import {
  dynamic,
  entityAssigned,
  historized,
  inEntities,
  lockedWhenDynamic,
  not,
  translatable,
  trashable,
} from '../parts/flags.ts';
import { children, inOrder, itemtypeItem, join, joined, through, where } from '../parts/joins.ts';
import { child, dropdown, fqdnLabel, implicitTree, item, portInstantiation, relation } from '../parts/kinds.ts';
import { anyItem, childOf, owner, side, viewCheck } from '../parts/links.ts';
import { of, own } from '../parts/option.ts';

export const network: readonly Declaration[] = [
  dropdown('FQDN', ['Internet domain', 'Internet domains'], {
    right: 'internet',
    flags: [inEntities, not(translatable)],
    options: [own(11, 'FQDN', 'fqdn', 'string')],
  }),
  child('IPAddress', ['IP address', 'IP addresses'], {
    right: 'internet',
    flags: [lockedWhenDynamic, entityAssigned, trashable, not(historized)],
    historyBlacklist: ['binary_0', 'binary_1', 'binary_2', 'binary_3'],
    child: childOf(anyItem),
  }),
  relation('IPAddress_IPNetwork', ['General', 'General'], { relation: [owner('IPAddress'), side('IPNetwork')] }),
  implicitTree('IPNetwork', ['IP network', 'IP networks'], {
    right: 'internet',
    options: [
      own(10, 'IP version', 'version', 'number', fixed),
      own(11, 'IP address', 'address', 'string', fixed),
      own(12, 'Subnet mask', 'netmask', 'string', fixed),
      own(17, 'Gateway', 'gateway', 'string', fixed),
      own(18, 'Addressable network', 'addressable', 'bool'),
    ],
  }),
  relation('IPNetwork_Vlan', ['General', 'General'], {
    relation: [owner('IPNetwork'), side('Vlan', { check: viewCheck })],
  }),
  dropdown('Network', ['Network', 'Networks']),
  fqdnLabel('NetworkAlias', ['Network alias', 'Network aliases'], {
    child: childOf('NetworkName'),
    options: [
      of('glpi_fqdns', 12, 'Internet domain', 'fqdn', 'string'),
      of('glpi_networknames', 20, 'Network name', 'name', 'dropdown', fixed),
    ],
  }),
  dropdown('NetworkInterface', ['Network interface', 'Network interfaces'], {
    flags: [not(translatable)],
    lacks: ['date_mod', 'date_creation'],
  }),
  fqdnLabel('NetworkName', ['Network name', 'Network names'], {
    right: 'internet',
    flags: [trashable, dynamic],
    forwardEntityTo: ['IPAddress', 'NetworkAlias'],
    child: childOf(anyItem, { mustBeAttached: false }),
    options: [
      of('glpi_fqdns', 12, 'Internet domain', 'fqdn', 'dropdown'),
      of('glpi_ipaddresses', 13, 'IP address', 'name', 'dropdown', fixed, grouped, join(itemtypeItem)),
      own(20, 'Type', 'itemtype', 'itemtypename', fixed),
      own(21, 'ID', 'items_id', 'integer', fixed),
    ],
  }),
  child('NetworkPort', ['Network port', 'Network ports'], {
    right: 'networking',
    flags: [inEntities, trashable, dynamic],
    nonLoggedFields: ['ifinbytes', 'ifoutbytes', 'ifinerrors', 'ifouterrors'],
    forwardEntityTo: ['NetworkName'],
    child: childOf(anyItem),
    lacks: ['name', 'is_recursive'],
    options: [
      own(1, 'Name', 'name', 'itemlink', fixed, { type: 'text' }),
      idOption,
      own(3, 'Port number', 'logical_number', 'integer'),
      own(4, 'MAC address', 'mac', 'mac'),
      own(5, 'Network port type', 'instantiation_type', 'itemtypename', fixed, {
        itemtype_list: 'networkport_instantiations',
      }),
      own(6, 'Deleted', 'is_deleted', 'bool', fixed),
      commentOption,
      own(20, 'Type', 'itemtype', 'itemtypename', fixed, { itemtype_list: 'networkport_types' }),
      own(21, 'ID', 'items_id', 'integer', fixed),
      own(30, 'MTU', 'ifmtu', ''),
      own(31, 'Speed', 'ifspeed', ''),
      own(32, 'Internal status', 'ifinternalstatus', ''),
      own(33, 'Last change', 'iflastchange', ''),
      own(34, 'Number of I/O bytes', 'ifinbytes', ''),
      own(35, 'Number of I/O errors', 'ifinerrors', ''),
      own(36, 'Duplex', 'portduplex', ''),
      of(
        'glpi_vlans',
        38,
        'VLAN',
        'name',
        'dropdown',
        fixed,
        grouped,
        join(inOrder(through('glpi_networkports', itemtypeItem), through('glpi_networkports_vlans', children))),
      ),
      own(39, 'Connected to', '_virtual_connected_to', '', fixed, unsearchable),
      own(40, 'Connection', 'ifconnectionstatus', ''),
      own(41, 'Last connection', 'lastup', 'datetime'),
      own(42, 'Alias', 'ifalias', ''),
      of(
        'glpi_ipaddresses',
        126,
        'IP',
        'name',
        '',
        fixed,
        grouped,
        equalsOnColumn,
        join(where({ is_deleted: 0, NOT: { 'NEWTABLE.name': '' } }), { jointype: 'mainitemtype_mainitem' }),
      ),
      of(
        'glpi_networknames',
        127,
        'Network names',
        'name',
        '',
        fixed,
        grouped,
        join(itemtypeItem, through('glpi_networkports', itemtypeItem), where({ is_deleted: 0 }), {
          specific_itemtype: 'NetworkPort',
        }),
      ),
      of(
        'glpi_networkaliases',
        128,
        'Network aliases',
        'name',
        '',
        fixed,
        grouped,
        join(
          children,
          through(
            'glpi_networknames',
            joined(itemtypeItem, through('glpi_networkports', itemtypeItem), where({ is_deleted: 0 }), {
              specific_itemtype: 'NetworkPort',
            }),
          ),
        ),
      ),
    ],
  }),
  portInstantiation('NetworkPortAggregate', ['Aggregation port', 'Aggregation port'], {
    nameField: 'name',
    lacks: ['name', 'is_recursive'],
  }),
  portInstantiation('NetworkPortAlias', ['Alias port', 'Alias port'], {
    nameField: 'name',
    lacks: ['name', 'is_recursive'],
  }),
  child('NetworkPortConnectionLog', ['Port connection history', 'Port connection history'], {
    flags: [inEntities, not(historized)],
    child: childOf('NetworkPort'),
    lacks: ['name', 'is_recursive'],
  }),
  portInstantiation(
    'NetworkPortDialup',
    ['Connection by dial line - Dialup Port', 'Connection by dial line - Dialup Port'],
    {
      nameField: 'name',
      lacks: ['name', 'is_recursive'],
    },
  ),
  portInstantiation('NetworkPortEthernet', ['Ethernet port', 'Ethernet port'], {
    nameField: 'name',
    lacks: ['name', 'is_recursive'],
    options: [
      of('glpi_networkports', 10, 'MAC', 'mac', 'mac', fixed, join({ jointype: 'empty' })),
      own(11, 'Ethernet port type', 'type', 'specific', fixed),
      own(12, 'Ethernet port speed', 'speed', 'specific', fixed),
    ],
  }),
  portInstantiation('NetworkPortFiberchannel', ['Fiber channel port', 'Fiber channel port'], {
    nameField: 'name',
    lacks: ['name', 'is_recursive'],
    options: [
      of('glpi_networkports', 10, 'MAC', 'mac', 'mac', fixed, join({ jointype: 'empty' })),
      own(11, 'World Wide Name', 'wwn', '', fixed),
      own(12, 'Fiber channel port speed', 'speed', 'specific', fixed),
      of('glpi_networkportfiberchanneltypes', 13, 'Fiber port type', 'name', 'dropdown'),
    ],
  }),
  dropdown('NetworkPortFiberchannelType', ['Fiber type', 'Fiber types']),
  portInstantiation('NetworkPortLocal', ['Local loop port', 'Local loop port'], {
    nameField: 'name',
    lacks: ['name', 'is_recursive'],
  }),
  child('NetworkPortMetrics', ['Network port metrics', 'Network port metrics'], {
    flags: [inEntities, not(historized)],
    child: childOf('NetworkPort'),
    lacks: ['name', 'is_recursive'],
  }),
  dropdown('NetworkPortType', ['Network port type', 'Network port types'], {
    flags: [inEntities],
    options: [
      own(10, 'Decimal', 'value_decimal', 'integer'),
      own(11, 'Import', 'is_importable', 'bool'),
      own(12, 'Instanciation type', 'instantiation_type', 'itemtypename', {
        itemtype_list: 'networkport_instantiations',
      }),
    ],
  }),
  portInstantiation('NetworkPortWifi', ['Wifi port', 'Wifi port'], {
    nameField: 'name',
    lacks: ['name', 'is_recursive'],
    options: [
      of('glpi_networkports', 10, 'MAC', 'mac', 'mac', fixed, join({ jointype: 'empty' })),
      own(11, 'Wifi mode', 'mode', 'specific', fixed),
      own(12, 'Wifi protocol version', 'version', '', fixed),
      of('glpi_wifinetworks', 13, 'Wifi network', 'name', 'dropdown', fixed),
    ],
  }),
  relation('NetworkPort_NetworkPort', ['General', 'General'], {
    relation: [
      owner('NetworkPort', { itemsId: 'networkports_id_1', logActions: { add: 7, delete: 6 } }),
      side('NetworkPort', { itemsId: 'networkports_id_2', logActions: { add: 7, delete: 6 } }),
    ],
  }),
  relation('NetworkPort_Vlan', ['General', 'General'], {
    relation: [owner('NetworkPort'), side('Vlan', { check: viewCheck })],
  }),
  item('SNMPCredential', ['SNMP credential', 'SNMP credentials'], {
    right: 'snmpcredential',
    flags: [trashable, historized],
    options: [own(2, 'Community', 'community', 'string', fixed)],
  }),
  dropdown('Vlan', ['VLAN', 'VLANs'], {
    flags: [inEntities, not(translatable)],
    options: [own(11, 'ID TAG', 'tag', 'number', { min: 1, max: 4094 })],
  }),
  dropdown('WifiNetwork', ['Wifi network', 'Wifi networks'], {
    right: 'internet',
    flags: [inEntities, not(translatable)],
    options: [own(10, 'ESSID', 'essid', 'string')],
  }),
];
