/** Projects and their tasks (notifications 8). */
import { sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import type { Row, SqlValue } from '../../database/database.ts';
import type { EntityMail } from '../entity-mail.ts';
import { documentsOf } from '../item-documents.ts';
import type { Occasion, Raised, Reader } from '../occasion.ts';
import type { TagValues } from '../template.ts';
import type { Subject, Topic } from '../topic.ts';
import { logTags } from './history.ts';
import { linkedItems } from './itil-links.ts';
import { documentTags, listedDocuments } from './itil-lists.ts';
import { entityTags } from './itil-tags.ts';
import { labelTags } from './labels.ts';
import { type Names, namesOf } from './names.ts';
import { projectLabels, projectTaskLabels } from './project-labels.ts';
import { type ProjectKind, projectPeople, teamOf } from './project-people.ts';
import { redirect } from './redirect.ts';
import { date, duration, moment, money, path, said } from './values.ts';
import { scaleWord } from './words.ts';

const project: ProjectKind = {
  itemtype: 'Project',
  labels: projectLabels,
  events: { new: 'New project', update: 'Update of a project', delete: 'Deletion of a project' },
  team: 'glpi_projectteams',
  key: 'projects_id',
  taskKey: 'projects_id',
  type: ['glpi_projecttypes', 'projecttypes_id'],
};

const projectTask: ProjectKind = {
  itemtype: 'ProjectTask',
  labels: projectTaskLabels,
  events: { new: 'New project task', update: 'Update of a project task', delete: 'Deletion of a project task' },
  team: 'glpi_projecttaskteams',
  key: 'projecttasks_id',
  taskKey: 'projecttasks_id',
  type: ['glpi_projecttasktypes', 'projecttasktypes_id'],
};

export const projectTopic: Topic = (o, raised) => subjectOf(project, o, raised);
export const projectTaskTopic: Topic = (o, raised) => subjectOf(projectTask, o, raised);

async function subjectOf(kind: ProjectKind, o: Occasion, raised: Raised): Promise<Subject | undefined> {
  const { table } = catalog.itemtype(kind.itemtype)!;
  const row: Row | undefined = await o.db.selectFrom(table).selectAll().where('id', '=', raised.id).executeTakeFirst();
  if (!row) return undefined;
  return {
    itemtype: kind.itemtype,
    id: raised.id,
    entity: Number(row.entities_id),
    isRecursive: Number(row.is_recursive) === 1,
    isPrivate: false,
    row,
    replacesEarlier: true,
    people: (target) => projectPeople(kind, o, row, target),
    data: (mail, mentions) => dataOf(kind, o, raised, row, mail, mentions),
  };
}

async function dataOf(
  kind: ProjectKind,
  o: Occasion,
  raised: Raised,
  row: Row,
  mail: EntityMail,
  mentions: (...words: string[]) => boolean,
): Promise<(reader: Reader) => { tags: TagValues; lists: Record<string, TagValues[]> }> {
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
  const tasks = mentions('task') ? await of('ProjectTask', kind.taskKey, 'date_creation') : [];
  const costs = isProject && mentions('cost') ? await of('ProjectCost', 'projects_id', 'begin_date') : [];
  const team = mentions('team') ? await teamOf(kind, o, id) : [];
  const items = isProject && mentions('item') ? await linkedItems(o, 'glpi_items_projects', 'projects_id', id) : [];
  const documents = mentions('document') ? await documentsOf(o.db, catalog.itemtype(kind.itemtype)!, id) : [];
  const logs = mentions('log') ? await logsOf(kind, o, id) : [];
  const spent = mentions('duration') ? await timeSpent(kind, o, id) : { planned: 0, effective: 0, tickets: 0 };
  const memberTable = (itemtype: SqlValue | undefined): string => catalog.itemtype(String(itemtype))?.table ?? '';
  const names = await namesOf(
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
      ...team
        .filter((one) => one.itemtype !== 'User' && memberTable(one.itemtype))
        .map((one) => [memberTable(one.itemtype), one.items_id] as const),
    ],
    [row.users_id, ...team.filter((one) => one.itemtype === 'User').map((one) => one.items_id)],
  );
  const x = kind.itemtype.toLowerCase();
  return (reader) => {
    const { translate } = reader;
    const own: TagValues = {
      ...plannedTags(o, reader, row),
      ...entityTags(mail.row),
      entity: path(mail.row?.completename),
      shortentity: said(mail.row?.name),
      name: said(row.name),
      url: redirect(o, `${kind.itemtype}_${id}`),
      urldocument: redirect(o, `${kind.itemtype}_${id}_Document_Item%241`),
      state: names.of('glpi_projectstates', row.projectstates_id),
      type: names.of(kind.type[0], row[kind.type[1]]),
      percent: `${said(row.percent_done)}%`,
      action: translate(kind.events[raised.event] ?? ''),
      numberofteammembers: String(team.length),
      numberoftasks: String(tasks.length),
      numberoflogs: String(logs.length),
      numberofdocuments: String(listedDocuments(documents, reader).length),
      ...(isProject ? projectTags : taskOwnTags)(o, reader, names, row, spent),
      ...(isProject
        ? {
            totalcost: money(costs.reduce((sum, one) => sum + Number(one.cost), 0)),
            numberofcosts: String(costs.length),
            numberofitems: String(items.length),
          }
        : {}),
    };
    return {
      tags: {
        ...labelTags(kind.labels, translate),
        'glpi.url': o.settings.text('url_base') ?? '',
        ...Object.fromEntries(Object.entries(own).map(([tag, value]) => [`${x}.${tag}`, value])),
      },
      lists: {
        tasks: tasks.map((one) => taskTags(o, reader, names, one)),
        teammembers: team.map((one) => ({
          'teammember.name':
            one.itemtype === 'User' ? names.user(one.items_id) : names.of(memberTable(one.itemtype), one.items_id),
          'teammember.itemtype': typeLabel(reader, String(one.itemtype)),
        })),
        costs: costs.map((one) => ({
          'cost.name': said(one.name),
          'cost.comment': said(one.comment),
          'cost.datebegin': date(reader, one.begin_date),
          'cost.dateend': date(reader, one.end_date),
          'cost.cost': money(Number(one.cost)),
          'cost.budget': names.of('glpi_budgets', one.budgets_id),
        })),
        log: logTags(o, reader, x, logs),
        documents: documentTags({ o, reader, names }, documents),
        items: items.map(({ typeName, values }) => ({
          'item.itemtype': translate.plural(...typeName, 0),
          ...Object.fromEntries(Object.entries(values).map(([tag, value]) => [`item.${tag}`, value])),
        })),
      },
    };
  };
}

const typeLabel = ({ translate }: Reader, itemtype: string): string => {
  const label = catalog.itemtype(itemtype)?.label;
  return label ? translate.plural(label.singular, label.plural, 1) : '';
};

/** Seconds: planned, entered as spent, and spent on tickets. */
interface Spent {
  readonly planned: number;
  readonly effective: number;
  readonly tickets: number;
}

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

const durationTags = ({ translate }: Reader, seconds: Readonly<Record<string, number>>): TagValues =>
  Object.fromEntries(Object.entries(seconds).map(([tag, value]) => [tag, duration(translate, value, false)]));

/** Dates and texts that projects and tasks share. */
const plannedTags = (o: Occasion, reader: Reader, row: Row): TagValues => ({
  planstartdate: moment(o, reader, row.plan_start_date),
  planenddate: moment(o, reader, row.plan_end_date),
  realstartdate: moment(o, reader, row.real_start_date),
  realenddate: moment(o, reader, row.real_end_date),
  description: said(row.content),
  comments: said(row.comment),
  lastupdatedate: moment(o, reader, row.date_mod),
});

const projectTags = (o: Occasion, reader: Reader, names: Names, row: Row, spent: Spent): TagValues => ({
  ...durationTags(reader, { plannedduration: spent.planned, effectiveduration: spent.effective + spent.tickets }),
  code: said(row.code),
  father: names.of('glpi_projects', row.projects_id),
  manager: names.user(row.users_id),
  managergroup: names.of('glpi_groups', row.groups_id),
  priority: scaleWord(reader.translate, 'priority', row.priority),
  creationdate: moment(o, reader, row.date),
});

const taskOwnTags = (o: Occasion, reader: Reader, names: Names, row: Row, spent: Spent): TagValues => ({
  ...durationTags(reader, {
    plannedduration: spent.planned,
    effectiveduration: spent.effective,
    ticketsduration: spent.tickets,
    totalduration: spent.effective + spent.tickets,
  }),
  father: names.of('glpi_projecttasks', row.projecttasks_id),
  project: names.of('glpi_projects', row.projects_id),
  projecturl: redirect(o, `Project_${said(row.projects_id)}`),
  createbyuser: names.user(row.users_id),
  creationdate: moment(o, reader, row.date_creation),
});

const taskTags = (o: Occasion, reader: Reader, names: Names, row: Row): TagValues =>
  Object.fromEntries(
    Object.entries({
      ...plannedTags(o, reader, row),
      ...durationTags(reader, {
        plannedduration: Number(row.planned_duration),
        effectiveduration: Number(row.effective_duration),
      }),
      name: said(row.name),
      state: names.of('glpi_projectstates', row.projectstates_id),
      type: names.of('glpi_projecttasktypes', row.projecttasktypes_id),
      percent: `${said(row.percent_done)}%`,
      creationdate: moment(o, reader, row.date_creation),
    }).map(([tag, value]) => [`task.${tag}`, value]),
  );

const logsOf = (kind: ProjectKind, { db, settings }: Occasion, id: number): Promise<Row[]> =>
  db
    .selectFrom('glpi_logs')
    .selectAll()
    .where('itemtype', '=', kind.itemtype)
    .where('items_id', '=', id)
    .orderBy('id', 'desc')
    .limit(Math.max(1, settings.number('list_limit_max')))
    .execute();
