/** Names of the rows that others refer to, looked up together. */
import { type RawBuilder, sql } from 'kysely';
import type { Row, SqlValue } from '../../database/database.ts';
import { type Occasion, rowsById } from '../occasion.ts';
import { userName } from '../users.ts';
import { path, said } from './values.ts';

/** Answers names by table and id; empty where there is no such row. */
export interface Names {
  of(table: string, id: SqlValue | undefined): string;
  /** A person's name, or the login. */
  user(id: SqlValue | undefined): string;
}

/** Tables whose names are paths. */
const trees = new Set([
  'glpi_entities',
  'glpi_groups',
  'glpi_itilcategories',
  'glpi_locations',
  'glpi_states',
  'glpi_taskcategories',
  'glpi_documentcategories',
]);

/** Reads the names of rows in one statement, and those of users in another. */
export async function namesOf(
  o: Occasion,
  references: readonly (readonly [table: string, id: SqlValue | undefined])[],
  users: readonly (SqlValue | undefined)[],
): Promise<Names> {
  const ids = new Map<string, Set<number>>();
  for (const [table, id] of references) {
    if (!(Number(id) > 0 || (table === 'glpi_entities' && Number(id) === 0))) continue;
    const wanted = ids.get(table) ?? new Set();
    ids.set(table, wanted.add(Number(id)));
  }
  const parts = [...ids].map(([table, wanted]): RawBuilder<unknown> => {
    const column = trees.has(table) ? 'completename' : 'name';
    return sql`select ${sql.lit(table)} as t, id, ${sql.ref(column)} as name from ${sql.table(table)} where id in (${sql.join([...wanted])})`;
  });
  const names = new Map<string, string>();
  if (parts.length > 0) {
    const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(o.db);
    for (const row of rows) {
      const table = String(row.t);
      names.set(`${table} ${row.id}`, trees.has(table) ? path(row.name) : said(row.name));
    }
  }
  const people = await rowsById(o, 'glpi_users', users.map(Number), ['name', 'realname', 'firstname']);
  return {
    of: (table, id) => names.get(`${table} ${Number(id)}`) ?? '',
    user(id) {
      const row = people.get(Number(id));
      return row ? userName(o, row) : '';
    },
  };
}
