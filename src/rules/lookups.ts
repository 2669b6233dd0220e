/** What criteria need to know about the items that an input names by their ids. */
import { sql } from 'kysely';
import * as catalog from '../catalog/catalog.ts';
import type { Db } from '../database/database.ts';
import type { EntityTree } from '../entities/entity-tree.ts';
import type { Translate } from '../text/translations.ts';
import { personName } from '../text/user-name.ts';
import type { Values } from './facts/fields.ts';
import { isComparedByLabel, valueLabel } from './labels.ts';

export interface LookupSources {
  readonly db: Db;
  readonly tree: EntityTree;
  /** Of whoever works; absent where nobody does: labels don't count then. */
  readonly translate?: Translate;
  /** `names_format` of whoever works. */
  readonly namesFormat?: number;
}

/** Looks names and trees up, each once. */
export class Lookups {
  readonly #sources: LookupSources;
  readonly #texts = new Map<string, Promise<string>>();

  constructor(sources: LookupSources) {
    this.#sources = sources;
  }

  /** The text of a value (rules 3.2): an id's name, a level's label, yes or no; others as they are. */
  async text(values: Values | undefined, value: string): Promise<string> {
    if (values === undefined) return value;
    if (values !== 'users' && !values.startsWith('glpi_')) {
      const { translate } = this.#sources;
      return translate && isComparedByLabel(values) ? valueLabel(translate, values, value) : value;
    }
    const key = `${values} ${value}`;
    let text = this.#texts.get(key);
    if (!text) {
      text = values === 'users' ? this.#person(Number(value)) : this.#dropdown(values, Number(value));
      this.#texts.set(key, text);
    }
    return text;
  }

  /** Whether an item of a tree is another one, or is below it. */
  async isUnder(table: string, id: number, ancestor: number): Promise<boolean> {
    if (id === ancestor) return true;
    if (table === 'glpi_entities') return this.#sources.tree.ancestors(id).includes(ancestor);
    const parent = catalog.byTable(table)?.foreignKey;
    if (parent === undefined || !(id > 0) || !(ancestor > 0)) return false;
    const { rows } = await sql`
      WITH RECURSIVE up (id, parent) AS (
        SELECT id, ${sql.ref(parent)} FROM ${sql.table(table)} WHERE id = ${id}
        UNION
        SELECT node.id, ${sql.ref(`node.${parent}`)} FROM ${sql.table(table)} AS node JOIN up ON node.id = up.parent
      )
      SELECT id FROM up WHERE id = ${ancestor}`.execute(this.#sources.db);
    return rows.length > 0;
  }

  async #person(id: number): Promise<string> {
    if (!(id > 0)) return '';
    const row = await this.#sources.db
      .selectFrom('glpi_users')
      .select(['name as login', 'realname', 'firstname'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? personName(row, this.#sources.namesFormat ?? 0) : '';
  }

  async #dropdown(table: string, id: number): Promise<string> {
    const itemtype = catalog.byTable(table);
    if (!itemtype || !(id > 0 || table === 'glpi_entities')) return '';
    const column = itemtype.completenameField ?? itemtype.nameField;
    const row = await this.#sources.db.selectFrom(table).select(column).where('id', '=', id).executeTakeFirst();
    // Of the tree names only the parts are stored encoded.
    return String(row?.[column] ?? '').replaceAll(' > ', ' &#62; ');
  }
}
