/** One criterion as a condition on joined rows (search 12). */

import { type Expression, type SqlBool, sql } from 'kysely';
import { byTable } from '../../catalog/catalog.ts';
import { dateCondition, isDayOnly, resolveDate } from '../dates.ts';
import { or } from '../sql-logic.ts';
import { textCondition } from '../text-pattern.ts';
import { translatedValue } from '../translations.ts';
import { comparedExpression } from '../value-expressions.ts';
import { decimalPattern, numberCondition, numericTypes, numericValue } from './numbers.ts';
import { type Comparison, comparesValues, listComparison, valueComparison } from './operators.ts';
import { specialConditions } from './special-fields.ts';
import { subqueryCondition } from './subquery.ts';
import { branchIds, type CriterionTarget, withNullRule } from './target.ts';

type Maybe = Expression<SqlBool> | undefined;

/** What stands in front of the id of a row. */
const ROW = '$$$$';

/** Whether a value names a row of the option's table by its id (search 12). */
export function namesRow(value: string): boolean {
  return value.startsWith(ROW) && /^[0-9]+$/.test(value.slice(ROW.length));
}

/** The condition, or undefined when the criterion has no effect (search 11.3). */
export function whereCondition(sent: CriterionTarget): Maybe {
  if (namesRow(sent.value)) return idCondition(sent, Number(sent.value.slice(ROW.length)));

  const target = withResolvedDate(sent);
  const { option, searchtype } = target;
  const special = specialConditions[`${option.table}.${option.field}`]?.(target);
  if (special) return special.condition;

  const dateType = dateTypes.get(option.datatype ?? '');
  const flipped = searchtype === 'notcontains' ? !target.negated : target.negated;
  if (dateType) {
    const { expression: x } = comparedExpression(target);
    return dateCondition({
      x,
      datatype: dateType,
      searchtype,
      value: target.value,
      negated: flipped,
      unit: option.searchunit,
    });
  }
  return byDatatype(target, flipped) ?? general(target, flipped);
}

const dateTypes = new Map<string, 'date' | 'datetime' | 'date_delay'>([
  ['date', 'date'],
  ['datetime', 'datetime'],
  ['date_delay', 'date_delay'],
]);

function withResolvedDate(target: CriterionTarget): CriterionTarget {
  const { option, value, scope } = target;
  if (!dateTypes.has(option.datatype ?? '')) return target;
  return { ...target, value: resolveDate(value, isDayOnly(option.datatype!, value), scope.session.now) };
}

/** `$$$$7`: the row with this id, whatever the search type. */
function idCondition(target: CriterionTarget, id: number): Maybe {
  const x = sql.ref(`${target.alias}.id`);
  const condition = target.negated ? sql<SqlBool>`${x} <> ${id}` : sql<SqlBool>`${x} = ${id}`;
  return id === 0 ? or([condition, sql<SqlBool>`${x} IS NULL`]) : condition;
}

/** The search type as a comparison with a column; undefined for those that look into texts. */
function comparison(target: CriterionTarget): Comparison | undefined {
  const { searchtype, value, negated } = target;
  switch (searchtype) {
    case 'equals':
      return valueComparison(value, negated);
    case 'notequals':
      return valueComparison(value, !negated);
    case 'under':
      return listComparison(branchIds(target, target.value), negated);
    case 'notunder':
      return listComparison(branchIds(target, target.value), !negated);
    default:
      return undefined;
  }
}

function byDatatype(target: CriterionTarget, negated: boolean): Maybe {
  const { option, searchtype, alias } = target;
  const { expression: x } = comparedExpression(target);
  const datatype = option.datatype ?? '';
  if (datatype === 'itemtypename' && (searchtype === 'equals' || searchtype === 'notequals'))
    return comparison(target)!(x);
  if (datatype === 'itemlink' && comparesValues(searchtype) && !option.use_subquery) {
    return comparison(target)!(sql.ref(`${alias}.id`));
  }
  if (datatype === 'right') {
    const different = (searchtype === 'notequals') !== negated;
    const held = sql<SqlBool>`(${x} & ${target.value})`;
    return different ? sql<SqlBool>`NOT ${held}` : held;
  }
  if (!numericTypes.has(datatype)) return undefined;
  const value = numericValue(target);
  const asNumber = numberCondition(target, x, value, negated);
  if (asNumber || comparesValues(searchtype)) return asNumber;
  return textOn(target, x, datatype === 'decimal' ? decimalPattern(value) : value, negated);
}

function general(target: CriterionTarget, negated: boolean): Maybe {
  const { option, searchtype } = target;
  if (option.use_subquery) return subqueryCondition(target);
  if (!comparesValues(searchtype)) {
    return textOn(target, comparedExpression(target).expression, target.value, negated);
  }
  const condition = comparison(target)!(comparedColumn(target));
  return withNullRule(target, condition, searchtype === 'notequals' ? !negated : negated);
}

/** The id of a linked row, or the value itself where that is what the option compares (search 12.6). */
function comparedColumn(target: CriterionTarget): Expression<unknown> {
  const { option, alias, mainAlias } = target;
  const isLinked = alias !== mainAlias && !option.searchequalsonfield;
  return isLinked ? sql.ref(`${alias}.id`) : comparedExpression(target).expression;
}

/** A text criterion, on the translated value too where there are translations. */
function textOn(target: CriterionTarget, x: Expression<unknown>, value: string, negated: boolean): Expression<SqlBool> {
  const condition = textCondition(x, value, negated);
  const { option, scope, alias } = target;
  const itemtype = byTable(option.table);
  if (!itemtype || !scope.translates(itemtype, option.field)) return condition;
  const translated = translatedValue({ itemtype, field: option.field, alias, language: scope.session.language });
  return or([condition, textCondition(translated, value, negated)])!;
}
