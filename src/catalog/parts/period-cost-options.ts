/** Search options of costs of a period. */
import { fixed } from './attributes.ts';
import { commentOption, fixedEntityOption, idOption } from './base-options.ts';
import { type EntryDeclaration, of, own } from './option.ts';

/** A cost of a contract or project: when, how much, from which budget. */
export const periodCostOptions: readonly EntryDeclaration[] = [
  own(1, 'Title', 'name', 'itemlink', fixed, { searchtype: 'contains' }),
  idOption,
  commentOption,
  own(12, 'Begin date', 'begin_date', 'datetime'),
  own(10, 'End date', 'end_date', 'datetime'),
  own(14, 'Cost', 'cost', 'decimal'),
  of('glpi_budgets', 18, 'Budget', 'name', 'dropdown'),
  fixedEntityOption,
];
