/** Settings of entities that their children inherit. */
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { remembered } from './remembered.ts';

/** The value that means: as the entity above. */
const INHERIT = -2;

const columns = [
  'id',
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
  return chain.find((row) => Number(row[column]) !== INHERIT);
}

/** An inherited number; undefined when nothing says one. */
export async function entityNumber(w: Writing, entity: number, column: string): Promise<number | undefined> {
  const row = await settingEntity(w, entity, column);
  return row && Number(row[column]);
}

/** The entity and those above it, the nearest first. */
function entityChain(w: Writing, entity: number): Promise<readonly Row[]> {
  return remembered(w, `entity settings ${entity}`, async () => {
    const tree = await w.ctx.site.entities.get();
    const ids = [entity, ...tree.ancestors(entity).toReversed()];
    const rows: Row[] = await w.ctx.db.selectFrom('glpi_entities').select(columns).where('id', 'in', ids).execute();
    return ids.map((id) => rows.find((row) => row.id === id)).filter((row) => row !== undefined);
  });
}
