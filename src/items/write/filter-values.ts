/** Values are checked by the datatype of their column's search option (items-write W1.6). */
import { isKnownClass } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import { filterOption } from './column-options.ts';
import { looselyEqual, textOf } from './values.ts';

/** What a datatype makes of a value: the value to store, or undefined when the key is dropped. */
type Filter = (value: unknown, column: string) => unknown;

const integer: Filter = (value) =>
  value === null || (typeof value === 'number' && Number.isInteger(value))
    ? value
    : textOf(value).replace(/[^0-9-]/g, '');

const decimal: Filter = (value) =>
  typeof value === 'number'
    ? value
    : Number.parseFloat(
        textOf(value)
          .replaceAll(',', '.')
          .replace(/[^0-9.-]/g, ''),
      ) || 0;

const date: Filter = (value) => {
  if (value === null || value === '' || value === 'NULL') return 'NULL';
  return /^\d{4}-\d{1,2}-\d{1,2}/.test(textOf(value)) ? value : undefined;
};

const text: Filter = (value, column) => {
  if (typeof value !== 'string' || column === 'completename') return value;
  return [...value].length > 255 ? [...value].slice(0, 255).join('') : value;
};

const filters: Readonly<Record<string, Filter>> = {
  integer,
  count: integer,
  number: integer,
  decimal,
  bool: (value) => (looselyEqual(value, 0) || looselyEqual(value, 1) || typeof value === 'boolean' ? value : undefined),
  date,
  datetime: date,
  mac: (value) => (/(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(textOf(value)) ? textOf(value).toLowerCase() : undefined),
  ip: (value) => (isIPv4(textOf(value)) ? value : undefined),
  itemtype: (value) => (isKnownClass(textOf(value)) ? value : undefined),
  string: text,
  itemlink: text,
  email: text,
};

/**
 * Converts the values in place and drops those that can't be; answers the English labels of the dropped ones. Columns
 * without a search option are left as they are.
 */
export function filterValues(itemtype: Itemtype, input: Record<string, unknown>): string[] {
  const wrong: string[] = [];
  for (const [key, value] of Object.entries(input)) {
    if (key.startsWith('_') || (typeof value === 'object' && value !== null)) continue;
    const option = filterOption(itemtype, key);
    const filter = option?.datatype ? filters[option.datatype] : undefined;
    if (!option || !filter) continue;
    const filtered = filter(value, key);
    if (filtered === undefined) {
      wrong.push(option.label);
      delete input[key];
    } else input[key] = filtered;
  }
  return wrong;
}

function isIPv4(value: string): boolean {
  const parts = value.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}
