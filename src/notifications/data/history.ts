/** What the history of an item tells (notifications 7, list `log`). */
import { Action } from '../../behaviours/history-actions.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { format } from '../../text/format.ts';
import type { Translate } from '../../text/translations.ts';
import type { Occasion, Reader } from '../occasion.ts';
import type { TagValues } from '../template.ts';
import { moment, said } from './values.ts';

/** What was done to the item itself. */
const deeds: Readonly<Record<number, string>> = {
  [Action.trash]: 'Delete the item',
  [Action.restore]: 'Restore the item',
  [Action.create]: 'Add the item',
  [Action.lockItem]: 'Lock the item',
  [Action.unlockItem]: 'Unlock the item',
};

/** What was done to something that belongs to the item, and the column that names it. */
const links: Readonly<Record<number, readonly [deed: string, column: 'old_value' | 'new_value']>> = {
  [Action.addDevice]: ['Add a component', 'new_value'],
  [Action.updateDevice]: ['Change a component', 'new_value'],
  [Action.deleteDevice]: ['Delete a component', 'old_value'],
  [Action.addRelation]: ['Add a link with an item', 'new_value'],
  [Action.deleteRelation]: ['Delete a link with an item', 'old_value'],
  [Action.updateRelation]: ['Update a link with an item', 'new_value'],
  [Action.addChild]: ['Add an item', 'new_value'],
  [Action.updateChild]: ['Update an item', 'new_value'],
  [Action.deleteChild]: ['Delete an item', 'old_value'],
};

/** The newest rows of an item's history, as many as a page of GLPI shows at most. */
export const historyOf = ({ db, settings }: Occasion, itemtype: string, id: number): Promise<Row[]> =>
  db
    .selectFrom('glpi_logs')
    .selectAll()
    .where('itemtype', '=', itemtype)
    .where('items_id', '=', id)
    .orderBy('id', 'desc')
    .limit(Math.max(1, settings.number('list_limit_max')))
    .execute();

/** History rows, the newest first; `X.log.…`. */
export const logTags = (o: Occasion, reader: Reader, prefix: string, rows: readonly Row[]): TagValues[] =>
  rows.map((row) => ({
    [`${prefix}.log.date`]: moment(o, reader, row.date_mod),
    [`${prefix}.log.user`]: said(row.user_name),
    [`${prefix}.log.field`]: field(reader.translate, row),
    [`${prefix}.log.content`]: content(reader.translate, row),
  }));

/** The changed field, or the kind of what was added or taken away; empty for the item itself. */
function field(translate: Translate, row: Row): string {
  const option = catalog
    .itemtype(said(row.itemtype))
    ?.searchOptions.find((one) => 'id' in one && one.id === Number(row.id_search_option));
  if (option) return translate(option.label);
  const label = catalog.itemtype(said(row.itemtype_link))?.label;
  return label ? translate.plural(label.singular, label.plural, 1) : '';
}

function content(translate: Translate, row: Row): string {
  const action = Number(row.linked_action);
  if (action === Action.message) return said(row.new_value);
  const deed = deeds[action];
  if (deed !== undefined) return translate(deed);
  const link = links[action];
  if (link) return format(translate('%1$s: %2$s'), translate(link[0]), said(row[link[1]]));
  return format(translate('Change %1$s to %2$s'), said(row.old_value), said(row.new_value));
}
