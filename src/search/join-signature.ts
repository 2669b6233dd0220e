/** What a join means, whatever its alias and the spelling of its condition. */
import { DummyDriver, type Expression, Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler, sql } from 'kysely';

/** Only writes SQL. */
const writer = new Kysely<never>({
  dialect: {
    createAdapter: () => new MysqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new MysqlIntrospector(db),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  },
});

export interface Joined {
  readonly table: string;
  readonly alias: string;
  readonly on: Expression<unknown>;
}

/** Equal for joins of one table by the same terms, in any order. */
export function joinSignature({ table, alias, on }: Joined): string {
  const { sql: text, parameters } = sql`${on}`.compile(writer);
  let next = 0;
  const terms = text
    .replaceAll('?', () => JSON.stringify(parameters[next++]))
    .replaceAll(`\`${alias}\`.`, '@')
    .replace(/[()`]/g, '')
    .split(/\s+and\s+/i)
    .map((term) =>
      term
        .trim()
        .split(/\s+=\s+/)
        .sort()
        .join(' = '),
    );
  return `${table}: ${terms.sort().join(' and ')}`;
}
