/** One criterion on the shown, grouped value of a column (search 17). */

import { type Expression, type SqlBool, sql } from 'kysely';
import { phpIntval } from '../../http/php-values.ts';
import { resolveDate } from '../dates.ts';
import { isNumeric } from '../numeric-text.ts';
import { textCondition } from '../text-pattern.ts';
import { comparisonOperator, inMebibytes, numberComparison, numericTypes } from './numbers.ts';
import { isNegativeType } from './operators.ts';
import type { CriterionTarget } from './target.ts';

/** The condition on the column's shown value `shown`. */
export function havingCondition(target: CriterionTarget, shown: Expression<unknown>): Expression<SqlBool> {
  const { option, searchtype } = target;
  const negated = isNegativeType(searchtype) !== target.negated;
  const value = option.datatype === 'mio' ? inMebibytes(target.value) : target.value;
  const isText = searchtype === 'contains' || searchtype === 'notcontains';
  if (option.datatype === 'datetime' && !isText) return dateCondition(target, shown, negated);
  if (option.datatype !== 'bool' && option.datatype !== 'progressbar' && numericTypes.has(option.datatype ?? '')) {
    const asNumber = numberCondition(option.width, shown, value, negated);
    if (asNumber) return asNumber;
  }
  return textCondition(shown, value, negated);
}

/** Operators of dates by search type: plain, and under NOT. `notequals` has turned NOT round already (search 17). */
const dateOperators: Readonly<Record<string, readonly [string, string]>> = {
  equals: ['=', '<>'],
  notequals: ['<>', '='],
  lessthan: ['<', '>'],
  morethan: ['>', '<'],
};

function dateCondition(target: CriterionTarget, shown: Expression<unknown>, negated: boolean): Expression<SqlBool> {
  const { searchtype, scope } = target;
  const value = resolveDate(target.value, /BEGIN|LAST/.test(target.value), scope.session.now);
  const operators = dateOperators[searchtype];
  if (!operators) return textCondition(shown, value, negated);
  return sql<SqlBool>`${shown} ${sql.raw(operators[negated ? 1 : 0]!)} ${value}`;
}

function numberCondition(
  width: number | undefined,
  shown: Expression<unknown>,
  value: string,
  negated: boolean,
): Expression<SqlBool> | undefined {
  const comparison = numberComparison(value);
  if (comparison) return sql<SqlBool>`${shown} ${comparisonOperator(comparison, negated)} ${comparison.number}`;
  if (!isNumeric(value)) return undefined;
  const number = phpIntval(value);
  if (width === undefined) return negated ? sql<SqlBool>`${shown} <> ${number}` : sql<SqlBool>`${shown} = ${number}`;
  const [from, to] = [number - width, number + width];
  return negated
    ? sql<SqlBool>`(${shown} > ${to} OR ${shown} < ${from})`
    : sql<SqlBool>`(${shown} < ${to} AND ${shown} > ${from})`;
}
