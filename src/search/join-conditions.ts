/** The ON conditions of joins: link columns by join type, and an option's own conditions (search 9). */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { SessionCondition } from '../catalog/model.ts';
import { foreignKeyOf } from '../catalog/names.ts';
import { followup, task } from '../catalog/single-right-bits.ts';
import { entityRestriction } from './entity-restriction.ts';
import { type ExpressionScope, namedExpression } from './expressions.ts';
import type { JoinOrigin, Reachable } from './join-tree.ts';
import type { SearchSession } from './search-session.ts';
import { and, isIn, or } from './sql-logic.ts';

export interface JoinStep {
  readonly origin: JoinOrigin;
  readonly from: { readonly alias: string; readonly table: string };
  readonly alias: string;
  readonly step: Reachable;
  readonly session: SearchSession;
}

export interface JoinOn {
  readonly on: Expression<SqlBool>;
  readonly many: boolean;
  readonly parents: readonly string[];
}

/** How a new table hangs on the one before it. */
export function joinCondition(join: JoinStep): JoinOn {
  const params = join.step.joinparams ?? {};
  const link = linkOf(join);
  const own = params.condition ? structured(scopeOf(join), params.condition) : undefined;
  const bySession = params.sessionCondition ? sessionCondition(join, params.sessionCondition) : undefined;
  const oneRow = own !== undefined && pinsOneRow(params.condition);
  return {
    on: and([link.on, own, bySession]) ?? sql<SqlBool>`1 = 1`,
    many: link.many && !oneRow,
    parents: [join.from.alias],
  };
}

function linkOf({ origin, from, alias, step }: JoinStep): { on: Expression<SqlBool> | undefined; many: boolean } {
  const params = step.joinparams ?? {};
  const type = params.specific_itemtype || origin.itemtype;
  const of = (name: string) => sql.ref(`${alias}.${name}`);
  const left = (name: string) => sql.ref(`${from.alias}.${name}`);
  const leftKey = foreignKeyOf(from.table);
  const newKey = foreignKeyOf(step.table);
  switch (params.jointype) {
    case 'child':
      return { on: sql<SqlBool>`${of(params.linkfield ?? leftKey)} = ${left('id')}`, many: true };
    case 'item_item':
      return {
        on: or([
          sql<SqlBool>`${of(`${leftKey}_1`)} = ${left('id')}`,
          sql<SqlBool>`${of(`${leftKey}_2`)} = ${left('id')}`,
        ]),
        many: true,
      };
    case 'item_item_revert':
      return {
        on: or([
          sql<SqlBool>`${of('id')} = ${left(`${newKey}_1`)}`,
          sql<SqlBool>`${of('id')} = ${left(`${newKey}_2`)}`,
        ]),
        many: true,
      };
    case 'itemtype_item':
      return { on: sql<SqlBool>`${of('items_id')} = ${left('id')} AND ${of('itemtype')} = ${type}`, many: true };
    case 'mainitemtype_mainitem':
      return {
        on: sql<SqlBool>`${of('mainitems_id')} = ${left('id')} AND ${of('mainitemtype')} = ${type}`,
        many: true,
      };
    case 'itemtype_item_revert':
      return { on: sql<SqlBool>`${of('id')} = ${left('items_id')} AND ${left('itemtype')} = ${type}`, many: false };
    case 'itemtypeonly':
      return { on: sql<SqlBool>`${of('itemtype')} = ${type}`, many: true };
    default:
      return { on: sql<SqlBool>`${of('id')} = ${left(step.linkfield)}`, many: false };
  }
}

/** A condition that says which single row is meant (the last solution), so that the join doesn't multiply. */
function pinsOneRow(condition: unknown): boolean {
  return condition !== null && typeof condition === 'object' && 'NEWTABLE.id' in condition;
}

/** What REFTABLE and NEWTABLE stand for. */
interface ConditionNames extends ExpressionScope {
  readonly alias: string;
}

const scopeOf = ({ from, alias, origin }: JoinStep): ConditionNames => ({
  left: from.alias,
  alias,
  itemtype: origin.itemtype,
});

/** A join's own condition on its table alone, under an alias. */
export function conditionOn(alias: string, condition: unknown): Expression<SqlBool> | undefined {
  return structured({ alias, left: alias, itemtype: '' }, condition);
}

/** A condition as data: columns with values, `[operator, value]` pairs, `OR` and `NOT` groups, named expressions. */
function structured(names: ConditionNames, condition: unknown): Expression<SqlBool> | undefined {
  if (typeof condition === 'string') return fromText(names, condition);
  if (Array.isArray(condition)) return and(condition.map((each) => structured(names, each)));
  if (condition === null || typeof condition !== 'object') return undefined;
  return and(
    Object.entries(condition).map(([key, value]) => {
      if (key === 'OR') return or((value as unknown[]).map((each) => structured(names, each)));
      if (key === 'AND') return structured(names, value);
      if (key === 'NOT') {
        const inner = structured(names, value);
        return inner && sql<SqlBool>`NOT (${inner})`;
      }
      return compared(names, key, value);
    }),
  );
}

const OPERATORS = new Set(['=', '<>', '<', '>', '<=', '>=']);

function compared(names: ConditionNames, name: string, value: unknown): Expression<SqlBool> {
  const x = sql.ref(name.replace(/^REFTABLE\b/, names.left).replace(/^NEWTABLE\b/, names.alias));
  if (value === null) return sql<SqlBool>`${x} IS NULL`;
  if (!Array.isArray(value)) return sql<SqlBool>`${x} = ${operand(names, value)}`;
  const [operator, right] = value as [string, unknown];
  if (!OPERATORS.has(operator)) return isIn(x, value);
  return sql<SqlBool>`${x} ${sql.raw(operator)} ${operand(names, right)}`;
}

function operand(names: ConditionNames, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('SQL:')
    ? namedExpression(value.slice('SQL:'.length), names)
    : value;
}

/** A condition in words: a named expression, or `AND NEWTABLE.column = value` as the raw listing of options shows it. */
function fromText(names: ConditionNames, text: string): Expression<SqlBool> | undefined {
  if (text.startsWith('SQL:')) return operand(names, text) as Expression<SqlBool>;
  return and(
    text.split(/\bAND\b/).map((term) => {
      const match = /^\s*((?:NEW|REF)TABLE\.`?\w+`?) = (?:'([^']*)'|(\d+))\s*$/.exec(term);
      return match ? compared(names, match[1]!.replaceAll('`', ''), match[2] ?? Number(match[3])) : undefined;
    }),
  );
}

function sessionCondition(join: JoinStep, name: SessionCondition): Expression<SqlBool> | undefined {
  const { session, alias } = join;
  const mine = () => sql<SqlBool>`${sql.ref(`${alias}.users_id`)} = ${session.userId}`;
  const publicOrMine = () => or([sql<SqlBool>`${sql.ref(`${alias}.is_private`)} = 0`, mine()]);
  switch (name) {
    case 'privateFollowups':
      return session.have('followup', followup.seePrivate) ? undefined : publicOrMine();
    case 'privateTasks':
      return session.have('task', task.seePrivate) ? undefined : publicOrMine();
    case 'activeEntities':
      return entityRestriction(session, alias, { recursive: false });
    case 'activeEntitiesOrRecursive':
      return entityRestriction(session, alias, { recursive: true });
    case 'sessionUser':
      return mine();
  }
}
