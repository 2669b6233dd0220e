/** Which search option stands for a column, as the value filter and the history see it. */
import type { Itemtype, SearchOption } from '../../catalog/model.ts';

interface ColumnOptions {
  readonly filter: ReadonlyMap<string, SearchOption>;
  readonly history: ReadonlyMap<string, SearchOption>;
}

const known = new WeakMap<Itemtype, ColumnOptions>();

/** The first option whose link field or field is the column, of any table (items-write W1.6). */
export const filterOption = (itemtype: Itemtype, column: string): SearchOption | undefined =>
  optionsOf(itemtype).filter.get(column);

/** The first option with that link field, or with that field in the type's own table (items-write W13.4). */
export const historyOption = (itemtype: Itemtype, column: string): SearchOption | undefined =>
  optionsOf(itemtype).history.get(column);

function optionsOf(itemtype: Itemtype): ColumnOptions {
  let options = known.get(itemtype);
  if (!options) {
    const filter = new Map<string, SearchOption>();
    const history = new Map<string, SearchOption>();
    for (const option of itemtype.searchOptions) {
      if ('group' in option) continue;
      keepFirst(filter, option.linkfield, option);
      keepFirst(filter, option.field, option);
      keepFirst(history, option.linkfield, option);
      if (option.table === itemtype.table) keepFirst(history, option.field, option);
    }
    options = { filter, history };
    known.set(itemtype, options);
  }
  return options;
}

function keepFirst(map: Map<string, SearchOption>, column: string, option: SearchOption): void {
  if (column !== '' && !map.has(column)) map.set(column, option);
}
