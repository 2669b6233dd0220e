/** Criteria on actors and the like: whether any link row matches, whatever the others say (search 16). */
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { tableOfForeignKey } from '../../catalog/catalog.ts';
import { foreignKeyOf } from '../../catalog/names.ts';
import { conditionOn } from '../join-conditions.ts';
import { beforeJoins } from '../join-tree.ts';
import { isZero } from '../numeric-text.ts';
import { and, or } from '../sql-logic.ts';
import { textCondition } from '../text-pattern.ts';
import { actorLinks } from '../value-expressions.ts';
import { listComparison, valueComparison } from './operators.ts';
import { anyName } from './special-fields.ts';
import { branchIds, type CriterionTarget } from './target.ts';

/** The condition on the searched rows' ids. */
export function subqueryCondition(target: CriterionTarget): Expression<SqlBool> {
  const { option, searchtype, negated, mainAlias, itemtype } = target;
  const [link] = beforeJoins(option.joinparams ?? {});
  if (!link) throw new Error(`Option ${option.id} of ${itemtype.name} has no link table`);
  const params = link.joinparams ?? {};
  const row = (name: string) => sql.ref(`link.${name}`);
  const of = typeof params.field === 'string' ? params.field : ownKey(target, link.table);
  const key = row(typeof params.linkfield === 'string' ? params.linkfield : foreignKeyOf(option.table));
  const isNothing = isZero(target.value);
  const matching = isNothing ? undefined : matchingRows(target, key, link.table, row);
  const where = and([matching, conditionOn('link', params.condition)]) ?? sql<SqlBool>`1 = 1`;
  const isNegative = ['notequals', 'notunder', 'notcontains'].includes(searchtype);
  const outside = (isNegative !== negated) !== isNothing;
  const operator = sql.raw(outside ? 'NOT IN' : 'IN');
  return sql<SqlBool>`${sql.ref(`${mainAlias}.id`)} ${operator} (SELECT ${row(of)} FROM ${sql.table(link.table)} AS link WHERE ${where})`;
}

/** The link row's column for the searched item. */
function ownKey({ itemtype }: CriterionTarget, linkTable: string): string {
  return tableOfForeignKey(itemtype.foreignKey) === linkTable ? 'id' : itemtype.foreignKey;
}

function matchingRows(
  target: CriterionTarget,
  key: RawBuilder<unknown>,
  linkTable: string,
  row: (name: string) => RawBuilder<unknown>,
): Expression<SqlBool> {
  const { option, searchtype, scope } = target;
  const value = meant(target);
  switch (searchtype) {
    case 'equals':
    case 'notequals':
      return Array.isArray(value) ? listComparison(value, false)(key) : valueComparison(value as string, false)(key);
    case 'under':
    case 'notunder': {
      const ids =
        typeof value === 'string'
          ? branchIds(target, value)
          : value.flatMap((id) => scope.descendants(option.table, id));
      return listComparison(ids, false)(key);
    }
  }
  const linked = (name: string) => sql.ref(`linked.${name}`);
  const matches =
    option.table === 'glpi_users'
      ? anyName(linked, target.value, false, scope.firstNameFirst)
      : textCondition(linked(option.field), target.value, false);
  const found = sql<SqlBool>`${key} IN (SELECT ${linked('id')} FROM ${sql.table(option.table)} AS linked WHERE ${matches})`;
  return actorLinks.has(linkTable) ? or([found, textCondition(row('alternative_email'), target.value, false)])! : found;
}

/** The value, with `myself` and `mygroups` replaced by ids. */
function meant({ option, value, scope }: CriterionTarget): string | readonly number[] {
  if (value === 'myself' && option.table === 'glpi_users') return String(scope.session.userId);
  if (value === 'mygroups' && option.table === 'glpi_groups') return scope.session.groups;
  return value;
}
