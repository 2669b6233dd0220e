/** Search options of computers. */
import { alternateUserOptions, inChargeOptions, ownerOptions, serialOptions } from '../parts/asset-options.ts';
import { fixed, undisplayable, unsearchable } from '../parts/attributes.ts';
import {
  commentOption,
  creationDateOption,
  entityOption,
  idOption,
  manufacturerOption,
  updateDateOption,
} from '../parts/base-options.ts';
import { componentOptions } from '../parts/component-options.ts';
import { locationOptions } from '../parts/location-options.ts';
import { notepadOptions } from '../parts/notepad-options.ts';
import { operatingSystemOptions } from '../parts/operating-system-options.ts';
import { type EntryDeclaration, of, own } from '../parts/option.ts';

/** What a computer is and what is built into it. */
export const computerOptions: readonly EntryDeclaration[] = [
  idOption,
  ...locationOptions,
  of('glpi_computertypes', 4, 'Type', 'name', 'dropdown'),
  of('glpi_computermodels', 40, 'Model', 'name', 'dropdown'),
  of('glpi_states', 31, 'Status', 'completename', 'dropdown', { condition: { is_visible_computer: 1 } }),
  of('glpi_autoupdatesystems', 42, 'Update Source', 'name', 'dropdown'),
  own(47, 'UUID', 'uuid', 'string'),
  ...serialOptions,
  own(9, 'Last inventory date', 'last_inventory_update', 'datetime'),
  own(10, 'Last boot date', 'last_boot', 'datetime'),
  commentOption,
  ...alternateUserOptions,
  ...ownerOptions,
  updateDateOption,
  creationDateOption,
  of('glpi_networks', 32, 'Network', 'name', 'dropdown'),
  manufacturerOption,
  ...inChargeOptions,
  own(65, 'Template name', 'template_name', 'text', fixed, unsearchable, undisplayable),
  entityOption,
  ...operatingSystemOptions('Computer'),
  ...notepadOptions,
  ...componentOptions('Computer', [
    'motherboard',
    'firmware',
    'processor',
    'memory',
    'hardDrive',
    'networkCard',
    'graphicCard',
    'soundCard',
    'powerSupply',
  ]),
];
