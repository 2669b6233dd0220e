import type { Behaviour, Change } from '../behaviours/behaviour.ts';
import { Action } from '../behaviours/history-actions.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { phpIntval, truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { afterRemoval, noteActor, noteRemoval, startWork, tellOfActor } from './actor-changes.ts';
import { isEmail } from './actor-input.ts';
import { actorColumns, actorNames, actorRows } from './actor-rows.ts';
import { type ActorKind, actorKinds, type ItilKind, kindOfLink, roleNumbers, roles } from './kinds.ts';
import { touch } from './touch.ts';

/** Actors' rows that are written as items of their own (itil 3.8). */
export const actorLife: Behaviour = {
  quietRelation: 'always',

  async prepareAdd(w, itemtype, input) {
    if (truthy(input.alternative_email) && !isEmail(String(input.alternative_email))) {
      w.messages.error(w.ctx.translate('Invalid email address'));
      return false;
    }
    if (linkOf(itemtype, input as Row).actor.kind !== 'Group') input.alternative_email ??= '';
    return !(await isPresent(w, itemtype, input));
  },

  async afterAdd(w, itemtype, row, input) {
    const { kind, actor, id } = linkOf(itemtype, row);
    const isCharged = Number(row.type) === roleNumbers.assign;
    await touch(w, kind, id, { mayTake: isCharged });
    if (input._disablenotif === undefined) await tellOfActor(w, kind, id, actor.kind, Number(row.type));
    if (isCharged) await startWork(w, kind, id);
    const nameOf = await actorNames(w, [actor]);
    const name = nameOf(actor.kind, actor.actor);
    const role = input.type === undefined ? undefined : roles.find((one) => roleNumbers[one] === Number(row.type));
    if (name !== undefined) noteActor(w, kind, id, { kind: actor.kind, role }, name);
  },

  async prepareUpdate(w, itemtype, row, input) {
    const { actor } = linkOf(itemtype, row);
    if (input.alternative_email !== '' || input[actorColumns[actor.kind]] === undefined) return true;
    input.alternative_email = await ownAddress(w, actor.kind, Number(input[actorColumns[actor.kind]]));
    return true;
  },

  afterUpdate(w, itemtype, change) {
    noteChanges(w, itemtype, change);
    return Promise.resolve();
  },

  async afterPurge(w, itemtype, { row, cascade, goesWith }) {
    const { kind, actor, id } = linkOf(itemtype, row);
    if (goesWith === kind.itemtype) return;
    await afterRemoval(w, kind, id, await actorRows(w, kind, id), { ...actor, role: Number(row.type) });
    if (cascade) return;
    const nameOf = await actorNames(w, [actor]);
    noteRemoval(w, kind, id, actor.kind, nameOf(actor.kind, actor.actor));
  },
};

interface Link {
  readonly kind: ItilKind;
  readonly actor: { readonly kind: ActorKind; readonly actor: number };
  /** Of the ITIL item. */
  readonly id: number;
}

function linkOf(itemtype: Itemtype, row: Row): Link {
  const kind = kindOfLink(itemtype.name)!;
  const of = actorKinds.find((one) => kind.links[one] === itemtype)!;
  return {
    kind,
    actor: { kind: of, actor: phpIntval(row[actorColumns[of]]) },
    id: phpIntval(row[kind.itemtype.foreignKey]),
  };
}

/** Whether the item has that actor in that role. */
async function isPresent(w: Writing, itemtype: Itemtype, input: Record<string, unknown>): Promise<boolean> {
  const { kind, actor, id } = linkOf(itemtype, input as Row);
  let query = w.ctx.db
    .selectFrom(itemtype.table)
    .select('id')
    .where(kind.itemtype.foreignKey, '=', id)
    .where(actorColumns[actor.kind], '=', actor.actor)
    .where('type', '=', phpIntval(input.type ?? roleNumbers.requester));
  if (actor.actor === 0) query = query.where('alternative_email', '=', String(input.alternative_email ?? ''));
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** The address that an actor's account has. */
async function ownAddress(w: Writing, kind: ActorKind, actor: number): Promise<string> {
  if (kind === 'Group') return '';
  const query =
    kind === 'User'
      ? w.ctx.db.selectFrom('glpi_useremails').select('email').where('users_id', '=', actor).where('is_default', '=', 1)
      : w.ctx.db.selectFrom('glpi_suppliers').select('email').where('id', '=', actor);
  return String((await query.executeTakeFirst())?.email ?? '');
}

/** `(Ticket_User#use_notification, 21, 0, "1" → "0")` in the item's history. */
function noteChanges(w: Writing, itemtype: Itemtype, change: Change): void {
  const { kind, id } = linkOf(itemtype, change.fields as Row);
  for (const column of change.updates) {
    w.history.add({
      itemtype: kind.itemtype.name,
      id,
      link: `${itemtype.name}#${column}`,
      action: Action.updateRelation,
      old: change.old[column],
      new: change.fields[column],
    });
  }
}
