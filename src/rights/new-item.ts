import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { Row, SqlValue } from '../database/database.ts';
import { peerOf, type Side } from './sides.ts';

/**
 * The row that an input would make, as far as rights look at it (rights R4.1): the empty item, the input's values over
 * it, and beside the columns whatever else the input says.
 */
export function newRow(ctx: Context, itemtype: Itemtype, input: Readonly<Record<string, unknown>>): Row {
  const row: Row = {};
  for (const name of ctx.site.schema.table(itemtype.table)?.columns.keys() ?? []) row[name] = '';
  if ('entities_id' in row) row.entities_id = ctx.session.entities?.id ?? 0;
  for (const [name, value] of Object.entries(itemtype.emptyValues)) row[name] = emptyValue(ctx, value);
  for (const [name, value] of Object.entries(input)) {
    if (row[name] !== null) row[name] = value as SqlValue;
  }
  return row;
}

function emptyValue(ctx: Context, value: Itemtype['emptyValues'][string]): SqlValue {
  if (value === '<me>') return ctx.rights.userId;
  if (value === '<now>') return ctx.now.sql;
  return Array.isArray(value) ? JSON.stringify(value) : (value as SqlValue);
}

/** Gives a child or relation the entity that it takes from its parent or peer (rights R5.4, R6.5). */
export async function addEntity(ctx: Context, itemtype: Itemtype, input: Record<string, unknown>): Promise<void> {
  const { child, relation } = itemtype;
  if ((!child && !relation) || itemtype.disableAutoEntityForwarding) return;
  if (!ctx.site.schema.hasColumn(itemtype.table, 'entities_id')) return;
  if (input.entities_id !== undefined && input.entities_id !== null) return;
  const row = newRow(ctx, itemtype, input);
  const givers: Side[] = child ? [child] : [relation!.side1, relation!.side2].filter((side) => side.takeEntity);
  for (const side of givers) {
    const giver = await peerOf(ctx.rights, side, row);
    if (giver?.itemtype.forwardEntityTo.includes(itemtype.name)) {
      const entity = await ctx.rights.entityOf(giver.itemtype, giver.row);
      input.entities_id = entity?.id ?? 0;
      input.is_recursive = entity?.recursive ? 1 : 0;
      return;
    }
    // Nothing is known of a child whose parent isn't there; its right test refuses it or not.
    if (child && !giver) return;
  }
  input.entities_id = child ? 0 : (ctx.session.entities?.id ?? 0);
  input.is_recursive = 0;
}
