/** Computers. */
import type { Declaration } from '../parts/facts.ts';
import { dynamic, historized, inEntities, templated, trashable, withNotepad } from '../parts/flags.ts';
import { item } from '../parts/kinds.ts';
import { clonable, inventoriable, withBreadcrumb } from '../parts/traits.ts';
import { computerOptions } from './computer-options.ts';
import { computerPartOptions } from './computer-part-options.ts';

export const computer: readonly Declaration[] = [
  item('Computer', ['Computer', 'Computers'], {
    right: 'computer',
    traits: [clonable, withBreadcrumb, inventoriable],
    flags: [inEntities, trashable, templated, dynamic, historized, withNotepad],
    forwardEntityTo: [
      'Item_Disk',
      'ComputerVirtualMachine',
      'Item_SoftwareVersion',
      'Infocom',
      'NetworkPort',
      'ReservationItem',
      'Item_OperatingSystem',
    ],
    cloneRelations: [
      'Item_OperatingSystem',
      'Item_Devices',
      'Infocom',
      'Item_Disk',
      'Item_SoftwareVersion',
      'Item_SoftwareLicense',
      'Contract_Item',
      'Document_Item',
      'NetworkPort',
      'Computer_Item',
      'Notepad',
      'KnowbaseItem_Item',
      'Item_RemoteManagement',
      'ComputerAntivirus',
    ],
    options: [...computerOptions, ...computerPartOptions],
  }),
];
