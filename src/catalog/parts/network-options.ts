/** Search options of the network ports of an item. */
import { equalsOnColumn, fixed, grouped } from './attributes.ts';
import { children, inOrder, itemtypeItem, join, joined, through, where } from './joins.ts';
import { type EntryDeclaration, heading, of } from './option.ts';

const onPorts = through('glpi_networkports', itemtypeItem);

/** Network ports of an item and what hangs on them. */
export const networkOptions: readonly EntryDeclaration[] = [
  heading('network', 'Networking'),
  of('glpi_networkports', 21, 'MAC address', 'mac', 'mac', fixed, grouped, join(itemtypeItem)),
  of(
    'glpi_networkports',
    87,
    'Network port type',
    'instantiation_type',
    'itemtypename',
    fixed,
    { itemtype_list: 'networkport_instantiations' },
    join(itemtypeItem),
  ),
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
    join(itemtypeItem, onPorts, where({ is_deleted: 0 }), { specific_itemtype: 'NetworkPort' }),
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
        joined(itemtypeItem, onPorts, where({ is_deleted: 0 }), { specific_itemtype: 'NetworkPort' }),
      ),
    ),
  ),
  of(
    'glpi_sockets',
    22,
    'Ethernet socket',
    'name',
    'dropdown',
    fixed,
    grouped,
    join(children, through('glpi_networkportethernets', joined(children, onPorts)), { linkfield: 'networkports_id' }),
  ),
  of(
    'glpi_wifinetworks',
    157,
    'Wifi network',
    'name',
    '',
    fixed,
    grouped,
    join(through('glpi_networkportwifis', joined(children, onPorts)), { jointype: 'standard' }),
  ),
  of(
    'glpi_wifinetworks',
    158,
    'ESSID',
    'essid',
    '',
    fixed,
    grouped,
    join(through('glpi_networkportwifis', joined(children, onPorts)), { jointype: 'standard' }),
  ),
  of(
    'glpi_sockets',
    62,
    'Network fiber socket',
    'name',
    'dropdown',
    fixed,
    grouped,
    join(children, through('glpi_networkportfiberchannels', joined(children, onPorts)), {
      linkfield: 'networkports_id',
    }),
  ),
  of(
    'glpi_vlans',
    88,
    'VLAN',
    'name',
    'dropdown',
    fixed,
    grouped,
    join(inOrder(onPorts, through('glpi_networkports_vlans', children))),
  ),
];
