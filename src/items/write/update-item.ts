/** Changing an item (items-write W7). */
import type { Change, Input } from '../../behaviours/behaviour.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { sayWrongValues } from './add-item.ts';
import { sayUpdated } from './added-message.ts';
import { noteChanges } from './change-history.ts';
import { filterOption } from './column-options.ts';
import { filterValues } from './filter-values.ts';
import { forwardEntity } from './forward-entity.ts';
import { runHooks } from './hooks.ts';
import { holdOwners } from './links.ts';
import { keepLockedFields, lockChangedFields } from './locked-fields.ts';
import { tryStatement } from './refused-statements.ts';
import { columnValues } from './row-values.ts';
import { isUnique } from './unicity.ts';
import { looselyEqual, textOf } from './values.ts';
import type { Writing } from './writing.ts';

/** False when a hook, a uniqueness rule or the server refused the change. `row` is the locked row. */
export async function updateItem(w: Writing, itemtype: Itemtype, row: Row, input: Input): Promise<boolean> {
  const id = Number(row[itemtype.indexName]);
  if (!(await runHooks(w, itemtype, (one) => one.prepareUpdate?.(w, itemtype, row, input)))) return false;
  sayWrongValues(w, filterValues(itemtype, input));
  await keepLockedFields(w, itemtype, row, input);
  if (!(await isUnique(w, itemtype, input, row))) return false;

  const change = compare(itemtype, row, input);
  if (change.updates.size > 0 && !(await writeChange(w, itemtype, id, change))) return false;
  await runHooks(w, itemtype, (one) => one.afterUpdate?.(w, itemtype, change));
  await sayUpdated(w, itemtype, change.fields as Row, input);
  return true;
}

/** Writes the row, its history, and what follows from its entity; false when the server refuses the values. */
async function writeChange(w: Writing, itemtype: Itemtype, id: number, change: Change): Promise<boolean> {
  if ('date_mod' in change.old && [...change.updates].some((column) => !itemtype.historyBlacklist.includes(column))) {
    change.fields.date_mod = w.ctx.now.sql;
    change.updates.add('date_mod');
  }
  await runHooks(w, itemtype, (one) => one.beforeUpdate?.(w, itemtype, change));
  if (change.updates.size === 0) return true;
  await holdOwners(w, itemtype, change.fields, 'share', change.old);
  const written = await tryStatement(w, () => writeRow(w, itemtype, change));
  if (written === undefined) return false;
  w.forget();
  await noteChanges(w, itemtype, change);
  change.fields = { ...((await w.load(itemtype, id)) ?? change.old) };
  await lockChangedFields(w, itemtype, change);
  await forwardEntity(w, itemtype, change);
  return true;
}

/** Which columns the input changes (items-write W7.4). */
function compare(itemtype: Itemtype, row: Row, input: Input): Change {
  const fields: Record<string, unknown> = { ...row };
  const updates = new Set<string>();
  for (const [key, value] of Object.entries(input)) {
    if (!(key in row) || key === itemtype.indexName || key === 'id' || value === undefined) continue;
    if (isSame(itemtype, key, row[key], value)) continue;
    fields[key] = value;
    updates.add(key);
  }
  return { old: row, fields, updates, input, noted: new Map() };
}

/** Texts are compared byte by byte, everything else loosely. */
function isSame(itemtype: Itemtype, column: string, old: unknown, value: unknown): boolean {
  if (old === null && value === 'NULL') return true;
  const option = filterOption(itemtype, column);
  const isText =
    option?.datatype === 'string' ||
    option?.datatype === 'text' ||
    (option?.datatype === 'itemlink' && column === 'name');
  return isText ? textOf(old) === textOf(value) : looselyEqual(old, value);
}

async function writeRow(w: Writing, itemtype: Itemtype, change: Change): Promise<true> {
  const wanted: Input = {};
  for (const column of change.updates) wanted[column] = change.fields[column];
  const values = columnValues(w.ctx, itemtype, wanted);
  if (Object.keys(values).length > 0) {
    await w.ctx.db
      .updateTable(itemtype.table)
      .set(values)
      .where(itemtype.indexName, '=', change.old[itemtype.indexName]!)
      .execute();
  }
  return true;
}
