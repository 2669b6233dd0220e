/** What a search is asked for, read from the request (search 1.2). */

import { ApiError } from '../http/errors.ts';
import { isContainer, type PhpArray, valueAt, valuesOf } from '../http/php-array.ts';
import { phpIntval, phpText, truthy } from '../http/php-values.ts';

export interface SearchParameters {
  /** As sent; `readCriteria` reads them. */
  readonly criteria: unknown;
  /** The deprecated list of criteria on linked types, as sent. */
  readonly metacriteria: readonly LegacyMeta[];
  readonly sort: readonly number[];
  /** As answered; what isn't `ASC` sorts backwards. */
  readonly order: readonly unknown[];
  /** Absent: the display preferences say. */
  readonly forcedisplay?: readonly number[];
  readonly isDeleted: boolean;
  readonly withIndexes: boolean;
  readonly uidColumns: boolean;
  readonly giveItems: boolean;
  readonly rawData: boolean;
  readonly asMap: boolean;
}

export interface LegacyMeta {
  readonly itemtype: string;
  readonly field: number;
}

export interface Page {
  readonly start: number;
  readonly size: number;
  /** The two numbers as the content range prints them (search 1.4). */
  readonly printed: readonly [string, string];
  /** `export_all`: every row, whatever the range says. */
  readonly all: boolean;
}

/** Reads the parameters apart from the page. */
export function readParameters(values: PhpArray): SearchParameters {
  const forcedisplay = values.get('forcedisplay');
  return {
    criteria: values.get('criteria'),
    metacriteria: readMetacriteria(values.get('metacriteria')),
    sort: readSort(values.get('sort')),
    order: readOrder(values.get('order')),
    ...(forcedisplay !== undefined && { forcedisplay: readIds(forcedisplay) }),
    isDeleted: isOne(values.get('is_deleted')),
    withIndexes: values.has('withindexes'),
    uidColumns: values.has('uid_cols'),
    giveItems: values.has('giveItems'),
    rawData: truthy(values.get('rawdata') ?? null),
    asMap: isOne(values.get('as_map')),
  };
}

function readSort(sent: unknown): readonly number[] {
  if (sent === undefined) return [1];
  if (isContainer(sent)) return Array.from(valuesOf(sent), phpIntval);
  const id = phpIntval(sent);
  return id >= 0 ? [id] : [1];
}

function readOrder(sent: unknown): readonly unknown[] {
  if (isContainer(sent)) return [...valuesOf(sent)];
  return sent === 'ASC' || sent === 'DESC' ? [sent] : ['ASC'];
}

function readIds(sent: unknown): readonly number[] {
  return [...new Set(isContainer(sent) ? Array.from(valuesOf(sent), phpIntval) : [phpIntval(sent)])];
}

/** Those with a value, each type and field once. */
function readMetacriteria(sent: unknown): readonly LegacyMeta[] {
  const filled = Array.from(valuesOf(sent)).filter((each) => (phpText(valueAt(each, 'value')) ?? '') !== '');
  const byKey = new Map<string, LegacyMeta>();
  for (const each of filled) {
    const meta = { itemtype: phpText(valueAt(each, 'itemtype')) ?? '', field: phpIntval(valueAt(each, 'field') ?? 0) };
    byKey.set(`${meta.itemtype} ${meta.field}`, meta);
  }
  return [...byKey.values()];
}

/** PHP's `== 1`. */
function isOne(sent: unknown): boolean {
  return sent === true || (!isContainer(sent) && Number(phpText(sent)) === 1);
}

/**
 * The wanted page; `listLimit` is the user's page size.
 * @throws ApiError (400) for a malformed range
 */
export function readPage(values: PhpArray, listLimit: number): Page {
  const range = values.get('range');
  const all = truthy(values.get('export_all') ?? null);
  if (range === undefined) {
    const start = values.get('start');
    const size = values.get('list_limit');
    return {
      start: start === undefined ? 0 : Math.max(0, phpIntval(start)),
      size: size === undefined ? listLimit : Math.max(0, phpIntval(size)),
      printed: ['0', String(listLimit - 1)],
      all,
    };
  }
  const match = /^(\d+)-(\d+)$/.exec(phpText(range) ?? '');
  if (!match) throw new ApiError('ERROR:range');
  const [start, end] = [phpIntval(match[1]), phpIntval(match[2])];
  return { start, size: Math.max(0, end - start + 1), printed: [match[1]!, match[2]!], all };
}
