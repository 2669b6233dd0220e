import type { Input } from '../behaviours/behaviour.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { phpIntval } from '../http/php-values.ts';
import { updateItem } from '../items/write/update-item.ts';
import type { Writing } from '../items/write/writing.ts';
import type { Operation } from '../rights/bits.ts';
import type { Count, Order, Verdict } from './action.ts';
import { type Reason, reasonText, type ShownItem } from './shown-item.ts';

/**
 * The item that messages speak of. It outlives the single id: an item that isn't there leaves the one before.
 */
export interface Speaking {
  shown: ShownItem | undefined;
}

/** One id of an action, inside its transaction. */
export class OneItem {
  readonly w: Writing;
  readonly order: Order;
  /** The id as the client sent it. */
  readonly sent: string;
  readonly id: number;
  readonly #speaking: Speaking;

  constructor(w: Writing, order: Order, sent: string, speaking: Speaking) {
    w.escapesTexts = false;
    this.w = w;
    this.order = order;
    this.sent = sent;
    this.id = phpIntval(sent);
    this.#speaking = speaking;
  }

  get itemtype(): Itemtype {
    return this.order.itemtype;
  }

  get input(): Input {
    return this.order.input;
  }

  /** The item's row, locked; undefined when there is none. Messages speak of it from now on. */
  async load(): Promise<Row | undefined> {
    const row = await this.w.lock(this.itemtype, this.id);
    if (row) this.speakOf({ itemtype: this.itemtype, row });
    return row;
  }

  /** The row, if the session may do `operation` with the item. */
  async loadFor(operation: Operation): Promise<Row | undefined> {
    const row = await this.load();
    return row && (await this.w.ctx.rights.canItem(this.itemtype, row, operation)) ? row : undefined;
  }

  /** Changes the item itself, as what the request is about; false when that is refused. */
  async update(row: Row, change: Input): Promise<boolean> {
    this.w.requested = row;
    return updateItem(this.w, this.itemtype, row, { ...change });
  }

  /** Messages speak of another item, or of none. */
  speakOf(shown: ShownItem | undefined): void {
    this.#speaking.shown = shown;
  }

  /** The item is not done, for a reason that the answer tells. */
  async refuse(reason: Reason, count: Count = reason === 'right' ? 'noright' : 'ko'): Promise<Verdict> {
    return { counts: [count], messages: [await reasonText(this.w, this.#speaking.shown, reason)] };
  }
}
