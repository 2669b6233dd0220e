import {
  DummyDriver,
  type Expression,
  Kysely,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  type SqlBool,
} from 'kysely';
import { describe, expect, it } from 'vitest';
import { problemsOrChangesOf, ticketsOf } from '../../src/behaviours/itil/visible-items.ts';
import { visibleCombinations, visibleRows } from '../../src/behaviours/visibility.ts';
import * as catalog from '../../src/catalog/catalog.ts';
import type { AnyTables } from '../../src/database/database.ts';
import { entityCondition } from '../../src/entities/entity-condition.ts';
import type { ActiveEntities } from '../../src/sessions/session.ts';
import { contextOfProfile } from './contexts.ts';

const db = new Kysely<AnyTables>({
  dialect: {
    createAdapter: () => new MysqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (any) => new MysqlIntrospector(any),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  },
});

function text(condition: Expression<SqlBool> | undefined): string {
  if (!condition) return '';
  const { sql, parameters } = db.selectFrom('t').selectAll().where(condition).compile();
  let at = 0;
  return sql
    .replace('select * from `t` where ', '')
    .replaceAll('`', '')
    .replaceAll('?', () => String(parameters[at++]));
}

describe('the entities of a list (items-read G4.4)', () => {
  const entities = { ids: [2, 3], parents: [0, 1], all: false } as unknown as ActiveEntities;

  it('are the active ones', () => {
    expect(text(entityCondition(entities, 't', { recursive: false }))).toBe('t.entities_id in (2, 3)');
  });

  it('and those above, for recursive rows', () => {
    expect(text(entityCondition(entities, 't', { recursive: true }))).toBe(
      '(t.entities_id in (2, 3) or (t.is_recursive = 1 and t.entities_id in (0, 1)))',
    );
  });

  it('are none without a profile', () => {
    expect(text(entityCondition(null, 't', { recursive: true }))).toBe('0 = 1');
  });

  it('are all known ones for who sees all, however many', () => {
    const many = {
      ids: Array.from({ length: 6000 }, (_, id) => id),
      parents: [],
      all: true,
    } as unknown as ActiveEntities;
    expect(text(entityCondition(many, 't', { recursive: true }))).toBe(
      't.entities_id in (select id from glpi_entities)',
    );
  });
});

describe('the tickets of a list (search 10.2)', () => {
  const tickets = catalog.itemtype('Ticket')!;
  const of = (bits: number) =>
    ticketsOf(contextOfProfile({ interface: 'central', rights: { ticket: bits } }), tickets, 't');

  it('are all with READALL', () => expect(of(1024)).toBeUndefined());

  it('are none without a right to any', () => expect(text(visibleRows(of(4)!))).toBe('0 = 1'));

  it('are those of the own requests, found without joins', () => {
    expect(text(visibleRows(of(1)!))).toBe(
      '(exists (select 1 from glpi_tickets_users as glpi_tickets_users_1 where glpi_tickets_users_1.tickets_id = t.id and glpi_tickets_users_1.type = 1 and glpi_tickets_users_1.users_id = 2)' +
        ' or exists (select 1 from glpi_tickets_users as glpi_tickets_users_3 where glpi_tickets_users_3.tickets_id = t.id and glpi_tickets_users_3.type = 3 and glpi_tickets_users_3.users_id = 2)' +
        ' or t.users_id_recipient = 2)',
    );
  });

  it('count once for each combination of joined actors (items-read G5)', () => {
    const { joins, where } = visibleCombinations(of(1)!);
    expect(joins.map(({ alias }) => alias)).toEqual([
      'glpi_tickets_users_1',
      'glpi_tickets_users_3',
      'glpi_tickets_users_2',
    ]);
    expect(text(where)).toBe(
      '(glpi_tickets_users_1.users_id = 2 or glpi_tickets_users_3.users_id = 2 or t.users_id_recipient = 2)',
    );
  });

  it('problems and changes open with READMY to every actor', () => {
    const ctx = contextOfProfile({ interface: 'central', rights: { problem: 1 } });
    const { joins } = visibleCombinations(problemsOrChangesOf(ctx, catalog.itemtype('Problem')!, 't')!);
    expect(joins).toHaveLength(3);
    expect(text(problemsOrChangesOf(ctx, catalog.itemtype('Change')!, 't')?.where)).toBe('0 = 1');
  });
});
