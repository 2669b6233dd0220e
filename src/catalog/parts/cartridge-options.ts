/** Search options about the cartridges of a printer or of a model. */
import { counted } from './attributes.ts';
import { children, join, where } from './joins.ts';
import { type EntryDeclaration, of } from './option.ts';

/** How many cartridges are in a printer, and how many were taken out. */
export const cartridgeUseOptions: readonly EntryDeclaration[] = [
  of(
    'glpi_cartridges',
    17,
    'Number of used cartridges',
    'id',
    'count',
    counted,
    join(children, where({ NOT: { 'NEWTABLE.date_use': null }, date_out: null })),
  ),
  of(
    'glpi_cartridges',
    18,
    'Number of worn cartridges',
    'id',
    'count',
    counted,
    join(children, where({ NOT: { 'NEWTABLE.date_out': null } })),
  ),
];
