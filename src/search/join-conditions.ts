/** The ON conditions of joins: link columns by join type, and an option's own conditions (search 9). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { foreignKeyOf } from '../catalog/names.ts';
import type { SessionCondition } from '../catalog/model.ts';
import { entityRestriction } from './entity-restriction.ts';
import { namedExpression } from './expressions.ts';
import type { JoinOrigin, Reachable } from './join-tree.ts';
import type { SearchSession } from './search-session.ts';
import { and, or } from './sql-logic.ts';

/** Right to read private followups and tasks of others. */
const SEE_PRIVATE = 8192;

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
  const own = params.condition ? structured(join, params.condition) : undefined;
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
      return { on: or([sql<SqlBool>`${of(`${leftKey}_1`)} = ${left('id')}`, sql<SqlBool>`${of(`${leftKey}_2`)} = ${left('id')}`]), many: true };
    case 'item_item_revert':
      return { on: or([sql<SqlBool>`${of('id')} = ${left(`${newKey}_1`)}`, sql<SqlBool>`${of('id')} = ${left(`${newKey}_2`)}`]), many: true };
    case 'itemtype_item':
      return { on: sql<SqlBool>`${of('items_id')} = ${left('id')} AND ${of('itemtype')} = ${type}`, many: true };
    case 'mainitemtype_mainitem':
      return { on: sql<SqlBool>`${of('mainitems_id')} = ${left('id')} AND ${of('mainitemtype')} = ${type}`, many: true };
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

/** A condition as data: columns with values, `[operator, value]` pairs, `OR` and `NOT` groups, named expressions. */
function structured(join: JoinStep, condition: unknown): Expression<SqlBool> | undefined {
  if (typeof condition === 'string') return namedCondition(join, condition);
  if (Array.isArray(condition)) return and(condition.map((each) => structured(join, each)));
  if (condition === null || typeof condition !== 'object') return undefined;
  return and(
    Object.entries(condition).map(([key, value]) => {
      if (key === 'OR') return or((value as unknown[]).map((each) => structured(join, each)));
      if (key === 'AND') return structured(join, value);
      if (key === 'NOT') {
        const inner = structured(join, value);
        return inner && sql<SqlBool>`NOT (${inner})`;
      }
      return compared(join, key, value);
    }),
  );
}

function compared(join: JoinStep, name: string, value: unknown): Expression<SqlBool> {
  const x = sql.ref(qualified(join, name));
  if (value === null) return sql<SqlBool>`${x} IS NULL`;
  if (!Array.isArray(value)) return sql<SqlBool>`${x} = ${operand(join, value)}`;
  const [operator, right] = value as [string, unknown];
  if (!OPERATORS.has(operator)) return sql<SqlBool>`${x} IN (${sql.join(value)})`;
  return sql<SqlBool>`${x} ${sql.raw(operator)} ${operand(join, right)}`;
}

const OPERATORS = new Set(['=', '<>', '<', '>', '<=', '>=']);

function operand(join: JoinStep, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('SQL:')) return value;
  return namedExpression(value.slice('SQL:'.length), { left: join.from.alias, itemtype: join.origin.itemtype });
}

function namedCondition(join: JoinStep, text: string): Expression<SqlBool> {
  return operand(join, text) as Expression<SqlBool>;
}

function qualified(join: JoinStep, name: string): string {
  return name.replace(/^REFTABLE\b/, join.from.alias).replace(/^NEWTABLE\b/, join.alias);
}

function sessionCondition(join: JoinStep, name: SessionCondition): Expression<SqlBool> | undefined {
  const { session, alias } = join;
  const mine = () => sql<SqlBool>`${sql.ref(`${alias}.users_id`)} = ${session.userId}`;
  const publicOrMine = () => or([sql<SqlBool>`${sql.ref(`${alias}.is_private`)} = 0`, mine()]);
  switch (name) {
    case 'privateFollowups':
      return session.have('followup', SEE_PRIVATE) ? undefined : publicOrMine();
    case 'privateTasks':
      return session.have('task', SEE_PRIVATE) ? undefined : publicOrMine();
    case 'activeEntities':
      return entityRestriction(session, alias, { recursive: false });
    case 'activeEntitiesOrRecursive':
      return entityRestriction(session, alias, { recursive: true });
    case 'sessionUser':
      return mine();
  }
}
