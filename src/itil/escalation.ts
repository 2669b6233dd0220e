/** Escalation levels of a ticket's agreements: planned, and done at once when their moment is past (itil 7.5, rules 9). */
import type { Behaviour, Change, Input } from '../behaviours/behaviour.ts';
import { isClosed, isOpen, isSolved, WAITING } from '../behaviours/itil/statuses.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { ruleFacts } from '../rules/facts/index.ts';
import { Lookups } from '../rules/lookups.ts';
import { matchRule } from '../rules/match.ts';
import type { RuleAction } from '../rules/rule.ts';
import { actorFields, doTicketAction, type TicketInput } from '../rules/ticket/ticket-actions.ts';
import { type AgreementKind, agreementKinds, TTO } from '../service-levels/agreements.ts';
import {
  type DueLevel,
  dueLevels,
  firstLevel,
  isScheduled,
  nextLevel,
  readLevel,
  scheduleLevel,
  unschedule,
  unscheduleAll,
  unscheduleOthers,
} from '../service-levels/levels.ts';
import { actorKey } from './actor-input.ts';
import { actorRows } from './actor-rows.ts';
import { actorKinds, itilKind, roleNumbers, roles } from './kinds.ts';
import { matrixPriority } from './priority.ts';

/** Levels follow the agreements of a ticket, and stop while it waits or is solved. */
export const escalation: Behaviour = {
  async afterAdd(w, _itemtype, row, input) {
    if (input._skip_sla_assign) return;
    for (const kind of agreementKinds) await start(w, kind, row);
  },

  async afterUpdate(w, _itemtype, change) {
    const row = change.fields as Row;
    if (change.updates.has('status')) await followStatus(w, change);
    for (const kind of agreementKinds) if (change.updates.has(kind.idColumn)) await start(w, kind, row);
  },
};

/** Plans the first level of a ticket's agreement. */
async function start(w: Writing, kind: AgreementKind, ticket: Row): Promise<void> {
  const agreement = Number(ticket[kind.idColumn] ?? 0);
  if (!(agreement > 0)) return;
  const level = await firstLevel(w, kind, agreement);
  await unscheduleOthers(w, kind, Number(ticket.id), agreement);
  if (!level) return;
  await scheduleLevel(w, kind, ticket, level);
  await doDueLevels(w, kind, Number(ticket.id));
}

/** A ticket that waits or is solved has no level to come; one that goes on has the one that it had. */
async function followStatus(w: Writing, { old, fields }: Change): Promise<void> {
  const row = fields as Row;
  const stops = (status: unknown): boolean => Number(status) === WAITING || isSolved('Ticket', status);
  for (const kind of agreementKinds) {
    if (!kind.levelColumn || !(Number(row[kind.idColumn]) > 0)) continue;
    const level = await readLevel(w, kind, Number(row[kind.levelColumn]));
    if (!level) continue;
    if (stops(row.status) && !stops(old.status)) await unscheduleAll(w, kind, Number(row.id));
    else if (!isOpen('Ticket', row.status) || stops(row.status)) continue;
    else if (stops(old.status) || isClosed('Ticket', old.status)) {
      const isThere = kind.itemtype === 'OLA' && (await isScheduled(w, kind, Number(row.id), level.id));
      if (!isThere) await scheduleLevel(w, kind, row, level);
    }
  }
}

/** Does the levels whose moment is past, one after the other; each plans the next. */
async function doDueLevels(w: Writing, kind: AgreementKind, id: number): Promise<void> {
  const done = new Set<number>();
  for (;;) {
    const due = (await dueLevels(w, kind, id)).find((level) => !done.has(level.id));
    if (!due) return;
    done.add(due.id);
    const ticket = await w.load(catalog.itemtype('Ticket')!, id);
    if (ticket) await doLevel(w, kind, ticket, due);
  }
}

async function doLevel(w: Writing, kind: AgreementKind, ticket: Row, due: DueLevel): Promise<void> {
  if (isSolved('Ticket', ticket.status)) return;
  const isOver = isClosed('Ticket', ticket.status) || Number(ticket.is_deleted) === 1;
  const isOwned = kind.type === TTO && Number(ticket.takeintoaccount_delay_stat) > 0;
  const agreement = Number(ticket[kind.idColumn]);
  if (isOver || isOwned || !(agreement > 0)) return unschedule(w, kind, [due.id]);
  const input = await actionsOf(w, kind, ticket, due.level);
  const next = await nextLevel(w, kind, agreement, due.level);
  if (next) await scheduleLevel(w, kind, ticket, next);
  await unschedule(w, kind, [due.id]);
  await w.update(catalog.itemtype('Ticket')!, Number(ticket.id), input);
}

/** What a level changes in a ticket; nothing but the mark of an automatic change when its criteria aren't met. */
async function actionsOf(w: Writing, kind: AgreementKind, ticket: Row, level: number): Promise<Input> {
  const input: Input = { _auto_update: true };
  const { criteria } = ruleFacts(`${kind.itemtype === 'SLA' ? 'Sla' : 'Ola'}Level`);
  const { ctx } = w;
  const rule = await readRule(w, kind, level);
  const lookups = new Lookups({
    db: ctx.db,
    tree: await ctx.site.entities.get(),
    translate: ctx.translate,
    namesFormat: Number(ctx.session.preferences.names_format ?? 0),
  });
  const values = { ...ticket, ...(await actorsOf(w, ticket)) };
  const isMet =
    rule.criteria.length === 0 ||
    (await matchRule(rule, (criterion) => values[criterion as keyof typeof values], criteria, lookups));
  if (!isMet) return input;
  for (const action of await readActions(w, kind, level))
    await doTicketAction(levelInput(w, input, ticket), action, []);
  return input;
}

function levelInput(w: Writing, input: Input, ticket: Row): TicketInput {
  return {
    w,
    input,
    entity: Number(ticket.entities_id),
    ticket: Number(ticket.id),
    requester: async () => {
      const [id] = (await actorsOf(w, ticket))._users_id_requester ?? [];
      return id === undefined ? undefined : w.load(catalog.itemtype('User')!, id);
    },
    itemRow: () => Promise.resolve(undefined),
    priority: (urgency, impact) => matrixPriority(w.ctx.settings, urgency, impact),
    replaceActors(key, id) {
      input[key] = id;
    },
  };
}

/** A ticket's actors under the keys of criteria. */
async function actorsOf(w: Writing, ticket: Row): Promise<Record<string, number[]>> {
  const rows = await actorRows(w, itilKind('Ticket')!, Number(ticket.id));
  return Object.fromEntries(
    roles.flatMap((role) =>
      actorKinds.map((kind) => [
        actorKey(kind, role),
        rows.filter((row) => row.kind === kind && row.role === roleNumbers[role]).map(({ actor }) => actor),
      ]),
    ),
  );
}

async function readRule(w: Writing, { tables }: AgreementKind, level: number) {
  const [row, criteria]: [Row | undefined, Row[]] = await Promise.all([
    w.ctx.db.selectFrom(tables.levels).select('match').where('id', '=', level).executeTakeFirst(),
    w.ctx.db.selectFrom(tables.criteria).selectAll().where(tables.levelKey, '=', level).orderBy('id').execute(),
  ]);
  return {
    id: level,
    matchesAll: row?.match === 'AND',
    criteria: criteria.map((each) => ({
      criteria: String(each.criteria ?? ''),
      condition: Number(each.condition),
      pattern: String(each.pattern ?? ''),
    })),
  };
}

/** Actors are always added to those that there are. */
async function readActions(w: Writing, { tables }: AgreementKind, level: number): Promise<RuleAction[]> {
  const rows: Row[] = await w.ctx.db
    .selectFrom(tables.actions)
    .selectAll()
    .where(tables.levelKey, '=', level)
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const action = {
      action_type: String(row.action_type ?? ''),
      field: String(row.field ?? ''),
      value: String(row.value ?? ''),
    };
    return actorFields[action.field] && action.action_type === 'assign' ? { ...action, action_type: 'append' } : action;
  });
}
