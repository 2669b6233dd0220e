/** What follows once an item's row is written (itil 2.1, 4.2, 5.2). */

import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { isClosed, isOpen } from '../behaviours/itil/statuses.ts';
import type { Itemtype } from '../catalog/model.ts';
import { UPDATE } from '../catalog/right-bits.ts';
import type { Row } from '../database/database.ts';
import { phpIntval, truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { format } from '../text/format.ts';
import { addActors, removeActors } from './actor-changes.ts';
import { namesAllActors, unwantedRows, type WantedActor, wantedActors } from './actor-input.ts';
import { mayAssign, withoutForbiddenCharge } from './actor-rights.ts';
import { type ActorRow, actorRows } from './actor-rows.ts';
import { isChangedByRules } from './business-rules.ts';
import { linkDocuments, linkItems, linkProjects, make, useTemplates } from './comes-along.ts';
import { earlyStartOf } from './early-start.ts';
import { attachToItem } from './files.ts';
import { type ItilKind, itilKind, type Role, roleNumbers } from './kinds.ts';
import { isByMachinery } from './machinery.ts';
import { acceptLatestSolution, refuseLatestSolution } from './solutions.ts';
import { deleteSurvey } from './surveys.ts';
import { askForValidations } from './validations.ts';

/** Actors, links and what templates make, for new and changed items. */
export const itilFollowing: Behaviour = {
  async afterAdd(w, itemtype, row, input) {
    const kind = itilKind(itemtype.name)!;
    await linkProjects(w, kind, Number(row.id), input);
    await linkItems(w, kind, Number(row.id), input);
    await attachToItem(w, kind, row, input);
    await linkDocuments(w, kind, Number(row.id), input._documents_id);
    const wanted = wantedActors(withoutForbiddenCharge(w, kind, input), true);
    await addActors(w, kind, row, wanted, [], { ...actorOptions(input), early: earlyStartOf(input), isNew: true });
    await useTemplates(w, kind, row, input);
    await askForValidations(w, kind, row, input);
  },

  async afterUpdate(w, itemtype, change) {
    const kind = itilKind(itemtype.name)!;
    const row = change.fields as Row;
    const id = Number(row.id);
    const { name } = itemtype;
    if (change.updates.has('status') && !isOpen(name, change.old.status) && isOpen(name, row.status)) {
      await refuseLatestSolution(w, name, id);
      await deleteSurvey(w, id);
    }
    if (change.input._accepted !== undefined) await acceptLatestSolution(w, name, id);
    if (isByMachinery(change.input) && !isChangedByRules(change.input)) return;
    await changeActors(w, kind, row, change.input);
    await linkItems(w, kind, id, change.input);
    await linkProjects(w, kind, id, change.input);
    await attachToItem(w, kind, row, change.input);
    await solveByType(w, kind, row, change.input);
    await useTemplates(w, kind, row, change.input);
    await askForValidations(w, kind, row, change.input);
  },

  addedMessage: (w, itemtype, row) => Promise.resolve(addedMessage(w, itemtype, row)),
};

/** `Item successfully added: <name> (<id>)`. */
function addedMessage(w: Writing, itemtype: Itemtype, row: Row): string {
  const { translate } = w.ctx;
  const label = translate.plural(itemtype.label.singular, itemtype.label.plural, 1);
  const name =
    String(row.name ?? '').replace(/\\(.?)/gs, '$1') || format(translate('%1$s - ID %2$d'), label, Number(row.id));
  const numbered = format(translate('%1$s (%2$s)'), name, Number(row.id));
  return format(translate('%1$s: %2$s'), translate('Item successfully added'), numbered);
}

const actorOptions = (input: Input): Parameters<typeof addActors>[5] => ({
  keepStatus: truthy(input._do_not_compute_status),
  keepUntaken: truthy(input._do_not_compute_takeintoaccount),
});

/** Actors of an update: plain keys add, `_actors` replace (itil 3.3). */
async function changeActors(w: Writing, kind: ItilKind, row: Row, input: Input): Promise<void> {
  const wanted = wantedActors(input, false);
  const unwanted = unwantedRows(input);
  const replaces = namesAllActors(input);
  if (wanted.length === 0 && unwanted.length === 0 && !replaces) return;
  const present = await actorRows(w, kind, Number(row.id));
  const open = replaces ? await replaceableRoles(w, kind, row) : [];
  const mayAdd = ({ role }: WantedActor): boolean => !replaces || open.includes(role);
  await addActors(w, kind, row, wanted.filter(mayAdd), present, actorOptions(input));
  const gone = present.filter(
    (one) =>
      unwanted.some(({ kind: of, row: id }) => of === one.kind && id === one.id) ||
      (replaces &&
        open.some((role) => roleNumbers[role] === one.role) &&
        !wanted.some((other) => isPartOf(other, one))),
  );
  await removeActors(w, kind, row, inOrderOfRoles(gone), await actorRows(w, kind, Number(row.id)));
}

/** Roles whose actors the session may replace. */
async function replaceableRoles(w: Writing, kind: ItilKind, row: Row): Promise<Role[]> {
  const open: Role[] = [];
  if (await w.ctx.rights.passesItemTest(kind.itemtype, row, UPDATE)) open.push('requester', 'observer');
  if (mayAssign(w, kind) && !isClosed(kind.itemtype.name, row.status)) open.push('assign');
  return open;
}

const isPartOf = (wanted: WantedActor, row: ActorRow): boolean =>
  wanted.kind === row.kind &&
  roleNumbers[wanted.role] === row.role &&
  wanted.id === row.actor &&
  (wanted.id > 0 || wanted.alternative_email === row.alternative_email);

/** Roles one after the other, within them users, groups, suppliers. */
const inOrderOfRoles = (rows: readonly ActorRow[]): ActorRow[] => [...rows].sort((a, b) => a.role - b.role);

/** `solutiontypes_id` of an item that isn't done, nor becomes so: a solution of that type (itil 5.2). */
async function solveByType(w: Writing, kind: ItilKind, row: Row, input: Input): Promise<void> {
  const type = phpIntval(input.solutiontypes_id);
  const { name } = kind.itemtype;
  if (!(type > 0) || (input.status !== undefined && !isOpen(name, input.status))) return;
  const found = await w.ctx.db
    .selectFrom('glpi_solutiontypes')
    .select('name')
    .where('id', '=', type)
    .executeTakeFirst();
  await make(w, 'ITILSolution', {
    itemtype: name,
    items_id: Number(row.id),
    solutiontypes_id: type,
    content: format(w.ctx.translate('Solved using type %s'), String(found?.name ?? '')),
  });
}
