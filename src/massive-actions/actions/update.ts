/** Changing one field of many items (massive-actions 4). */

import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype, SearchOption } from '../../catalog/model.ts';
import { optionsFor } from '../../catalog/search-options.ts';
import { phpIntval } from '../../http/php-values.ts';
import { UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, OK, type Order, type Verdict } from '../action.ts';
import { hasInfocom } from '../offers/kinds.ts';
import type { OneItem } from '../one-item.ts';
import { mayBeChanged } from '../vetoes.ts';

const INFOCOMS = 'glpi_infocoms';

export const update: MassiveAction = {
  key: 'MassiveAction:update',

  starts: (order) => optionOf(order) !== undefined,

  async apply(item) {
    const option = optionOf(item.order)!;
    const change = changeOf(item.input);
    const fits = await entityTest(item, option, change);
    return isFinancial(item.itemtype, option) ? updateInfocom(item, change, fits) : updateOwn(item, change, fits);
  },
};

/** The option that the input names for the type, if the session has it. */
function optionOf({ ctx, itemtype, input }: Order): SearchOption | undefined {
  const options = input.search_options;
  if (typeof options !== 'object' || options === null) return undefined;
  const id = phpIntval((options as Input)[itemtype.name]);
  const session = { have: ctx.rights.have.bind(ctx.rights), interface: ctx.rights.interface };
  const option = optionsFor(itemtype, session).get(id);
  if (!option || !isFinancial(itemtype, option)) return option;
  return ctx.rights.have('infocom', UPDATE) ? option : undefined;
}

/** The column that the input names, with its value; the option doesn't say which one it is. */
function changeOf(input: Input): Input {
  const { field } = input;
  return typeof field === 'string' && field in input ? { [field]: input[field] } : {};
}

/** Options of the financial record, or of what it points to. */
function isFinancial(itemtype: Itemtype, { table, joinparams }: SearchOption): boolean {
  if (!hasInfocom(itemtype)) return false;
  const before = [joinparams?.beforejoin ?? []].flat();
  return table === INFOCOMS || before.some((join) => join.table === INFOCOMS);
}

type EntityTest = (entity: number) => boolean;

/** Items fit a linked item of their own entity, or one above them that shows itself by recursion. */
async function entityTest({ w, itemtype }: OneItem, option: SearchOption, change: Input): Promise<EntityTest> {
  const linked = option.table === itemtype.table ? undefined : catalog.byTable(option.table);
  const [id] = Object.values(change).map(phpIntval);
  if (!linked?.flags.entityAssign || !id) return () => true;
  const row = await w.load(linked, id);
  const entity = row && (await w.ctx.rights.entityOf(linked, row));
  if (!entity) return () => true;
  const tree = await w.ctx.site.entities.get();
  const reach = new Set(entity.recursive ? tree.withDescendants(entity.id) : [entity.id]);
  return (own) => reach.has(own);
}

async function updateOwn(item: OneItem, change: Input, fits: EntityTest): Promise<Verdict> {
  const { w, itemtype } = item;
  const row = await item.loadFor(UPDATE);
  if (!row || !(await mayBeChanged(w.ctx, itemtype, row, change))) return item.refuse('right');
  if ('entities_id' in row && !fits(Number(row.entities_id))) return item.refuse('compatibility');
  if (!(await w.ctx.rights.canMove(itemtype, row, change))) return item.refuse('action');
  return (await item.update(row, change)) ? OK : item.refuse('action');
}

/** Changes the item's financial record, which is made when there is none. */
async function updateInfocom(item: OneItem, change: Input, fits: EntityTest): Promise<Verdict> {
  const { w, itemtype, id } = item;
  const infocom = catalog.itemtype('Infocom')!;
  const row = await item.load();
  if (!row) return item.refuse('missing');
  const entity = await w.ctx.rights.entityOf(itemtype, row);
  if (entity && !fits(entity.id)) return item.refuse('compatibility');
  const input: Input = { itemtype: itemtype.name, items_id: id };
  if (!(await w.ctx.rights.canCreate(infocom, input))) return item.refuse('right');
  const found = await findInfocom(item);
  const own = found ?? (await w.add(infocom, input));
  return own !== undefined && (await w.update(infocom, own, { ...change })) ? OK : item.refuse('action');
}

/** The id of the item's financial record. */
async function findInfocom({ w, itemtype, id }: OneItem): Promise<number | undefined> {
  const row = await w.ctx.db
    .selectFrom(INFOCOMS)
    .select('id')
    .where('itemtype', '=', itemtype.name)
    .where('items_id', '=', id)
    .executeTakeFirst();
  return row && Number(row.id);
}

/** Makes the item's financial record. */
export const activateInfocom: MassiveAction = {
  key: 'Infocom:activate',
  async apply(item) {
    const { w, itemtype, id } = item;
    const infocom = catalog.itemtype('Infocom')!;
    const row = await item.load();
    if (!row) return item.refuse('missing');
    if ((await findInfocom(item)) !== undefined) return OK;
    const input: Input = { itemtype: itemtype.name, items_id: id };
    if (!(await w.ctx.rights.canCreate(infocom, input))) return item.refuse('right');
    return (await w.add(infocom, input)) !== undefined ? OK : item.refuse('action');
  },
};
