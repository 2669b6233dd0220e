/** Links of items, tickets, documents and contracts with tickets, problems and changes (itil 11, 12). */
import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { type ItilItem, itilItem, itilParent } from '../behaviours/itil/parent.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { phpIntval } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { itilKind, kindOfPart } from './kinds.ts';
import { byMachinery } from './machinery.ts';
import { timelinePosition } from './timeline.ts';
import { recountCosts } from './total-cost.ts';
import { touch } from './touch.ts';

/** Items are linked once. */
export const itemLinkLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const { foreignKey } = kindOfPart(itemtype.name)!.itemtype;
    const present = await w.ctx.db
      .selectFrom(itemtype.table)
      .select('id')
      .where(foreignKey, '=', phpIntval(input[foreignKey]))
      .where('itemtype', '=', String(input.itemtype))
      .where('items_id', '=', phpIntval(input.items_id))
      .limit(1)
      .executeTakeFirst();
    return present === undefined;
  },
};

/** A ticket changes with its items, whose cost it is part of. */
export const ticketItemLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    await changed(w, 'Ticket', Number(input.tickets_id));
    return true;
  },

  async afterAdd(w, _itemtype, row) {
    await recountCosts(w, [row]);
  },

  async afterPurge(w, itemtype, { row, cascade, withItem }) {
    await recountCosts(w, [row]);
    if (!cascade) await changed(w, 'Ticket', Number(row.tickets_id));
    if (withItem) await trashWithoutItems(w, itemtype, Number(row.tickets_id));
  },

  addedMessage: async (w, itemtype, row) => {
    const { translate } = w.ctx;
    const type = catalog.itemtype(String(row.itemtype));
    const item = type && (await w.load(type, Number(row.items_id)));
    const name = type && item ? await w.names.plain(type, item) : '';
    const label = translate.plural(itemtype.label.singular, itemtype.label.plural, 1);
    return `${translate('Item successfully added')}: ${name || `${label} - ID ${row.id}`}`;
  },
};

/** A ticket whose only item was purged goes to the trashbin, unless the general setup keeps it (items-write W10). */
async function trashWithoutItems(w: Writing, itemtype: Itemtype, id: number): Promise<void> {
  if (w.ctx.settings.on('keep_tickets_on_delete')) return;
  const other = await w.ctx.db
    .selectFrom(itemtype.table)
    .select('id')
    .where('tickets_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  const ticket = other ? undefined : await itilItem(w.ctx, 'Ticket', id);
  if (ticket) await w.delete(ticket.itemtype, ticket.row, { force: false });
}

/** An item's date of change, noted in its history where it differs. */
async function changed(w: Writing, itemtype: string, id: number): Promise<void> {
  const item = await itilItem(w.ctx, itemtype, id);
  if (item && item.row.date_mod !== w.ctx.now.sql) {
    await w.update(item.itemtype, id, byMachinery({ date_mod: w.ctx.now.sql }));
  }
}

const LINKED = 1;
const DUPLICATE = 2;
const SON = 3;
const PARENT = 4;

/** Links between tickets (itil 12.1). */
export const ticketLinkLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    input.link ??= LINKED;
    if (Number(input.link) === PARENT) {
      Object.assign(input, { link: SON, tickets_id_1: input.tickets_id_2, tickets_id_2: input.tickets_id_1 });
    }
    const ids = ticketsOf(input);
    const tickets = catalog.itemtype('Ticket')!;
    if (ids[0] === ids[1]) return false;
    for (const id of ids) if (!(await w.load(tickets, id))) return false;
    const present = await linkBetween(w, itemtype, ids);
    if (present) {
      if (Number(input.link) !== DUPLICATE || Number(present.link) !== LINKED) return false;
      await w.delete(itemtype, present, { force: true });
    }
    for (const id of ids) await touch(w, itilKind('Ticket')!, id);
    return true;
  },

  async afterPurge(w, _itemtype, { row }) {
    for (const id of ticketsOf(row)) await touch(w, itilKind('Ticket')!, id, { mayTake: false });
  },
};

const ticketsOf = (row: Record<string, unknown>): [number, number] => [
  phpIntval(row.tickets_id_1),
  phpIntval(row.tickets_id_2),
];

/** The link of two tickets, in either direction. */
function linkBetween(w: Writing, itemtype: Itemtype, [one, other]: [number, number]): Promise<Row | undefined> {
  return w.ctx.db
    .selectFrom(itemtype.table)
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('tickets_id_1', '=', one), eb('tickets_id_2', '=', other)]),
        eb.and([eb('tickets_id_1', '=', other), eb('tickets_id_2', '=', one)]),
      ]),
    )
    .executeTakeFirst();
}

/** The ticket, problem or change that a document goes to, or to an entry of whose timeline. */
async function itemOf(w: Writing, { itemtype, items_id }: Input): Promise<ItilItem | undefined> {
  const name = String(itemtype);
  if (itilKind(name)) return itilItem(w.ctx, name, items_id);
  const type = isEntry(name) ? catalog.itemtype(name) : undefined;
  const entry = type && (await w.load(type, Number(items_id)));
  if (!entry) return undefined;
  const kind = kindOfPart(name);
  return kind ? itilItem(w.ctx, kind.itemtype.name, entry[kind.itemtype.foreignKey]) : itilParent(w.ctx, entry);
}

/** Kinds of entries of a timeline. */
const isEntry = (name: string): boolean =>
  name === 'ITILFollowup' || name === 'ITILSolution' || kindOfPart(name) !== undefined;

async function isLinked(w: Writing, { documents_id, itemtype, items_id }: Input): Promise<boolean> {
  const present = await w.ctx.db
    .selectFrom('glpi_documents_items')
    .select('id')
    .where('documents_id', '=', phpIntval(documents_id))
    .where('itemtype', '=', String(itemtype))
    .where('items_id', '=', phpIntval(items_id))
    .limit(1)
    .executeTakeFirst();
  return present !== undefined;
}

/** A link is in its document's entity. */
async function takeEntity(w: Writing, input: Input): Promise<void> {
  const document = await w.load(catalog.itemtype('Document')!, Number(input.documents_id));
  input.entities_id = document?.entities_id ?? 0;
  input.is_recursive = document?.is_recursive ?? 0;
}

/** Documents of an item stand on its timeline; a ticket changes with them (itil 11). */
export const documentLinkLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    const item = await itemOf(w, input);
    if (!item) return true;
    if (input.entities_id === undefined) await takeEntity(w, input);
    input.timeline_position ??= await timelinePosition(w, item);
    if (!itilKind(String(input.itemtype))) return true;
    if (await isLinked(w, input)) return false;
    await changed(w, String(input.itemtype), Number(input.items_id));
    return true;
  },

  async afterPurge(w, _itemtype, { row, cascade }) {
    if (!cascade && itilKind(String(row.itemtype))) await changed(w, String(row.itemtype), Number(row.items_id));
  },
};
