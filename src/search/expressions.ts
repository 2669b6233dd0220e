/** SQL expressions that search options call by name (search 4.2). */
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Computation } from '../catalog/model.ts';

type Column = (name: string) => RawBuilder<unknown>;
type Arguments = readonly (string | number)[];

interface NamedComputation {
  /** It counts or sums over the rows of its table, so it needs a group. */
  readonly aggregate: boolean;
  readonly build: (of: Column, args: Arguments, nameColumns: readonly string[]) => Expression<unknown>;
}

/** A sum over rows that other joins may have multiplied. */
const sumOnce = (of: Column, x: Expression<unknown>) =>
  sql`(SUM(${x}) / COUNT(${of('id')})) * COUNT(DISTINCT ${of('id')})`;

const timeCost = (of: Column) => sql`${of('actiontime')} * ${of('cost_time')}/3600`;

/** The moment before which a ticket has to be solved has passed. */
const lateResolve = (of: Column, deadline: string) => sql`IF(${of(deadline)} IS NOT NULL AND ${of('status')} <> 4
  AND (${of('solvedate')} > ${of(deadline)} OR (${of('solvedate')} IS NULL AND ${of(deadline)} < NOW())), 1, 0)`;

/** The moment before which somebody has to take charge has passed. */
const lateOwn = (of: Column, deadline: string) => sql`IF(${of(deadline)} IS NOT NULL AND ${of('status')} <> 4 AND (
  (${of('takeintoaccountdate')} IS NOT NULL AND ${of('takeintoaccountdate')} > ${of(deadline)})
  OR (${of('takeintoaccountdate')} IS NULL
    AND ${of('takeintoaccount_delay_stat')} > TIMESTAMPDIFF(SECOND, ${of('date')}, ${of(deadline)}))
  OR (${of('takeintoaccount_delay_stat')} = 0 AND ${of(deadline)} < NOW())), 1, 0)`;

/** The nearest deadline that still counts; an empty text without any. */
function nextEscalation(of: Column): Expression<unknown> {
  const none = sql`99999999`;
  const whileOpen = (deadline: string, open: Expression<unknown>) =>
    sql`IF(${open}, COALESCE(${of(deadline)}, ${none}), ${none})`;
  const notTaken = sql`${of('takeintoaccount_delay_stat')} <= 0`;
  const notSolved = sql`${of('solvedate')} IS NULL`;
  return sql`REPLACE(LEAST(${sql.join([
    whileOpen('time_to_own', notTaken),
    whileOpen('internal_time_to_own', notTaken),
    whileOpen('time_to_resolve', notSolved),
    whileOpen('internal_time_to_resolve', notSolved),
  ])}), ${none}, '')`;
}

const computations: Readonly<Record<string, NamedComputation>> = {
  nothing: { aggregate: false, build: () => sql`NULL` },
  column: { aggregate: false, build: (of, [name]) => of(String(name)) },
  sum: { aggregate: true, build: (of, [name]) => sql`(SUM(${of(String(name))}))` },
  sumOnce: { aggregate: true, build: (of, [name]) => sumOnce(of, of(String(name))) },
  timeCost: { aggregate: true, build: (of) => sumOnce(of, timeCost(of)) },
  totalCost: {
    aggregate: true,
    build: (of) => sumOnce(of, sql`${timeCost(of)} + ${of('cost_fixed')} + ${of('cost_material')}`),
  },
  sumPerJoin: {
    aggregate: true,
    build: (of, [name]) => sql`SUM(${of(String(name))}) * COUNT(DISTINCT ${of('id')}) / COUNT(*)`,
  },
  average: { aggregate: true, build: (of, [name]) => sql`SUM(${of(String(name))}) / COUNT(${of('id')})` },
  countOnce: { aggregate: true, build: (of) => sql`COUNT(DISTINCT ${of('id')})` },
  latest: { aggregate: true, build: (of, [name]) => sql`MAX(${of(String(name))})` },
  freePercent: {
    aggregate: false,
    build: (of) => sql`LPAD(ROUND(100*${of('freesize')}/NULLIF(${of('totalsize')}, 0)), 3, 0)`,
  },
  personName: { aggregate: false, build: (of, _, names) => sql`CONCAT(${sql.join(names.map(of), sql`, ' ', `)})` },
  lateResolve: { aggregate: false, build: (of, [deadline]) => lateResolve(of, String(deadline)) },
  lateOwn: { aggregate: false, build: (of, [deadline]) => lateOwn(of, String(deadline)) },
  nextEscalation: { aggregate: false, build: (of) => nextEscalation(of) },
};

/** Columns of a person's name in the order in which names are written. */
export const nameColumns = (firstNameFirst: boolean): readonly string[] =>
  firstNameFirst ? ['firstname', 'name'] : ['name', 'firstname'];

/** A computation over the columns of a table. */
export function computed(
  computation: Computation,
  alias: string,
  firstNameFirst: boolean,
): { expression: Expression<unknown>; aggregate: boolean } {
  const known = computations[computation.name];
  if (!known) throw new Error(`Unknown computation ${computation.name}`);
  const of: Column = (name) => sql.ref(`${alias}.${name}`);
  return {
    expression: known.build(of, computation.args ?? [], nameColumns(firstNameFirst)),
    aggregate: known.aggregate,
  };
}

/** What a named expression inside a join condition stands for. */
export interface ExpressionScope {
  /** Alias of the table that the new one hangs on. */
  readonly left: string;
  readonly itemtype: string;
}

/** Id of the last solution of an ITIL object. */
const lastSolution = ({
  left,
  itemtype,
}: ExpressionScope) => sql`(SELECT MAX(${sql.ref('last.id')}) FROM ${sql.table('glpi_itilsolutions')} AS ${sql.ref('last')}
  WHERE ${sql.ref('last.items_id')} = ${sql.ref(`${left}.id`)} AND ${sql.ref('last.itemtype')} = ${itemtype})`;

const inConditions: Readonly<Record<string, (scope: ExpressionScope) => Expression<unknown>>> = {
  '1=1': () => sql`1 = 1`,
  'NOW()': () => sql`NOW()`,
  'REFTABLE.id': ({ left }) => sql.ref(`${left}.id`),
  LAST_SOLUTION: lastSolution,
};

/** An expression that a join condition calls by name (`SQL:<name>`). */
export function namedExpression(name: string, scope: ExpressionScope): Expression<unknown> {
  const known = inConditions[name];
  if (!known) throw new Error(`Unknown expression ${name}`);
  return known(scope);
}
