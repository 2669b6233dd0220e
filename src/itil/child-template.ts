/** Texts of followups, tasks and solutions made from templates (itil 10.6). */

import type { Input } from '../behaviours/behaviour.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { decodeStored, encodeStored } from '../text/stored-text.ts';

/** Columns of a template that aren't those of what is made from it. */
const ownColumns = ['id', 'name', 'content', 'comment', 'entities_id', 'is_recursive', 'date_mod', 'date_creation'];

/**
 * Completes an input from the template that it names: the text with the item's values in it, other columns unless given.
 * False for a template that there isn't.
 */
export async function fillFromTemplate(
  w: Writing,
  itemtype: string,
  id: number,
  item: ItilItem,
  input: Input,
): Promise<boolean> {
  const type = catalog.itemtype(itemtype)!;
  const template = id > 0 ? await w.load(type, id) : undefined;
  if (!template) return false;
  input.content = renderTemplate(String(template.content ?? ''), item);
  for (const [column, value] of Object.entries(template)) {
    if (!ownColumns.includes(column) && input[column] === undefined) input[column] = value;
  }
  return true;
}

/** A template's text for an item, as it is stored; plain text becomes a paragraph. */
export function renderTemplate(content: string, { itemtype, row }: ItilItem): string {
  const values = parameters(itemtype.name.toLowerCase(), row);
  const text = decodeStored(content).replace(
    /\{\{\s*([\w.]+)\s*(?:\|\s*(raw|e|escape)\s*)?\}\}/g,
    (_, name: string, filter: string | undefined) => {
      const value = values.get(name) ?? '';
      return filter === 'raw' ? value : escapeMarkup(value);
    },
  );
  const isMarkup = /<[a-z][^>]*>/i.test(text);
  return encodeStored(isMarkup ? text : `<p>${text}</p>`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

function parameters(kind: string, row: Row): Map<string, string> {
  const values = new Map<string, string>([[`${kind}.ref`, `#${row.id}`]]);
  for (const [column, value] of Object.entries(row)) {
    values.set(`${kind}.${column}`, value === null ? '' : decodeStored(String(value)));
  }
  return values;
}
