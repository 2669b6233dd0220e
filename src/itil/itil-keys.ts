/** `_itil_requester`, `_itil_observer`, `_itil_assign` of an update: one actor each (itil 3.5). */

import type { Input } from '../behaviours/behaviour.ts';
import { byWord } from '../catalog/by-word.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { addActors } from './actor-changes.ts';
import { isEmail, type WantedActor } from './actor-input.ts';
import { actorColumns, actorRows } from './actor-rows.ts';
import { type ActorKind, type ItilKind, type Role, roleNumbers, roles } from './kinds.ts';

const kindsByType = byWord<ActorKind>({ user: 'User', group: 'Group', supplier: 'Supplier' });

/** Adds the actors that `_itil_requester`, `_itil_observer` and `_itil_assign` name, as far as the session may. */
export async function addItilKeys(w: Writing, kind: ItilKind, row: Row, input: Input): Promise<void> {
  for (const role of roles) {
    const key = input[`_itil_${role}`];
    if (typeof key !== 'object' || key === null) continue;
    const actor = actorIn(w, role, key as Input);
    if (!actor || !(await mayLink(w, kind, row, actor))) continue;
    const present = await actorRows(w, kind, Number(row.id));
    await addActors(w, kind, row, [actor], present, {
      keepStatus: truthy(input._do_not_compute_status),
      keepUntaken: false,
    });
  }
}

function actorIn(w: Writing, role: Role, key: Input): WantedActor | undefined {
  const kind = kindsByType[String(key._type)];
  if (!kind || (kind === 'Supplier' && role !== 'assign')) return undefined;
  const id = Number(key[actorColumns[kind]] ?? 0);
  const use = single(key.use_notification);
  let email = single(key.alternative_email);
  if (truthy(email) && !isEmail(String(email))) {
    if (role !== 'assign') w.messages.error(w.ctx.translate('Invalid email address'));
    email = '';
  }
  if (!(id > 0) && !truthy(email)) return undefined;
  return {
    role,
    kind,
    id: Math.max(id, 0),
    ...(use !== undefined && { use_notification: truthy(use) ? 1 : 0 }),
    ...(email !== undefined && { alternative_email: String(email) }),
  };
}

const single = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** Whether the session may make the row that links the actor. */
function mayLink(w: Writing, kind: ItilKind, row: Row, actor: WantedActor): Promise<boolean> {
  return w.ctx.rights.canCreate(kind.links[actor.kind], {
    [kind.itemtype.foreignKey]: Number(row.id),
    [actorColumns[actor.kind]]: actor.id,
    type: roleNumbers[actor.role],
    ...(actor.alternative_email && { alternative_email: actor.alternative_email }),
  });
}
