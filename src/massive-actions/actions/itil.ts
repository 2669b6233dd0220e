/** Actions on tickets, problems and changes (massive-actions 5.1). */

import type { Input } from '../../behaviours/behaviour.ts';
import { isOpen } from '../../behaviours/itil/statuses.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { textOf } from '../../items/write/values.ts';
import { UPDATE } from '../../rights/bits.ts';
import { type MassiveAction, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';

const typeOf = (name: string): Itemtype => catalog.itemtype(name)!;

const addFollowup: MassiveAction = {
  key: 'ITILFollowup:add_followup',
  async apply(item) {
    const { w, itemtype, id, input } = item;
    const row = await item.load();
    if (!row) return item.refuse('missing');
    if (!isOpen(itemtype.name, row.status)) return item.refuse('right', 'ko');
    const followup: Input = {
      itemtype: itemtype.name,
      items_id: id,
      is_private: input.is_private,
      requesttypes_id: input.requesttypes_id,
      content: input.content,
    };
    if (!(await w.ctx.rights.canCreate(typeOf('ITILFollowup'), { ...followup }))) return item.refuse('right');
    if (textOf(input.content) === '') return item.refuse('action');
    return (await w.add(typeOf('ITILFollowup'), followup)) === undefined ? item.refuse('action') : OK;
  },
};

const taskInputs = ['content', 'taskcategories_id', 'actiontime', 'state'] as const;

const addTask = (name: string): MassiveAction => ({
  key: `${name}:add_task`,
  async apply(item) {
    const { w, itemtype, id, input } = item;
    const row = await item.load();
    if (!row) return item.refuse('missing');
    const task: Input = { [itemtype.foreignKey]: id };
    for (const key of taskInputs) if (input[key] !== undefined) task[key] = input[key];
    const tasks = typeOf(`${itemtype.name}Task`);
    if (!isOpen(itemtype.name, row.status) || !(await w.ctx.rights.canCreate(tasks, { ...task }))) {
      return item.refuse('right');
    }
    if (taskInputs.some((key) => input[key] === undefined)) return item.refuse('action');
    return (await w.add(tasks, task)) === undefined ? item.refuse('action') : OK;
  },
});

const actorKeys = ['_itil_requester', '_itil_observer', '_itil_assign'] as const;

const addActor = (name: string): MassiveAction => ({
  key: `${name}:add_actor`,
  starts: ({ input }) => actorKeys.some((key) => input[key] !== undefined),
  async apply(item) {
    const { input } = item;
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    const actors = Object.fromEntries(
      actorKeys.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]])),
    );
    return (await item.update(row, actors)) ? OK : item.refuse('action');
  },
});

const updateNotifications = (name: string): MassiveAction => ({
  key: `${name}:update_notif`,
  starts: ({ input }) => input.use_notification !== undefined,
  async apply(item) {
    const { w, itemtype } = item;
    if (!(await item.loadFor(UPDATE))) return item.refuse('right');
    const { user = '', supplier = '' } = itemtype.itilLinks ?? {};
    for (const links of [user, supplier].flatMap((one) => catalog.itemtype(one) ?? [])) {
      for (const link of await linksOf(item, links)) {
        await w.update(links, Number(link.id), { ...link, use_notification: phpIntval(item.input.use_notification) });
      }
    }
    return OK;
  },
});

function linksOf({ w, itemtype, id }: OneItem, links: Itemtype): Promise<Row[]> {
  return w.ctx.db.selectFrom(links.table).selectAll().where(itemtype.foreignKey, '=', id).orderBy('id').execute();
}

const submitValidation: MassiveAction = {
  key: 'TicketValidation:submit_validation',
  starts: ({ input }) => input.users_id_validate !== undefined,
  async apply(item) {
    const { w, itemtype, id, input } = item;
    if (!(await item.load())) return item.refuse('missing');
    const validations = typeOf(`${itemtype.name}Validation`);
    for (const user of [input.users_id_validate].flat()) {
      const validation: Input = {
        [itemtype.foreignKey]: id,
        users_id_validate: phpIntval(user),
        comment_submission: input.comment_submission,
      };
      if (!(await w.ctx.rights.canCreate(validations, validation))) return item.refuse('right');
      if ((await w.add(validations, validation)) === undefined) return item.refuse('action');
    }
    return OK;
  },
};

const ofType = (name: string): readonly MassiveAction[] => [addTask(name), addActor(name), updateNotifications(name)];

/** By the class whose items they are for. */
export const itilActions: Readonly<Record<string, readonly MassiveAction[]>> = {
  CommonITILObject: [addFollowup],
  Ticket: [...ofType('Ticket'), submitValidation],
  Problem: ofType('Problem'),
  Change: [...ofType('Change'), submitValidation],
};
