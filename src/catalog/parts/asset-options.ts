/** Search options that assets share. */
import {
  also,
  anyUser,
  by,
  changeable,
  equalsOnly,
  fixed,
  grouped,
  technicians,
  undisplayable,
  unsearchable,
  unsortable,
} from './attributes.ts';
import { itemtypeItem, join, joined, through } from './joins.ts';
import { typeName } from './labels.ts';
import { type EntryDeclaration, heading, of, own } from './option.ts';

/** What a model needs of a rack. */
export const rackOptions: readonly EntryDeclaration[] = [
  own(131, 'Weight', 'weight', 'decimal'),
  own(132, 'Required units', 'required_units', 'number'),
  own(133, 'Depth', 'depth', ''),
  own(134, 'Power connections', 'power_connections', 'number'),
  own(135, 'Power consumption', 'power_consumption', 'decimal'),
  own(136, 'Is half rack', 'is_half_rack', 'bool'),
];

/** Where in a data centre something is. */
export const datacenterPositionOption: EntryDeclaration = own(
  178,
  'Data center position',
  '_virtual_datacenter_position',
  'specific',
  fixed,
  unsearchable,
  unsortable,
  also('id', 'name'),
);

/** The data centre an asset is in, and where. */
export const datacenterOptions: readonly EntryDeclaration[] = [
  heading('datacenter', 'Data centers'),
  datacenterPositionOption,
  of(
    'glpi_datacenters',
    1451,
    'Data center',
    'name',
    'dropdown',
    fixed,
    join(
      through(
        'glpi_dcrooms',
        through('glpi_racks', through('glpi_items_racks', itemtypeItem), 'racks_id'),
        'dcrooms_id',
      ),
    ),
  ),
];

/** The rack an asset is in. */
export function inRackOptions(itemtype: string): readonly EntryDeclaration[] {
  return [
    heading('rack', 'Racks'),
    of(
      'glpi_racks',
      180,
      'Name',
      'name',
      'dropdown',
      fixed,
      join(through('glpi_items_racks', joined(itemtypeItem, { specific_itemtype: itemtype }))),
    ),
    of(
      'glpi_items_racks',
      181,
      'Position',
      'position',
      'number',
      fixed,
      join(itemtypeItem, { specific_itemtype: itemtype }),
    ),
  ];
}

/** The server room an asset is in. */
export const serverRoomOptions: readonly EntryDeclaration[] = [
  heading('dcroom', 'Server room'),
  of(
    'glpi_dcrooms',
    1450,
    'Server room',
    'name',
    'itemlink',
    fixed,
    join(through('glpi_racks', through('glpi_items_racks', itemtypeItem), 'racks_id')),
  ),
];

/** Sockets of an asset. */
export const socketOptions: readonly EntryDeclaration[] = [
  heading('socket', typeName('Socket', 'Sockets')),
  of('glpi_sockets', 1310, typeName('Socket', 'Sockets'), 'name', 'itemlink', equalsOnly, join(itemtypeItem)),
  of(
    'glpi_socketmodels',
    1311,
    typeName('Socket model', 'Socket models'),
    'name',
    'dropdown',
    fixed,
    grouped,
    equalsOnly,
    join(through('glpi_sockets', itemtypeItem)),
  ),
  of('glpi_sockets', 1312, 'Wiring side', 'wiring_side', 'specific', equalsOnly, join(itemtypeItem)),
];

/** The inventory agent of an asset. */
export const agentOptions: readonly EntryDeclaration[] = [
  heading('agent', 'Agent'),
  of('glpi_agents', 900, 'Name', 'name', 'itemlink', join(itemtypeItem)),
  of('glpi_agents', 901, 'Tag', 'tag', 'text', join(itemtypeItem)),
  of('glpi_agents', 902, 'Last contact', 'last_contact', 'datetime', join(itemtypeItem)),
  of('glpi_agents', 903, 'Version', 'version', 'text', join(itemtypeItem)),
  of('glpi_agents', 904, 'Device id', 'deviceid', 'text', join(itemtypeItem)),
  of('glpi_agents', 905, 'Public contact address', 'remote_addr', 'text', join(itemtypeItem)),
  of('glpi_agents', 906, 'Useragent', 'useragent', 'text', join(itemtypeItem)),
];

/** SNMP credential of an asset. */
export const snmpOptions: readonly EntryDeclaration[] = [
  heading('snmpcredential', 'SNMP credentials'),
  of('glpi_snmpcredentials', 108, 'Name', 'name', 'dropdown', fixed),
  of('glpi_snmpcredentials', 109, 'Community', 'community', 'string', fixed),
];

/** A user as free text. */
export const alternateUserOptions: readonly EntryDeclaration[] = [
  own(7, 'Alternate username', 'contact', 'string'),
  own(8, 'Alternate username number', 'contact_num', 'string'),
];

/** User and group that have the asset. */
export const ownerOptions: readonly EntryDeclaration[] = [
  of('glpi_users', 70, 'User', 'name', 'dropdown', anyUser),
  of('glpi_groups', 71, 'Group', 'completename', 'dropdown', { condition: { is_itemgroup: 1 } }),
];

/** Technician and group in charge. */
export const inChargeOptions: readonly EntryDeclaration[] = [
  of('glpi_users', 24, 'Technician in charge', 'name', 'dropdown', by('users_id_tech'), technicians),
  of('glpi_groups', 49, 'Group in charge', 'completename', 'dropdown', by('groups_id_tech'), {
    condition: { is_assign: 1 },
  }),
];

/** Serial and inventory number. */
export const serialOptions: readonly EntryDeclaration[] = [
  own(5, 'Serial number', 'serial', 'string'),
  own(6, 'Inventory number', 'otherserial', 'string'),
];

/** What every component of an item has. */
export const componentOptions: readonly EntryDeclaration[] = [
  own(10, 'Serial number', 'serial', '', changeable),
  own(12, 'Inventory number', 'otherserial', '', changeable),
  of('glpi_locations', 13, 'Location', 'completename', 'dropdown', changeable),
  of('glpi_states', 14, 'Status', 'name', 'dropdown', changeable),
];

export const templateNameOption = own(61, 'Template name', 'template_name', 'text', fixed, unsearchable, undisplayable);
export const globalOption = own(82, 'Global management', 'is_global', 'bool', fixed);
