/** The tree of criteria as conditions: those on joined rows, and those on shown, grouped values (search 11). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { havingCondition } from './conditions/having.ts';
import type { ConditionScope, CriterionTarget } from './conditions/target.ts';
import { namesRow, whereCondition } from './conditions/where.ts';
import type { CriteriaNode, Criterion, Link } from './criteria.ts';
import type { JoinTree } from './join-tree.ts';
import { and, or } from './sql-logic.ts';
import { comparedExpression, type ReachedOption } from './value-expressions.ts';

/** A condition on the value that a column shows; built when it is known where that value is computed. */
export type ShownCondition = (
  shown: (reached: ReachedOption) => Expression<unknown>,
) => Expression<SqlBool> | undefined;

export interface CriteriaWalk {
  readonly where: Expression<SqlBool> | undefined;
  /** Aliases that `where` speaks of. */
  readonly aliases: ReadonlySet<string>;
  readonly having: ShownCondition | undefined;
  /** What `having` looks at. */
  readonly shown: readonly ReachedOption[];
}

export interface WalkRequest {
  readonly criteria: readonly CriteriaNode[];
  readonly scope: ConditionScope;
  readonly tree: JoinTree;
  /** Columns of the searched type. */
  readonly columns: readonly ReachedOption[];
  /** Every option of the searched type. */
  all(): readonly ReachedOption[];
  target(criterion: Criterion): ReachedOption | undefined;
}

/** Walks the criteria twice, once for each kind; the two results are AND-ed whatever the links say (search 11.1). */
export function walkCriteria(request: WalkRequest): CriteriaWalk {
  const aliases = new Set<string>();
  const shown: ReachedOption[] = [];
  const where = chain(request.criteria, (criterion) => onRows(request, criterion, aliases));
  const having = chain<ShownCondition>(request.criteria, (criterion) => onShown(request, criterion, shown), {
    join: (terms) => (by) => joined(terms.map(({ operator, term }) => ({ operator, term: term(by) }))),
    not: (term) => (by) => negated(term(by)),
  });
  return { where, aliases, having, shown };
}

interface Term<T> {
  readonly operator: Link['operator'];
  readonly term: T;
}

interface Logic<T> {
  join(terms: readonly Term<T>[]): T;
  not(term: T): T;
}

const negated = (term: Expression<SqlBool> | undefined) => term && sql<SqlBool>`NOT (${term})`;

const sqlLogic: Logic<Expression<SqlBool>> = {
  join: (terms) => joined(terms)!,
  not: (term) => sql<SqlBool>`NOT (${term})`,
};

/** Terms one after the other: AND binds more tightly than OR, as SQL has it. */
function joined(terms: readonly Term<Expression<SqlBool> | undefined>[]): Expression<SqlBool> | undefined {
  const alternatives: Expression<SqlBool>[][] = [];
  for (const { operator, term } of terms) {
    if (!term) continue;
    if (operator === 'OR' || alternatives.length === 0) alternatives.push([term]);
    else alternatives.at(-1)!.push(term);
  }
  return or(alternatives.map((each) => and(each)));
}

function chain<T>(
  criteria: readonly CriteriaNode[],
  term: (criterion: Criterion) => T | undefined,
  logic: Logic<T> = sqlLogic as unknown as Logic<T>,
): T | undefined {
  const terms = criteria.flatMap((node): Term<T>[] => {
    const inner = node.kind === 'group' ? chain(node.criteria, term, logic) : term(node);
    if (inner === undefined) return [];
    const isNegatedGroup = node.kind === 'group' && node.link.negated;
    return [{ operator: node.link.operator, term: isNegatedGroup ? logic.not(inner) : inner }];
  });
  return terms.length === 0 ? undefined : logic.join(terms);
}

/**
 * Whether a criterion looks at all linked rows together: where the option says so, where the link asks that none of a
 * linked type matches (search 18.3), and where the value is computed over those rows.
 */
function looksAtShown(criterion: Criterion, reached: ReachedOption): boolean {
  if (reached.option.usehaving !== undefined) return true;
  if (criterion.meta && criterion.link.text === 'AND NOT') return true;
  if (namesRow(criterion.value)) return false;
  return reached.option.datatype === 'count' || comparedExpression(reached).aggregate;
}

function onRows(request: WalkRequest, criterion: Criterion, aliases: Set<string>): Expression<SqlBool> | undefined {
  if (criterion.value === '') return undefined;
  if (typeof criterion.field !== 'number') return onColumns(request, criterion, aliases);
  const reached = request.target(criterion);
  if (!reached || looksAtShown(criterion, reached)) return undefined;
  const condition = whereCondition(asTarget(request, criterion, reached));
  if (condition) aliases.add(lookedAt(reached, criterion));
  return condition;
}

/** The alias that a condition speaks of: a sub-query joins nothing, unless the value names a row of the option's table. */
const lookedAt = ({ option, alias, mainAlias }: ReachedOption, { value }: Criterion) =>
  option.use_subquery && !namesRow(value) ? mainAlias : alias;

function asTarget({ scope }: WalkRequest, criterion: Criterion, reached: ReachedOption): CriterionTarget {
  const { searchtype, value, link } = criterion;
  return { ...reached, searchtype, value, negated: link.negated, scope };
}

/** `view` and `all`: any column contains the value, or under NOT none does (search 11.4). */
function onColumns(request: WalkRequest, criterion: Criterion, aliases: Set<string>): Expression<SqlBool> | undefined {
  const reached = criterion.field === 'all' ? request.all() : request.columns;
  const conditions = reached
    .filter(
      (each) => !each.option.nosearch && !each.option.field.startsWith('_virtual') && !looksAtShown(criterion, each),
    )
    .map((each) => {
      const condition = whereCondition(asTarget(request, { ...criterion, searchtype: 'contains' }, each));
      if (condition) aliases.add(lookedAt(each, criterion));
      return condition;
    });
  return criterion.link.negated ? and(conditions) : or(conditions);
}

function onShown(request: WalkRequest, criterion: Criterion, shown: ReachedOption[]): ShownCondition | undefined {
  if (criterion.value === '') return undefined;
  const reached = request.target(criterion);
  if (!reached || !looksAtShown(criterion, reached)) return undefined;
  const target = asTarget(request, criterion, reached);
  shown.push(reached);
  if (reached.option.usehaving === undefined && !criterion.meta) {
    // Compared as a column would be, over the value that its rows make together.
    return (by) => whereCondition({ ...target, computed: by(reached) });
  }
  return (by) => havingCondition(target, by(reached));
}
