/** Dictionaries: rules that unify names. */
import type { Fields, RuleFacts } from './fields.ts';

const named = (label: string, further: Fields = {}): RuleFacts => ({
  criteria: { name: label, ...further },
  actions: { name: label },
});

const model = named('Model', { manufacturer: 'Manufacturer' });
const type = named('Type');

/** Names of an operating system's parts; each part's dictionary may look at the others. */
const systemParts: Readonly<Record<string, Fields>> = {
  OperatingSystem: { os_name: 'Operating system' },
  OperatingSystemVersion: { os_version_name: 'Version of the operating system' },
  OperatingSystemArchitecture: { arch_name: 'Operating system architecture' },
  OperatingSystemServicePack: { servicepack_name: 'Service pack' },
  OperatingSystemEdition: { os_edition: 'Edition' },
};

const systemLabels: Readonly<Record<string, string>> = {
  OperatingSystem: 'Operating system',
  OperatingSystemVersion: 'Version',
  OperatingSystemArchitecture: 'Operating system architecture',
  OperatingSystemServicePack: 'Service pack',
  OperatingSystemEdition: 'Edition',
};

const modelled = ['Computer', 'Monitor', 'NetworkEquipment', 'Peripheral', 'Phone', 'Printer'];

/** By what follows `RuleDictionnary` in the name of the class. */
export const dictionaries: Readonly<Record<string, RuleFacts>> = {
  ...Object.fromEntries(
    modelled.flatMap((asset) => [
      [`${asset}Model`, model],
      [`${asset}Type`, type],
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(systemParts).map((part) => {
      const others = Object.entries(systemParts).filter(([other]) => other !== part);
      return [part, named(systemLabels[part]!, Object.assign({}, ...others.map(([, fields]) => fields)))];
    }),
  ),
  Manufacturer: named('Manufacturer'),
  Software: {
    criteria: {
      name: 'Software',
      manufacturer: 'Publisher',
      entities_id: ['Entity', 'glpi_entities'],
      _system_category: 'Category from inventory tool',
    },
    actions: {
      name: 'Software',
      _ignore_import: ['To be unaware of import', 'yesno'],
      version: 'Version',
      manufacturer: 'Publisher',
      is_helpdesk_visible: ['Associable to a ticket', 'yesno'],
      new_entities_id: ['Entity', 'glpi_entities'],
      softwarecategories_id: ['Category', 'glpi_softwarecategories'],
    },
  },
  Printer: {
    criteria: { name: 'Name', manufacturer: 'Manufacturer', comment: 'Comments' },
    actions: {
      name: 'Name',
      _ignore_import: ['To be unaware of import', 'yesno'],
      manufacturer: ['Manufacturer', 'glpi_manufacturers'],
      is_global: ['Management type', 'management'],
    },
  },
};
