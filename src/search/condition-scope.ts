/** What criteria need from the database before they become conditions: branches of trees, translated columns. */

import { sql } from 'kysely';
import type { SearchOption } from '../catalog/model.ts';
import { foreignKeyOf } from '../catalog/names.ts';
import type { Context } from '../context.ts';
import { phpIntval } from '../http/php-values.ts';
import type { ConditionScope } from './conditions/target.ts';
import type { Criterion } from './criteria.ts';
import { isNumeric } from './numeric-text.ts';
import type { SearchSession } from './search-session.ts';

/** A criterion with the option that it looks at. */
export interface CriterionOption {
  readonly criterion: Criterion;
  readonly option: SearchOption;
}

export async function conditionScope(
  ctx: Context,
  session: SearchSession,
  criteria: readonly CriterionOption[],
): Promise<ConditionScope> {
  const [branches, translated] = await Promise.all([readBranches(ctx, session, criteria), translatedColumns(ctx)]);
  return {
    session,
    firstNameFirst: isFirstNameFirst(ctx),
    descendants: (table, id) => branches.get(table)?.get(id) ?? [id],
    no: ctx.translate('No'),
    yes: ctx.translate('Yes'),
    translates: (itemtype, field) => itemtype !== undefined && translated.has(`${itemtype.name}.${field}`),
  };
}

/** Whether the user has persons written first name first. */
export function isFirstNameFirst(ctx: Context): boolean {
  return Number(ctx.session.preferences.names_format ?? 0) === 1;
}

type Branches = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

/** One statement per tree that a criterion asks a branch of. */
async function readBranches(
  ctx: Context,
  session: SearchSession,
  criteria: readonly CriterionOption[],
): Promise<Branches> {
  const roots = new Map<string, Set<number>>();
  for (const { criterion, option } of criteria) {
    if (criterion.searchtype !== 'under' && criterion.searchtype !== 'notunder') continue;
    const ids = criterion.value === 'mygroups' ? session.groups : idOf(criterion.value);
    const known = roots.get(option.table) ?? new Set();
    roots.set(option.table, known);
    for (const id of ids) known.add(id);
  }
  const entries = [...roots].map(async ([table, ids]) => [table, await readTree(ctx, table, [...ids])] as const);
  return new Map(await Promise.all(entries));
}

const idOf = (value: string) => (isNumeric(value) ? [phpIntval(value)] : []);

async function readTree(
  ctx: Context,
  table: string,
  roots: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (table === 'glpi_entities') {
    const tree = await ctx.site.entities.get();
    return new Map(roots.map((id) => [id, tree.withDescendants(id)]));
  }
  const parent = foreignKeyOf(table);
  if (roots.length === 0 || !ctx.site.schema.hasColumn(table, parent)) return new Map();
  const start = sql.join(
    roots.map((id) => sql`SELECT ${sql.lit(id)} AS root, ${sql.lit(id)} AS id`),
    sql` UNION `,
  );
  const { rows } = await sql<{ root: number; id: number }>`
    WITH RECURSIVE branch AS (
      ${start} UNION
      SELECT branch.root, child.id FROM ${sql.table(table)} AS child
      INNER JOIN branch ON ${sql.ref(`child.${parent}`)} = branch.id
    ) SELECT root, id FROM branch`.execute(ctx.db);
  const branches = new Map<number, number[]>();
  for (const { root, id } of rows) branches.set(root, [...(branches.get(root) ?? []), id]);
  return branches;
}

/** `Type.column` of dropdowns that are translated to the session's language (search 8.5). */
async function translatedColumns(ctx: Context): Promise<ReadonlySet<string>> {
  if (!ctx.settings.on('translate_dropdowns')) return new Set();
  const rows: { itemtype: string; field: string }[] = await ctx.db
    .selectFrom('glpi_dropdowntranslations')
    .select(['itemtype', 'field'])
    .distinct()
    .where('language', '=', ctx.session.language)
    .execute();
  return new Set(rows.map(({ itemtype, field }) => `${itemtype}.${field}`));
}
