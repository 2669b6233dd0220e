/** One write: an item with everything that comes with it, in one transaction. */
import type { Input } from '../../behaviours/behaviour.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import { EntityTrees } from '../../entities/entity-tree.ts';
import { occasionOf, type Raised } from '../../notifications/occasion.ts';
import { raise } from '../../notifications/raise.ts';
import { addItem } from './add-item.ts';
import { type Deletion, deleteItem } from './delete-item.ts';
import { History } from './history.ts';
import { Messages } from './messages.ts';
import { Names } from './names.ts';
import { updateItem } from './update-item.ts';

/**
 * What hooks write through. Its methods neither test rights nor clean the input: that is done where a request comes in.
 * Refusals and statements that the server refuses answer undefined or false and leave the transaction usable.
 */
export class Writing {
  /** `db` is the transaction. */
  readonly ctx: Context;
  readonly messages = new Messages();
  readonly history = new History();
  readonly names: Names;
  /** The row that the request itself changes, beside those that follow it. */
  requested: Row | undefined;
  /** Histories show control characters of new texts as GLPI's escaping leaves them; massive actions escape nothing. */
  escapesTexts = true;
  /** What the server said about the last statement that it refused. */
  refusedStatement: Error | undefined;
  /** What happened since people were last told, in order. */
  #happened: Raised[] = [];
  readonly #beforeCommit: (() => Promise<void>)[] = [];
  readonly #afterCommit: (() => void | Promise<void>)[] = [];
  readonly #afterRollback: (() => void | Promise<void>)[] = [];

  constructor(ctx: Context) {
    this.ctx = ctx;
    this.names = new Names(this);
  }

  /** The row of an item as this transaction sees it; undefined when there is none. Not locked. */
  load(itemtype: Itemtype, id: number): Promise<Row | undefined> {
    return this.ctx.rights.find(itemtype, id);
  }

  /** The row, locked until the transaction ends. The id goes as text: beside a key that is one, 0 equals every word. */
  async lock(itemtype: Itemtype, id: number): Promise<Row | undefined> {
    const row = await this.ctx.db
      .selectFrom(itemtype.table)
      .selectAll()
      .where(itemtype.indexName, '=', String(id))
      .forUpdate()
      .executeTakeFirst();
    if (row) this.ctx.rights.holds(itemtype, id);
    return row;
  }

  /** After a statement on a row: what was read is read again. */
  forget(): void {
    this.ctx.rights.forget();
  }

  /** Makes an item; its id, or undefined when it was refused. */
  add(itemtype: Itemtype, input: Input): Promise<number | undefined> {
    return addItem(this, itemtype, input);
  }

  /**
   * Changes an item; false when it was refused or isn't there.
   *
   * @param applies whether the row, now that it is locked, is still one that is meant
   */
  async update(itemtype: Itemtype, id: number, input: Input, applies = (_: Row) => true): Promise<boolean> {
    const row = await this.lock(itemtype, id);
    return row !== undefined && applies(row) && updateItem(this, itemtype, row, input);
  }

  /** Puts an item into the trashbin, or takes it away for good. */
  delete(itemtype: Itemtype, row: Row, deletion: Deletion): Promise<boolean> {
    return deleteItem(this, itemtype, row, deletion);
  }

  /**
   * Something happened to an item that people may be told of (notifications 2). Their mails say what rows say when the
   * hooks of this phase are through: `tell`.
   *
   * @param event GLPI's name of it: `new`, `add_followup` …
   * @param options what it is about beyond the item: ids of a `followup`, `task`, `validation`, or its row when it is gone
   */
  notify(itemtype: string, id: number, event: string, options: Raised['options'] = {}): void {
    this.#happened.push({ itemtype, id, event, options });
  }

  /** Something that people are told of whatever becomes of the write, like a duplicate that was refused. */
  async notifyAnyway(itemtype: string, id: number, event: string, options: Raised['options']): Promise<void> {
    this.notify(itemtype, id, event, options);
    await this.tell();
    this.afterRollback(async () => {
      const { site, session } = this.ctx;
      const db = site.database.inTimeZone(session.timeZone);
      // Those of the transaction read through a connection that is somebody else's by then.
      const outside = { ...this.ctx, db, site: { ...site, entities: new EntityTrees(db) } };
      await raise(occasionOf(outside), { itemtype, id, event, options });
    });
  }

  /** Queues the mails about what happened, in this transaction. */
  async tell(): Promise<void> {
    const happened = this.#happened;
    this.#happened = [];
    for (const each of happened) await raise(occasionOf(this.ctx), each);
  }

  /** Something to do when everything is written and about to be committed; its failure takes all back. */
  beforeCommit(action: () => Promise<void>): void {
    this.#beforeCommit.push(action);
  }

  /** Something to do once everything is committed: caches to forget, files to move. */
  afterCommit(action: () => void | Promise<void>): void {
    this.#afterCommit.push(action);
  }

  /** Something to do when nothing is written after all. */
  afterRollback(action: () => void | Promise<void>): void {
    this.#afterRollback.push(action);
  }

  /** Runs what was put off until everything is written. */
  async complete(): Promise<void> {
    for (const action of this.#beforeCommit) await action();
  }

  /** Runs what was put off until the outcome was known. */
  async settle(committed: boolean): Promise<void> {
    for (const action of committed ? this.#afterCommit : this.#afterRollback) await action();
  }
}
