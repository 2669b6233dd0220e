import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

export type DemoValue = string | number | null;
export type DemoRow = Record<string, DemoValue>;

/** The Monday on which the demo company began to use GLPI: its rows are the same whenever it is made. */
const FIRST_DAY = Date.UTC(2026, 0, 5, 8, 0, 0);

/** The moment `days` (and fractions of them) after the first day, 08:00, as `YYYY-MM-DD HH:MM:SS`. */
export function moment(days: number): string {
  return new Date(FIRST_DAY + Math.round(days * 1440) * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The date of `moment`. */
export function day(days: number): string {
  return moment(days).slice(0, 10);
}

/** Text as GLPI 10 keeps it: &, < and > encoded (items-write W1.4). */
export function encoded(text: string): string {
  return text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;');
}

/**
 * Rows of the demo company on their way into a database that holds GLPI's default rows: they get their ids at once, and
 * are written together.
 */
export class DemoSite {
  readonly #columns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #nextId: Map<string, number>;
  readonly #rows = new Map<string, DemoRow[]>();

  private constructor(columns: ReadonlyMap<string, ReadonlySet<string>>, nextId: Map<string, number>) {
    this.#columns = columns;
    this.#nextId = nextId;
  }

  static async on(db: Db): Promise<DemoSite> {
    const { rows: columns } = await sql<{ table: string; name: string }>`
      SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()`.execute(
      db,
    );
    const { rows: counters } = await sql<{ table: string; next: number }>`
      SELECT TABLE_NAME AS \`table\`, AUTO_INCREMENT AS next FROM information_schema.TABLES
      WHERE TABLE_SCHEMA = DATABASE() AND AUTO_INCREMENT IS NOT NULL`.execute(db);
    const byTable = new Map<string, Set<string>>();
    for (const { table, name } of columns) byTable.set(table, (byTable.get(table) ?? new Set()).add(name));
    return new DemoSite(byTable, new Map(counters.map(({ table, next }) => [table, Number(next)])));
  }

  /** Adds a row; gives its id. The columns date_creation and date_mod are filled where the table has them. */
  add(table: string, row: DemoRow): number {
    const columns = this.#columns.get(table);
    if (!columns) throw new Error(`There is no table ${table}.`);
    const id = this.#nextId.get(table) ?? 1;
    this.#nextId.set(table, id + 1);
    const stamp = moment(id / 24);
    const stamps = columns.has('date_creation') ? { date_creation: stamp, date_mod: stamp } : {};
    const rows = this.#rows.get(table) ?? [];
    rows.push({ id, ...(columns.has('date_mod') ? stamps : {}), ...row });
    this.#rows.set(table, rows);
    return id;
  }

  /** Adds an item with the line of history that its creation leaves. */
  addItem(itemtype: string, table: string, row: DemoRow): number {
    const id = this.add(table, row);
    this.add('glpi_logs', {
      itemtype,
      items_id: id,
      itemtype_link: '0',
      linked_action: 20,
      user_name: 'glpi (2)',
      date_mod: moment(id / 24),
      id_search_option: 0,
      old_value: '',
      new_value: '',
    });
    return id;
  }

  /** Adds a dropdown's values by name; gives their ids by name. */
  dropdown(table: string, names: string[], common: DemoRow = {}): Record<string, number> {
    return Object.fromEntries(names.map((name) => [name, this.add(table, { name: encoded(name), ...common })]));
  }

  /**
   * Adds the values of a tree: each name stands after its parents, `Office > Floor 1`. Gives the ids by that whole name.
   * @param parent the column that points to the parent's row
   */
  tree(table: string, parent: string, names: string[], common: DemoRow = {}): Record<string, number> {
    const ids: Record<string, number> = {};
    for (const whole of names) {
      const path = whole.split(' > ');
      const ancestors = path.slice(1).map((_, index) => ids[path.slice(0, index + 1).join(' > ')]!);
      ids[whole] = this.add(table, {
        name: encoded(path.at(-1)!),
        completename: path.map(encoded).join(' > '),
        level: path.length,
        [parent]: ancestors.at(-1) ?? 0,
        ancestors_cache: phpMap(ancestors),
        ...common,
      });
    }
    return ids;
  }

  /** Writes all rows in one transaction. */
  async write(db: Db): Promise<void> {
    await db.transaction().execute(async (transaction) => {
      for (const [table, rows] of this.#rows) {
        const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
        const tuples = rows.map(
          (row) => sql`(${sql.join(columns.map((column) => row[column] ?? missing(row, column)))})`,
        );
        await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.id(column)))}) VALUES ${sql.join(tuples)}`.execute(
          transaction,
        );
      }
    });
  }
}

function missing(row: DemoRow, column: string) {
  return column in row ? null : sql`DEFAULT`;
}

/** A PHP array of ids under themselves as GLPI's tree caches keep it: a list where the keys are 0, 1, 2 … */
export function phpMap(ids: number[]): string {
  const isList = ids.every((id, index) => id === index);
  return JSON.stringify(isList ? ids : Object.fromEntries(ids.map((id) => [id, id])));
}
