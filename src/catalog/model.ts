/**
 * What an itemtype is, as data. Every engine (rights, items, search, massive actions) reads these shapes and knows no
 * itemtype by name.
 */

/** Yes/no facts of a class that engines ask for. */
export interface ItemtypeFlags {
  /** Rows belong to an entity (own column, or the parent's for children). */
  readonly entityAssign: boolean;
  readonly maybeRecursive: boolean;
  /** Has a trashbin (`is_deleted`). */
  readonly maybeDeleted: boolean;
  readonly maybeTemplate: boolean;
  readonly maybePrivate: boolean;
  readonly maybeDynamic: boolean;
  /** Dynamic rows are locked by `is_deleted` instead of being put into the trashbin. */
  readonly useDeletedToLockIfDynamic: boolean;
  /** Changes are written to the history. */
  readonly dohistory: boolean;
  readonly usenotepad: boolean;
  /** Life-cycle messages are queued for the client. */
  readonly autoMessageOnAction: boolean;
  /** The class has no form page of its own, so its messages carry no link. */
  readonly noFormPage: boolean;
  /** Dropdown whose values can be translated. */
  readonly canBeTranslated: boolean;
}

/** How far a side's own rights count: 1 not at all, 2 viewing is enough, 3 the same right (rights R5, R6). */
export type SideCheck = 1 | 2 | 3;

/** The parent of a CommonDBChild. A name that starts with `itemtype` is the column that holds the parent's class. */
export interface ChildLink {
  readonly itemtype: string;
  readonly itemsId: string;
  readonly check: SideCheck;
  readonly mustBeAttached: boolean;
  /** The parent's history tells of the child too. */
  readonly logsForParent: boolean;
  readonly logActions: LogActions;
}

/** One of the two sides of a CommonDBRelation. */
export interface RelationSide {
  readonly itemtype: string;
  readonly itemsId: string;
  readonly check: SideCheck;
  readonly mustBeAttached: boolean;
  readonly logs: boolean;
  /** Rows take their entity from this side. */
  readonly takeEntity: boolean;
  readonly logActions: LogActions;
}

export interface RelationLink {
  readonly side1: RelationSide;
  readonly side2: RelationSide;
  /** Both sides must be visible from one another's entity. */
  readonly checkEntityCoherency: boolean;
}

/** Numbers written to `glpi_logs.linked_action`; absent ones follow the family's default. */
export interface LogActions {
  readonly add?: number;
  readonly update?: number;
  readonly delete?: number;
  readonly lock?: number;
  readonly unlock?: number;
}

/** A right's label: one text, or a short and a long one. */
export type RightLabel = string | { readonly short: string; readonly long: string };

/**
 * The way from the type's own table to an option's table (search 9). A string that starts with `SQL:` inside a
 * condition is one of the named expressions of `search/expressions`, never text to be sent.
 */
export interface JoinParams {
  readonly jointype?: string;
  readonly condition?: unknown;
  readonly beforejoin?: BeforeJoin | readonly BeforeJoin[];
  readonly specific_itemtype?: string | null;
  readonly linkfield?: string;
  readonly nolink?: boolean;
  readonly addjoin?: unknown;
  /** A condition that depends on the session, to be added to `condition` (search 4.4). */
  readonly sessionCondition?: SessionCondition;
  readonly [attribute: string]: unknown;
}

/**
 * Join conditions made from the session (search 4.4): private followups or tasks of others are left out without the
 * right to see them; rows of the active entities only, or of those and recursive parents; rows of the session's user.
 */
export type SessionCondition =
  | 'privateFollowups'
  | 'privateTasks'
  | 'activeEntities'
  | 'activeEntitiesOrRecursive'
  | 'sessionUser';

export interface BeforeJoin {
  readonly table: string;
  readonly linkfield?: string;
  readonly joinparams?: JoinParams;
  readonly [attribute: string]: unknown;
}

/** A text by its context, or a counted one: its plural form is picked for `count`. */
export interface LabelPart {
  readonly text: string;
  readonly context?: string;
  readonly singular?: string;
  readonly count?: number;
}

/** How a label is composed: `%1$s` or `%s` in the (translatable) pattern stand for the parts in order. */
export interface LabelSource {
  readonly pattern: string;
  readonly parts: readonly LabelPart[];
}

/** One of `bits` of `right` must be held. */
export interface OptionCondition {
  readonly right: string;
  readonly bits: number;
}

/**
 * A search option (search 4.1). `label` is the English text; it is looked up in the session's language. Attributes
 * that only the raw listing shows stand in `extra`, in no particular order.
 */
export interface SearchOption {
  readonly id: number;
  readonly label: string;
  /** Where `label` isn't one text of the language files: what it is made of. */
  readonly labelSource?: LabelSource;
  readonly table: string;
  readonly field: string;
  readonly linkfield: string;
  readonly datatype?: string;
  readonly joinparams?: JoinParams;
  /** Present (true or false) triggers grouping; true concatenates (search 4.1). */
  readonly forcegroupby?: boolean;
  readonly usehaving?: boolean;
  /** Named expression of `search/expressions`, with its arguments. */
  readonly computation?: Computation;
  readonly computationgroupby?: boolean;
  readonly additionalfields?: readonly string[];
  readonly nosearch?: boolean;
  readonly nodisplay?: boolean;
  readonly nosort?: boolean;
  readonly nometa?: boolean;
  readonly searchtype?: string | readonly string[];
  readonly searchequalsonfield?: boolean;
  readonly use_subquery?: boolean;
  readonly splititems?: boolean;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly width?: number;
  readonly datafields?: readonly string[];
  readonly delayunit?: string;
  readonly searchunit?: string;
  readonly htmltext?: boolean;
  /** The option exists only for sessions that hold one of each of these (search 4.4). */
  readonly needs?: readonly OptionCondition[];
  /** What the raw listing shows beyond the above. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A computation by name (`concat`, `lateResolve`, `count` …) with its arguments; `search/expressions` builds the SQL. */
export interface Computation {
  readonly name: string;
  readonly args?: readonly (string | number)[];
}

/** A heading between options (`common`, `financial` …). */
export interface SearchOptionGroup {
  readonly group: string;
  readonly label: string;
  readonly labelSource?: LabelSource;
  /** The raw listing shows the heading as plain text instead of `{name}`. */
  readonly plain?: boolean;
  readonly needs?: readonly OptionCondition[];
}

export type SearchOptionEntry = SearchOption | SearchOptionGroup;

/** An itemtype, completely resolved: nothing of it depends on a session or on a row. */
export interface Itemtype {
  /** Class name as the API spells it (`Computer`, `Glpi\\Socket`). */
  readonly name: string;
  readonly table: string;
  /** Table that `GET /X/` means where it isn't `table` (the PHP server then fails; ours lists the own kind). */
  readonly collectionTable?: string;
  /** Name of the right in a profile; empty where rights come from the parent or the class. */
  readonly right: string;
  readonly label: { readonly singular: string; readonly plural: string };
  readonly foreignKey: string;
  /** Key column of the table; not always `id`. */
  readonly indexName: string;
  readonly nameField: string;
  /** Tree types only. */
  readonly completenameField?: string;
  /** Parent classes, nearest first, ending in `CommonDBTM`. */
  readonly ancestors: readonly string[];
  readonly traits: readonly string[];
  readonly flags: ItemtypeFlags;
  readonly historyBlacklist: readonly string[];
  readonly nonLoggedFields: readonly string[];
  readonly forwardEntityTo: readonly string[];
  /** Columns that no answer ever shows. */
  readonly undisclosedFields: readonly string[];
  readonly cloneRelations: readonly string[];
  readonly child?: ChildLink;
  readonly relation?: RelationLink;
  readonly disableAutoEntityForwarding?: boolean;
  /** HATEOAS links to children, in order (items-read G2.4). */
  readonly links: readonly string[];
  /** Bits that a profile can hold for this type. */
  readonly rights: Readonly<Record<number, RightLabel>>;
  readonly rightsPerInterface?: Readonly<Record<string, Readonly<Record<number, RightLabel>>>>;
  /** Values of a new item that aren't the column's default; `<me>` is the session's user, `<now>` the current time. */
  readonly emptyValues: Readonly<Record<string, string | number | null | readonly string[]>>;
  readonly searchOptions: readonly SearchOptionEntry[];
  /** What the helpdesk interface may search. */
  readonly helpdeskSearch?: HelpdeskSearch;
  /** Link types of the actors of an ITIL object. */
  readonly itilLinks?: ItilLinks;
  /** SLA and OLA: their level types and the prefix of their columns in a ticket. */
  readonly levelAgreement?: LevelAgreementFacts;
  /** Levels of an SLA or OLA: what they belong to. */
  readonly levelParent?: { readonly itemtype: string; readonly itemsId: string };
}

/** Which search options the helpdesk interface can't use as criteria (search 4.4). */
export interface HelpdeskSearch {
  /** Headings whose options stay open; absent: all. */
  readonly openGroups?: readonly string[];
  readonly conditionalGroups?: readonly { readonly group: string; readonly needs: OptionCondition }[];
  /** Options closed in any case. */
  readonly closedOptions: readonly number[];
}

export interface ItilLinks {
  readonly user: string;
  readonly group: string;
  readonly supplier: string;
}

export interface LevelAgreementFacts {
  readonly level: string;
  readonly ticketLevel: string;
  readonly prefix: string;
  readonly ticketPrefix: string;
}
