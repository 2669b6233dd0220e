import type { Connection, RowDataPacket } from 'mysql2/promise';
import { all, byTable, itemtype, tableOfForeignKey } from '../../src/catalog/catalog.ts';

type Row = Record<string, unknown>;

/** Questions to the tables about what no page of GLPI must ever meet. */
export class Tables {
  /** Columns by table. */
  readonly columns = new Map<string, Set<string>>();
  private readonly idsByTable = new Map<string, Set<number>>();
  private readonly db: Connection;

  private constructor(db: Connection) {
    this.db = db;
  }

  static async of(db: Connection): Promise<Tables> {
    const tables = new Tables(db);
    const rows = await tables.rows(
      "SELECT TABLE_NAME AS name, COLUMN_NAME AS col FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE 'glpi\\_%'",
    );
    for (const { name, col } of rows) {
      const columns = tables.columns.get(String(name)) ?? new Set();
      tables.columns.set(String(name), columns.add(String(col)));
    }
    return tables;
  }

  async rows(sql: string, values: unknown[] = []): Promise<Row[]> {
    const [rows] = await this.db.query<RowDataPacket[]>(sql, values);
    return rows;
  }

  having(...columns: string[]): string[] {
    return [...this.columns].filter(([, own]) => columns.every((column) => own.has(column))).map(([name]) => name);
  }

  async empty(): Promise<string[]> {
    const empty = [];
    for (const table of this.columns.keys()) {
      if ((await this.rows(`SELECT 1 FROM ${table} LIMIT 1`)).length === 0) empty.push(table);
    }
    return empty;
  }

  async idsOf(table: string): Promise<Set<number>> {
    const known = this.idsByTable.get(table);
    if (known) return known;
    const ids = new Set((await this.rows(`SELECT id FROM ${table}`)).map(({ id }) => Number(id)));
    this.idsByTable.set(table, ids);
    return ids;
  }
}

/** References to rows that aren't there. */
export async function danglingKeys(tables: Tables): Promise<string[]> {
  const found: string[] = [];
  for (const [table, columns] of tables.columns) {
    for (const column of columns) {
      const target = tableOfForeignKey(column);
      if (target === undefined || !tables.columns.get(target)?.has('id')) continue;
      const ids = await tables.idsOf(target);
      for (const row of await tables.rows(`SELECT ${column} AS ref FROM ${table} WHERE ${column} > 0`)) {
        if (/^\d+$/.test(String(row.ref)) && !ids.has(Number(row.ref))) found.push(`${table}.${column} = ${row.ref}`);
      }
    }
  }
  return found;
}

/** Rows that name an item by class and id which isn't there; both empty is no name at all. */
export async function danglingItems(tables: Tables): Promise<string[]> {
  const found: string[] = [];
  for (const [table, columns] of tables.columns) {
    for (const classColumn of columns) {
      if (!/^(?:main)?itemtype(?:_|$)/.test(classColumn)) continue;
      const idColumn = classColumn.replace('itemtype', 'items').replace(/^(main)?items/, '$1items_id');
      if (!columns.has(idColumn)) continue;
      for (const { type, id } of await tables.rows(`SELECT ${classColumn} AS type, ${idColumn} AS id FROM ${table}`)) {
        const name = String(type ?? '');
        if (name === '' && !Number(id)) continue;
        const of = itemtype(name);
        if (!of || !(await tables.idsOf(of.table)).has(Number(id)))
          found.push(`${table}: ${classColumn} ${name} ${id}`);
      }
    }
  }
  return found;
}

/** Trees whose full names, levels or caches contradict the parents. */
export async function brokenTrees(tables: Tables): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables.having('completename', 'level')) {
    const parentKey = byTable(table)?.foreignKey;
    if (parentKey === undefined) continue;
    const rows = await tables.rows(`SELECT * FROM ${table}`);
    const byId = new Map(rows.map((row) => [Number(row.id), row]));
    const above = (row: Row): Row[] => {
      const parent = row[parentKey] === null ? undefined : byId.get(Number(row[parentKey]));
      return parent && parent !== row ? [...above(parent), parent] : [];
    };
    for (const row of rows) {
      const ancestors = above(row);
      const say = (what: string) => found.push(`${table} ${row.id}: ${what}`);
      if (Number(row.level) !== ancestors.length + 1) say(`level ${row.level}`);
      const names = [...ancestors, row].map(({ name }) => String(name ?? '').replaceAll('>', '&#62;'));
      if (row.completename !== names.join(' > ')) say(`completename ${row.completename}`);
      const below = rows.filter((other) => other === row || above(other).includes(row));
      if (!holds(row.ancestors_cache, ancestors)) say(`ancestors ${row.ancestors_cache}`);
      if (!holds(row.sons_cache, below)) say(`sons ${row.sons_cache}`);
    }
  }
  return found;
}

/** Whether a cache is unfilled or names exactly these rows. */
function holds(cache: unknown, rows: readonly Row[]): boolean {
  if (cache === null || cache === undefined || cache === '') return true;
  const cached = Object.values(JSON.parse(String(cache)) as object).map(Number);
  const wanted = rows.map(({ id }) => Number(id));
  return cached.sort().join() === wanted.sort().join();
}

/** Children in another entity than the item they belong to. */
export async function strayChildren(tables: Tables): Promise<string[]> {
  const found: string[] = [];
  for (const { name, table, child } of all()) {
    if (child === undefined || !tables.columns.get(table)?.has('entities_id')) continue;
    const classColumn = child.itemtype.startsWith('itemtype') ? child.itemtype : undefined;
    for (const row of await tables.rows(`SELECT * FROM ${table}`)) {
      const parent = itemtype(String(classColumn === undefined ? child.itemtype : row[classColumn]));
      if (!parent || !tables.columns.get(parent.table)?.has('entities_id')) continue;
      const [above] = await tables.rows(`SELECT entities_id FROM ${parent.table} WHERE id = ?`, [row[child.itemsId]]);
      if (above && above.entities_id !== row.entities_id) found.push(`${name} ${row.id}: ${row.entities_id}`);
    }
  }
  return found;
}

/** Texts that a program wrote by mistake. */
export async function slips(tables: Tables): Promise<string[]> {
  const texts = await tables.rows(
    "SELECT TABLE_NAME AS name, COLUMN_NAME AS col FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE 'glpi\\_%' AND DATA_TYPE REGEXP 'char|text'",
  );
  const found: string[] = [];
  for (const [table, columns] of Map.groupBy(texts, ({ name }) => String(name))) {
    const conditions = columns.map(({ col }) => `\`${col}\` REGEXP '\\\\[object |^(undefined|NaN|null)$'`);
    const rows = await tables.rows(`SELECT * FROM ${table} WHERE ${conditions.join(' OR ')}`);
    found.push(...rows.map((row) => `${table}: ${JSON.stringify(row)}`));
  }
  return found;
}

/** Codes of the history that write `0` in place of a class, and those that write none (items-write W13.2). */
const WITHOUT_CLASS = new Map([
  [0, ['', '0']],
  [13, ['0']],
  [14, ['0']],
  [20, ['0']],
]);

/** Lines of the history that GLPI could not show. */
export async function oddHistory(tables: Tables, author: string): Promise<string[]> {
  const found: string[] = [];
  for (const row of await tables.rows('SELECT * FROM glpi_logs WHERE user_name = ?', [author])) {
    const of = itemtype(String(row.itemtype));
    const links = WITHOUT_CLASS.get(Number(row.linked_action));
    const link = String(row.itemtype_link);
    const isOdd =
      !of ||
      !(await tables.idsOf(of.table)).has(Number(row.items_id)) ||
      (links ? !links.includes(link) : itemtype(link.split('#')[0]!) === undefined) ||
      row.date_mod === null ||
      Number(row.id_search_option) < 0;
    if (isOdd) found.push(JSON.stringify(row));
  }
  return found;
}
