/**
 * The search as GLPI itself sends it: one statement that joins whatever is filtered, shown or sorted by, groups it all
 * and, once there are criteria, fetches every row to count them.
 */
import { sql } from 'kysely';
import type { Row } from '../../database/database.ts';
import { flagsByIndex } from '../../search/flag-conditions.ts';
import { leftJoined } from '../../search/join-tree.ts';
import type { SearchPlan } from '../../search/plan.ts';
import type { Source } from '../../search/source.ts';
import { and } from '../../search/sql-logic.ts';
import { valueParts } from '../../search/value-expressions.ts';

export interface NaivePage {
  readonly start: number;
  readonly size: number;
}

/** The one statement of a plan; cut by the database only where nothing is filtered. */
async function naiveQuery(plan: SearchPlan, page: NaivePage | undefined) {
  const { tree, root, restriction, filter, sort, ctx } = plan;
  const columns = await plan.columns();
  const aliases = new Set([
    ...filter.aliases,
    ...(restriction.always ?? []),
    ...(restriction.joined?.aliases ?? []),
    ...filter.shown.map(({ alias }) => alias),
    ...columns.map(({ alias }) => alias),
  ]);
  const id = sql<number>`${sql.ref(`${root}.id`)}`;
  const selected = columns.flatMap((column, at) =>
    column.parts.map(({ expression }, part) => sql`${expression}`.as(`c${at}_${part}`)),
  );
  const order = sort.map(({ part }, at) => sql`${part.expression}`.as(`s${at}`));
  const isGrouped =
    columns.some(({ parts }) => parts.some(({ aggregate }) => aggregate)) || filter.having !== undefined;
  const flags = flagsByIndex(root, restriction.flags);
  const where = and([flags, restriction.joined?.where ?? restriction.rows, filter.where]);
  const having = filter.having?.((reached) => valueParts(reached)[0]!.expression);
  let query = leftJoined(ctx.db.selectFrom(root), tree.closure(aliases))
    .distinct()
    .select([id.as('id'), ...selected, ...order]);
  if (where) query = query.where(where);
  if (isGrouped) query = query.groupBy(id);
  if (having) query = query.having(having);
  sort.forEach(({ descending }, at) => {
    query = query.orderBy(sql.ref(`s${at}`), descending ? 'desc' : 'asc');
  });
  return sql<Row>`${page ? query.limit(page.size).offset(page.start) : query}`;
}

/** A search of these plans (several: types searched at once) by the one statement, as a source of answers. */
export function naiveSource(plans: readonly SearchPlan[], filtered: boolean): Source {
  const [plan] = plans;
  if (!plan) throw new Error('Nothing to search.');
  const { ctx } = plan;
  let found: readonly Row[] = [];
  return {
    columns: plan.columns,
    async find(window) {
      const page = window ?? { start: 0, size: Number.MAX_SAFE_INTEGER };
      const cut = plans.length === 1 && !filtered ? page : undefined;
      const queries = await Promise.all(plans.map((each) => naiveQuery(each, cut)));
      const branches = queries.map((query) => sql`(${query})`);
      const statement =
        plans.length === 1 ? queries[0]! : sql<Row>`${sql.join(branches, sql` UNION ALL `)} ORDER BY s0`;
      const { rows } = await statement.execute(ctx.db);
      found = cut ? rows : rows.slice(page.start, page.start + page.size);
      return { rows: found.map(({ id }) => ({ id: Number(id), branch: 0 })), ...(!cut && { total: rows.length }) };
    },
    async count() {
      const where = and([flagsByIndex(plan.root, plan.restriction.flags), plan.restriction.rows]);
      const count = ctx.db
        .selectFrom(plan.root)
        .select(sql<number>`COUNT(DISTINCT ${sql.ref(`${plan.root}.id`)})`.as('total'));
      const row = await (where ? count.where(where) : count).executeTakeFirstOrThrow();
      return Number(row.total);
    },
    read: async () => found,
  };
}
