/** Settings of entities that their children inherit. */
import { entitySetting } from '../catalog/constants.ts';
import type { Row } from '../database/database.ts';
import { entityRows } from '../entities/inherited-settings.ts';
import type { Writing } from '../items/write/writing.ts';
import { remembered } from './remembered.ts';

const columns = [
  'auto_assign_mode',
  'tickettype',
  'autoclose_delay',
  'inquest_config',
  'inquest_rate',
  'inquest_delay',
  'contracts_strategy_default',
  'contracts_id_default',
  'tickettemplates_strategy',
  'tickettemplates_id',
  'problemtemplates_strategy',
  'problemtemplates_id',
  'changetemplates_strategy',
  'changetemplates_id',
];

/** The row of the nearest entity, upwards, that doesn't inherit `column`; undefined when all do. */
export async function settingEntity(w: Writing, entity: number, column: string): Promise<Row | undefined> {
  const chain = await entityChain(w, entity);
  return chain.find((row) => Number(row[column]) !== entitySetting.inherit);
}

/** An inherited number; undefined when nothing says one. */
export async function entityNumber(w: Writing, entity: number, column: string): Promise<number | undefined> {
  const row = await settingEntity(w, entity, column);
  return row && Number(row[column]);
}

/** The entity and those above it, the nearest first. */
function entityChain(w: Writing, entity: number): Promise<readonly Row[]> {
  return remembered(w, `entity settings ${entity}`, () => entityRows(w.ctx, entity, columns));
}
