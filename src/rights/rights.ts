import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import type { Operation } from './bits.ts';

/** The entity that an item is in, and whether those below see it too. */
export interface ItemEntity {
  readonly id: number;
  readonly recursive: boolean;
}

/** What one session may see and do; made for it, so that no reader or writer can forget to ask (spec: rights). */
export interface Rights {
  /** R2.1: any of `bits` of the right `name` in the active profile. */
  have(name: string, bits: number): boolean;
  /** R4.4: the entity is active, or `recursive` and above an active one. */
  haveAccess(entity: number, recursive: boolean): boolean;
  /** The session may act in the entity and in everything below it. */
  haveRecursiveAccess(entity: number): boolean;
  readonly interface: 'central' | 'helpdesk' | null;
  readonly userId: number;
  /** R3: the class-level test. */
  canClass(itemtype: Itemtype, operation: Operation): boolean;
  /** R4.2: class and item level for an existing row. */
  canItem(itemtype: Itemtype, row: Row, operation: Operation): Promise<boolean>;
  /** R4.3: the item level alone, as children and relations ask it of their parents. */
  passesItemTest(itemtype: Itemtype, row: Row, operation: Operation): Promise<boolean>;
  /** R4.1: whether a new item with this input may be created; may complete `input` (R5.4, R6.5). */
  canCreate(itemtype: Itemtype, input: Record<string, unknown>): Promise<boolean>;
  /**
   * R6.6: whether a child or relation may get the parent or peers that `input` names; true when none of them changes.
   */
  canMove(itemtype: Itemtype, row: Row, input: Record<string, unknown>): Promise<boolean>;
  /** The entity of a row, its parent's for children without one of their own (R5.3); undefined: of no entity. */
  entityOf(itemtype: Itemtype, row: Row): Promise<ItemEntity | undefined>;
  /** A row by its key, read once per request. No right is tested. */
  find(itemtype: Itemtype, id: number): Promise<Row | undefined>;
  /**
   * As `find`, with the row locked until the transaction ends: for a change of it, or (`share`) so that it stays. Once
   * locked, it isn't locked again.
   *
   * @throws GoneMeanwhile when the transaction has seen it before
   */
  hold(itemtype: Itemtype, id: number, mode?: 'update' | 'share'): Promise<Row | undefined>;
  /** The transaction has made the row, or locked it by a statement of its own. */
  holds(itemtype: Itemtype, id: number): void;
  /** What `load` answers, asked once per request and key. */
  once<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** After a write: whatever was read is read again. */
  forget(): void;
  /** After the write that took rows away. */
  forgetPurged(itemtype: Itemtype, ids: readonly number[]): void;
}
