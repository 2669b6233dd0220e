/** Rows of a type in the order of what one of their keys points to: a model, a location, an entity (search 6, 19.2). */
import { type Expression, sql } from 'kysely';
import { flagsByIndex } from './flag-conditions.ts';
import type { SearchPlan } from './plan.ts';
import { idQuery, isFiltered } from './statements.ts';

/** A key column of the searched table, and what orders the rows that it points to. */
interface SortingKey {
  readonly column: string;
  readonly alias: string;
  readonly expression: Expression<unknown>;
  readonly descending: boolean;
}

/** Rows that sort alike. */
interface Group {
  /** Values of the key, separated by commas. */
  readonly keys: string;
  readonly amount: string | number;
}

/** More rows than a page has are found sooner by sorting all. */
const MOST_ROWS = 1000;

/**
 * The ids of a page and the total of a search without criteria that sorts by a linked row. Sorting all rows reads all of
 * them. The few values of the key are counted in its index instead, sorted, and only the rows of those values are read
 * that the page is among.
 *
 * @returns undefined for searches of another kind
 */
export async function pageByLink(
  plan: SearchPlan,
  { start, size }: { start: number; size: number },
): Promise<{ readonly ids: readonly number[]; readonly total: number } | undefined> {
  const key = size <= MOST_ROWS ? sortingKey(plan) : undefined;
  if (!key) return undefined;
  let total = 0;
  let before = 0;
  const wanted: number[] = [];
  for (const { keys, amount } of await groupsInOrder(plan, key)) {
    if (total + Number(amount) <= start) before = total + Number(amount);
    else if (total < start + size) wanted.push(...keys.split(',').map(Number));
    total += Number(amount);
  }
  if (wanted.length === 0) return { ids: [], total };
  const { query } = idQuery(plan, 0);
  const page = query
    .where(sql.ref(`${plan.root}.${key.column}`), 'in', wanted)
    .limit(size)
    .offset(start - before);
  const rows = await plan.trace.run('ids', page.compile());
  return { ids: rows.map(({ id }) => id), total };
}

/** What the first term sorts by, if that is a row whose id a column of the searched table holds. */
function sortingKey(plan: SearchPlan): SortingKey | undefined {
  const { root, tree, restriction, sort, ctx } = plan;
  const [term] = sort;
  if (!term || isFiltered(plan) || restriction.rows || restriction.joined || restriction.always) return undefined;
  if (restriction.flags.some(({ value }) => value !== 0)) return undefined;
  const { part, column, descending } = term;
  const { option, alias } = column;
  const [node, ...more] = tree.closure([alias]);
  const isPlain = !part.aggregate && !option.computation && Object.keys(option.joinparams ?? {}).length === 0;
  if (!node || more.length > 0 || node.many || node.parents.some((parent) => parent !== root) || !isPlain) {
    return undefined;
  }
  if (ctx.site.schema.table(root)?.columns.get(option.linkfield)?.nullable !== false) return undefined;
  return { column: option.linkfield, alias, expression: part.expression, descending };
}

/** The values of the key with how many rows each has, in order. */
async function groupsInOrder(plan: SearchPlan, key: SortingKey): Promise<readonly Group[]> {
  const { root, tree, restriction, ctx, trace } = plan;
  const node = tree.node(key.alias)!;
  const [table, column] = [sql.table(root), sql.ref(key.column)];
  const counts = sql`SELECT ${column}, COUNT(*) AS amount FROM ${table} GROUP BY ${column}`;
  const passing = flagsByIndex(root, restriction.flags);
  const failing = sql`SELECT ${column}, COUNT(*) AS amount FROM ${table} WHERE NOT (${passing ?? sql`TRUE`}) GROUP BY ${column}`;
  const statement = sql<Group>`
    SELECT GROUP_CONCAT(${sql.ref(`${root}.${key.column}`)}) AS \`keys\`,
      SUM(${sql.ref(`${root}.amount`)} - IFNULL(failing.amount, 0)) AS amount
    FROM (${counts}) AS ${table}
    LEFT JOIN (${failing}) AS failing ON failing.${column} = ${sql.ref(`${root}.${key.column}`)}
    LEFT JOIN ${sql.table(node.table)} AS ${sql.id(node.alias)} ON ${node.on}
    GROUP BY ${key.expression} ORDER BY ${key.expression} ${sql.raw(key.descending ? 'DESC' : 'ASC')}`;
  return trace.run('total', statement.compile(ctx.db));
}
