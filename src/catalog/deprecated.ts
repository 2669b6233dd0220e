/** Old names of types that clients still use: requests go to the current type, fields are renamed (http H12). */

export interface DeprecatedItemtype {
  readonly name: string;
  readonly currentType: string;
  /** Table that listings show instead of the current one. */
  readonly table?: string;
  /** Current column → the name clients know, in the order in which answers end with them. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Columns that answers leave out. */
  readonly removed: readonly string[];
  /** Values every input gets. */
  readonly added: Readonly<Record<string, string>>;
  /** Criteria that end every search (search 22). */
  readonly criteria: readonly ImpliedCriterion[];
  readonly searchOptions: DeprecatedOptions;
}

export interface ImpliedCriterion {
  readonly link: 'AND';
  readonly field: number;
  readonly searchtype: 'equals';
  readonly value: string;
}

/** How the listing of search options differs from the current type's. */
export interface DeprecatedOptions {
  readonly changed: Readonly<Record<number, OptionChange>>;
  /** Option ids and headings. */
  readonly removed: readonly (number | string)[];
}

/** What a listed option says instead; `uid` without the type. */
export interface OptionChange {
  readonly label?: string;
  readonly table?: string;
  readonly field?: string;
  readonly datatype?: string;
  readonly searchtypes: readonly string[];
  readonly uid?: string;
}

/** The type of an item was fixed: computers only. */
const asComputer: OptionChange = {
  label: 'Computer',
  table: 'glpi_computers',
  field: 'name',
  datatype: 'dropdown',
  searchtypes: ['contains', 'notcontains', 'equals', 'notequals'],
  uid: 'Computer.name',
};

const textSearches: OptionChange = { searchtypes: ['contains'] };
const nameSearches: OptionChange = { searchtypes: ['contains', 'equals', 'notequals'] };

const declarations: readonly DeprecatedItemtype[] = [
  {
    name: 'Computer_SoftwareLicense',
    currentType: 'Item_SoftwareLicense',
    table: 'glpi_computers_softwarelicenses',
    renamed: { items_id: 'computers_id' },
    removed: ['itemtype'],
    added: { itemtype: 'Computer' },
    criteria: [itemtypeIs(6, 'Computer')],
    searchOptions: { changed: { 5: asComputer }, removed: [6] },
  },
  {
    name: 'Computer_SoftwareVersion',
    currentType: 'Item_SoftwareVersion',
    table: 'glpi_computers_softwareversions',
    renamed: {
      items_id: 'computers_id',
      is_template_item: 'is_template_computer',
      is_deleted_item: 'is_deleted_computer',
    },
    removed: ['itemtype'],
    added: { itemtype: 'Computer' },
    criteria: [itemtypeIs(5, 'Computer')],
    searchOptions: { changed: { 3: asComputer }, removed: [5] },
  },
  {
    name: 'Netpoint',
    currentType: 'Glpi\\Socket',
    renamed: {},
    removed: [],
    added: {},
    criteria: [],
    searchOptions: { changed: {}, removed: [] },
  },
  {
    name: 'TicketFollowup',
    currentType: 'ITILFollowup',
    table: 'glpi_ticketfollowups',
    renamed: { items_id: 'tickets_id' },
    removed: ['itemtype', 'sourceitems_id', 'sourceof_items_id'],
    added: { itemtype: 'Ticket' },
    criteria: [itemtypeIs(6, 'Ticket')],
    searchOptions: {
      changed: {
        1: textSearches,
        2: nameSearches,
        3: { searchtypes: ['equals', 'notequals', 'lessthan', 'morethan', 'contains'] },
        4: { searchtypes: ['equals', 'notequals', 'contains'] },
        5: nameSearches,
      },
      removed: [6, 'document', 119],
    },
  },
];

function itemtypeIs(field: number, value: string): ImpliedCriterion {
  return { link: 'AND', field, searchtype: 'equals', value };
}

/** By name, in its exact spelling. */
export const deprecatedItemtypes: ReadonlyMap<string, DeprecatedItemtype> = new Map(
  declarations.map((declaration) => [declaration.name, declaration]),
);
