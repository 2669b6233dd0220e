/** Classes that have rights and actions, although GLPI keeps no rows of them. */
import { compile } from './compile.ts';
import type { Itemtype } from './model.ts';
import { inEntities } from './parts/flags.ts';
import { child, item, portInstantiation, treeDropdown } from './parts/kinds.ts';
import { anyItem, childOf } from './parts/links.ts';

const declarations = [
  treeDropdown('CommonImplicitTreeDropdown', ['General', 'General'], { flags: [inEntities] }),
  child('IPNetmask', ['Subnet mask', 'Subnet masks'], { right: 'internet', child: childOf(anyItem) }),
  portInstantiation('NetworkPortInstantiation', ['General', 'General']),
  item('NetworkPortMigration', ['General', 'General'], { right: 'networking' }),
  item('NotificationSettingConfig', ['Notifications configuration', 'Notifications configuration'], {
    right: 'config',
  }),
];

const byLowerCaseName = new Map(
  declarations.map((declaration) => [
    declaration.name.toLowerCase(),
    Object.freeze(compile(declaration, new Map<string, (typeof declarations)[number]>())),
  ]),
);

/** What is known of a class of this name, in any letter case, that has no table; nothing can be read or written of it. */
export const classWithoutTable = (name: string): Itemtype | undefined => byLowerCaseName.get(name.toLowerCase());
