/** Tickets, problems and changes in notifications (notifications 4, 7). */
import { sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import { itilStatus } from '../../catalog/constants.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { EntityMail } from '../entity-mail.ts';
import type { Occasion, Raised, Reader } from '../occasion.ts';
import { groupMembers } from '../people.ts';
import type { TagValues, TemplateData } from '../template.ts';
import type { Candidate, Subject } from '../topic.ts';
import { itilEvents } from './itil-events.ts';
import { ASSIGNED, listed, OBSERVER, type Parts, partsIn, REQUESTER, toldSuppliers, toldUsers } from './itil-actors.ts';
import { actorTags, authorTags, supplierTags } from './itil-contacts.ts';
import {
  costTags,
  documentTags,
  followupTags,
  type ItilRows,
  type ListMaker,
  logTags,
  taskCategories,
  taskTags,
  timeCost,
  timelineTags,
  visible,
} from './itil-lists.ts';
import { type Labels, labelTags } from './labels.ts';
import { type Names, namesOf } from './names.ts';
import { duration, moment, money, path, said } from './values.ts';
import { scaleWord, statusWord } from './words.ts';

/** How an ITIL class differs from the others. */
export interface ItilTopic {
  readonly itemtype: Itemtype;
  readonly labels: Labels;
  /** Tags and lists that only this class has. */
  readonly own: (
    o: Occasion,
    raised: Raised,
    row: Row,
    mentions: (...words: string[]) => boolean,
  ) => Promise<(reader: Reader, names: Names) => TemplateData>;
  /** Tables and ids that the tags of `own` name. */
  readonly references: (row: Row) => readonly (readonly [string, Row[string] | undefined])[];
}

/** The class's part of a link and its anchor, `<type>_<id>`. */
export const redirect = (o: Occasion, to: string): string =>
  `${o.settings.text('url_base') ?? ''}/index.php?redirect=${to}`;

export async function itilSubject(topic: ItilTopic, o: Occasion, raised: Raised): Promise<Subject | undefined> {
  const { itemtype } = topic;
  const row: Row | undefined = await o.db
    .selectFrom(itemtype.table)
    .selectAll()
    .where('id', '=', raised.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const child = await concernedChild(o, itemtype, raised);
  let parts: Promise<Parts> | undefined;
  const readParts = (): Promise<Parts> => (parts ??= partsIn(o, itemtype, raised.id));
  return {
    itemtype: itemtype.name,
    id: raised.id,
    entity: Number(row.entities_id),
    isRecursive: Number(row.is_recursive ?? 0) === 1,
    isPrivate: Number(child?.is_private ?? 0) === 1,
    row,
    number: String(raised.id).padStart(7, '0'),
    replacesEarlier: false,
    tellsAuthor: itemtype.name === 'Ticket' && (raised.event === 'new' || raised.event === 'satisfaction'),
    takesAnswers: itemtype.name === 'Ticket',
    people: (target) => people(o, raised, row, child, readParts, target),
    data: async (mail, mentions) => itilData(topic, o, raised, row, await readParts(), mail, mentions),
  };
}

/** The followup, task or approval that the event is about. */
async function concernedChild(o: Occasion, { name }: Itemtype, { options }: Raised): Promise<Row | undefined> {
  const of: Readonly<Record<string, string>> = {
    followup: 'ITILFollowup',
    task: `${name}Task`,
    validation: `${name}Validation`,
  };
  for (const [option, child] of Object.entries(of)) {
    const given = options[option];
    if (given === undefined) continue;
    // A row that is gone is handed over itself.
    if (typeof given === 'object') return given as Row;
    const { table } = catalog.itemtype(child)!;
    return o.db.selectFrom(table).selectAll().where('id', '=', Number(given)).executeTakeFirst();
  }
  return undefined;
}

const user = (id: unknown): Candidate[] => (Number(id) > 0 ? [{ user: Number(id) }] : []);

/** Those behind the targets of ITIL items, by number. */
async function people(
  o: Occasion,
  { options }: Raised,
  row: Row,
  child: Row | undefined,
  readParts: () => Promise<Parts>,
  target: number,
): Promise<readonly Candidate[] | undefined> {
  const groups = async (role: number): Promise<number[]> =>
    (await readParts()).groups.filter((part) => part.role === role).map(({ id }) => id);
  switch (target) {
    case 2:
      return toldUsers(await readParts(), ASSIGNED);
    case 3:
      return toldUsers(await readParts(), REQUESTER);
    case 21:
      return toldUsers(await readParts(), OBSERVER);
    case 4:
      return user(options.formerTechnician);
    case 7:
      return user(row.users_id_recipient);
    case 8:
      return toldSuppliers(await readParts());
    case 9:
      return groupMembers(o, await groups(ASSIGNED));
    case 10:
      return groupMembers(o, await groups(ASSIGNED), 'managers');
    case 24:
      return groupMembers(o, await groups(ASSIGNED), 'others');
    case 13:
      return groupMembers(o, await groups(REQUESTER));
    case 12:
      return groupMembers(o, await groups(REQUESTER), 'managers');
    case 25:
      return groupMembers(o, await groups(REQUESTER), 'others');
    case 20:
      return groupMembers(o, await groups(OBSERVER));
    case 22:
      return groupMembers(o, await groups(OBSERVER), 'managers');
    case 26:
      return groupMembers(o, await groups(OBSERVER), 'others');
    case 14:
      return user(child?.users_id_validate);
    case 15:
    case 17:
    case 18:
      return user(child?.users_id);
    case 16:
      return user(child?.users_id_tech);
    case 37:
      return Number(child?.groups_id_tech) > 0 ? groupMembers(o, [Number(child?.groups_id_tech)]) : [];
    case 39:
      return user(options.mentioned);
    case 5:
    case 6:
    case 23:
      return linkedPeople(o, row, target);
    default:
      return undefined;
  }
}

/** The technician, user or group of each item that a ticket is about. */
async function linkedPeople(o: Occasion, row: Row, target: number): Promise<readonly Candidate[]> {
  const links: Row[] = await o.db
    .selectFrom('glpi_items_tickets')
    .select(['itemtype', 'items_id'])
    .where('tickets_id', '=', Number(row.id))
    .orderBy('id')
    .execute();
  const found: Candidate[] = [];
  for (const { itemtype, items_id: id } of links) {
    const type = catalog.itemtype(String(itemtype));
    const column = { 5: 'users_id_tech', 6: 'users_id', 23: 'groups_id_tech' }[target]!;
    if (!type || !o.site.schema.table(type.table)?.columns.has(column)) continue;
    const item: Row | undefined = await o.db
      .selectFrom(type.table)
      .select(column)
      .where('id', '=', Number(id))
      .executeTakeFirst();
    const who = Number(item?.[column] ?? 0);
    if (who > 0) found.push(...(target === 23 ? await groupMembers(o, [who]) : user(who)));
  }
  return found;
}

/** Reads an item for its texts. */
async function itilData(
  topic: ItilTopic,
  o: Occasion,
  raised: Raised,
  row: Row,
  parts: Parts,
  mail: EntityMail,
  mentions: (...words: string[]) => boolean,
): Promise<(reader: Reader) => TemplateData> {
  const rows = await readRows(topic.itemtype, o, row, mentions);
  const latest = rows.solutions[0];
  const categories = await taskCategories(o, rows.tasks);
  const names = await namesOf(
    o,
    [
      ['glpi_itilcategories', row.itilcategories_id],
      ['glpi_entities', row.entities_id],
      ['glpi_solutiontypes', latest?.solutiontypes_id],
      ...rows.followups.map((one) => ['glpi_requesttypes', one.requesttypes_id] as const),
      ...rows.tasks.map((one) => ['glpi_groups', one.groups_id_tech] as const),
      ...rows.costs.map((one) => ['glpi_budgets', one.budgets_id] as const),
      ...rows.documents.map((one) => ['glpi_documentcategories', one.documentcategories_id] as const),
      ...topic.references(row),
    ],
    [
      row.users_id_recipient,
      row.users_id_lastupdater,
      ...rows.followups.map((one) => one.users_id),
      ...rows.tasks.flatMap((one) => [one.users_id, one.users_id_tech]),
      ...rows.solutions.map((one) => one.users_id),
    ],
  );
  const contacts = mentions('author', 'actor', 'supplier')
    ? await namesOf(
        o,
        [
          ...parts.users.flatMap(({ row: one }) => [
            ['glpi_locations', one.locations_id] as const,
            ['glpi_usertitles', one.usertitles_id] as const,
            ['glpi_usercategories', one.usercategories_id] as const,
          ]),
          ...parts.suppliers.map(({ row: one }) => ['glpi_suppliertypes', one.suppliertypes_id] as const),
        ],
        [],
      )
    : names;
  const unresolved = mentions('numberofunresolved') ? await countUnresolved(topic.itemtype, o, row) : 0;
  const own = await topic.own(o, raised, row, mentions);
  const prefix = topic.itemtype.name.toLowerCase();
  return (reader) => {
    const maker: ListMaker = {
      o,
      reader,
      names,
      parts,
      taskClass: `${topic.itemtype.name}Task`,
      hidesAgents: mail.anonymizesAgents,
    };
    const special = own(reader, names);
    return {
      tags: {
        ...labelTags(topic.labels, reader.translate),
        ...itilTags(topic.itemtype, maker, raised, row, rows, mail, unresolved),
        ...special.tags,
      },
      lists: {
        followups: followupTags(maker, rows.followups),
        tasks: taskTags(maker, rows.tasks, categories),
        costs: costTags(maker, rows.costs),
        documents: documentTags(maker, rows.documents),
        log: logTags(maker, prefix, rows.logs),
        authors: authorTags(parts, contacts),
        suppliers: supplierTags(parts, contacts),
        actors: actorTags(parts, contacts),
        timelineitems: timelineTags(maker, rows),
        ...special.lists,
      },
    };
  };
}

async function readRows(
  { name, table: _, foreignKey }: Itemtype,
  { db }: Occasion,
  row: Row,
  mentions: (...words: string[]) => boolean,
): Promise<ItilRows> {
  const id = Number(row.id);
  const none: Row[] = [];
  const table = (itemtype: string): string => catalog.itemtype(itemtype)!.table;
  const ofItem = (itemtype: string) =>
    db.selectFrom(table(itemtype)).selectAll().where('itemtype', '=', name).where('items_id', '=', id);
  return {
    followups: mentions('followup', 'timelineitems', 'solution.approval')
      ? await ofItem('ITILFollowup').orderBy('date', 'desc').orderBy('id').execute()
      : none,
    tasks: mentions('task', 'timelineitems')
      ? await db
          .selectFrom(table(`${name}Task`))
          .selectAll()
          .where(foreignKey, '=', id)
          .orderBy('date', 'desc')
          .orderBy('id')
          .execute()
      : none,
    solutions: mentions('solution', 'timelineitems')
      ? await ofItem('ITILSolution').orderBy('id', 'desc').execute()
      : none,
    costs: mentions('cost')
      ? await db.selectFrom(table(`${name}Cost`)).selectAll().where(foreignKey, '=', id).orderBy('id').execute()
      : none,
    documents: mentions('document')
      ? await db
          .selectFrom('glpi_documents_items as link')
          .innerJoin('glpi_documents as d', 'd.id', 'link.documents_id')
          .selectAll('d')
          .where('link.itemtype', '=', name)
          .where('link.items_id', '=', id)
          .where('d.is_deleted', '=', 0)
          .orderBy('link.id')
          .execute()
      : none,
    logs: mentions('log')
      ? await db
          .selectFrom('glpi_logs')
          .selectAll()
          .where('itemtype', '=', name)
          .where('items_id', '=', id)
          .orderBy('id', 'desc')
          .execute()
      : none,
  };
}

async function countUnresolved({ name, table }: Itemtype, { db }: Occasion, row: Row): Promise<number> {
  const done = [itilStatus.solved, itilStatus.observed, itilStatus.closed, itilStatus.refused, itilStatus.cancelled];
  const { n } = await db
    .selectFrom(table)
    .select(sql<number>`count(*)`.as('n'))
    .where('entities_id', '=', Number(row.entities_id))
    .where('is_deleted', '=', 0)
    .where('status', 'not in', name === 'Ticket' ? [itilStatus.solved, itilStatus.closed] : done)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** The tags that all three classes have. */
function itilTags(
  { name }: Itemtype,
  maker: ListMaker,
  raised: Raised,
  row: Row,
  rows: ItilRows,
  mail: EntityMail,
  unresolved: number,
): TagValues {
  const { o, reader, names, parts } = maker;
  const { translate } = reader;
  const x = name.toLowerCase();
  const id = Number(row.id);
  const link = (anchor: string): string => (reader.kind === 'stranger' ? '' : redirect(o, `${x}_${id}${anchor}`));
  const latest = rows.solutions[0];
  const groups = (role: number): string =>
    parts.groups.filter((part) => part.role === role).map((part) => part.name).join(', ');
  const suppliers = parts.suppliers.map((part) => part.name).join(', ');
  const cost = (column: string): number => rows.costs.reduce((sum, one) => sum + Number(one[column]), 0);
  const timeCosts = rows.costs.reduce((sum, one) => sum + timeCost(one), 0);
  const scale = (column: string): string => scaleWord(translate, column, row[column]);
  const own: TagValues = {
    id: String(id).padStart(7, '0'),
    title: said(row.name),
    content: said(row.content),
    description: said(row.content),
    url: link(''),
    urlapprove: link(`_${name}%241`),
    urldocument: link('_Document_Item%241'),
    ...entityTags(mail.row),
    entity: path(mail.row?.completename),
    shortentity: said(mail.row?.name),
    storestatus: said(row.status),
    status: statusWord(translate, name, row.status),
    urgency: scale('urgency'),
    impact: scale('impact'),
    priority: scale('priority'),
    time: duration(translate, Number(row.actiontime), false),
    creationdate: moment(o, reader, row.date),
    closedate: moment(o, reader, row.closedate),
    solvedate: moment(o, reader, row.solvedate),
    duedate: moment(o, reader, row.time_to_resolve),
    category: names.of('glpi_itilcategories', row.itilcategories_id),
    authors: listed(parts.users, REQUESTER),
    suppliers,
    assigntosupplier: suppliers,
    openbyuser: names.user(row.users_id_recipient),
    lastupdater: names.user(row.users_id_lastupdater),
    assigntousers: assignees(maker),
    assigntogroups: groups(ASSIGNED),
    groups: groups(REQUESTER),
    observergroups: groups(OBSERVER),
    observerusers: listed(parts.users, OBSERVER),
    'solution.type': names.of('glpi_solutiontypes', latest?.solutiontypes_id),
    'solution.description': said(latest?.content),
    'solution.author': names.user(latest?.users_id),
    action: translate(itilEvents[name]?.[raised.event] ?? ''),
    numberoffollowups: String(visible(rows.followups, reader).length),
    numberoftasks: String(visible(rows.tasks, reader).length),
    numberoflogs: String(rows.logs.length),
    numberofdocuments: String(rows.documents.length),
    numberofcosts: String(rows.costs.length),
    numberofunresolved: String(unresolved),
    costfixed: money(cost('cost_fixed')),
    costmaterial: money(cost('cost_material')),
    costtime: money(timeCosts),
    totalcost: money(cost('cost_fixed') + cost('cost_material') + timeCosts),
  };
  return {
    'glpi.url': o.settings.text('url_base') ?? '',
    ...Object.fromEntries(Object.entries(own).map(([tag, value]) => [`${x}.${tag}`, value])),
  };
}

function assignees({ reader, parts, hidesAgents }: ListMaker): string {
  if (!hidesAgents || reader.isCentral) return listed(parts.users, ASSIGNED);
  const { length } = parts.users.filter(({ role }) => role === ASSIGNED);
  return Array.from({ length }, () => reader.translate('Helpdesk user')).join(', ');
}

/** `entity.phone` … of the item's entity. */
export function entityTags(row: Row | undefined): TagValues {
  const columns = {
    phone: 'phonenumber',
    fax: 'fax',
    website: 'website',
    email: 'email',
    address: 'address',
    postcode: 'postcode',
    town: 'town',
    state: 'state',
    country: 'country',
    registration_number: 'registration_number',
  };
  return Object.fromEntries(Object.entries(columns).map(([tag, column]) => [`entity.${tag}`, said(row?.[column])]));
}
