import { phpTrim, truthy } from '../../http/php-values.ts';
import type { Behaviour } from '../behaviour.ts';

/** Dropdown values: names without blanks around them, and some that GLPI itself needs (items-write W12, W18). */
export const dropdown: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    if (typeof input.name === 'string') input.name = phpTrim(input.name);
    return true;
  },

  prepareUpdate(_w, _itemtype, _row, input) {
    if (typeof input.name === 'string') input.name = phpTrim(input.name);
    return true;
  },

  beforeDelete(_w, _itemtype, row) {
    return !truthy(row.is_protected);
  },
};
