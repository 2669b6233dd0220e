/** Followups, tasks, solutions, costs and documents of an ITIL item as lists of tags (notifications 7). */
import { planningStateLabels } from '../../catalog/constants.ts';
import type { Row } from '../../database/database.ts';
import type { ItemDocument } from '../item-documents.ts';
import type { Occasion, Reader } from '../occasion.ts';
import { rowsById } from '../occasion.ts';
import type { TagValues } from '../template.ts';
import { ASSIGNED, type Parts, type UserPart } from './itil-actors.ts';
import { contactTags } from './itil-contacts.ts';
import type { Names } from './names.ts';
import { redirect } from './redirect.ts';
import { date, duration, moment, money, path, said, yesNo } from './values.ts';

/** What has been read of an item; lists that no text mentions are empty. */
export interface ItilRows {
  readonly followups: readonly Row[];
  readonly tasks: readonly Row[];
  readonly solutions: readonly Row[];
  readonly costs: readonly Row[];
  readonly documents: readonly ItemDocument[];
  readonly logs: readonly Row[];
}

/** What the lists of one reader are made from. */
export interface ListMaker {
  readonly o: Occasion;
  readonly reader: Reader;
  readonly names: Names;
  readonly parts: Parts;
  readonly taskClass: string;
  /** Those who wrote followups, where a text says more of them than their names. */
  readonly people: ReadonlyMap<number, UserPart>;
  /** Names of agents are kept from readers without the standard interface. */
  readonly hidesAgents: boolean;
}

/** What a reader may see of followups or tasks. */
export const visible = (rows: readonly Row[], { seesPrivate }: Reader): Row[] =>
  rows.filter((row) => seesPrivate || Number(row.is_private) !== 1);

/** @param contacts names of places, titles and categories of those who wrote them */
export function followupTags(
  { o, reader, names, ...maker }: ListMaker,
  rows: readonly Row[],
  contacts: Names,
): TagValues[] {
  return visible(rows, reader).map((row) => ({
    'followup.isprivate': yesNo(reader.translate, row.is_private),
    'followup.author': authorName({ o, reader, names, ...maker }, row),
    'followup.requesttype': names.of('glpi_requesttypes', row.requesttypes_id),
    'followup.date': moment(o, reader, row.date),
    'followup.description': said(row.content),
    ...contactTags(
      'followup.author',
      isHiddenAgent({ reader, ...maker }, row) ? undefined : maker.people.get(Number(row.users_id)),
      contacts,
    ),
  }));
}

/** The tasks that a reader may see; `categories` are theirs, by id. */
export function taskTags(
  { o, reader, names }: ListMaker,
  rows: readonly Row[],
  categories: ReadonlyMap<number, Row>,
): TagValues[] {
  const { translate } = reader;
  return visible(rows, reader).map((row) => {
    const category = categories.get(Number(row.taskcategories_id));
    return {
      'task.id': said(row.id),
      'task.isprivate': yesNo(translate, row.is_private),
      'task.author': names.user(row.users_id),
      'task.categoryid': said(row.taskcategories_id),
      'task.category': path(category?.completename),
      'task.categorycomment': said(category?.comment),
      'task.date': moment(o, reader, row.date),
      'task.description': said(row.content),
      'task.time': duration(translate, Number(row.actiontime), false),
      'task.status': translate(planningStateLabels[Number(row.state)] ?? ''),
      'task.user': names.user(row.users_id_tech),
      'task.group': names.of('glpi_groups', row.groups_id_tech),
      'task.begin': moment(o, reader, row.begin),
      'task.end': moment(o, reader, row.end),
    };
  });
}

/** Where an element stands in the timeline, by `timeline_position`. */
const positions: Readonly<Record<number, string>> = { 1: 'left', 2: 'left middle', 3: 'right middle', 4: 'right' };

/** Solutions stand on the right. */
const RIGHT = 4;

/** Followups, tasks and solutions together, the newest first. */
export function timelineTags(maker: ListMaker, { followups, tasks, solutions }: ItilRows): TagValues[] {
  const { o, reader } = maker;
  const { translate } = reader;
  const item = (type: string, name: string, when: string, own?: number) => (row: Row) => ({
    made: said(row.date_creation),
    tags: {
      'timelineitems.type': type,
      'timelineitems.typename': name,
      'timelineitems.date': moment(o, reader, row[when]),
      'timelineitems.description': said(row.content),
      'timelineitems.position': positions[own ?? Number(row.timeline_position)] ?? 'left',
      'timelineitems.author': type === 'ITILFollowup' ? authorName(maker, row) : maker.names.user(row.users_id),
    },
  });
  const taskName = taskNames[maker.taskClass]!;
  const all = [
    ...visible(followups, reader).map(item('ITILFollowup', translate.plural('Followup', 'Followups', 0), 'date')),
    ...visible(tasks, reader).map(item(maker.taskClass, translate.plural(...taskName, 0), 'date')),
    ...solutions.map(item('ITILSolution', translate.plural('Solution', 'Solutions', 0), 'date_creation', RIGHT)),
  ];
  return all.sort((a, b) => (a.made < b.made ? 1 : a.made > b.made ? -1 : 0)).map(({ tags }) => tags);
}

const taskNames: Readonly<Record<string, readonly [string, string]>> = {
  TicketTask: ['Ticket task', 'Ticket tasks'],
  ProblemTask: ['Problem task', 'Problem tasks'],
  ChangeTask: ['Change task', 'Change tasks'],
};

/** Who wrote a followup; agents may stay unnamed. */
const authorName = (maker: ListMaker, row: Row): string =>
  isHiddenAgent(maker, row) ? maker.reader.translate('Helpdesk user') : maker.names.user(row.users_id);

function isHiddenAgent(
  { reader, parts, hidesAgents }: Pick<ListMaker, 'reader' | 'parts' | 'hidesAgents'>,
  row: Row,
): boolean {
  const isAgent = parts.users.some(({ role, user }) => role === ASSIGNED && user === Number(row.users_id));
  return hidesAgents && !reader.isCentral && isAgent;
}

/** The costs of an item, each with what it comes to. */
export function costTags({ reader, names }: ListMaker, rows: readonly Row[]): TagValues[] {
  return rows.map((row) => {
    const spent = timeCost(row);
    return {
      'cost.name': said(row.name),
      'cost.comment': said(row.comment),
      'cost.datebegin': date(reader, row.begin_date),
      'cost.dateend': date(reader, row.end_date),
      'cost.time': duration(reader.translate, Number(row.actiontime), true),
      'cost.costtime': money(Number(row.cost_time)),
      'cost.costfixed': money(Number(row.cost_fixed)),
      'cost.costmaterial': money(Number(row.cost_material)),
      'cost.totalcost': money(spent + Number(row.cost_fixed) + Number(row.cost_material)),
      'cost.budget': names.of('glpi_budgets', row.budgets_id),
    };
  });
}

const HOUR = 3600;

/** The price of the time of a cost. */
export const timeCost = (row: Row): number => (Number(row.actiontime) / HOUR) * Number(row.cost_time);

/** The documents that a reader may see, without the pictures of texts. */
export const listedDocuments = (documents: readonly ItemDocument[], { seesPrivate }: Reader): ItemDocument[] =>
  documents.filter(({ isInText, isPrivate }) => !isInText && (seesPrivate || !isPrivate));

/** The documents that a reader may see; whoever has no account gets no links to them. */
export function documentTags(
  { o, reader, names }: Pick<ListMaker, 'o' | 'reader' | 'names'>,
  documents: readonly ItemDocument[],
): TagValues[] {
  const link = (to: string): string => (reader.kind === 'stranger' ? '' : redirect(o, to));
  return listedDocuments(documents, reader).map(({ row }) => ({
    'document.id': said(row.id),
    'document.name': said(row.name),
    'document.weblink': said(row.link),
    'document.url': link(`document_${row.id}`),
    'document.downloadurl': link(encodeURIComponent(`/front/document.send.php?docid=${row.id}`)),
    'document.heading': names.of('glpi_documentcategories', row.documentcategories_id),
    'document.filename': said(row.filename),
  }));
}

/** Categories of tasks with their comments. */
export const taskCategories = (o: Occasion, tasks: readonly Row[]): Promise<Map<number, Row>> =>
  rowsById(
    o,
    'glpi_taskcategories',
    tasks.map((row) => row.taskcategories_id),
    ['completename', 'comment'],
  );
