/** Tags of projects, their tasks and what hangs on them (notifications 8). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Occasion, Reader } from '../occasion.ts';
import { type TagValues, under } from '../template.ts';
import type { LinkedItem } from './itil-links.ts';
import { listedDocuments } from './itil-lists.ts';
import type { Names } from './names.ts';
import type { ProjectKind } from './project-people.ts';
import { memberTable, type ProjectRows, type Spent } from './project-rows.ts';
import { redirect } from './redirect.ts';
import { date, duration, moment, money, said } from './values.ts';
import { scaleWord } from './words.ts';

/** What tags are made with: of which kind, for whom, and the names of what rows point to. */
interface Telling {
  readonly kind: ProjectKind;
  readonly o: Occasion;
  readonly reader: Reader;
  readonly names: Names;
}

/** The tags of the project or task itself, without the prefix that they stand under. */
export function ownTags(telling: Telling, row: Row, rows: ProjectRows): TagValues {
  const { kind, o, reader, names } = telling;
  const isProject = kind.itemtype === 'Project';
  const page = `${kind.itemtype}_${row.id}`;
  return {
    ...plannedTags(telling, row),
    name: said(row.name),
    url: redirect(o, page),
    urldocument: redirect(o, `${page}_Document_Item%241`),
    state: names.of('glpi_projectstates', row.projectstates_id),
    type: names.of(kind.type[0], row[kind.type[1]]),
    percent: `${said(row.percent_done)}%`,
    numberofteammembers: String(rows.team.length),
    numberoftasks: String(rows.tasks.length),
    numberoflogs: String(rows.logs.length),
    numberofdocuments: String(listedDocuments(rows.documents, reader).length),
    ...(isProject ? projectTags(telling, row, rows) : taskOwnTags(telling, row, rows.spent)),
  };
}

const durationTags = ({ translate }: Reader, seconds: Readonly<Record<string, number>>): TagValues =>
  Object.fromEntries(Object.entries(seconds).map(([tag, value]) => [tag, duration(translate, value, false)]));

/** Dates and texts that projects and tasks share. */
const plannedTags = ({ o, reader }: Telling, row: Row): TagValues => ({
  planstartdate: moment(o, reader, row.plan_start_date),
  planenddate: moment(o, reader, row.plan_end_date),
  realstartdate: moment(o, reader, row.real_start_date),
  realenddate: moment(o, reader, row.real_end_date),
  description: said(row.content),
  comments: said(row.comment),
  lastupdatedate: moment(o, reader, row.date_mod),
});

const projectTags = ({ o, reader, names }: Telling, row: Row, { costs, items, spent }: ProjectRows): TagValues => ({
  ...durationTags(reader, { plannedduration: spent.planned, effectiveduration: spent.effective + spent.tickets }),
  code: said(row.code),
  father: names.of('glpi_projects', row.projects_id),
  manager: names.user(row.users_id),
  managergroup: names.of('glpi_groups', row.groups_id),
  priority: scaleWord(reader.translate, 'priority', row.priority),
  creationdate: moment(o, reader, row.date),
  totalcost: money(costs.reduce((sum, one) => sum + Number(one.cost), 0)),
  numberofcosts: String(costs.length),
  numberofitems: String(items.length),
});

const taskOwnTags = ({ o, reader, names }: Telling, row: Row, spent: Spent): TagValues => ({
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

/** A task below the project or task. */
export const taskTags = (telling: Telling, row: Row): TagValues => {
  const { o, reader, names } = telling;
  return under('task', {
    ...plannedTags(telling, row),
    ...durationTags(reader, {
      plannedduration: Number(row.planned_duration),
      effectiveduration: Number(row.effective_duration),
    }),
    name: said(row.name),
    state: names.of('glpi_projectstates', row.projectstates_id),
    type: names.of('glpi_projecttasktypes', row.projecttasktypes_id),
    percent: `${said(row.percent_done)}%`,
    creationdate: moment(o, reader, row.date_creation),
  });
};

/** A member of the team: a user, or a group, supplier or contact. */
export const memberTags = ({ reader, names }: Telling, { itemtype, items_id: id }: Row): TagValues => ({
  'teammember.name': itemtype === 'User' ? names.user(id) : names.of(memberTable(itemtype), id),
  'teammember.itemtype': typeLabel(reader, String(itemtype)),
});

function typeLabel({ translate }: Reader, itemtype: string): string {
  const label = catalog.itemtype(itemtype)?.label;
  return label ? translate.plural(label.singular, label.plural, 1) : '';
}

/** A cost of the project. */
export const costTags = ({ reader, names }: Telling, row: Row): TagValues => ({
  'cost.name': said(row.name),
  'cost.comment': said(row.comment),
  'cost.datebegin': date(reader, row.begin_date),
  'cost.dateend': date(reader, row.end_date),
  'cost.cost': money(Number(row.cost)),
  'cost.budget': names.of('glpi_budgets', row.budgets_id),
});

/** An item that the project is about. */
export const itemTags = ({ reader }: Telling, { typeName, values }: LinkedItem): TagValues => ({
  'item.itemtype': reader.translate.plural(...typeName, 0),
  ...under('item', values),
});
