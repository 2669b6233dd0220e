/** Which search option stands for a column, as the value filter and the history see it. */
import type { Itemtype, SearchOption } from '../../catalog/model.ts';
import { foreignKeyOf } from '../../catalog/names.ts';

type ByColumn = ReadonlyMap<string, SearchOption>;

const filters = new WeakMap<Itemtype, ByColumn>();
const histories = new WeakMap<Itemtype, Map<string, ByColumn>>();

/**
 * The first option whose link field or field is the column, of any table (items-write W1.6). A link field that is only
 * the other table's foreign key, as for every joined option, doesn't count.
 */
export function filterOption(itemtype: Itemtype, column: string): SearchOption | undefined {
  let options = filters.get(itemtype);
  if (!options) {
    options = firstOfEach(
      itemtype,
      () => true,
      (option) => option.linkfield !== foreignKeyOf(option.table),
    );
    filters.set(itemtype, options);
  }
  return options.get(column);
}

/**
 * The first option with that link field, or with that field in the table (items-write W13.4); the table is the type's
 * own, or that of rows whose changes are noted on items of the type.
 */
export function historyOption(itemtype: Itemtype, column: string, table = itemtype.table): SearchOption | undefined {
  let byTable = histories.get(itemtype);
  if (!byTable) {
    byTable = new Map();
    histories.set(itemtype, byTable);
  }
  let options = byTable.get(table);
  if (!options) {
    options = firstOfEach(
      itemtype,
      (option) => option.table === table,
      () => true,
    );
    byTable.set(table, options);
  }
  return options.get(column);
}

function firstOfEach(
  itemtype: Itemtype,
  fieldCounts: (option: SearchOption) => boolean,
  linkCounts: (option: SearchOption) => boolean,
): ByColumn {
  const first = new Map<string, SearchOption>();
  for (const option of itemtype.searchOptions) {
    if ('group' in option) continue;
    if (option.linkfield !== '' && linkCounts(option) && !first.has(option.linkfield))
      first.set(option.linkfield, option);
    if (fieldCounts(option) && !first.has(option.field)) first.set(option.field, option);
  }
  return first;
}
