/** Relative dates of criteria, and how a date criterion compares (search 14). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { valueComparison } from './conditions/operators.ts';
import { textCondition } from './text-pattern.ts';

const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const UNITS = ['YEAR', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE'];
/** Units in which `delayunit` and `searchunit` of an option may count. */
const INTERVAL_UNITS = new Set(['YEAR', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE']);

/** A unit of time as SQL writes it; months where the option names none. */
export function intervalUnit(unit: string | undefined) {
  const name = (unit ?? 'MONTH').toUpperCase();
  return sql.raw(INTERVAL_UNITS.has(name) ? name : 'MONTH');
}

/**
 * The moment that a relative value means (`NOW`, `-3DAY`, `BEGINMONTH`, `LASTMONDAY` …), written as the column needs
 * it; other values come back unchanged (search 14.1).
 * @param now `YYYY-MM-DD HH:MM:SS` in the session's time zone
 */
export function resolveDate(value: string, dayOnly: boolean, now: string): string {
  const write = (date: Date) => {
    const text = date.toISOString().slice(0, 19).replace('T', ' ');
    return dayOnly ? text.slice(0, 10) : text;
  };
  // The session's wall clock is kept in the UTC fields, so that no other zone comes in between.
  const at = new Date(`${now.replace(' ', 'T')}Z`);
  const midnight = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day));
  if (value === 'NOW') return write(at);
  if (value === 'TODAY') return now.slice(0, 10);
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth();
  if (value.includes('BEGIN') || value.includes('END')) {
    if (value === 'BEGINYEAR') return write(midnight(year, 0, 1));
    if (value === 'ENDYEAR') return write(midnight(year, 11, 31));
    if (value === 'ENDMONTH') return write(midnight(year, month + 1, 0));
    return write(midnight(year, month, 1));
  }
  if (value.includes('LAST')) {
    const weekday = WEEKDAYS.indexOf(value.replace('LAST', ''));
    if (weekday < 0) return write(new Date(0));
    const back = (at.getUTCDay() - weekday + 7) % 7 || 7;
    return write(midnight(year, month, at.getUTCDate() - back));
  }
  const relative = /^(-?\d+)([A-Z]+)$/.exec(value);
  if (!relative || !UNITS.includes(relative[2]!)) return value;
  return moved(at, Number(relative[1]), relative[2]!, dayOnly);
}

function moved(at: Date, count: number, unit: string, dayOnly: boolean): string {
  const date = new Date(at);
  if (unit === 'YEAR') date.setUTCFullYear(date.getUTCFullYear() + count);
  if (unit === 'MONTH') date.setUTCMonth(date.getUTCMonth() + count);
  if (unit === 'WEEK') date.setUTCDate(date.getUTCDate() + 7 * count);
  if (unit === 'DAY') date.setUTCDate(date.getUTCDate() + count);
  if (unit === 'HOUR') date.setUTCHours(date.getUTCHours() + count);
  if (unit === 'MINUTE') date.setUTCMinutes(date.getUTCMinutes() + count);
  if (Number.isNaN(date.getTime())) return '1970-01-01';
  const text = date.toISOString();
  const withTime = unit === 'HOUR' || unit === 'MINUTE' || !dayOnly;
  return withTime ? `${text.slice(0, 16).replace('T', ' ')}:00` : text.slice(0, 10);
}

/** Whether a value of this datatype is written as a day without time (search 14.1). */
export function isDayOnly(datatype: string, value: string): boolean {
  return datatype !== 'datetime' || /BEGIN|LAST|DAY/.test(value);
}

export interface DateCriterion {
  readonly x: Expression<unknown>;
  readonly datatype: 'date' | 'datetime' | 'date_delay';
  readonly searchtype: string;
  /** Already resolved. */
  readonly value: string;
  /** After the flip by `notcontains`. */
  readonly negated: boolean;
  readonly unit: string | undefined;
}

/** The condition of a date criterion; undefined when the value makes none (search 14.2). */
export function dateCondition(criterion: DateCriterion): Expression<SqlBool> | undefined {
  const { datatype, searchtype, unit } = criterion;
  const { negated } = criterion;
  let { x, value } = criterion;
  const isEquality = searchtype === 'equals' || searchtype === 'notequals';
  if (isEquality) {
    const different = (searchtype === 'notequals') !== negated;
    if (datatype === 'datetime') {
      const prefix = `${escapeLike(value.replace(/:00$/, ''))}%`;
      return different ? sql<SqlBool>`(${x} NOT LIKE ${prefix} OR ${x} IS NULL)` : sql<SqlBool>`${x} LIKE ${prefix}`;
    }
    return valueComparison(value, different)(x);
  }
  if (searchtype === 'lessthan') value = `<${value}`;
  if (searchtype === 'morethan') value = `>${value}`;
  const isText = searchtype === 'contains' || searchtype === 'notcontains';
  if (isText && datatype !== 'date_delay') x = sql`CONVERT(${x} USING utf8mb4)`;
  const comparison = /^\s*(&[lg]t;|[<>])(=?)\s*(.*)$/s.exec(value);
  if (!comparison) return textCondition(x, dayFirstRewritten(value), negated);
  const [, sign, orEqual, rest] = comparison;
  const number = /^(-?)\s*(\d+)\s*$/.exec(rest!);
  if (number) {
    // A number of months turns `notcontains` round once more, so that it means what `contains` means.
    const opposite = searchtype === 'notcontains' ? !negated : negated;
    const less = (sign === '<' || sign === '&lt;') !== opposite;
    const operator = sql.raw(`${less ? '<' : '>'}${orEqual}`);
    return sql<SqlBool>`${x} ${operator} ADDDATE(NOW(), INTERVAL ${Number(number[1] + number[2]!)} ${intervalUnit(unit)})`;
  }
  const date = dayFirstRewritten(rest!);
  if (!/\d{4}-\d{2}-\d{2}/.test(date)) return undefined;
  const operator = sql.raw(`${sign === '<' || sign === '&lt;' ? '<' : '>'}${orEqual}`);
  return negated ? sql<SqlBool>`NOT (${x} ${operator} ${date})` : sql<SqlBool>`${x} ${operator} ${date}`;
}

/** `23-11-2026` and `23/11/2026` → `2026-11-23`. */
function dayFirstRewritten(value: string): string {
  return value.replace(/(\d{1,2})[-/](\d{1,2})[-/](\d{4})/, '$3-$2-$1');
}

function escapeLike(text: string): string {
  return text.replaceAll('\\', '\\\\');
}
