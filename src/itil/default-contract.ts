/** The contract of a new ticket that names none (itil 2.8). */

import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Row } from '../database/database.ts';
import { phpIntval, truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { settingEntity } from './entity-settings.ts';

const FIRST_OF_THE_ENTITY = -1;

export const defaultContract: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (truthy(input._skip_default_contract) || phpIntval(input._contracts_id) > 0) return true;
    const entity = Number(input.entities_id);
    const setting = await settingEntity(w, entity, 'contracts_strategy_default');
    const contract =
      Number(setting?.contracts_strategy_default) === FIRST_OF_THE_ENTITY
        ? await firstRunning(w, entity)
        : Number(setting?.contracts_id_default ?? 0);
    if (contract > 0) input._contracts_id = contract;
    return true;
  },
};

/** The first contract of the entity that hasn't run out; one without a duration or a tacit one never does. */
async function firstRunning(w: Writing, entity: number): Promise<number> {
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_contracts')
    .select(['id', 'begin_date', 'duration', 'renewal'])
    .where('entities_id', '=', entity)
    .where('is_deleted', '=', 0)
    .where('is_template', '=', 0)
    .orderBy('id')
    .execute();
  const today = w.ctx.now.sql.slice(0, 10);
  return Number(rows.find((row) => !hasEnded(row, today))?.id ?? 0);
}

const TACIT = 1;

function hasEnded(row: Row, today: string): boolean {
  const duration = Number(row.duration ?? 0);
  if (duration === 0 || Number(row.renewal) === TACIT || typeof row.begin_date !== 'string') return false;
  const end = new Date(`${row.begin_date}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + duration);
  return end.toISOString().slice(0, 10) < today;
}
