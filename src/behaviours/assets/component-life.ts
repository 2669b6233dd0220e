import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import { format } from '../../text/format.ts';
import type { Behaviour } from '../behaviour.ts';
import { follows } from './computer-life.ts';

/** Components in items (items-write W18). */
export const componentLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const device = itemtype.relation?.side2.itemsId;
    if (device === undefined) return true;
    if (!(Number(input[device]) > 0)) {
      const { translate } = w.ctx;
      const label = translate.plural(itemtype.label.singular, itemtype.label.plural, 2);
      w.messages.error(format(translate('%1$s: %2$s'), label, translate('A device ID is mandatory')));
      return false;
    }
    const type = typeNamed(String(input.itemtype ?? ''));
    const item = type && (await w.load(type, Number(input.items_id)));
    if (!item) return true;
    const columns = ['locations_id', 'states_id'].filter(
      (column) => column in item && w.ctx.site.schema.hasColumn(itemtype.table, column),
    );
    for (const column of columns) if (follows(w, column)) input[column] ??= item[column];
    return true;
  },
};
