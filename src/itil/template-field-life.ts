import type { Behaviour } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import { truthy } from '../http/php-values.ts';
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

  nameColumns: ['num'],

  friendlyName: (ctx, itemtype, { num }) => {
    const items = catalog.itemtype(String(itemtype.child?.itemtype).replace('Template', ''))!;
    return templateLabel(ctx, items, Number(num));
  },
};
