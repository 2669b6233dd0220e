/** The names by which history rows and messages call items. */
import { behavioursOf } from '../../behaviours/registry.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import { hasRowZero } from '../../catalog/row-zero.ts';
import type { Row } from '../../database/database.ts';
import { type Names as FoundNames, friendlyNames, readNames, WantedNames } from '../names.ts';
import type { Writing } from './writing.ts';

/** A row of a table, by its key. */
export interface TableReference {
  readonly table: string;
  readonly id: number;
}

/** What stands for an empty name in a changed column's history. */
const NOTHING = '&nbsp;';

export class Names {
  readonly #w: Writing;
  #found: FoundNames | undefined;
  #special = new Map<string, string>();

  constructor(w: Writing) {
    this.#w = w;
  }

  /** Looks up the names that `dropdown` is going to be asked for, in one statement. */
  async prepare(references: readonly TableReference[]): Promise<void> {
    this.#found = undefined;
    this.#special.clear();
    const wanted = new WantedNames();
    let any = false;
    for (const { table, id } of references) {
      const itemtype = catalog.byTable(table);
      if (!itemtype || (id <= 0 && !hasRowZero(itemtype))) continue;
      const special = behavioursOf(this.#w.ctx.site.behaviours, itemtype).find((one) => one.changeName);
      if (special?.changeName) {
        const row = await this.#w.load(itemtype, id);
        if (row) this.#special.set(`${table}:${id}`, await special.changeName(this.#w, itemtype, row));
        continue;
      }
      wanted.add(itemtype, id);
      any = true;
    }
    if (any) this.#found = await readNames(this.#w.ctx, wanted);
  }

  /** `<name> (<id>)` of a row that was prepared; `&nbsp;` for no name. */
  dropdown(table: string, id: unknown): string {
    const itemtype = catalog.byTable(table);
    const special = this.#special.get(`${table}:${id}`);
    if (special !== undefined) return `${special} (${id})`;
    const name = itemtype && this.#found ? this.#found.dropdown(itemtype, Number(id)) : '';
    return `${name || NOTHING} (${id ?? ''})`;
  }

  /** `<name> (<id>)` of an item, as its peers' and parents' histories call it; `N/A ()` of none. */
  async peer(itemtype: Itemtype, row: Row | undefined): Promise<string> {
    if (!row) return 'N/A ()';
    return `${await this.full(itemtype, row)} (${row[itemtype.indexName]})`;
  }

  /** An item's name with what its class puts before or behind it; `N/A` for none. */
  async full(itemtype: Itemtype, row: Row): Promise<string> {
    const hooks = behavioursOf(this.#w.ctx.site.behaviours, itemtype).filter((one) => one.itemName);
    const ask = async (at: number): Promise<string> =>
      hooks[at]?.itemName?.(this.#w, itemtype, row, () => ask(at + 1)) ?? ((await this.plain(itemtype, row)) || 'N/A');
    return ask(0);
  }

  /** An item's own name, empty when it has none. */
  async plain(itemtype: Itemtype, row: Row): Promise<string> {
    const [name] = await friendlyNames(this.#w.ctx, itemtype, [row]);
    return name ?? '';
  }
}

/** A tree's complete name as histories and expanded names show it. */
export const encodedPath = (completename: string): string => completename.replaceAll(' > ', ' &#62; ');
