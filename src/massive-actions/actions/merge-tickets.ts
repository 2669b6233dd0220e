/** Merging tickets into another one (massive-actions 5.3). */

import type { Input } from '../../behaviours/behaviour.ts';
import { canAddFollowup } from '../../behaviours/itil/followup-rights.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval, truthy } from '../../http/php-values.ts';
import { textOf } from '../../items/write/values.ts';
import { DELETE, UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';

const typeOf = (name: string): Itemtype => catalog.itemtype(name)!;

const needed = ['_mergeticket', 'link_type', 'with_followups', 'with_tasks', 'with_documents', 'with_actors'] as const;

/** What stands between a ticket's name and its text, as stored. */
const BREAK = '&#60;br /&#62;&#60;br /&#62;';

export const mergeAsFollowup: MassiveAction = {
  key: 'Ticket:merge_as_followup',
  together: true,
  starts: ({ input }) => needed.every((key) => input[key] !== undefined),
  async apply(item) {
    const { w, itemtype, id, input } = item;
    const { rights } = w.ctx;
    const target = await w.lock(itemtype, phpIntval(input._mergeticket));
    const row = await item.load();
    if (!target || !row || Number(target.id) === id) return item.refuse('action');
    const mayMerge =
      (await rights.canItem(itemtype, target, UPDATE)) &&
      (await canAddFollowup(w.ctx, { itemtype, row: target })) &&
      (await rights.canItem(itemtype, row, DELETE));
    if (!mayMerge) return item.refuse('right');
    if (!(await sayAll(item, row, target))) return item.refuse('action');
    if (truthy(input.with_followups)) await copyTimeline(item, typeOf('ITILFollowup'), target);
    if (truthy(input.with_tasks)) await copyTimeline(item, typeOf('TicketTask'), target);
    if (truthy(input.with_documents)) await copyDocuments(item, target);
    if (truthy(input.link_type)) await link(item, target, phpIntval(input.link_type));
    if (truthy(input.with_actors)) await copyActors(item, target);
    const done = await w.delete(itemtype, row, { force: false, input: { _disablenotif: true } });
    if (!done) return item.refuse('action');
    noteEvent(item, target);
    return OK;
  },
};

/** The merged ticket's words as a followup of its writer's. */
async function sayAll({ w, itemtype, id }: OneItem, row: Row, target: Row): Promise<boolean> {
  const followup = await w.add(typeOf('ITILFollowup'), {
    itemtype: itemtype.name,
    items_id: Number(target.id),
    content: `${textOf(row.name)}${BREAK}${textOf(row.content)}`,
    users_id: row.users_id_recipient,
    date: row.date_creation,
    date_creation: row.date_creation,
    date_mod: row.date_mod,
    sourceitems_id: id,
  });
  return followup !== undefined;
}

/** Followups or tasks, with their own writers and dates. */
async function copyTimeline({ w, itemtype, id }: OneItem, type: Itemtype, target: Row): Promise<void> {
  const { schema } = w.ctx.site;
  const key = schema.hasColumn(type.table, 'items_id') ? 'items_id' : itemtype.foreignKey;
  let query = w.ctx.db.selectFrom(type.table).selectAll().where(key, '=', id);
  if (key === 'items_id') query = query.where('itemtype', '=', itemtype.name);
  const rows: Row[] = await query.orderBy('id').execute();
  for (const { id: _, uuid: __, ...row } of rows) {
    await w.add(type, { ...row, [key]: Number(target.id), sourceitems_id: id });
  }
}

async function copyDocuments({ w, itemtype, id }: OneItem, target: Row): Promise<void> {
  const documents = typeOf('Document_Item');
  const there = async (ticket: unknown) => {
    const rows: Row[] = await w.ctx.db
      .selectFrom(documents.table)
      .select('documents_id')
      .where('itemtype', '=', itemtype.name)
      .where('items_id', '=', Number(ticket))
      .orderBy('id')
      .execute();
    return rows.map((row) => Number(row.documents_id));
  };
  const known = new Set(await there(target.id));
  for (const document of await there(id)) {
    if (known.has(document)) continue;
    const input: Input = { documents_id: document, itemtype: itemtype.name, items_id: Number(target.id) };
    await w.ctx.rights.canCreate(documents, input);
    await w.add(documents, input);
  }
}

/** The link that the input wants takes the place of those that the two tickets have. */
async function link({ w, id }: OneItem, target: Row, kind: number): Promise<void> {
  const links = typeOf('Ticket_Ticket');
  const both = [id, Number(target.id)];
  const old: Row[] = await w.ctx.db
    .selectFrom(links.table)
    .selectAll()
    .where('tickets_id_1', 'in', both)
    .where('tickets_id_2', 'in', both)
    .execute();
  for (const row of old) await w.delete(links, row, { force: true });
  await w.add(links, { tickets_id_1: id, tickets_id_2: Number(target.id), link: kind });
}

/** Those whom the target hasn't in the same role. */
async function copyActors({ w, itemtype, id }: OneItem, target: Row): Promise<void> {
  for (const name of Object.values(itemtype.itilLinks ?? {})) {
    const links = typeOf(name);
    const { side1, side2 } = links.relation!;
    const who = side1.itemsId === itemtype.foreignKey ? side2.itemsId : side1.itemsId;
    const rows: Row[] = await w.ctx.db
      .selectFrom(links.table)
      .selectAll()
      .where(itemtype.foreignKey, 'in', [id, Number(target.id)])
      .orderBy('id')
      .execute();
    const keyOf = (row: Row) => `${row.type} ${row[who]} ${Number(row[who]) > 0 ? '' : textOf(row.alternative_email)}`;
    const known = new Set(rows.filter((row) => row[itemtype.foreignKey] === target.id).map(keyOf));
    for (const { id: _, ...row } of rows.filter((one) => one[itemtype.foreignKey] === id)) {
      if (!known.has(keyOf(row))) await w.add(links, { ...row, [itemtype.foreignKey]: Number(target.id) });
    }
  }
}

function noteEvent({ w, id }: OneItem, target: Row): void {
  const message = `${w.ctx.session.user.name} merges ticket ${id} into ${target.id}`;
  w.afterCommit(async () => {
    await w.ctx.site.database.db
      .insertInto('glpi_events')
      .values({
        items_id: Number(target.id),
        type: 'ticket',
        date: w.ctx.now.sql,
        service: 'tracking',
        level: 4,
        message,
      })
      .execute();
  });
}
