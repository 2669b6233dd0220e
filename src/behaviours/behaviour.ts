import type { Expression, SqlBool } from 'kysely';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import type { Operation } from '../rights/bits.ts';
import type { ItemEntity } from '../rights/rights.ts';
import type { Visibility } from './visibility.ts';

/** What the client sent for an item, cleaned, and what hooks add to it. */
export type Input = Record<string, unknown>;

/** A change of a row on its way: what it was, what it becomes. */
export interface Change {
  /** The row as it was. */
  readonly old: Row;
  /** The row as it will be; after the statement, as the database has it. */
  fields: Record<string, unknown>;
  /** Names of the columns that change, in order of the input. */
  readonly updates: Set<string>;
  readonly input: Input;
  /** What the history says of a column where that isn't what the row had and has; `false`: nothing. */
  readonly noted: Map<string, { readonly old?: unknown; readonly new?: unknown } | false>;
}

/** How an item is taken away for good. */
export interface Purge {
  readonly row: Row;
  readonly input: Input;
  /** It goes because something that it belongs to goes: parents and peers aren't told (items-write W10). */
  readonly cascade: boolean;
  /** The type of the item that it goes with. */
  readonly goesWith?: Itemtype;
  /** It goes with an item that it links, and yet parents and peers are told. */
  readonly withItem?: boolean;
}

/** Asks for the next more general answer: the ancestor's hook, in the end the engine's own rule. */
export type Inherited<T> = () => T;

/** An item by its type's name and its id. */
export interface ItemReference {
  readonly itemtype: string;
  readonly id: number;
}

/** Names of other items, looked up beforehand; empty where there is none. */
export interface OtherNames {
  /** The name by which people know it (items-read G11). */
  friendly(item: ItemReference): string;
  /** What `expand_dropdowns` shows (items-read G2.3). */
  dropdown(item: ItemReference): string;
}

/**
 * How a class, or everything below an ancestor, differs from the engine's rule. All hooks are optional; the engine
 * composes those of a class and of its ancestors, the most special one deciding and able to ask for `inherited`.
 */
export interface Behaviour {
  /** Class-level right (rights R3, R9). */
  canClass?(ctx: Context, itemtype: Itemtype, operation: Operation, inherited: Inherited<boolean>): boolean;

  /**
   * Item-level right for an existing row, or for the row that an input would make (rights R4.3, R9); that one also
   * holds what the input says beyond the columns.
   */
  canItem?(
    ctx: Context,
    itemtype: Itemtype,
    row: Row,
    operation: Operation,
    inherited: Inherited<Promise<boolean>>,
  ): Promise<boolean>;

  /** The entity that a row is in, where its own columns or its parent don't say it (rights R5.3). */
  entity?(
    ctx: Context,
    itemtype: Itemtype,
    row: Row,
    inherited: Inherited<Promise<ItemEntity | undefined>>,
  ): Promise<ItemEntity | undefined>;

  /** Completes a new item's input before its right is tested (rights R5.4, R6.5). */
  addNeededInfo?(ctx: Context, itemtype: Itemtype, input: Input): Promise<void>;

  /**
   * The rows that a list or search of the class shows at all, beyond the entity filter (items-read G4.3); columns are
   * qualified with `alias`. Undefined: no restriction.
   */
  visible?(ctx: Context, itemtype: Itemtype, alias: string): Promise<Visibility | undefined>;

  /**
   * The rows that a search shows, beyond `visible`, where GLPI's searches find what the session may not read one by one;
   * columns are qualified with `alias`. Undefined: no restriction.
   */
  searchable?(ctx: Context, itemtype: Itemtype, alias: string): Expression<SqlBool> | undefined;

  /** Replaces the entity filter of lists (items-read G4.4); undefined for none. */
  entityFilter?(ctx: Context, itemtype: Itemtype, alias: string): Expression<SqlBool> | undefined;

  /** Columns hidden from this session, for each of the rows; instead of the catalog's undisclosed ones (items-read G8). */
  undisclosed?(ctx: Context, itemtype: Itemtype, rows: readonly Row[]): Promise<readonly (readonly string[])[]>;

  /** Keys that loading the item adds after its columns (items-read G1.4), for all rows of an answer at once. */
  loaded?(ctx: Context, itemtype: Itemtype, rows: readonly Row[]): Promise<readonly Record<string, unknown>[]>;

  /** The name by which people know a row (items-read G11); `others` knows the items of `nameNeeds`. */
  friendlyName?(ctx: Context, itemtype: Itemtype, row: Row, others: OtherNames): string;

  /** Other items whose names are part of this row's friendly name. */
  nameNeeds?(itemtype: Itemtype, row: Row): readonly ItemReference[];

  /** Columns that `friendlyName` and expanded names need beside the name field. */
  readonly nameColumns?: readonly string[];

  /** What `expand_dropdowns` shows for a row (items-read G2.3). */
  dropdownName?(ctx: Context, itemtype: Itemtype, row: Row): string;

  /*
   * The life of a row (items-write). Hooks of all levels run, the most general first, in the item's transaction. A hook
   * that answers false refuses the write; it says why in `w.messages`, if there is anything to say.
   */

  /** Completes and checks a cleaned input before the row is made. */
  prepareAdd?(w: Writing, itemtype: Itemtype, input: Input): Promise<boolean | undefined> | boolean | undefined;

  /** After the row is there, before anybody is told of it: what it consists of. */
  completeAdd?(w: Writing, itemtype: Itemtype, row: Row, input: Input): Promise<void>;

  /** After the row is there and complete, before its own history row is noted. */
  afterAdd?(w: Writing, itemtype: Itemtype, row: Row, input: Input): Promise<void>;

  /** After its own history row and message: what follows an item that is there. */
  onceAdded?(w: Writing, itemtype: Itemtype, row: Row, input: Input): Promise<void>;

  /** Completes and checks a cleaned input before it is compared with the row. */
  prepareUpdate?(
    w: Writing,
    itemtype: Itemtype,
    row: Row,
    input: Input,
  ): Promise<boolean | undefined> | boolean | undefined;

  /** When it is known which columns change; may take some back (`updates`), or add to them. */
  beforeUpdate?(w: Writing, itemtype: Itemtype, change: Change): Promise<void> | void;

  /** After the row and its own history are written, or when nothing of the row changed (`updates` is empty). */
  afterUpdate?(w: Writing, itemtype: Itemtype, change: Change): Promise<void>;

  /** Before an item is put into the trashbin or purged. */
  beforeDelete?(
    w: Writing,
    itemtype: Itemtype,
    row: Row,
    input: Input,
    purge: boolean,
  ): Promise<boolean | undefined> | boolean | undefined;

  /** After `is_deleted` was set, or taken back, by a deletion or a restoration. */
  afterTrash?(w: Writing, itemtype: Itemtype, row: Row, restored: boolean): Promise<void>;

  /** Before the row goes for good: what belongs to it beyond the catalog's children and relations. */
  beforePurge?(w: Writing, itemtype: Itemtype, purge: Purge): Promise<void>;

  /** When children and relations have gone, before others forget the item. */
  duringPurge?(w: Writing, itemtype: Itemtype, purge: Purge): Promise<void>;

  /** After the row has gone. */
  afterPurge?(w: Writing, itemtype: Itemtype, purge: Purge): Promise<void>;

  /** Changes what a copy of a row starts from (items-write W5). */
  prepareClone?(w: Writing, itemtype: Itemtype, input: Input): Promise<void> | void;

  /** After a row was copied with what belongs to it. */
  afterClone?(w: Writing, itemtype: Itemtype, source: Row, id: number): Promise<void>;

  /** The name that messages and other items' histories give a row, with its parent's where it has one. */
  itemName?(w: Writing, itemtype: Itemtype, row: Row, inherited: Inherited<Promise<string>>): Promise<string>;

  /** What a changed key's history shows for a row, where it isn't what `expand_dropdowns` shows. */
  changeName?(w: Writing, itemtype: Itemtype, row: Row): Promise<string>;

  /** Replaces the success message of a creation (items-write W4.2). */
  addedMessage?(w: Writing, itemtype: Itemtype, row: Row): Promise<string>;

  /** Whether this input's changed column is worth a row of the item's own history; default: all are. */
  logsColumn?(itemtype: Itemtype, column: string): boolean;

  /** Where changes of this class are noted instead of on itself (items-write W13.5). */
  historyTarget?(itemtype: Itemtype, row: Row): { readonly itemtype: string; readonly id: number } | undefined;

  /** A tree whose items say nothing to their parents' histories, and go without taking care of their branches' names. */
  readonly quietTree?: true;

  /** A child that tells its parent only that it is removed, or nothing, whatever the catalog says. */
  readonly quietChild?: 'added' | 'always';

  /** A relation whose creation is told even to, and of, a peer that isn't there. */
  readonly toleratesNobody?: true;

  /** A relation that tells its peers only that it is removed, or nothing. */
  readonly quietRelation?: 'added' | 'always';

  /** A child or relation whose parent and peers may be exchanged without the rights of a creation and a deletion. */
  readonly movesFreely?: true;
}
