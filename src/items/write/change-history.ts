/** An item's own history of changed columns (items-write W13.4). */

import type { Change } from '../../behaviours/behaviour.ts';
import { Action } from '../../behaviours/history-actions.ts';
import { behavioursOf } from '../../behaviours/registry.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { historyOption } from './column-options.ts';
import { encodedPath, type TableReference } from './names.ts';
import { looselyEqual } from './values.ts';
import type { Writing } from './writing.ts';

/** A column that changed and the search option that stands for it. */
interface ChangedColumn {
  readonly column: string;
  readonly option: number;
  /** Table of the names, for a key that points to another item. */
  readonly namesOf?: string;
}

/** One row for each changed column that has a search option, in order of the input. */
export async function noteChanges(w: Writing, itemtype: Itemtype, change: Change): Promise<void> {
  if (change.input._transfer) return;
  const behaviours = behavioursOf(w.ctx.site.behaviours, itemtype);
  const target = behaviours.find((one) => one.historyTarget)?.historyTarget?.(itemtype, change.old as Row);
  if (!itemtype.flags.dohistory && !target) return;
  const options = target ? (catalog.itemtype(target.itemtype) ?? itemtype) : itemtype;
  const item = target ?? { itemtype: itemtype.name, id: Number(change.old[itemtype.indexName]) };
  const changed = [...change.updates].flatMap((column): ChangedColumn[] => {
    if (!isNoted(itemtype, column, change) || behaviours.some((one) => one.logsColumn?.(itemtype, column) === false)) {
      return [];
    }
    const option = historyOption(options, column, itemtype.table);
    if (!option) return [];
    const isOwn = option.table === itemtype.table;
    return [{ column, option: option.id, ...(!isOwn && { namesOf: option.table }) }];
  });
  await w.names.prepare(changed.flatMap((one) => referencesOf(one, change)));
  for (const one of changed) {
    const noted = change.noted.get(one.column) || {};
    w.history.add({
      itemtype: item.itemtype,
      id: item.id,
      action: Action.change,
      option: one.option,
      old: 'old' in noted ? noted.old : shown(w, one, change.old[one.column]),
      new: 'new' in noted ? noted.new : shown(w, one, escaped(w, one, change.fields[one.column])),
    });
  }
}

/** `date_mod` is noted only when the input brought it: the engine's own is no change of anybody's. */
function isNoted(itemtype: Itemtype, column: string, { old, fields, input, noted }: Change): boolean {
  if (noted.get(column) === false) return false;
  if (itemtype.historyBlacklist.includes(column) || itemtype.nonLoggedFields.includes(column)) return false;
  if (column === 'date_mod' && !('date_mod' in input)) return false;
  return !looselyEqual(old[column], fields[column]);
}

function referencesOf({ namesOf, column }: ChangedColumn, { old, fields }: Change): TableReference[] {
  if (!namesOf) return [];
  return [old[column], fields[column]].flatMap((id) =>
    /^-?\d+$/.test(String(id)) ? [{ table: namesOf, id: Number(id) }] : [],
  );
}

function shown(w: Writing, { namesOf, column }: ChangedColumn, value: unknown): unknown {
  if (namesOf) return w.names.dropdown(namesOf, value);
  return column === 'completename' && typeof value === 'string' ? encodedPath(value) : value;
}

/** What becomes of a control character of a new value on its way through GLPI's escaping. */
const escapedLetter: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\0': '0', '\x1a': 'Z' };

/** Beside a name the new value stands as it goes into a statement: it shows where a column isn't a number. */
function escaped(w: Writing, { namesOf }: ChangedColumn, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (namesOf) return value.replace(/["'\\]/g, '\\$&');
  if (!w.escapesTexts) return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are escaped
  return value.replace(/[\n\r\0\x1a]/g, (char) => escapedLetter[char]!);
}
