/** Adding and removing actors, with what follows for the item (itil 3.3, 3.6, 3.7). */

import { Action } from '../behaviours/history-actions.ts';
import { ASSIGNED, CLOSED, NEW, SOLVED, statusSets, unassigned } from '../behaviours/itil/statuses.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import type { WantedActor } from './actor-input.ts';
import { type ActorRow, actorColumns, actorNames, hasAssigned } from './actor-rows.ts';
import type { EarlyStart } from './early-start.ts';
import { type ActorKind, type ItilKind, roleNumbers, roles } from './kinds.ts';
import { byMachinery } from './machinery.ts';
import { markChanged, touch } from './touch.ts';

/** What an addition leaves alone. */
export interface ActorOptions {
  /** An assignment doesn't turn a new item into one at work. */
  readonly keepStatus: boolean;
  /** An assignment doesn't take the item into account. */
  readonly keepUntaken: boolean;
  /** The item was given its status at once. */
  readonly early?: EarlyStart | undefined;
  /** The item is only now being made: nobody is told of its actors one by one. */
  readonly isNew?: boolean;
}

/**
 * Adds those of the wanted actors who exist and don't have that part yet; changes how the others are notified, where
 * the input says so.
 * @param present the actors that the item has
 */
export async function addActors(
  w: Writing,
  kind: ItilKind,
  item: Row,
  wanted: readonly WantedActor[],
  present: readonly ActorRow[],
  options: ActorOptions,
): Promise<void> {
  const fresh: WantedActor[] = [];
  for (const one of wanted) {
    const row = present.find((other) => isSame(one, other));
    if (row) await renotify(w, kind, one, row);
    else if (!fresh.some((other) => isSame(one, { ...other, role: roleNumbers[other.role], actor: other.id })))
      fresh.push(one);
  }
  if (fresh.length === 0) return;
  const nameOf = await actorNames(
    w,
    fresh.map((one) => ({ kind: one.kind, actor: one.id })),
    { hold: true },
  );
  const added = fresh.filter((one) => one.id === 0 || nameOf(one.kind, one.id) !== undefined);
  const name = (one: WantedActor): string | undefined => nameOf(one.kind, one.id);
  if (options.isNew) {
    await insertActors(w, kind, item, added);
    await noteAddition(w, kind, item, fresh, name, options);
    return;
  }
  for (const one of fresh) {
    if (added.includes(one)) {
      await insertActors(w, kind, item, [one]);
      await tellOfActor(w, kind, Number(item.id), one.kind, roleNumbers[one.role]);
    }
    await noteAddition(w, kind, item, [one], name, options);
  }
}

/** Mails of a new actor say what the item was before it came to work. */
export async function tellOfActor(
  w: Writing,
  { itemtype }: ItilKind,
  id: number,
  kind: ActorKind,
  role: number,
): Promise<void> {
  const name = roles.find((one) => roleNumbers[one] === role);
  if (name === undefined) return;
  w.notify(itemtype.name, id, `${name}_${kind.toLowerCase()}`);
  await w.tell();
}

/** The same part of the same person or address. */
function isSame(
  one: WantedActor,
  other: Pick<ActorRow, 'kind' | 'role' | 'actor'> & { readonly alternative_email?: string },
): boolean {
  if (one.kind !== other.kind || roleNumbers[one.role] !== other.role || one.id !== other.actor) return false;
  return one.id > 0 || one.alternative_email === other.alternative_email;
}

async function renotify(w: Writing, kind: ItilKind, one: WantedActor, row: ActorRow): Promise<void> {
  const changes: Record<string, unknown> = {};
  for (const column of ['use_notification', 'alternative_email'] as const) {
    if (one[column] !== undefined && one[column] !== row[column]) changes[column] = one[column];
  }
  if (Object.keys(changes).length > 0) await w.update(kind.links[row.kind], row.id, changes);
}

/** One statement for each kind of actor; the rows get consecutive ids in the order given. */
async function insertActors(w: Writing, kind: ItilKind, item: Row, actors: readonly WantedActor[]): Promise<void> {
  for (const [of, link] of Object.entries(kind.links) as [WantedActor['kind'], ItilKind['itemtype']][]) {
    const rows = actors
      .filter((one) => one.kind === of)
      .map((one) => ({
        [kind.itemtype.foreignKey]: Number(item.id),
        [actorColumns[of]]: one.id,
        type: roleNumbers[one.role],
        ...(of !== 'Group' && one.use_notification !== undefined && { use_notification: one.use_notification }),
        ...(of !== 'Group' && { alternative_email: one.alternative_email ?? '' }),
      }));
    if (rows.length > 0) await w.ctx.db.insertInto(link.table).values(rows).execute();
  }
  w.forget();
}

/**
 * The item's own changes and its history, in the order in which the actors came: taken into account before the first
 * who is in charge, at work after.
 */
async function noteAddition(
  w: Writing,
  kind: ItilKind,
  item: Row,
  actors: readonly WantedActor[],
  nameOf: (one: WantedActor) => string | undefined,
  options: ActorOptions,
): Promise<void> {
  let isFirst = true;
  for (const one of actors) {
    const name = nameOf(one);
    const isAdded = one.id === 0 || name !== undefined;
    const isCharged = one.role === 'assign' && isFirst;
    if (isCharged) isFirst = false;
    const { early } = options;
    const mayTake = isCharged && !options.keepUntaken && !early;
    if (isAdded && (mayTake || !isChangedNow(w, item))) await touch(w, kind, Number(item.id), { mayTake });
    if (isAdded && isCharged && early?.taken !== undefined) noteColumn(w, kind, item, TAKEN, 0, early.taken);
    if (name !== undefined) noteActor(w, kind, Number(item.id), one, name);
    if (isCharged && early) {
      noteColumn(w, kind, item, STATUS, early.before, ASSIGNED);
      w.notify(kind.itemtype.name, Number(item.id), 'update');
    } else if (isCharged && !options.keepStatus) await startWork(w, kind, Number(item.id), options.keepUntaken);
  }
}

/** Search options of columns that the history of an early start tells of. */
const TAKEN = 150;
const STATUS = 12;

function noteColumn(w: Writing, { itemtype }: ItilKind, item: Row, option: number, old: number, value: number): void {
  w.history.add({ itemtype: itemtype.name, id: Number(item.id), action: Action.change, option, old, new: value });
}

/** Whether the row already says that the session's user changed it now. */
const isChangedNow = (w: Writing, item: Row): boolean =>
  item.date_mod === w.ctx.now.sql && Number(item.users_id_lastupdater) === w.ctx.rights.userId;

/** `(User, 15, 4, "" → "post-only (3)")` in the item's history. */
export function noteActor(
  w: Writing,
  { itemtype, actorOptions }: ItilKind,
  id: number,
  one: Pick<WantedActor, 'kind'> & { readonly role: WantedActor['role'] | undefined },
  name: string,
): void {
  w.history.add({
    itemtype: itemtype.name,
    id,
    link: one.kind,
    action: Action.addRelation,
    option: (one.role && actorOptions?.[roleNumbers[one.role]]?.[one.kind]) ?? 0,
    new: name,
  });
}

/** A new item that somebody is in charge of is at work, where its type has that status. */
export async function startWork(w: Writing, kind: ItilKind, id: number, keepUntaken = false): Promise<void> {
  const { fresh, hasAssigned: hasStatus } = statusSets(kind.itemtype.name);
  const row = await w.load(kind.itemtype, id);
  if (!row || !hasStatus || !fresh.includes(Number(row.status))) return;
  await w.update(
    kind.itemtype,
    id,
    byMachinery({ status: ASSIGNED, ...(keepUntaken && { _do_not_compute_takeintoaccount: true }) }),
  );
}

/** After an actor's row has gone: an item without anybody in charge is new again (itil 3.7). */
export async function afterRemoval(
  w: Writing,
  kind: ItilKind,
  id: number,
  left: readonly ActorRow[],
  removed: Pick<ActorRow, 'kind' | 'role' | 'actor'>,
): Promise<void> {
  const row = await w.load(kind.itemtype, id);
  if (!row) return;
  const status = Number(row.status);
  if (hasAssigned(left) || status === SOLVED || status === CLOSED) {
    await markChanged(w, kind, row);
    const wasInCharge = removed.kind === 'User' && removed.role === roleNumbers.assign;
    if (hasAssigned(left)) {
      w.notify(kind.itemtype.name, id, 'update', wasInCharge ? { formerTechnician: removed.actor } : {});
    }
    return;
  }
  await w.update(kind.itemtype, id, byMachinery({ status: unassigned.includes(status) ? status : NEW }));
}

/** Removes actors' rows one after the other, each with its effects. */
export async function removeActors(
  w: Writing,
  kind: ItilKind,
  item: Row,
  rows: readonly ActorRow[],
  present: readonly ActorRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const nameOf = await actorNames(w, rows);
  let left = present;
  for (const row of rows) {
    const link = kind.links[row.kind];
    await w.ctx.db.deleteFrom(link.table).where('id', '=', row.id).execute();
    w.forget();
    left = left.filter((other) => other.kind !== row.kind || other.id !== row.id);
    await afterRemoval(w, kind, Number(item.id), left, row);
    noteRemoval(w, kind, Number(item.id), row.kind, nameOf(row.kind, row.actor));
  }
}

/** `(User, 16, 0, "post-only (3)" → "")`; nothing of somebody who is known by an address alone. */
export function noteRemoval(
  w: Writing,
  { itemtype }: ItilKind,
  id: number,
  link: string,
  name: string | undefined,
): void {
  if (name === undefined) return;
  w.history.add({ itemtype: itemtype.name, id, link, action: Action.deleteRelation, old: name });
}
