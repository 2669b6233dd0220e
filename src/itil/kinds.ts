/** How tickets, problems and changes differ, as data (itil 1, 3.1, 8). */
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';

/** Whom an actor may be. */
export type ActorKind = 'User' | 'Group' | 'Supplier';
export const actorKinds: readonly ActorKind[] = ['User', 'Group', 'Supplier'];

export type Role = 'requester' | 'assign' | 'observer';

/** The roles in the order in which actors are written (itil 3.3). */
export const roles: readonly Role[] = ['requester', 'assign', 'observer'];

/** `type` of an actor's row. */
export const roleNumbers: Readonly<Record<Role, number>> = { requester: 1, assign: 2, observer: 3 };

type OptionsOf = Readonly<Record<ActorKind, number>>;

export interface ItilKind {
  readonly itemtype: Itemtype;
  /** The classes that link actors. */
  readonly links: Readonly<Record<ActorKind, Itemtype>>;
  /** Search options under which the history notes a new actor, by role's number; none: 0. */
  readonly actorOptions?: Readonly<Record<number, OptionsOf>>;
  readonly itemLink: string;
  readonly task: string;
  readonly validation?: string;
  readonly template: string;
  /** Key of an addition's input that names the template whose mandatory fields count (itil 2.6). */
  readonly templateKey: string;
  /** The category's column with the template, by the item's type. */
  readonly categoryTemplate: (type: number) => string;
  /** Columns of rich text that may show pictures, the description first. */
  readonly texts: readonly string[];
  /** What documents that come with such an item are called; undefined: like their files. */
  readonly documentName?: string;
  /** Has columns for the time until somebody took it into account. */
  readonly isTakenIntoAccount: boolean;
}

const REQUEST = 2;

function kind(
  name: string,
  facts: Omit<ItilKind, 'itemtype' | 'links' | 'task' | 'template' | 'templateKey'>,
): ItilKind {
  const itemtype = catalog.itemtype(name)!;
  const { user, group, supplier } = itemtype.itilLinks!;
  return {
    itemtype,
    links: {
      User: catalog.itemtype(user)!,
      Group: catalog.itemtype(group)!,
      Supplier: catalog.itemtype(supplier)!,
    },
    task: `${name}Task`,
    template: `${name}Template`,
    templateKey: `_${name.toLowerCase()}template`,
    ...facts,
  };
}

const kinds: readonly ItilKind[] = [
  kind('Ticket', {
    actorOptions: {
      1: { User: 4, Group: 71, Supplier: 0 },
      2: { User: 5, Group: 8, Supplier: 6 },
      3: { User: 66, Group: 65, Supplier: 0 },
    },
    itemLink: 'Item_Ticket',
    validation: 'TicketValidation',
    categoryTemplate: (type) => (type === REQUEST ? 'tickettemplates_id_demand' : 'tickettemplates_id_incident'),
    texts: ['content'],
    documentName: 'Document Ticket %d',
    isTakenIntoAccount: true,
  }),
  kind('Problem', {
    itemLink: 'Item_Problem',
    categoryTemplate: () => 'problemtemplates_id',
    texts: ['content', 'impactcontent', 'causecontent', 'symptomcontent'],
    isTakenIntoAccount: false,
  }),
  kind('Change', {
    itemLink: 'Change_Item',
    validation: 'ChangeValidation',
    categoryTemplate: () => 'changetemplates_id',
    texts: [
      'content',
      'impactcontent',
      'controlistcontent',
      'rolloutplancontent',
      'backoutplancontent',
      'checklistcontent',
    ],
    isTakenIntoAccount: false,
  }),
];

/** The kind of an ITIL class; undefined for others. */
export const itilKind = (name: string): ItilKind | undefined => kinds.find(({ itemtype }) => itemtype.name === name);

/** The kind whose actors a link class holds. */
export const kindOfLink = (name: string): ItilKind | undefined =>
  kinds.find(({ links }) => actorKinds.some((kind) => links[kind].name === name));

/** The kind whose tasks, validations or items a class holds. */
export const kindOfPart = (name: string): ItilKind | undefined =>
  kinds.find(({ task, validation, itemLink }) => [task, validation, itemLink].includes(name));
