import { sql } from 'kysely';
import type { Db } from './database.ts';

/** A column as information_schema describes it. */
export interface Column {
  readonly name: string;
  /** `int`, `varchar`, `timestamp`, `decimal` … */
  readonly type: string;
  /** The whole type: `int(10) unsigned`, `decimal(20,4)`. */
  readonly fullType: string;
  readonly nullable: boolean;
  /** The declared default unquoted; null for NULL; undefined when none is declared. */
  readonly default: string | null | undefined;
  readonly maxLength: number | null;
  readonly autoIncrement: boolean;
}

export interface Table {
  readonly name: string;
  /** In table order. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** The tables of the database, read once at start: their form doesn't change while a GLPI version runs. */
export interface Schema {
  table(name: string): Table | undefined;
  hasColumn(table: string, column: string): boolean;
  tables(): IterableIterator<Table>;
}

interface ColumnFacts {
  t: string;
  c: string;
  type: string;
  full: string;
  nullable: 'YES' | 'NO';
  def: string | null;
  len: number | null;
  extra: string;
}

/** Reads every table of the connected database. */
export async function readSchema(db: Db): Promise<Schema> {
  const { rows } = await sql<ColumnFacts>`
    SELECT TABLE_NAME AS t, COLUMN_NAME AS c, DATA_TYPE AS type, COLUMN_TYPE AS full, IS_NULLABLE AS nullable,
           COLUMN_DEFAULT AS def, CHARACTER_MAXIMUM_LENGTH AS len, EXTRA AS extra
    FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION`.execute(db);
  const tables = new Map<string, Map<string, Column>>();
  for (const row of rows) {
    let columns = tables.get(row.t);
    if (!columns) {
      columns = new Map();
      tables.set(row.t, columns);
    }
    columns.set(row.c, {
      name: row.c,
      type: row.type,
      fullType: row.full,
      nullable: row.nullable === 'YES',
      default: defaultOf(row),
      maxLength: row.len,
      autoIncrement: row.extra.includes('auto_increment'),
    });
  }
  const byName = new Map([...tables].map(([name, columns]) => [name, { name, columns }] as const));
  return {
    table: (name) => byName.get(name),
    hasColumn: (table, column) => byName.get(table)?.columns.has(column) ?? false,
    tables: () => byName.values(),
  };
}

/** MariaDB quotes text defaults and writes NULL as a word; MySQL gives them bare and NULL for none. */
function defaultOf(row: ColumnFacts): string | null | undefined {
  if (row.def === null) return row.nullable === 'YES' ? null : undefined;
  if (row.def === 'NULL') return null;
  const quoted = /^'(.*)'$/s.exec(row.def);
  return quoted ? quoted[1]!.replaceAll("''", "'") : row.def;
}
