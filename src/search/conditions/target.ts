/** A criterion together with what it is about. */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Itemtype } from '../../catalog/model.ts';
import { phpIntval } from '../../http/php-values.ts';
import { isNumeric, isZero } from '../numeric-text.ts';
import type { SearchSession } from '../search-session.ts';
import { or } from '../sql-logic.ts';
import type { ReachedOption } from '../value-expressions.ts';

/** What the conditions need beside the criterion: looked up before, so that building them waits for nothing. */
export interface ConditionScope {
  readonly session: SearchSession;
  /** Persons are written first name first. */
  readonly firstNameFirst: boolean;
  /** Ids of a row of a tree table and of everything below it. */
  descendants(table: string, id: number): readonly number[];
  /** Labels of No and Yes in the session's language. */
  readonly no: string;
  readonly yes: string;
  /** Whether dropdowns of this type have translations of the column in the session's language. */
  translates(itemtype: Itemtype | undefined, field: string): boolean;
}

export interface CriterionTarget extends ReachedOption {
  readonly searchtype: string;
  readonly value: string;
  /** The link says NOT. */
  readonly negated: boolean;
  readonly scope: ConditionScope;
}

/** What the database reads as 0, which is the root entity's id, and that of nobody in link rows. */
const NO_BRANCH = ['not yet set'];

/** The ids of a branch of the option's tree; for what is no number, a text in their place (search 12). */
export function branchIds({ option, scope }: CriterionTarget, root: string): readonly unknown[] {
  return isNumeric(root) ? scope.descendants(option.table, phpIntval(root)) : NO_BRANCH;
}

/** Adds `OR id IS NULL` where the rule for whole values says so (search 12.6). */
export function withNullRule(
  target: CriterionTarget,
  condition: Expression<SqlBool>,
  negated: boolean,
): Expression<SqlBool> {
  const isNothing = isZero(target.value);
  if (negated ? isNothing : !isNothing) return condition;
  return or([condition, sql<SqlBool>`${sql.ref(`${target.alias}.id`)} IS NULL`])!;
}
