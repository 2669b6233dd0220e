/** Projects and their tasks (notifications 8). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row, SqlValue } from '../../database/database.ts';
import type { EntityMail } from '../entity-mail.ts';
import { type Occasion, type Raised, type Reader, rowsById } from '../occasion.ts';
import { groupMembers } from '../people.ts';
import type { TagValues } from '../template.ts';
import type { Candidate, Subject, Topic } from '../topic.ts';
import { linkedItems } from './itil-links.ts';
import { documentTags, logTags } from './itil-lists.ts';
import { entityTags, redirect } from './itil-tags.ts';
import { type Labels, labelTags } from './labels.ts';
import { type Names, namesOf } from './names.ts';
import { projectLabels, projectTaskLabels } from './project-labels.ts';
import { date, duration, moment, money, path, said } from './values.ts';
import { scaleWord } from './words.ts';

/** How projects and tasks of projects differ. */
interface Kind {
  readonly itemtype: 'Project' | 'ProjectTask';
  readonly labels: Labels;
  readonly events: Readonly<Record<string, string>>;
  readonly team: string;
  readonly key: string;
  /** Column of tasks that belong to it. */
  readonly taskKey: string;
  readonly type: readonly [table: string, column: string];
}

const project: Kind = {
  itemtype: 'Project',
  labels: projectLabels,
  events: { new: 'New project', update: 'Update of a project', delete: 'Deletion of a project' },
  team: 'glpi_projectteams',
  key: 'projects_id',
  taskKey: 'projects_id',
  type: ['glpi_projecttypes', 'projecttypes_id'],
};

const projectTask: Kind = {
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

async function subjectOf(kind: Kind, o: Occasion, raised: Raised): Promise<Subject | undefined> {
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
    people: (target) => people(kind, o, row, target),
    data: (mail, mentions) => dataOf(kind, o, raised, row, mail, mentions),
  };
}

const teamOf = (kind: Kind, { db }: Occasion, id: number): Promise<Row[]> =>
  db.selectFrom(kind.team).select(['itemtype', 'items_id']).where(kind.key, '=', id).orderBy('id').execute();

/** Whose group members a target means. */
const whose: Readonly<Record<number, 'all' | 'managers' | 'others'>> = {
  28: 'all',
  29: 'managers',
  30: 'others',
  32: 'all',
  33: 'managers',
  34: 'others',
};

/** Managers (27 to 30) and the team (31 to 36). */
async function people(kind: Kind, o: Occasion, row: Row, target: number): Promise<readonly Candidate[] | undefined> {
  const which = whose[target];
  if (target === 27) return Number(row.users_id) > 0 ? [{ user: Number(row.users_id) }] : [];
  if (target >= 28 && target <= 30)
    return groupMembers(o, Number(row.groups_id) > 0 ? [Number(row.groups_id)] : [], which);
  if (target < 31 || target > 36) return undefined;
  const team = await teamOf(kind, o, Number(row.id));
  const ids = (itemtype: string): number[] =>
    team.filter((member) => member.itemtype === itemtype).map((member) => Number(member.items_id));
  if (target === 31) return ids('User').map((user) => ({ user }));
  if (which !== undefined) return groupMembers(o, ids('Group'), which);
  const contacts = await rowsById(
    o,
    target === 35 ? 'glpi_contacts' : 'glpi_suppliers',
    ids(target === 35 ? 'Contact' : 'Supplier'),
  );
  return [...contacts.values()].map((one) => ({
    user: 0,
    address: said(one.email),
    name: said(one.name),
    kind: 'stranger',
  }));
}

async function dataOf(
  kind: Kind,
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
  const documents = mentions('document') ? await documentsOf(kind, o, id) : [];
  const logs = mentions('log') ? await logsOf(kind, o, id) : [];
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
      ...documents.map((one) => ['glpi_documentcategories', one.documentcategories_id] as const),
      ...team
        .filter((one) => one.itemtype !== 'User' && memberTable(one.itemtype))
        .map((one) => [memberTable(one.itemtype), one.items_id] as const),
    ],
    [row.users_id, ...team.filter((one) => one.itemtype === 'User').map((one) => one.items_id)],
  );
  const x = kind.itemtype.toLowerCase();
  return (reader) => {
    const { translate } = reader;
    const maker = {
      o,
      reader,
      names,
      parts: { users: [], groups: [], suppliers: [] },
      taskClass: '',
      hidesAgents: false,
    };
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
      numberofdocuments: String(documents.length),
      ...(isProject ? projectTags(o, reader, names, row) : taskOwnTags(o, reader, names, row)),
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
        log: logTags(maker, x, logs),
        documents: documentTags(maker, documents),
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

/** Dates, durations and texts that projects and tasks share. */
const plannedTags = (o: Occasion, reader: Reader, row: Row): TagValues => ({
  planstartdate: moment(o, reader, row.plan_start_date),
  planenddate: moment(o, reader, row.plan_end_date),
  realstartdate: moment(o, reader, row.real_start_date),
  realenddate: moment(o, reader, row.real_end_date),
  plannedduration: duration(reader.translate, Number(row.planned_duration ?? 0), false),
  effectiveduration: duration(reader.translate, Number(row.effective_duration ?? 0), false),
  description: said(row.content),
  comments: said(row.comment),
  lastupdatedate: moment(o, reader, row.date_mod),
});

const projectTags = (o: Occasion, reader: Reader, names: Names, row: Row): TagValues => ({
  code: said(row.code),
  father: names.of('glpi_projects', row.projects_id),
  manager: names.user(row.users_id),
  managergroup: names.of('glpi_groups', row.groups_id),
  priority: scaleWord(reader.translate, 'priority', row.priority),
  creationdate: moment(o, reader, row.date),
});

const taskOwnTags = (o: Occasion, reader: Reader, names: Names, row: Row): TagValues => ({
  father: names.of('glpi_projecttasks', row.projecttasks_id),
  project: names.of('glpi_projects', row.projects_id),
  projecturl: redirect(o, `Project_${said(row.projects_id)}`),
  createbyuser: names.user(row.users_id),
  creationdate: moment(o, reader, row.date_creation),
  totalduration: duration(reader.translate, Number(row.effective_duration ?? 0), false),
});

const taskTags = (o: Occasion, reader: Reader, names: Names, row: Row): TagValues =>
  Object.fromEntries(
    Object.entries({
      ...plannedTags(o, reader, row),
      name: said(row.name),
      state: names.of('glpi_projectstates', row.projectstates_id),
      type: names.of('glpi_projecttasktypes', row.projecttasktypes_id),
      percent: `${said(row.percent_done)}%`,
      creationdate: moment(o, reader, row.date_creation),
    }).map(([tag, value]) => [`task.${tag}`, value]),
  );

const documentsOf = (kind: Kind, { db }: Occasion, id: number): Promise<Row[]> =>
  db
    .selectFrom('glpi_documents_items as link')
    .innerJoin('glpi_documents as d', 'd.id', 'link.documents_id')
    .selectAll('d')
    .where('link.itemtype', '=', kind.itemtype)
    .where('link.items_id', '=', id)
    .orderBy('link.id')
    .execute();

const logsOf = (kind: Kind, { db }: Occasion, id: number): Promise<Row[]> =>
  db
    .selectFrom('glpi_logs')
    .selectAll()
    .where('itemtype', '=', kind.itemtype)
    .where('items_id', '=', id)
    .orderBy('id', 'desc')
    .execute();
