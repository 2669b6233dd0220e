import { sql } from 'kysely';
import type { Behaviour } from '../behaviours/behaviour.ts';
import { behavioursOf } from '../behaviours/registry.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { CREATE, DELETE, type Operation, PURGE } from './bits.ts';
import { classRule } from './class-level.ts';
import { GoneMeanwhile } from './gone-meanwhile.ts';
import { itemRule } from './item-level.ts';
import { addEntity, newRow } from './new-item.ts';
import type { ItemEntity, Rights } from './rights.ts';
import { peerOf } from './sides.ts';

/**
 * Binds a session's rights into a request's surroundings. Give the context of a transaction by calling it again with
 * the transaction's `db`: its rights then see what the transaction sees.
 */
export function withRights(surroundings: Omit<Context, 'rights'>): Context {
  return new SessionRights(surroundings).context;
}

const rowKey = ({ table }: Itemtype, id: number): string => `row ${table} ${id}`;

class SessionRights implements Rights {
  readonly context: Context;
  readonly interface: 'central' | 'helpdesk' | null;
  readonly userId: number;
  readonly #active: ReadonlySet<number>;
  readonly #above: ReadonlySet<number>;
  readonly #classAnswers = new Map<string, boolean>();
  readonly #read = new Map<string, Promise<unknown>>();
  /** Rows that were there when they were looked for, and those that are locked. */
  readonly #seen = new Set<string>();
  readonly #held = new Set<string>();

  constructor(surroundings: Omit<Context, 'rights'>) {
    this.context = { ...surroundings, rights: this };
    const { session } = surroundings;
    this.interface = session.activeProfile?.interface ?? null;
    this.userId = session.user.id;
    this.#active = new Set(session.entities?.ids);
    this.#above = new Set(session.entities?.parents);
  }

  have(name: string, bits: number): boolean {
    return (Number(this.context.session.activeProfile?.fields[name] ?? 0) & bits) !== 0;
  }

  haveAccess(entity: number, recursive: boolean): boolean {
    if (entity < 0) return false;
    return this.#active.has(entity) || (recursive && this.#above.has(entity));
  }

  haveRecursiveAccess(entity: number): boolean {
    const assigned = this.context.session.activeProfile?.entities.find(({ id }) => id === entity);
    return assigned ? assigned.is_recursive === 1 : this.#active.has(entity);
  }

  canClass(itemtype: Itemtype, operation: Operation): boolean {
    const key = `${operation} ${itemtype.name}`;
    let answer = this.#classAnswers.get(key);
    if (answer === undefined) {
      const rules = this.#behaviours(itemtype).filter((behaviour) => behaviour.canClass);
      const ask = (at: number): boolean =>
        rules[at]?.canClass?.(this.context, itemtype, operation, () => ask(at + 1)) ??
        classRule(this, itemtype, operation);
      answer = ask(0);
      this.#classAnswers.set(key, answer);
    }
    return answer;
  }

  async canItem(itemtype: Itemtype, row: Row, operation: Operation): Promise<boolean> {
    if (this.#isPrivateOfMine(itemtype, row)) return true;
    return this.canClass(itemtype, operation) && this.passesItemTest(itemtype, row, operation);
  }

  passesItemTest(itemtype: Itemtype, row: Row, operation: Operation): Promise<boolean> {
    const rules = this.#behaviours(itemtype).filter((behaviour) => behaviour.canItem);
    const ask = (at: number): Promise<boolean> =>
      rules[at]?.canItem?.(this.context, itemtype, row, operation, () => ask(at + 1)) ??
      itemRule(this.context, itemtype, row, operation);
    return ask(0);
  }

  async canCreate(itemtype: Itemtype, input: Record<string, unknown>): Promise<boolean> {
    await addEntity(this.context, itemtype, input);
    for (const behaviour of this.#behaviours(itemtype).toReversed()) {
      await behaviour.addNeededInfo?.(this.context, itemtype, input);
    }
    return this.canItem(itemtype, newRow(this.context, itemtype, input), CREATE);
  }

  async canMove(itemtype: Itemtype, row: Row, input: Record<string, unknown>): Promise<boolean> {
    const { child, relation } = itemtype;
    const sides = child ? [child] : relation ? [relation.side1, relation.side2] : [];
    const columns = sides.flatMap(({ itemtype: name, itemsId }) => (name in row ? [name, itemsId] : [itemsId]));
    const moves = columns.some((name) => input[name] !== undefined && String(input[name]) !== String(row[name]));
    if (!moves) return true;
    const moved = { ...row, ...Object.fromEntries(Object.entries(input).filter(([name]) => name in row)) } as Row;
    return (
      (await this.canItem(itemtype, moved, CREATE)) &&
      (await this.canItem(itemtype, row, DELETE)) &&
      (await this.canItem(itemtype, row, PURGE))
    );
  }

  entityOf(itemtype: Itemtype, row: Row): Promise<ItemEntity | undefined> {
    const rules = this.#behaviours(itemtype).filter((behaviour) => behaviour.entity);
    const ask = (at: number): Promise<ItemEntity | undefined> =>
      rules[at]?.entity?.(this.context, itemtype, row, () => ask(at + 1)) ?? this.#ownEntity(itemtype, row);
    return ask(0);
  }

  find(itemtype: Itemtype, id: number): Promise<Row | undefined> {
    if (!Number.isSafeInteger(id)) return Promise.resolve(undefined);
    const key = rowKey(itemtype, id);
    return this.once(key, async () => {
      const row = await this.#rowQuery(itemtype, id).executeTakeFirst();
      if (row) this.#seen.add(key);
      return row;
    });
  }

  async hold(itemtype: Itemtype, id: number, mode: 'update' | 'share' = 'update'): Promise<Row | undefined> {
    const key = rowKey(itemtype, id);
    if (this.#held.has(key)) return this.find(itemtype, id);
    if (!Number.isSafeInteger(id)) return undefined;
    const query = this.#rowQuery(itemtype, id);
    const locking = mode === 'update' ? query.forUpdate() : query.modifyEnd(sql`lock in share mode`);
    const row = await locking.executeTakeFirst();
    if (row) this.#held.add(key);
    else if (this.#seen.has(key)) throw new GoneMeanwhile(itemtype.name, id);
    this.#read.set(key, Promise.resolve(row));
    return row;
  }

  holds(itemtype: Itemtype, id: number): void {
    this.#held.add(rowKey(itemtype, id));
  }

  once<T>(key: string, load: () => Promise<T>): Promise<T> {
    let answer = this.#read.get(key) as Promise<T> | undefined;
    if (!answer) {
      answer = load();
      this.#read.set(key, answer);
    }
    return answer;
  }

  forget(): void {
    this.#read.clear();
  }

  forgetPurged(itemtype: Itemtype, ids: readonly number[]): void {
    for (const id of ids) this.#seen.delete(rowKey(itemtype, id));
    this.forget();
  }

  /** The id goes as text: beside a key that is one (dashboards'), the number 0 would equal every word. */
  #rowQuery({ table, indexName }: Itemtype, id: number) {
    return this.context.db.selectFrom(table).selectAll().where(indexName, '=', String(id));
  }

  #behaviours(itemtype: Itemtype): readonly Behaviour[] {
    return behavioursOf(this.context.site.behaviours, itemtype);
  }

  #isPrivateOfMine(itemtype: Itemtype, row: Row): boolean {
    return itemtype.flags.maybePrivate && Number(row.is_private) > 0 && Number(row.users_id) === this.userId;
  }

  async #ownEntity(itemtype: Itemtype, row: Row): Promise<ItemEntity | undefined> {
    const { flags, child, table } = itemtype;
    const { schema } = this.context.site;
    const own = schema.hasColumn(table, 'entities_id');
    if (own && !flags.entityAssign) return undefined;
    if (own && (!flags.maybeRecursive || schema.hasColumn(table, 'is_recursive'))) {
      return { id: Number(row.entities_id), recursive: flags.maybeRecursive && Number(row.is_recursive) > 0 };
    }
    const parent = child && (await peerOf(this, child, row));
    const inherited = parent && (await this.entityOf(parent.itemtype, parent.row));
    return own ? { id: Number(row.entities_id), recursive: inherited?.recursive ?? false } : inherited;
  }
}
