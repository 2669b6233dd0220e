/** Search types that a listed option offers (search 3.3). They inform only: searches take any. */
import { byTable, isA } from './catalog.ts';
import type { SearchOption } from './model.ts';

const text = ['contains', 'notcontains'];
const equality = ['equals', 'notequals'];
const tree = ['under', 'notunder'];

const typesByDatatype: Readonly<Record<string, readonly string[]>> = {
  bool: [...equality, ...text],
  right: equality,
  itemtypename: equality,
  date: [...equality, 'lessthan', 'morethan', ...text],
  datetime: [...equality, 'lessthan', 'morethan', ...text],
  date_delay: [...equality, 'lessthan', 'morethan', ...text],
};

const numbers = new Set(['mio', 'count', 'integer', 'number']);

/** The search types of an option, in order. */
export function searchTypesOf(option: SearchOption): readonly string[] {
  if (option.searchtype !== undefined) return forced(option.searchtype);
  const datatype = option.datatype ?? '';
  if (numbers.has(datatype)) return isLimited(option) ? [...text, ...equality] : text;
  return typesByDatatype[datatype] ?? typesByField(option);
}

function forced(searchtype: string | readonly string[]): string[] {
  const named = typeof searchtype === 'string' ? [searchtype] : searchtype;
  return [...new Set(named.flatMap((type) => (type === 'contains' ? text : [type])))];
}

function isLimited(option: SearchOption): boolean {
  return option.min !== undefined || option.max !== undefined;
}

function typesByField({ field, table }: SearchOption): readonly string[] {
  if (field === 'id') return equality;
  if (field !== 'name' && field !== 'completename') return text;
  const type = byTable(table);
  return type && isA(type, 'CommonTreeDropdown') ? [...text, ...equality, ...tree] : [...text, ...equality];
}
