/** What a new ticket, problem or change is linked to by its input (itil 2.5, 8). */
import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { itilItem } from '../behaviours/itil/parent.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import { phpIntval, truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { idsOf } from './actor-input.ts';
import { idList, make } from './comes-along.ts';
import { entityNumber } from './entity-settings.ts';
import { noteEvent } from './events.ts';
import { mayRequestFor } from './intake.ts';
import { itilKind } from './kinds.ts';

const INCIDENT = 1;

/** A ticket's type is the entity's when nothing says one. */
export const ticketType: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    input.type ??= (await entityNumber(w, Number(input.entities_id), 'tickettype')) || INCIDENT;
    return true;
  },
};

/** `check_delegatee`: only for people whom the session may open tickets for. */
export const delegateeCheck: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (!truthy(input.check_delegatee) || (await mayRequestFor(w, idsOf(input, 'requester', 'User')))) return true;
    w.messages.error(w.ctx.translate('You cannot create a ticket for this user'));
    return false;
  },
};

/** What a new ticket brings along before its actors. */
export const newTicketLinks: Behaviour = {
  async afterAdd(w, _itemtype, row, input) {
    const id = Number(row.id);
    await noteEvent(w, 'ticket', id, '%1$s adds the item %2$s', id);
    await addFollowup(w, id, input);
    await addTask(w, id, input);
    await addTicketLinks(w, id, input);
    for (const task of idList(input._projecttasks_id)) {
      await make(w, 'ProjectTask_Ticket', { tickets_id: id, projecttasks_id: task });
    }
    await promote(w, id, 'ITILFollowup', phpIntval(input._promoted_fup_id));
    await promote(w, id, 'TicketTask', phpIntval(input._promoted_task_id));
    const contract = phpIntval(input._contracts_id);
    if (contract > 0) await make(w, 'Ticket_Contract', { tickets_id: id, contracts_id: contract });
  },
};

/** What comes along is told of, unless the item itself isn't (notifications 2.1). */
const quiet = (input: Input): Input => (input._disablenotif === undefined ? {} : { _disablenotif: true });

async function addFollowup(w: Writing, id: number, input: Input): Promise<void> {
  const followup = input._followup as Input | undefined;
  if (typeof followup !== 'object' || followup === null || !truthy(followup.content)) return;
  await make(w, 'ITILFollowup', {
    itemtype: 'Ticket',
    items_id: id,
    content: followup.content,
    is_private: followup.is_private ?? 0,
    ...quiet(input),
  });
}

const DONE = 2;

/** Time spent or planned: a task that is done. */
async function addTask(w: Writing, id: number, input: Input): Promise<void> {
  const plan = input.plan as Input | undefined;
  const spent = phpIntval(input.actiontime);
  const isPlanned = typeof plan === 'object' && plan !== null;
  if (!isPlanned && !(spent > 0)) return;
  await make(w, 'TicketTask', {
    tickets_id: id,
    content: w.ctx.translate('Auto-created task'),
    state: DONE,
    ...(spent > 0 && { actiontime: spent }),
    ...(isPlanned && { plan: spent > 0 ? { begin: plan.begin, _duration: spent } : plan }),
    ...quiet(input),
  });
}

async function addTicketLinks(w: Writing, id: number, input: Input): Promise<void> {
  const link = input._link as Input | undefined;
  if (typeof link === 'object' && link !== null && Number(link.tickets_id_2 ?? 0) > 0) {
    const wanted = { ...link, tickets_id_1: id };
    if (await w.ctx.rights.canCreate(catalog.itemtype('Ticket_Ticket')!, { ...wanted })) {
      await make(w, 'Ticket_Ticket', wanted);
    }
  }
  const linked = phpIntval(input._linkedto);
  if (linked > 0) await make(w, 'Ticket_Ticket', { tickets_id_1: id, tickets_id_2: linked, link: 1 });
}

const promotions: Readonly<Record<string, string>> = {
  ITILFollowup: '%1$s promotes a followup from ticket %2$s',
  TicketTask: '%1$s promotes a task from ticket %2$s',
};

/** The followup or task that became a ticket of its own says so. */
async function promote(w: Writing, id: number, itemtype: string, source: number): Promise<void> {
  const type = catalog.itemtype(itemtype)!;
  const row: Row | undefined = source > 0 ? await w.load(type, source) : undefined;
  if (!row) return;
  await w.update(type, source, { sourceof_items_id: id, _disablenotif: true });
  await noteEvent(w, 'ticket', id, promotions[itemtype]!, Number(row.items_id ?? row.tickets_id));
}

/** What a new problem or change is made from: its link, and the items of that ticket or problem. */
export const newFromOthers: Behaviour = {
  async afterAdd(w, itemtype, row, input) {
    const kind = itilKind(itemtype.name)!;
    for (const source of ['Ticket', 'Problem']) {
      const from = itilKind(source)!;
      const link = catalog.itemtype(`${itemtype.name}_${source}`);
      const id = phpIntval(input[`_${from.itemtype.foreignKey}`]);
      if (!link || !(id > 0) || !(await itilItem(w.ctx, source, id))) continue;
      await w.add(link, { [from.itemtype.foreignKey]: id, [kind.itemtype.foreignKey]: Number(row.id) });
      const items: Row[] = await w.ctx.db
        .selectFrom(catalog.itemtype(from.itemLink)!.table)
        .select(['itemtype', 'items_id'])
        .where(from.itemtype.foreignKey, '=', id)
        .orderBy('id')
        .execute();
      for (const item of items) await linkItem(w, kind.itemLink, kind.itemtype.foreignKey, row, item);
    }
    const from = { itemtype: input._from_itemtype, items_id: input._from_items_id };
    if (truthy(from.itemtype) && truthy(from.items_id))
      await linkItem(w, kind.itemLink, kind.itemtype.foreignKey, row, from);
  },
};

async function linkItem(
  w: Writing,
  link: string,
  foreignKey: string,
  row: Row,
  item: { readonly itemtype?: unknown; readonly items_id?: unknown },
): Promise<void> {
  await make(w, link, { [foreignKey]: Number(row.id), itemtype: item.itemtype, items_id: item.items_id });
}
