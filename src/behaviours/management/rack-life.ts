import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { fits, isOutOfBounds, placeOf, sizeOfItem, takenSpace } from './rack-space.ts';

const OUT_OF_BOUNDS = 'Item is out of rack bounds';
const NO_SPACE = 'Not enough space available to place item';

/** Sides of a rack along which power units stand; at the top and the bottom they lie beside its units. */
const UPRIGHT_SIDES = [1, 2];

/** A check of a row as it will be; answers what is wrong, in order. */
type Check = (w: Writing, row: Input, isNew: boolean) => Promise<readonly string[]>;

/** Rows that are refused, with all that is wrong, unless they pass. */
const checked = (check: Check): Behaviour => ({
  prepareAdd: (w, _itemtype, input) => passes(w, check, input, true),
  prepareUpdate: (w, _itemtype, row, input) => passes(w, check, { ...row, ...input }, false),
});

async function passes(w: Writing, check: Check, row: Input, isNew: boolean): Promise<boolean> {
  const wrong = await check(w, row, isNew);
  for (const text of wrong) w.messages.error(w.ctx.translate(text));
  return wrong.length === 0;
}

const load = (w: Writing, itemtype: string, id: unknown): Promise<Row | undefined> =>
  w.load(typeNamed(itemtype)!, Number(id));

/** Items in racks stay within them, and where nothing else is. */
export const rackItemLife: Behaviour = checked(async (w, row, isNew) => {
  const item = { itemtype: String(row.itemtype), id: Number(row.items_id) };
  const size = await sizeOfItem(w, item.itemtype, item.id);
  const wrong: string[] = [];
  if (size.half && !truthy(row.hpos)) wrong.push('You must define an horizontal position for this item');
  if (size.depth !== 1 && isNew && (row.orientation ?? null) === null) {
    wrong.push('You must define an orientation for this item');
  }
  const rack = await load(w, 'Rack', row.racks_id);
  if (isOutOfBounds(size, Number(row.position), rack)) return [...wrong, OUT_OF_BOUNDS];
  if (wrong.length > 0) return wrong;
  return fits(size, placeOf(row), await takenSpace(w, Number(row.racks_id), item)) ? [] : [NO_SPACE];
});

/** The same for power units at a rack's sides. */
export const rackPowerLife: Behaviour = checked(async (w, row) => {
  const { units } = await sizeOfItem(w, 'PDU', Number(row.pdus_id));
  const position = Number(row.position);
  const rack = await load(w, 'Rack', row.racks_id);
  if (UPRIGHT_SIDES.includes(Number(row.side)) && isOutOfBounds({ units }, position, rack)) return [OUT_OF_BOUNDS];
  return (await isSideFree(w, row, position, units)) ? [] : [NO_SPACE];
});

async function isSideFree(w: Writing, row: Input, position: number, units: number): Promise<boolean> {
  const models = typeNamed('PDUModel')!;
  const others: Row[] = await w.ctx.db
    .selectFrom('glpi_pdus_racks as placed')
    .innerJoin('glpi_pdus as pdu', 'pdu.id', 'placed.pdus_id')
    .leftJoin(`${models.table} as model`, 'model.id', `pdu.${models.foreignKey}`)
    .select(['placed.position', 'model.required_units'])
    .where('placed.racks_id', '=', Number(row.racks_id))
    .where('placed.side', '=', Number(row.side))
    .where('placed.pdus_id', '!=', Number(row.pdus_id))
    .execute();
  return others.every((other) => {
    const from = Number(other.position);
    const to = from + Math.max(Number(other.required_units ?? 1), 1);
    return position >= to || position + units <= from;
  });
}

/** Racks in a room have a place of their own there. */
export const rackLife: Behaviour = {
  prepareAdd: (w, itemtype, input) => hasPlace(w, itemtype.table, input, undefined),
  prepareUpdate: (w, itemtype, row, input) => hasPlace(w, itemtype.table, input, row),
};

async function hasPlace(w: Writing, table: string, input: Input, row: Row | undefined): Promise<boolean> {
  if (!truthy(input.dcrooms_id)) return true;
  const position = input.position ?? row?.position;
  if (!truthy(position)) {
    w.messages.error(w.ctx.translate('Position must be set'));
    return false;
  }
  let query = w.ctx.db
    .selectFrom(table)
    .select('id')
    .where('dcrooms_id', '=', Number(input.dcrooms_id))
    .where('position', '=', String(position))
    .where('is_deleted', '=', 0);
  if (row) query = query.where('id', '!=', row.id!);
  if ((await query.executeTakeFirst()) === undefined) return true;
  w.messages.error(format(w.ctx.translate('%1$s position is not available'), String(position)));
  return false;
}

/** A model doesn't outgrow the places that its items have in racks. */
export const rackModelLife: Behaviour = {
  async prepareUpdate(w, itemtype, row, input) {
    const units = Number(input.required_units ?? 0);
    if (!(units > Number(row.required_units ?? 1))) return true;
    const assets = typeNamed(itemtype.name.replace(/Model$/, ''));
    if (!assets) return true;
    const placed: Row[] = await w.ctx.db
      .selectFrom('glpi_items_racks as placed')
      .innerJoin(`${assets.table} as asset`, 'asset.id', 'placed.items_id')
      .selectAll('placed')
      .where('placed.itemtype', '=', assets.name)
      .where(`asset.${itemtype.foreignKey}`, '=', row.id!)
      .orderBy('placed.id')
      .execute();
    for (const one of placed) {
      const size = { ...(await sizeOfItem(w, assets.name, Number(one.items_id))), units };
      const taken = await takenSpace(w, Number(one.racks_id), { itemtype: assets.name, id: Number(one.items_id) });
      const rack = await load(w, 'Rack', one.racks_id);
      if (!isOutOfBounds(size, Number(one.position), rack) && fits(size, placeOf(one), taken)) continue;
      const text =
        'Unable to update model because it is used by an asset in the "%s" rack and the new required units do not fit into the rack';
      w.messages.error(format(w.ctx.translate(text), String(rack?.name ?? '')));
      return false;
    }
    return true;
  },
};
