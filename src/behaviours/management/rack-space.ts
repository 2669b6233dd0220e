import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';

/** What an item takes up in a rack, by its model. */
export interface Size {
  /** Height, in units. */
  readonly units: number;
  /** Part of the rack's depth: 1, 0.5, 0.33 or 0.25. */
  readonly depth: number;
  /** It takes one half of the width. */
  readonly half: boolean;
}

/** Where an item is in a rack. */
export interface Place {
  /** The lowest unit. */
  readonly position: number;
  /** Part of the width: both halves, the left one or the right one. */
  readonly hpos: number;
  /** Whether it is mounted from the front or from the rear. */
  readonly orientation: number;
}

/** The size of an item without a model, or of a class that has none. */
const PLAIN: Size = { units: 1, depth: 1, half: false };

const REAR = 1;
const LEFT = 1;
const RIGHT = 2;
const BOTH: Range = [LEFT, RIGHT + 1];

/** A rack is looked at in quarters of its depth. */
const QUARTERS = 4;

/** The sizes of some items of a class, by id; items that there aren't are left out. */
async function sizesOf(w: Writing, itemtype: string, ids: readonly number[]): Promise<Map<number, Size>> {
  const type = typeNamed(itemtype);
  const model = typeNamed(`${itemtype}Model`);
  if (!type || ids.length === 0) return new Map();
  const { schema } = w.ctx.site;
  const hasModel =
    model && schema.hasColumn(type.table, model.foreignKey) && schema.hasColumn(model.table, 'required_units');
  const rows: Row[] = await (hasModel
    ? w.ctx.db
        .selectFrom(type.table)
        .leftJoin(model.table, `${model.table}.id`, `${type.table}.${model.foreignKey}`)
        .select([`${type.table}.id as id`, 'required_units', 'depth', 'is_half_rack'])
        .where(`${type.table}.id`, 'in', ids)
        .execute()
    : w.ctx.db.selectFrom(type.table).select('id').where('id', 'in', ids).execute());
  return new Map(rows.map((row) => [Number(row.id), sizeOf(row)]));
}

const sizeOf = (row: Row): Size => ({
  units: Math.max(Number(row.required_units ?? PLAIN.units), 1),
  depth: Number(row.depth ?? PLAIN.depth),
  half: Number(row.is_half_rack ?? 0) === 1,
});

/** The size of one item. */
export async function sizeOfItem(w: Writing, itemtype: string, id: number): Promise<Size> {
  return (await sizesOf(w, itemtype, [id])).get(id) ?? PLAIN;
}

/** What some item of a rack takes. */
export interface Taken {
  readonly size: Size;
  readonly place: Place;
}

/** From one number up to another one, which doesn't belong to it. */
type Range = readonly [from: number, to: number];

const meet = ([from, to]: Range, [otherFrom, otherTo]: Range): boolean => from < otherTo && otherFrom < to;

const unitsOf = ({ size, place }: Taken): Range => [place.position, place.position + size.units];

const halvesOf = ({ place: { hpos } }: Taken): Range => (hpos === LEFT || hpos === RIGHT ? [hpos, hpos + 1] : BOTH);

function depthOf({ size, place }: Taken): Range {
  const quarters = Math.min(Math.ceil(size.depth * QUARTERS), QUARTERS);
  return place.orientation === REAR ? [QUARTERS - quarters, QUARTERS] : [0, quarters];
}

const ranges = [unitsOf, halvesOf, depthOf];

/** Whether a size finds room at a place. */
export function fits(size: Size, place: Place, taken: readonly Taken[]): boolean {
  const wanted = { size, place };
  return !taken.some((one) => ranges.every((rangeOf) => meet(rangeOf(one), rangeOf(wanted))));
}

/** Whether a size reaches over the top of a rack. */
export const isOutOfBounds = ({ units }: Pick<Size, 'units'>, position: number, rack: Row | undefined): boolean =>
  position + units > Number(rack?.number_units ?? 0) + 1;

/** What the items of a rack take, reserved places included; `except`, an item that is being moved, doesn't count. */
export async function takenSpace(
  w: Writing,
  rack: number,
  except: { readonly itemtype: string; readonly id: number },
): Promise<Taken[]> {
  const rows: Row[] = await w.ctx.db.selectFrom('glpi_items_racks').selectAll().where('racks_id', '=', rack).execute();
  const others = rows.filter((row) => row.itemtype !== except.itemtype || Number(row.items_id) !== except.id);
  const taken: Taken[] = [];
  for (const itemtype of new Set(others.map((row) => String(row.itemtype)))) {
    const ofType = others.filter((row) => row.itemtype === itemtype);
    const sizes = await sizesOf(
      w,
      itemtype,
      ofType.map((row) => Number(row.items_id)),
    );
    for (const row of ofType) {
      const size = sizes.get(Number(row.items_id));
      if (size) taken.push({ size, place: placeOf(row) });
    }
  }
  return taken;
}

/** The place that a row of `glpi_items_racks`, or an input for one, names. */
export const placeOf = (row: Readonly<Record<string, unknown>>): Place => ({
  position: Number(row.position),
  hpos: Number(row.hpos ?? 0),
  orientation: Number(row.orientation ?? 0),
});
