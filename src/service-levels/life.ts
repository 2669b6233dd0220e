/** Service levels, their agreements and levels as items (itil 7.1, 7.5). */
import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import type { Behaviours } from '../behaviours/registry.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { byMachinery } from '../itil/machinery.ts';
import { withoutAgreement } from './affect.ts';
import { agreementKinds } from './agreements.ts';

const inDays: readonly unknown[] = ['day', 'month'];

/** What an agreement takes over from its service level. */
async function takeOver(w: Writing, input: Input): Promise<void> {
  const slm = await w.load(catalog.itemtype('SLM')!, Number(input.slms_id));
  if (!slm) return;
  input.calendars_id = slm.calendars_id;
  input.use_ticket_calendar = slm.use_ticket_calendar;
}

const agreementLife: Behaviour = {
  movesFreely: true,

  async prepareAdd(w, _itemtype, input) {
    await takeOver(w, input);
    if (!inDays.includes(input.definition_time)) input.end_of_working_day = 0;
    return true;
  },

  async prepareUpdate(w, _itemtype, row, input) {
    if (input.slms_id !== undefined && Number(input.slms_id) !== Number(row.slms_id)) await takeOver(w, input);
    if (input.definition_time !== undefined && !inDays.includes(input.definition_time)) input.end_of_working_day = 0;
    return true;
  },

  /** Tickets lose the agreement but keep their due dates; its levels go with it. */
  async beforePurge(w, itemtype, { row }) {
    const tickets = catalog.itemtype('Ticket')!;
    for (const kind of agreementKinds) {
      if (kind.itemtype !== itemtype.name || kind.type !== Number(row.type)) continue;
      const rows: Row[] = await w.ctx.db
        .selectFrom(tickets.table)
        .select('id')
        .where(kind.idColumn, '=', row.id)
        .orderBy('id')
        .execute();
      for (const ticket of rows) {
        await w.update(tickets, Number(ticket.id), byMachinery({ ...withoutAgreement(kind), _disablenotif: true }));
      }
    }
    const { level, prefix } = itemtype.levelAgreement!;
    const levels = catalog.itemtype(level)!;
    const found: Row[] = await w.ctx.db
      .selectFrom(levels.table)
      .selectAll()
      .where(`${prefix}s_id`, '=', row.id)
      .execute();
    for (const each of found) await w.delete(levels, each, { force: true, cascade: true });
  },
};

const levelLife: Behaviour = {
  async beforePurge(w, itemtype, { row }) {
    const kind = agreementKinds.find(({ itemtype: name }) => name === itemtype.levelParent?.itemtype)!;
    await w.ctx.db.deleteFrom(kind.tables.scheduled).where(kind.tables.levelKey, '=', row.id).execute();
    for (const part of [`${itemtype.name}Action`, `${itemtype.name}Criteria`].map((name) => catalog.itemtype(name)!)) {
      const rows: Row[] = await w.ctx.db
        .selectFrom(part.table)
        .selectAll()
        .where(kind.tables.levelKey, '=', row.id)
        .execute();
      for (const each of rows) await w.delete(part, each, { force: true });
    }
  },
};

/** A calendar of its own and the tickets' calendar exclude each other; agreements follow. */
const serviceLevelLife: Behaviour = {
  prepareUpdate(_w, _itemtype, _row, input) {
    if (Number(input.calendars_id ?? 0) > 0) input.use_ticket_calendar = 0;
    return true;
  },

  async afterUpdate(w, _itemtype, { updates, fields }) {
    if (!updates.has('calendars_id') && !updates.has('use_ticket_calendar')) return;
    for (const name of ['SLA', 'OLA']) {
      const agreements = catalog.itemtype(name)!;
      const rows: Row[] = await w.ctx.db
        .selectFrom(agreements.table)
        .select('id')
        .where('slms_id', '=', Number(fields.id))
        .orderBy('id')
        .execute();
      const { calendars_id, use_ticket_calendar } = fields;
      for (const row of rows) await w.update(agreements, Number(row.id), { calendars_id, use_ticket_calendar });
    }
  },
};

/** Life-cycle of service levels and what they are made of. */
export const serviceLevelsLife: Behaviours = {
  SLM: serviceLevelLife,
  LevelAgreement: agreementLife,
  LevelAgreementLevel: levelLife,
};
