/** The rules of uniqueness, read at most once a second. */
import type { Context } from '../context.ts';
import type { Database, Row } from '../database/database.ts';

const FRESH_FOR = 1000;

const lately = new WeakMap<Database, { readonly rules: readonly Row[]; readonly readAt: number }>();

/** The active rules of every type, those of the largest entity number first; not older than a second. */
export async function activeUnicityRules(ctx: Context): Promise<readonly Row[]> {
  const { database } = ctx.site;
  const known = lately.get(database);
  const readAt = performance.now();
  if (known && readAt - known.readAt <= FRESH_FOR) return known.rules;
  const rules: Row[] = await ctx.db
    .selectFrom('glpi_fieldunicities')
    .selectAll()
    .where('is_active', '=', 1)
    .orderBy('entities_id', 'desc')
    .execute();
  lately.set(database, { rules, readAt });
  return rules;
}

/** After a write of our own to the rules. */
export function forgetUnicityRules({ site: { database } }: Context): void {
  lately.delete(database);
}
