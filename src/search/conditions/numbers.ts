/** Criteria on numbers (search 12.2, 12.3, 12.5). */

import { type Expression, type SqlBool, sql } from 'kysely';
import { isNumeric } from '../numeric-text.ts';
import { isNegativeType } from './operators.ts';
import type { CriterionTarget } from './target.ts';

/** Datatypes whose criteria compare numbers. */
export const numericTypes = new Set([
  'bool',
  'count',
  'mio',
  'number',
  'integer',
  'decimal',
  'timestamp',
  'progressbar',
]);

const COMPARISON = /([<>])(=?)\s*(-?)\s*([0-9]+(?:.[0-9]+)?)/;

export interface NumberComparison {
  readonly less: boolean;
  readonly orEqual: boolean;
  readonly number: number;
}

/** `>3`, `<= -1.5` anywhere in the value; encoded signs count too. */
export function numberComparison(value: string): NumberComparison | undefined {
  const match = COMPARISON.exec(value.replaceAll('&#60;', '<').replaceAll('&#62;', '>'));
  if (!match) return undefined;
  return { less: match[1] === '<', orEqual: match[2] === '=', number: Number.parseFloat(match[3] + match[4]!) };
}

/** The operator of a comparison, turned round by a negation; `=` stays. */
export function comparisonOperator({ less, orEqual }: NumberComparison, negated: boolean) {
  return sql.raw(`${less !== negated ? '<' : '>'}${orEqual ? '=' : ''}`);
}

const MIO_UNITS: Readonly<Record<string, number>> = {
  mo: 1,
  mio: 1,
  go: 1024,
  gio: 1024,
  to: 1024 ** 2,
  tio: 1024 ** 2,
};

/** A size with its unit in mebibytes; other values unchanged (search 12.5). */
export function inMebibytes(value: string): string {
  if (isNumeric(value)) return value;
  const match = /(\d+(?:\.\d+)?).*?([a-z]+)/i.exec(value);
  const factor = match ? MIO_UNITS[match[2]!.toLowerCase()] : undefined;
  return match && factor ? String(Number(match[1]) * factor) : value;
}

/** The value in the form in which the column is compared. */
export function numericValue(target: CriterionTarget): string {
  const { option, value, scope } = target;
  if (option.datatype === 'mio') return inMebibytes(value);
  if (option.datatype !== 'bool' || isNumeric(value)) return value;
  const word = value.toLowerCase();
  if (word === scope.no.toLowerCase()) return '0';
  return word === scope.yes.toLowerCase() ? '1' : value;
}

/**
 * The condition of a criterion on a number; undefined when the value is none, so that the general rules apply.
 * @param negated after the flip by `notcontains`, which a second flip undoes here: `notcontains 1` means `= 1`
 */
export function numberCondition(
  target: CriterionTarget,
  x: Expression<unknown>,
  value: string,
  negated: boolean,
): Expression<SqlBool> | undefined {
  const { option, searchtype } = target;
  const isNegative = isNegativeType(searchtype) !== negated;
  const comparison = numberComparison(value);
  if (comparison) return sql<SqlBool>`${x} ${comparisonOperator(comparison, isNegative)} ${comparison.number}`;
  if (!isNumeric(value) || (option.datatype === 'decimal' && searchtype === 'contains')) return undefined;
  const number = Number.parseFloat(value.trim());
  const { width } = option;
  if (width === undefined) return isNegative ? sql<SqlBool>`${x} <> ${number}` : sql<SqlBool>`${x} = ${number}`;
  const [from, to] = [number - width, number + width];
  return isNegative
    ? sql<SqlBool>`(${x} < ${from} OR ${x} > ${to} OR ${x} IS NULL)`
    : sql<SqlBool>`(${x} >= ${from} AND ${x} <= ${to})`;
}

/** What `contains` looks for in a decimal: its whole part and one digit behind the point (search 12.3). */
export function decimalPattern(value: string): string {
  const start = /^(\d+.?\d?)/.exec(value);
  if (!start) return value;
  return start[1]!.includes('.') ? start[1]! : `${start[1]}.`;
}
