/** What a declaration says about an itemtype. All but name and label has a default by its kind. */
import type { ChildLink, Itemtype, RelationSide } from '../model.ts';
import type { FlagPart } from './flags.ts';
import type { EntryDeclaration } from './option.ts';
import type { Rights } from './rights.ts';

/** Columns that the base forms of search options ask for. */
type BaseColumn = 'name' | 'comment' | 'date_mod' | 'date_creation' | 'is_recursive' | 'product_number';

/** What a base form may ask. */
export interface BaseContext {
  readonly name: string;
  readonly table: string;
  readonly entityAssign: boolean;
  readonly maybeRecursive: boolean;
  readonly relation?: readonly [RelationSide, RelationSide];
  has(column: BaseColumn): boolean;
  isIn(list: string): boolean;
  /** Labels of another itemtype. */
  labelsOf(itemtype: string): Itemtype['label'];
  tableOf(itemtype: string): string;
}

/** The first search options of a family (search 4.3, step 1). */
export type BaseForm = (context: BaseContext) => readonly EntryDeclaration[];

export interface Facts {
  /** Where it isn't made from the class name. */
  readonly table?: string;
  readonly right?: string;
  readonly indexName?: string;
  readonly nameField?: string;
  readonly completenameField?: string;
  readonly ancestors?: readonly string[];
  /** Features besides `Clonable` and those of the kind. */
  readonly traits?: readonly string[];
  readonly flags?: readonly FlagPart[];
  readonly historyBlacklist?: readonly string[];
  readonly nonLoggedFields?: readonly string[];
  readonly forwardEntityTo?: readonly string[];
  readonly undisclosedFields?: readonly string[];
  readonly cloneRelations?: readonly string[];
  readonly child?: ChildLink;
  readonly relation?: readonly [RelationSide, RelationSide];
  readonly checkEntityCoherency?: boolean;
  readonly disableAutoEntityForwarding?: boolean;
  /** Links besides those of the configuration lists. */
  readonly links?: readonly string[];
  readonly rights?: Rights;
  /** Where the helpdesk interface offers other rights. */
  readonly helpdeskRights?: Rights;
  readonly emptyValues?: Itemtype['emptyValues'];
  /** The type of the pieces in stock, where they have the financial information. */
  readonly stock?: string;
  readonly helpdeskSearch?: NonNullable<Itemtype['helpdeskSearch']>;
  readonly itilLinks?: NonNullable<Itemtype['itilLinks']>;
  readonly levelAgreement?: NonNullable<Itemtype['levelAgreement']>;
  readonly levelParent?: NonNullable<Itemtype['levelParent']>;
  readonly base?: BaseForm;
  /** Columns whose presence isn't what the base form takes for granted. */
  readonly lacks?: readonly BaseColumn[];
  readonly has?: readonly BaseColumn[];
  readonly options?: readonly EntryDeclaration[];
}

export interface Declaration {
  readonly name: string;
  readonly label: readonly [singular: string, plural: string];
  readonly facts: Facts;
}

/** Puts a declaration's facts over its kind's: lists of flags, traits and options grow, everything else is replaced. */
export function merge(kind: Facts, facts: Facts): Facts {
  return {
    ...kind,
    ...facts,
    traits: [...(kind.traits ?? []), ...(facts.traits ?? [])],
    flags: [...(kind.flags ?? []), ...(facts.flags ?? [])],
    emptyValues: { ...kind.emptyValues, ...facts.emptyValues },
    options: [...(kind.options ?? []), ...(facts.options ?? [])],
  };
}
