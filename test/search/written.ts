import { DummyDriver, type Expression, Kysely, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler, sql } from 'kysely';

const writer = new Kysely<never>({
  dialect: {
    createAdapter: () => new MysqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new MysqlIntrospector(db),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  },
});

/** An expression as SQL with its bound values. */
export function written(expression: Expression<unknown>): { sql: string; parameters: readonly unknown[] } {
  const compiled = sql`${expression}`.compile(writer);
  return { sql: compiled.sql.replace(/\s+/g, ' '), parameters: compiled.parameters };
}
