/** What texts about projects and their tasks are made from. */
import { sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import type { Row, SqlValue } from '../../database/database.ts';
import { documentsOf, type ItemDocument } from '../item-documents.ts';
import type { Occasion } from '../occasion.ts';
import { historyOf } from './history.ts';
import { type LinkedItem, linkedItems } from './itil-links.ts';
import { type Names, namesOf } from './names.ts';
import { type ProjectKind, teamOf } from './project-people.ts';

/** Seconds: planned, entered as spent, and spent on tickets. */
export interface Spent {
  readonly planned: number;
  readonly effective: number;
  readonly tickets: number;
}

/** Rows around a project or a task; those that no text mentions are left out. */
export interface ProjectRows {
  readonly tasks: readonly Row[];
  readonly costs: readonly Row[];
  readonly team: readonly Row[];
  readonly items: readonly LinkedItem[];
  readonly documents: readonly ItemDocument[];
  readonly logs: readonly Row[];
  readonly spent: Spent;
}

export async function readProjectRows(
  kind: ProjectKind,
  o: Occasion,
  row: Row,
  mentions: (...words: string[]) => boolean,
): Promise<ProjectRows> {
  const id = Number(row.id);
  const of = (itemtype: string, column: string, order: string): Promise<Row[]> =>
    o.db
      .selectFrom(catalog.itemtype(itemtype)!.table)
      .selectAll()
      .where(column, '=', id)
      .orderBy(order, 'desc')
      .orderBy('id')
      .execute();
  const isProject = kind.itemtype === 'Project';
  return {
    tasks: mentions('task') ? await of('ProjectTask', kind.taskKey, 'date_creation') : [],
    costs: isProject && mentions('cost') ? await of('ProjectCost', 'projects_id', 'begin_date') : [],
    team: mentions('team') ? await teamOf(kind, o, id) : [],
    items: isProject && mentions('item') ? await linkedItems(o, 'glpi_items_projects', 'projects_id', id) : [],
    documents: mentions('document') ? await documentsOf(o.db, catalog.itemtype(kind.itemtype)!, id) : [],
    logs: mentions('log') ? await historyOf(o, kind.itemtype, id) : [],
    spent: mentions('duration') ? await timeSpent(kind, o, id) : { planned: 0, effective: 0, tickets: 0 },
  };
}

/** The names of all that the rows point to. */
export function namesIn(
  kind: ProjectKind,
  o: Occasion,
  row: Row,
  { tasks, costs, documents, team }: ProjectRows,
): Promise<Names> {
  const [people, others] = [true, false].map((isUser) => team.filter((one) => (one.itemtype === 'User') === isUser));
  return namesOf(
    o,
    [
      [kind.type[0], row[kind.type[1]]],
      ['glpi_projectstates', row.projectstates_id],
      ['glpi_projects', row.projects_id],
      ['glpi_projecttasks', row.projecttasks_id],
      ['glpi_groups', row.groups_id],
      ...tasks.flatMap((one) => [
        ['glpi_projectstates', one.projectstates_id] as const,
        ['glpi_projecttasktypes', one.projecttasktypes_id] as const,
      ]),
      ...costs.map((one) => ['glpi_budgets', one.budgets_id] as const),
      ...documents.map(({ row: one }) => ['glpi_documentcategories', one.documentcategories_id] as const),
      ...others!.flatMap((one) => {
        const table = memberTable(one.itemtype);
        return table === '' ? [] : [[table, one.items_id] as const];
      }),
    ],
    [row.users_id, ...people!.map((one) => one.items_id)],
  );
}

/** The table of a class that teams have members of; empty for a class that there isn't. */
export const memberTable = (itemtype: SqlValue | undefined): string => catalog.itemtype(String(itemtype))?.table ?? '';

/** The time of a task, or of all tasks of a project. */
async function timeSpent(kind: ProjectKind, { db }: Occasion, id: number): Promise<Spent> {
  const column = kind.itemtype === 'Project' ? 'projects_id' : 'id';
  const { rows } = await sql<Row>`
    select coalesce(sum(t.planned_duration), 0) as planned, coalesce(sum(t.effective_duration), 0) as effective,
      (select coalesce(sum(k.actiontime), 0) from glpi_projecttasks t2
        inner join glpi_projecttasks_tickets l on l.projecttasks_id = t2.id
        inner join glpi_tickets k on k.id = l.tickets_id
        where t2.${sql.ref(column)} = ${id}) as tickets
    from glpi_projecttasks t where t.${sql.ref(column)} = ${id}`.execute(db);
  const of = (name: string): number => Number(rows[0]?.[name] ?? 0);
  return { planned: of('planned'), effective: of('effective'), tickets: of('tickets') };
}
