import type { DeprecatedItemtype } from '../../catalog/deprecated.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import { ApiError } from '../../http/errors.ts';
import { READ } from '../../rights/bits.ts';
import { type Draft, finish } from './finish.ts';
import type { ReadOptions } from './options.ts';
import { disclosed, loadedKeys, readRows, type StoredRow } from './rows.ts';
import { readBlocks } from './with/blocks.ts';

/** An item asked for by type and id. */
export interface ItemAddress {
  readonly itemtype: Itemtype;
  readonly deprecated?: DeprecatedItemtype | undefined;
  readonly id: number;
}

/** One item as it is answered. */
export interface ReadItem {
  /** An object, or a signature with `options.signature`. */
  readonly value: unknown;
  /** Seconds since 1970; undefined when it isn't known, or not the item itself is answered. */
  readonly modifiedAt: number | undefined;
}

/**
 * Reads one item (items-read G1).
 *
 * @throws ApiError ERROR_ITEM_NOT_FOUND before ERROR_RIGHT_MISSING
 */
export async function readItem(ctx: Context, address: ItemAddress, options: ReadOptions): Promise<ReadItem> {
  const stored = await readableRow(ctx, address);
  const [value] = await finish(ctx, [await draft(ctx, address, stored, options)], options, true);
  return { value, modifiedAt: options.signature ? undefined : stored.modifiedAt };
}

/**
 * Reads several items, in order (items-read G12). The rows of a type are fetched together, and so are the names that
 * all items need.
 *
 * @throws ApiError that of the first item that can't be read
 */
export async function readItems(
  ctx: Context,
  addresses: readonly ItemAddress[],
  options: ReadOptions,
): Promise<unknown[]> {
  const rows = new Map<Itemtype, Map<number, StoredRow>>();
  for (const [itemtype, some] of Map.groupBy(addresses, (address) => address.itemtype)) {
    rows.set(itemtype, await readRows(ctx, itemtype, [...new Set(some.map(({ id }) => id))]));
  }
  const drafts: Draft[] = [];
  for (const address of addresses) {
    const stored = await mayRead(ctx, address.itemtype, rows.get(address.itemtype)?.get(address.id));
    drafts.push(await draft(ctx, address, stored, options));
  }
  return finish(ctx, drafts, options, true);
}

/** The row of an item that exists and that the session may read; else the error that says which is wrong. */
export async function readableRow(ctx: Context, { itemtype, id }: ItemAddress): Promise<StoredRow> {
  return mayRead(ctx, itemtype, (await readRows(ctx, itemtype, [id])).get(id));
}

async function mayRead(ctx: Context, itemtype: Itemtype, stored: StoredRow | undefined): Promise<StoredRow> {
  if (!stored) throw new ApiError('ERROR_ITEM_NOT_FOUND');
  if (!(await ctx.rights.canItem(itemtype, stored.row, READ))) throw new ApiError('ERROR_RIGHT_MISSING');
  return stored;
}

async function draft(
  ctx: Context,
  { itemtype, deprecated }: ItemAddress,
  { row }: StoredRow,
  options: ReadOptions,
): Promise<Draft> {
  const [shown] = await disclosed(ctx, itemtype, [row]);
  const values = {
    ...shown,
    ...(await loadedKeys(ctx, itemtype, row)),
    ...(await readBlocks(ctx, { itemtype, id: Number(row[itemtype.indexName]) }, options.blocks)),
  };
  return { itemtype, deprecated, row, values };
}
