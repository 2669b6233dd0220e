/** What goes with an item that goes for good, and what forgets it (items-write W8.6, W9, W10). */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Purge } from '../../behaviours/behaviour.ts';
import { Action } from '../../behaviours/history-actions.ts';
import { memberOf } from '../../catalog/lists.ts';
import type { Itemtype } from '../../catalog/model.ts';
import {
  earlyBelongings,
  fixedBelongings,
  type Pointer,
  polymorphicBelongings,
  type Reference,
  referencesTo,
  tellsWhoGoes,
  toldAtPurge,
} from '../../catalog/relations.ts';
import type { AnyTables, Row } from '../../database/database.ts';
import { runHooks } from './hooks.ts';
import { forgetImpact } from './impact.ts';
import { phpTrue, textOf } from './values.ts';
import type { Writing } from './writing.ts';

/** A row that points to one that goes; its key may be a text. */
interface Found {
  readonly place: number;
  readonly id: string;
  readonly target: number;
}

/** Takes rows of one type away, with all that belongs to them. */
export async function purgeItems(w: Writing, itemtype: Itemtype, purges: readonly Purge[]): Promise<void> {
  if (purges.length === 0) return;
  const ids = purges.map(({ row }) => numberOf(itemtype, row));
  for (const purge of purges) await runHooks(w, itemtype, (one) => one.beforePurge?.(w, itemtype, purge));
  await purgeBelongings(w, itemtype, ids, purges, [...fixedBelongings(itemtype), ...earlyBelongings(itemtype)]);
  await forgetHistory(
    w,
    itemtype,
    purges.map(({ row }) => Number(row.id ?? row[itemtype.indexName])),
  );
  for (const purge of purges) await runHooks(w, itemtype, (one) => one.duringPurge?.(w, itemtype, purge));
  await clearReferences(w, itemtype, purges);
  await purgeBelongings(w, itemtype, ids, purges, polymorphicBelongings(itemtype));
  const keys = purges.map(({ row }) => row[itemtype.indexName]!);
  await w.ctx.db.deleteFrom(itemtype.table).where(itemtype.indexName, 'in', keys).execute();
  w.ctx.rights.forgetPurged(itemtype, ids);
  for (const purge of purges) await runHooks(w, itemtype, (one) => one.afterPurge?.(w, itemtype, purge));
  await forgetImpact(w, itemtype, ids);
}

/** What other rows know the row by: its key, or its number where the key is a text. */
function numberOf({ indexName }: Itemtype, row: Row): number {
  const key = Number(row[indexName]);
  return Number.isNaN(key) ? Number(row.id) : key;
}

async function forgetHistory(w: Writing, itemtype: Itemtype, ids: readonly number[]): Promise<void> {
  if (!itemtype.flags.dohistory) return;
  await w.history.flush(w.ctx);
  await w.ctx.db.deleteFrom('glpi_logs').where('itemtype', '=', itemtype.name).where('items_id', 'in', ids).execute();
}

/** Children and relations go quietly, whole with their own belongings. */
async function purgeBelongings(
  w: Writing,
  itemtype: Itemtype,
  ids: readonly number[],
  purges: readonly Purge[],
  pointers: readonly Pointer[],
): Promise<void> {
  const places = pointers.filter(
    ({ itemtype: { table }, key }) => w.ctx.site.schema.hasColumn(table, key) && table !== itemtype.table,
  );
  const found = await find(
    w,
    places.map(({ itemtype: type, key, typeColumn }) => ({
      table: type.table,
      index: type.indexName,
      key,
      ...(typeColumn && { type: { column: typeColumn, name: itemtype.name } }),
    })),
    ids,
  );
  const keepsDevices = purges.some(({ input }) => phpTrue(input.keep_devices));
  for (const [place, ownIds] of grouped(found)) {
    const pointer = places[place]!;
    const type = pointer.itemtype;
    if (keepsDevices && type.ancestors.includes('Item_Devices')) {
      await w.ctx.db
        .updateTable(type.table)
        .set({ items_id: 0, itemtype: '' })
        .where(type.indexName, 'in', ownIds)
        .where(pointer.key, 'in', ids)
        .execute();
      continue;
    }
    const rows: Row[] = await w.ctx.db
      .selectFrom(type.table)
      .selectAll()
      .where(type.indexName, 'in', ownIds)
      .forUpdate()
      .execute();
    // Others may have moved them while the lock was waited for.
    const own = rows.filter((row) => isOf(itemtype, ids, pointer, row));
    for (const row of own) w.ctx.rights.holds(type, numberOf(type, row));
    for (const row of own) tellParting(w, type, itemtype, Number(row[pointer.key]));
    await purgeItems(
      w,
      type,
      own.map((row) => {
        const isTold = pointer.typeColumn !== undefined && toldAtPurge.has(type.name);
        return { row, input: {}, cascade: !isTold, withItem: isTold, goesWith: itemtype };
      }),
    );
  }
}

/** What goes tells the item that it goes with, where its class does so. */
export function tellParting(w: Writing, type: Itemtype, owner: Itemtype, id: number): void {
  if (!tellsWhoGoes.has(type.name) || !owner.flags.dohistory) return;
  w.history.add({ itemtype: owner.name, id, link: type.name, action: Action.deleteChild });
}

const isOf = (itemtype: Itemtype, ids: readonly number[], { key, typeColumn }: Pointer, row: Row): boolean =>
  ids.includes(Number(row[key])) &&
  (typeColumn === undefined || String(row[typeColumn]).toLowerCase() === itemtype.name.toLowerCase());

/** Other items' columns that name the item get 0, or what the deletion says, by an ordinary update. */
async function clearReferences(w: Writing, itemtype: Itemtype, purges: readonly Purge[]): Promise<void> {
  const places: Reference[] = referencesTo(w.ctx.site.schema, itemtype).filter(
    ({ itemtype: type, table }) => type !== undefined || w.ctx.site.schema.hasColumn(table, 'id'),
  );
  const replaceBy = new Map(
    purges.map(({ row, input }) => [numberOf(itemtype, row), Number(textOf(input._replace_by)) || 0]),
  );
  const hasAddresses = memberOf('networkport_types', itemtype.name);
  const found = await find(
    w,
    [
      ...places.map(({ table, column, itemtype: type, typeColumn }) => ({
        table,
        index: type?.indexName ?? 'id',
        key: column,
        ...(typeColumn && { type: { column: typeColumn, name: itemtype.name } }),
      })),
      ...(hasAddresses ? [addressPlace(itemtype)] : []),
    ],
    [...replaceBy.keys()],
  );
  if (found.some(({ place }) => place === places.length)) await forgetMainItem(w, itemtype, [...replaceBy.keys()]);
  for (const { place, id, target } of found) {
    if (place === places.length) {
      tellAddress(w, itemtype, target, Number(id));
      continue;
    }
    const { table, column, itemtype: type, typeColumn } = places[place]!;
    if (type === itemtype && replaceBy.has(Number(id))) continue;
    const value = replaceBy.get(target) ?? 0;
    if (type) {
      const item = { ...(typeColumn && value === 0 && { [typeColumn]: '' }), [column]: value };
      const input = { ...item, _disablenotif: true, _no_history: true };
      await w.update(type, Number(id), input, (row) => Number(row[column]) === target);
    } else
      await w.ctx.db
        .updateTable(table)
        .set({ [column]: value })
        .where('id', '=', id)
        .where(column, '=', target)
        .execute();
  }
}

/** The names whose addresses know the item that has their ports. */
const addressPlace = ({ name }: Itemtype): Place => ({
  table: 'glpi_ipaddresses',
  index: 'items_id',
  key: 'mainitems_id',
  type: { column: 'mainitemtype', name },
});

/** Addresses that stay, because their name does, don't say any more whose they were. */
async function forgetMainItem(w: Writing, { name }: Itemtype, ids: readonly number[]): Promise<void> {
  await w.ctx.db
    .updateTable('glpi_ipaddresses')
    .set({ mainitems_id: 0, mainitemtype: '' })
    .where('mainitemtype', '=', name)
    .where('mainitems_id', 'in', ids)
    .execute();
}

/** An address forgets that item, and its name hears of it, though most names go with the item's ports. */
function tellAddress(w: Writing, itemtype: Itemtype, id: number, name: number): void {
  for (const old of [itemtype.name, id]) {
    w.history.add({ itemtype: 'NetworkName', id: name, link: 'IPAddress', action: Action.updateChild, old });
  }
}

interface Place {
  readonly table: string;
  readonly index: string;
  readonly key: string;
  readonly type?: { readonly column: string; readonly name: string };
}

/** Rows of many tables that point to the ids, in one statement. */
async function find(w: Writing, places: readonly Place[], ids: readonly number[]): Promise<Found[]> {
  const [first, ...others] = places.map(({ table, index, key, type }, place) => {
    const query = w.ctx.db
      .selectFrom(table)
      .select((eb: ExpressionBuilder<AnyTables, string>) => [
        sql<number>`${sql.lit(place)}`.as('place'),
        eb.ref(index).as('id'),
        eb.ref(key).as('target'),
      ])
      .where(key, 'in', ids);
    return type ? query.where(type.column, '=', type.name) : query;
  });
  if (!first) return [];
  const rows = await others.reduce((all, one) => all.unionAll(one), first).execute();
  return rows.map((row) => ({ place: Number(row.place), id: String(row.id), target: Number(row.target) }));
}

function grouped(found: readonly Found[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const { place, id } of found) {
    const group = groups.get(place);
    if (!group) groups.set(place, [id]);
    else if (!group.includes(id)) group.push(id);
  }
  return groups;
}
