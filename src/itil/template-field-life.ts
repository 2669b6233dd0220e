import type { Behaviour } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { templateLabel } from './mandatory-fields.ts';

/** The search option of the items that a template's item is about. */
const ITEMS = 13;

/** What templates demand, fill in and hide: fields by their number, called by the field's name (itil 2.6). */
export const templateFieldLife: Behaviour = {
  prepareAdd(w, itemtype, input) {
    const isPredefined = itemtype.ancestors.includes('ITILTemplatePredefinedField');
    const isNothing = input.value === '0' || (input.add_items_id !== undefined && !truthy(input.add_items_id));
    if (!isPredefined || Number(input.num) !== ITEMS || !isNothing) return true;
    w.messages.error(w.ctx.translate('You must select an associated item'));
    return false;
  },

  itemName: (w, itemtype, row) => Promise.resolve(fieldName(w, itemtype, row)),

  addedMessage: (w, itemtype, row) => {
    const { translate } = w.ctx;
    return Promise.resolve(`${translate('Item successfully added')}: ${fieldName(w, itemtype, row)}`);
  },
};

/** The name of the field that a row of `TicketTemplateMandatoryField` and the like is about. */
function fieldName(w: Writing, itemtype: Itemtype, row: Row): string {
  const items = catalog.itemtype(String(itemtype.child?.itemtype).replace('Template', ''))!;
  return templateLabel(w, items, Number(row.num));
}
