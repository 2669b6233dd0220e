import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import type { Behaviour } from '../behaviour.ts';

/** Statuses: names differ within a level, and new ones are visible where their parent is (items-write W6.2). */
export const stateLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    const parent = Number(input.states_id ?? 0) || 0;
    if (await isTaken(w, String(input.name ?? ''), parent, undefined)) {
      w.messages.error(saying(w, itemtype, '%1$s must be unique!'));
      return false;
    }
    const above = parent > 0 ? await w.load(itemtype, parent) : undefined;
    if (!above) return true;
    for (const [column, value] of Object.entries(above)) {
      if (column.startsWith('is_visible_') && input[column] === undefined) input[column] = value;
    }
    return true;
  },

  async prepareUpdate(w, itemtype, row, input) {
    if (input.name === undefined && input.states_id === undefined) return true;
    const moves = input.states_id !== undefined && Number(input.states_id) !== Number(row.states_id ?? 0);
    if (!moves && (input.name === undefined || input.name === row.name)) return true;
    // A move alone counts as one of a status without a name, which is never unique.
    const name = String(input.name ?? (moves ? '' : row.name) ?? '');
    const parent = Number(input.states_id ?? row.states_id ?? 0);
    if (!(await isTaken(w, name, parent, Number(row.id)))) return true;
    w.messages.error(saying(w, itemtype, '%1$s must be unique per level!'));
    return false;
  },
};

const saying = ({ ctx: { translate } }: Writing, { label }: Itemtype, text: string): string =>
  format(translate(text), translate.plural(label.singular, label.plural, 1));

/** Whether a sibling has the name, letter case counting. */
async function isTaken(w: Writing, name: string, parent: number, own: number | undefined): Promise<boolean> {
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_states')
    .select(['id', 'name'])
    .where('states_id', '=', parent)
    .where('name', '=', name)
    .execute();
  return name === '' || rows.some((row) => row.name === name && row.id !== own);
}
