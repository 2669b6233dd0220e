import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** Pairs of dates of projects and their tasks, and what is said when they are the wrong way round. */
const periods = [
  ['plan_start_date', 'plan_end_date', 'Invalid planned dates. Dates not updated.'],
  ['real_start_date', 'real_end_date', 'Invalid real dates. Dates not updated.'],
] as const;

/** Projects and their tasks end after they begin, and don't stand below themselves: what says otherwise is left out. */
export const orderly: Behaviour = {
  prepareAdd(w, _itemtype, input) {
    dropWrongPeriods(w, input);
    return true;
  },

  async prepareUpdate(w, itemtype, row, input) {
    const parent = Number(input[itemtype.foreignKey] ?? 0);
    if (parent > 0 && (await isAbove(w, itemtype, Number(row.id), parent))) {
      w.messages.error(w.ctx.translate('Circular relation found. Parent not updated.'));
      delete input[itemtype.foreignKey];
    }
    dropWrongPeriods(w, input);
    return true;
  },
};

function dropWrongPeriods(w: Writing, input: Input): void {
  for (const [from, to, text] of periods) {
    if (!truthy(input[from]) || !truthy(input[to]) || String(input[to]) >= String(input[from])) continue;
    w.messages.error(w.ctx.translate(text));
    delete input[from];
    delete input[to];
  }
}

/** Whether an item is another one, or stands somewhere above it. */
async function isAbove(w: Writing, itemtype: Itemtype, id: number, from: number): Promise<boolean> {
  const seen = new Set<number>();
  for (let at = from; at > 0 && !seen.has(at); ) {
    if (at === id) return true;
    seen.add(at);
    at = Number((await w.load(itemtype, at))?.[itemtype.foreignKey] ?? 0);
  }
  return false;
}

/** Tasks of projects: the project hears only when one goes. */
export const projectTaskLife: Behaviour = {
  quietChild: 'added',

  prepareClone(_w, _itemtype, input) {
    delete input.uuid;
  },

  async prepareAdd(w, _itemtype, input) {
    const project = typeNamed('Project');
    if (project && Number(input.projects_id) > 0) return true;
    w.messages.error(w.ctx.translate('A linked project is mandatory'));
    return false;
  },
};

/** Costs last a day unless they say otherwise. */
export const projectCostLife: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    if (endsEarly(input)) input.end_date = input.begin_date;
    return true;
  },
  prepareUpdate(_w, _itemtype, _row, input) {
    if (endsEarly(input)) input.end_date = input.begin_date ?? 'NULL';
    return true;
  },
};

/** Costs of contracts, and holidays: as costs of projects when they are made, and when they are changed only as far as sent. */
export const endsInTime: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    if (endsEarly(input)) input.end_date = input.begin_date;
    return true;
  },
  prepareUpdate(_w, _itemtype, _row, input) {
    if (input.end_date !== undefined && endsEarly(input)) input.end_date = input.begin_date ?? 'NULL';
    return true;
  },
};

/** No end, or one before the beginning. */
function endsEarly({ begin_date: begin, end_date: end }: Input): boolean {
  if (end === undefined || end === null || end === '' || end === 'NULL') return true;
  return typeof begin === 'string' && String(end) < begin;
}

/** A copied project's tasks stand below each other as the source's do. */
export const projectLife: Behaviour = {
  async afterClone(w, _itemtype, source, id) {
    const tasks = typeNamed('ProjectTask')!;
    const tasksOf = (project: unknown): Promise<Row[]> =>
      w.ctx.db
        .selectFrom(tasks.table)
        .select(['id', 'projecttasks_id'])
        .where('projects_id', '=', Number(project))
        .orderBy('id')
        .execute();
    const [sources, copies] = [await tasksOf(source.id), await tasksOf(id)];
    const copyOf = new Map(sources.map((task, at) => [task.id, copies[at]?.id]));
    for (const copy of copies) {
      const parent = copyOf.get(copy.projecttasks_id ?? 0);
      if (parent) await w.update(tasks, Number(copy.id), { projecttasks_id: parent });
    }
  },
};
