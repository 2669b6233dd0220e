/** What tree types share beneath their behaviour: ancestors, branches and the caches kept in rows (items-write W12). */
import { sql } from 'kysely';
import type { Itemtype } from '../../catalog/model.ts';
import { hasRowZero } from '../../catalog/row-zero.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';

/** The row of a parent's id, locked so that it doesn't move or change its name meanwhile; undefined for no parent. */
export async function lockedRow(w: Writing, itemtype: Itemtype, id: unknown): Promise<Row | undefined> {
  const number = Number(id ?? Number.NaN);
  if (Number.isNaN(number) || number < 0 || (number === 0 && !hasRowZero(itemtype))) return undefined;
  return w.lock(itemtype, number);
}

/** Ids above a row, the highest first, without its own. */
export async function ancestorsOf(w: Writing, itemtype: Itemtype, row: Row): Promise<number[]> {
  const ids: number[] = [];
  let at: Row | undefined = row;
  for (;;) {
    const parent: unknown = at[itemtype.foreignKey];
    const isRoot = hasRowZero(itemtype) ? at[itemtype.indexName] === 0 : !Number(parent);
    if (isRoot || parent === null || ids.includes(Number(parent))) return ids;
    at = await w.ctx.db
      .selectFrom(itemtype.table)
      .select([itemtype.indexName, itemtype.foreignKey])
      .where(itemtype.indexName, '=', Number(parent))
      .modifyEnd(sql`lock in share mode`)
      .executeTakeFirst();
    if (!at) return ids;
    ids.unshift(Number(parent));
  }
}

/** Whether a row is an item or stands somewhere below it. */
export async function isBelow(w: Writing, itemtype: Itemtype, row: Row, id: number): Promise<boolean> {
  return Number(row[itemtype.indexName]) === id || (await ancestorsOf(w, itemtype, row)).includes(id);
}

/** PHP's JSON of `{id: id}`: a list when the keys are 0, 1, 2 … */
export function cacheOf(ids: readonly number[]): string {
  const sorted = [...ids].sort((a, b) => a - b);
  if (ids.every((id, at) => id === at)) return JSON.stringify(ids);
  return `{${sorted.map((id) => `"${id}":${id}`).join(',')}}`;
}

/** The descendants that ancestors remember are out of date. */
export async function forgetSons(w: Writing, itemtype: Itemtype, row: Row): Promise<void> {
  if (!w.ctx.site.schema.hasColumn(itemtype.table, 'sons_cache')) return;
  const ids = await ancestorsOf(w, itemtype, row);
  if (ids.length === 0) return;
  await w.ctx.db
    .updateTable(itemtype.table)
    .set({ sons_cache: null })
    .where(itemtype.indexName, 'in', ids)
    .where('sons_cache', 'is not', null)
    .execute();
  w.forget();
}

/** Complete names and levels below a row that moved or changed its name: by plain statements, nobody is told. */
export async function moveBranch(w: Writing, itemtype: Itemtype, top: Row): Promise<void> {
  const { table, indexName, foreignKey } = itemtype;
  const seen = new Set([Number(top[indexName])]);
  const hasCache = w.ctx.site.schema.hasColumn(table, 'ancestors_cache');
  for (let parents = [top]; parents.length > 0; ) {
    const children: Row[] = await w.ctx.db
      .selectFrom(table)
      .select([indexName, foreignKey, 'name', 'completename', 'level'])
      .where(
        foreignKey,
        'in',
        parents.map((parent) => Number(parent[indexName])),
      )
      .forUpdate()
      .execute();
    const next: Row[] = [];
    for (const child of children) {
      const id = Number(child[indexName]);
      if (seen.has(id)) continue;
      seen.add(id);
      const parent = parents.find((one) => Number(one[indexName]) === Number(child[foreignKey]))!;
      const place = {
        completename: `${parent.completename} > ${child.name ?? ''}`,
        level: Number(parent.level) + 1,
      };
      await w.ctx.db
        .updateTable(table)
        .set({ ...place, ...(hasCache && { ancestors_cache: null }) })
        .where(indexName, '=', id)
        .execute();
      next.push({ ...child, ...place });
    }
    parents = next;
  }
  w.forget();
}
