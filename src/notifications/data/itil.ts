/** Tickets, problems and changes in notifications (notifications 4, 7). */
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { EntityMail } from '../entity-mail.ts';
import type { Occasion, Raised, Reader } from '../occasion.ts';
import type { TemplateData } from '../template.ts';
import type { Candidate, Subject } from '../topic.ts';
import { logTags } from './history.ts';
import { type Parts, partsIn, peopleById, type UserPart } from './itil-actors.ts';
import { actorTags, authorTags, supplierTags } from './itil-contacts.ts';
import {
  costTags,
  documentTags,
  followupTags,
  type ItilRows,
  type ListMaker,
  taskCategories,
  taskTags,
  timelineTags,
} from './itil-lists.ts';
import { concernedChild, itilPeople } from './itil-people.ts';
import { countUnresolved, readRows } from './itil-rows.ts';
import { itilTags } from './itil-tags.ts';
import { type Labels, labelTags } from './labels.ts';
import { type Names, namesOf } from './names.ts';

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
  /** Those behind targets that only this class has; undefined: not such a target. */
  readonly people?: (o: Occasion, row: Row, target: number) => Promise<readonly Candidate[] | undefined>;
  /** Events whose news the one who caused them gets, too. */
  readonly tellsAuthorOf?: readonly string[];
  /** Mails about it may be answered by mail. */
  readonly takesAnswers?: true;
  /** Tables and ids that the tags of `own` name. */
  readonly references: (row: Row) => readonly (readonly [string, Row[string] | undefined])[];
}

/** The item that an event is about; undefined for one that there isn't any more. */
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
    tellsAuthor: topic.tellsAuthorOf?.includes(raised.event) ?? false,
    takesAnswers: topic.takesAnswers ?? false,
    people: async (target) =>
      (await topic.people?.(o, row, target)) ?? itilPeople(o, raised, row, child, readParts, target),
    data: async (mail, mentions) => itilData(topic, o, raised, row, await readParts(), mail, mentions),
  };
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
  const categories = await taskCategories(o, rows.tasks);
  const names = await namesIn(topic, o, row, rows);
  const people: ReadonlyMap<number, UserPart> = mentions('followup.author.')
    ? await peopleById(
        o,
        rows.followups.map((one) => one.users_id),
      )
    : new Map();
  const contacts = mentions('author', 'actor', 'supplier')
    ? await contactNames(o, [...parts.users, ...people.values()], parts)
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
      people,
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
        followups: followupTags(maker, rows.followups, contacts),
        tasks: taskTags(maker, rows.tasks, categories),
        costs: costTags(maker, rows.costs),
        documents: documentTags(maker, rows.documents),
        log: logTags(o, reader, prefix, rows.logs),
        authors: authorTags(parts, contacts),
        suppliers: supplierTags(parts, contacts),
        actors: actorTags(parts, contacts),
        timelineitems: timelineTags(maker, rows),
        ...special.lists,
      },
    };
  };
}

/** The names of all that an item and the rows around it point to. */
const namesIn = (topic: ItilTopic, o: Occasion, row: Row, rows: ItilRows): Promise<Names> =>
  namesOf(
    o,
    [
      ['glpi_itilcategories', row.itilcategories_id],
      ['glpi_entities', row.entities_id],
      ['glpi_solutiontypes', rows.solutions[0]?.solutiontypes_id],
      ...rows.followups.map((one) => ['glpi_requesttypes', one.requesttypes_id] as const),
      ...rows.tasks.map((one) => ['glpi_groups', one.groups_id_tech] as const),
      ...rows.costs.map((one) => ['glpi_budgets', one.budgets_id] as const),
      ...rows.documents.map(({ row: one }) => ['glpi_documentcategories', one.documentcategories_id] as const),
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

/** The names of what is said of people and suppliers beside their own. */
const contactNames = (o: Occasion, people: readonly UserPart[], { suppliers }: Parts): Promise<Names> =>
  namesOf(
    o,
    [
      ...people.flatMap(({ row }) => [
        ['glpi_locations', row.locations_id] as const,
        ['glpi_usertitles', row.usertitles_id] as const,
        ['glpi_usercategories', row.usercategories_id] as const,
      ]),
      ...suppliers.map(({ row }) => ['glpi_suppliertypes', row.suppliertypes_id] as const),
    ],
    [],
  );
