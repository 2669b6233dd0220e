/** Classes that have rights, search options and actions, although GLPI keeps no rows of them. */
import { compile } from './compile.ts';
import type { Itemtype } from './model.ts';
import { inEntities } from './parts/flags.ts';
import { child, item, portInstantiation, treeDropdown } from './parts/kinds.ts';
import { anyItem, childOf } from './parts/links.ts';
import { of, own } from './parts/option.ts';

const declarations = [
  treeDropdown('CommonImplicitTreeDropdown', ['General', 'General'], { flags: [inEntities] }),
  child('IPNetmask', ['Subnet mask', 'Subnet masks'], { right: 'internet', child: childOf(anyItem), lacks: ['name'] }),
  portInstantiation('NetworkPortInstantiation', ['General', 'General'], { lacks: ['is_recursive'] }),
  item('NetworkPortMigration', ['General', 'General'], {
    right: 'networking',
    lacks: ['name'],
    options: [
      own(10, 'Undefined interface', 'unknown_interface_type', 'bool'),
      own(11, 'Invalid network (already defined or with invalid addresses)', 'invalid_network', 'bool'),
      own(12, 'Gateway not include inside the network', 'invalid_gateway', 'bool'),
      own(13, 'Invalid IP address', 'invalid_address', 'bool'),
      own(20, 'IP address', 'ip', 'ip'),
      own(21, 'Subnet mask', 'netmask', 'string'),
      own(22, 'Network address', 'subnet', 'string'),
      own(23, 'IP address', 'gateway', 'string'),
      of('glpi_networkinterfaces', 24, 'Network interface', 'name', 'dropdown'),
    ],
  }),
  item('NotificationSettingConfig', ['Notifications configuration', 'Notifications configuration'], {
    right: 'config',
    lacks: ['name'],
  }),
  ...[
    'CleanSoftwareCron',
    'CommonITILRecurrentCron',
    'DBConnection',
    'NotificationEvent',
    'PendingReasonCron',
    'PurgeLogs',
  ].map((name) => item(name, ['General', 'General'], { lacks: ['name'] })),
];

const byLowerCaseName = new Map(
  declarations.map((declaration) => [
    declaration.name.toLowerCase(),
    Object.freeze(compile(declaration, new Map<string, (typeof declarations)[number]>())),
  ]),
);

/** What is known of a class of this name, in any letter case, that has no table; nothing can be read or written of it. */
export const classWithoutTable = (name: string): Itemtype | undefined => byLowerCaseName.get(name.toLowerCase());
