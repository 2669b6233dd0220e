/** The names by which history rows and messages call items. */
import { type ExpressionBuilder, sql } from 'kysely';
import { behavioursOf } from '../../behaviours/registry.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { AnyTables, Row } from '../../database/database.ts';
import type { Writing } from './writing.ts';

export interface Reference {
  readonly table: string;
  readonly id: number;
}

/** What stands for an empty name in a changed column's history. */
const NOTHING = '&nbsp;';

export class Names {
  readonly #w: Writing;
  readonly #dropdowns = new Map<string, string>();

  constructor(w: Writing) {
    this.#w = w;
  }

  /** Looks up the names of many rows in one statement (and one per class that has names of its own making). */
  async prepare(references: readonly Reference[]): Promise<void> {
    const wanted = new Map<string, Set<number>>();
    for (const { table, id } of references) {
      if (id === 0 && table !== 'glpi_entities') continue;
      if (this.#dropdowns.has(`${table}:${id}`) || !this.#w.ctx.site.schema.table(table)) continue;
      const ids = wanted.get(table);
      if (ids) ids.add(id);
      else wanted.set(table, new Set([id]));
    }
    const plain: { table: string; ids: number[]; column: string; index: string }[] = [];
    for (const [table, ids] of wanted) {
      const itemtype = catalog.byTable(table);
      const own = itemtype && behavioursOf(this.#w.ctx.site.behaviours, itemtype).find((one) => one.dropdownName);
      if (itemtype && own?.dropdownName) await this.#prepareOwn(itemtype, own.dropdownName.bind(own), [...ids]);
      else {
        const column = itemtype?.completenameField ?? itemtype?.nameField ?? 'name';
        if (!this.#w.ctx.site.schema.hasColumn(table, column)) continue;
        plain.push({ table, ids: [...ids], column, index: itemtype?.indexName ?? 'id' });
      }
    }
    const [first, ...others] = plain.map((one) => this.#select(one));
    if (!first) return;
    const query = others.reduce((all, one) => all.unionAll(one), first);
    for (const row of await query.execute()) {
      const name = String(row.name ?? '');
      const isTree = catalog.byTable(row.kind as string)?.completenameField !== undefined;
      this.#dropdowns.set(`${row.kind}:${row.id}`, isTree ? encodedPath(name) : name);
    }
  }

  #select(one: { table: string; ids: number[]; column: string; index: string }) {
    return this.#w.ctx.db
      .selectFrom(one.table)
      .select((eb: ExpressionBuilder<AnyTables, string>) => [
        sql<string>`${one.table}`.as('kind'),
        eb.ref(one.index).as('id'),
        eb.ref(one.column).as('name'),
      ])
      .where(one.index, 'in', one.ids);
  }

  async #prepareOwn(
    itemtype: Itemtype,
    nameOf: (ctx: Writing['ctx'], itemtype: Itemtype, row: Row) => string,
    ids: readonly number[],
  ): Promise<void> {
    const rows: Row[] = await this.#w.ctx.db
      .selectFrom(itemtype.table)
      .selectAll()
      .where(itemtype.indexName, 'in', ids)
      .execute();
    for (const row of rows) {
      this.#dropdowns.set(`${itemtype.table}:${row[itemtype.indexName]}`, nameOf(this.#w.ctx, itemtype, row));
    }
  }

  /** `<name> (<id>)` of a row that was prepared; `&nbsp;` for no name. */
  dropdown(table: string, id: unknown): string {
    const name = this.#dropdowns.get(`${table}:${id}`);
    return `${name === undefined || name === '' ? NOTHING : name} (${id ?? ''})`;
  }

  /** `<name> (<id>)` of an item, as its peers' and parents' histories call it. */
  async peer(itemtype: Itemtype, row: Row | undefined): Promise<string> {
    if (!row) return 'N/A ()';
    return `${await this.item(itemtype, row)} (${row[itemtype.indexName]})`;
  }

  /** An item's name with what its class puts before or behind it; `N/A` for none. */
  async item(itemtype: Itemtype, row: Row): Promise<string> {
    const { behaviours } = this.#w.ctx.site;
    const hooks = behavioursOf(behaviours, itemtype).flatMap((one) => (one.itemName ? [one.itemName.bind(one)] : []));
    const ask = (at: number): Promise<string> => {
      const hook = hooks[at];
      return hook
        ? hook(this.#w, itemtype, row, () => ask(at + 1))
        : Promise.resolve(this.plain(itemtype, row) || 'N/A');
    };
    return ask(0);
  }

  /** An item's own name, empty when it has none. */
  plain(itemtype: Itemtype, row: Row): string {
    const own = behavioursOf(this.#w.ctx.site.behaviours, itemtype).find((one) => one.friendlyName);
    const name = own?.friendlyName?.(this.#w.ctx, itemtype, row) ?? row[itemtype.nameField];
    return String(name ?? '');
  }
}

/** A tree's complete name as histories and expanded names show it. */
export const encodedPath = (completename: string): string => completename.replaceAll(' > ', ' &#62; ');
