/** Making an item (items-write W1.1, W2). */

import type { Input } from '../../behaviours/behaviour.ts';
import { Action } from '../../behaviours/history-actions.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { format } from '../../text/format.ts';
import { sayAdded } from './added-message.ts';
import { filterValues } from './filter-values.ts';
import { runHooks } from './hooks.ts';
import { holdOwners } from './links.ts';
import { tryStatement } from './refused-statements.ts';
import { columnValues } from './row-values.ts';
import { isUnique } from './unicity.ts';
import type { Writing } from './writing.ts';

/** The new id; undefined when a hook, a uniqueness rule or the server refused it. Completes `input` on the way. */
export async function addItem(w: Writing, itemtype: Itemtype, input: Input): Promise<number | undefined> {
  // What can be a template has a number of its own, whatever is sent (items-write W5.3).
  if (itemtype.flags.maybeTemplate) delete input.id;
  if (!(await runHooks(w, itemtype, (one) => one.prepareAdd?.(w, itemtype, input)))) return undefined;
  sayWrongValues(w, filterValues(itemtype, input));
  setDates(w, itemtype, input);
  if (!(await isUnique(w, itemtype, input, undefined))) return undefined;

  await holdOwners(w, itemtype, input, 'share');
  const inserted = await tryStatement(w, () => insert(w, itemtype, columnValues(w.ctx, itemtype, input)));
  if (!inserted) return undefined;
  const id = Number(inserted[itemtype.indexName]);
  w.forget();
  w.ctx.rights.holds(itemtype, id);

  await runHooks(w, itemtype, (one) => one.completeAdd?.(w, itemtype, inserted, input));
  await runHooks(w, itemtype, (one) => one.afterAdd?.(w, itemtype, inserted, input));
  if (itemtype.flags.dohistory) {
    w.history.add({ itemtype: itemtype.name, id: Number(inserted.id ?? id), link: '0', action: Action.create });
  }
  await sayAdded(w, itemtype, inserted, input);
  await runHooks(w, itemtype, (one) => one.onceAdded?.(w, itemtype, inserted, input));
  return id;
}

/** Inserts the row and reads it back, with the server's defaults. */
async function insert(w: Writing, itemtype: Itemtype, values: Record<string, string | null>): Promise<Row> {
  const { insertId } = await w.ctx.db.insertInto(itemtype.table).values(values).executeTakeFirstOrThrow();
  const columns = [...(w.ctx.site.schema.table(itemtype.table)?.columns.values() ?? [])];
  // Not always the key, but it tells the row; and a key that was sent as 0 has got another number.
  const numbered = insertId ? columns.find(({ autoIncrement }) => autoIncrement) : undefined;
  const [column, value] = numbered
    ? [numbered.name, String(insertId)]
    : [itemtype.indexName, values[itemtype.indexName]];
  return w.ctx.db.selectFrom(itemtype.table).selectAll().where(column, '=', value).executeTakeFirstOrThrow();
}

/** `At least one field has an incorrect value: …` for the keys that the value filter dropped (items-write W1.6). */
export function sayWrongValues(w: Writing, labels: readonly string[]): void {
  if (labels.length === 0) return;
  const { translate } = w.ctx;
  const names = labels.map((label) => translate(label)).join(', ');
  w.messages.error(format(translate('%1$s: %2$s'), translate('At least one field has an incorrect value'), names));
}

/** Creation and change are now, unless the input says otherwise (items-write W1.7). */
function setDates(w: Writing, itemtype: Itemtype, input: Input): void {
  const columns = w.ctx.site.schema.table(itemtype.table)?.columns;
  for (const column of ['date_creation', 'date_mod']) {
    if (columns?.has(column) && input[column] === undefined) input[column] = w.ctx.now.sql;
  }
}
