/** Operating systems. */

import { fixed } from '../parts/attributes.ts';
import { itemBase } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { inEntities, lockedWhenDynamic, not, translatable, trashable } from '../parts/flags.ts';
import { dropdown, relation } from '../parts/kinds.ts';
import { anyItem, noCheck, owner, side } from '../parts/links.ts';
import { own } from '../parts/option.ts';

export const operatingSystems: readonly Declaration[] = [
  relation('Item_OperatingSystem', ['Item operating system', 'Item operating systems'], {
    flags: [inEntities, lockedWhenDynamic, trashable],
    relation: [owner('OperatingSystem', { check: noCheck, mustBeAttached: false }), side(anyItem)],
    base: itemBase,
    lacks: ['name', 'is_recursive'],
    options: [
      own(2, 'Serial number', 'license_number', 'string', fixed),
      own(3, 'Product ID', 'licenseid', 'string', fixed),
    ],
  }),
  dropdown('OperatingSystem', ['Operating system', 'Operating systems'], { flags: [not(translatable)] }),
  dropdown('OperatingSystemArchitecture', ['Operating system architecture', 'Operating system architectures'], {
    flags: [not(translatable)],
  }),
  dropdown('OperatingSystemEdition', ['Edition', 'Editions']),
  dropdown('OperatingSystemKernel', ['Kernel', 'Kernels'], { flags: [not(translatable)] }),
  dropdown('OperatingSystemKernelVersion', ['Kernel version', 'Kernel versions'], {
    flags: [not(translatable)],
  }),
  dropdown('OperatingSystemServicePack', ['Service pack', 'Service packs'], { flags: [not(translatable)] }),
  dropdown('OperatingSystemVersion', ['Version of the operating system', 'Versions of the operating systems'], {
    flags: [not(translatable)],
  }),
];
