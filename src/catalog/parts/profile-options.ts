/** Search options of profiles. */

import { children, join, where } from './joins.ts';
import type { Label } from './labels.ts';
import { type Attributes, type OptionDeclaration, of } from './option.ts';

/** The bits a profile holds of a right; `itemtype` tells the labels of the bits. */
export function rightOption(
  id: number,
  label: Label,
  itemtype: string,
  right: string,
  attributes: Attributes = {},
): OptionDeclaration {
  return of(
    'glpi_profilerights',
    id,
    label,
    'rights',
    'right',
    { rightclass: itemtype, rightname: right, ...attributes },
    join(children, where({ name: right })),
  );
}
