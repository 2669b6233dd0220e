import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as catalog from '../../src/catalog/catalog.ts';
import type { Context, Site } from '../../src/context.ts';
import { type Database, openDatabase, type Row } from '../../src/database/database.ts';
import { PURGE, READ, UPDATE } from '../../src/rights/bits.ts';
import { listRestriction } from '../../src/rights/list-restriction.ts';
import { freshGlpi, type TestDatabase } from '../support/mariadb.ts';
import { contextOf, siteOn } from './contexts.ts';

let glpi: TestDatabase;
let database: Database;
let site: Site;
const statements: string[] = [];
const people = new Map<string, Context>();
const entity: Record<string, number> = {};
const user: Record<string, number> = {};

beforeAll(async () => {
  glpi = await freshGlpi();
  database = openDatabase({ url: glpi.url, poolSize: 2, connectTimeout: 5000, queryTimeout: 0 }, (sql) => {
    statements.push(sql);
  });
  site = await siteOn(database);
  const names = await database.db.selectFrom('glpi_entities').select(['id', 'name']).execute();
  for (const { id, name } of names) entity[name] = id;
  const logins = await database.db.selectFrom('glpi_users').select(['id', 'name']).execute();
  for (const { id, name } of logins) user[name] = id;
  for (const login of ['alice', 'david', 'grace', 'hana', 'ben']) people.set(login, await contextOf(site, login));
});

beforeEach(() => {
  for (const { rights } of people.values()) rights.forget();
});

afterAll(async () => {
  await database?.close();
  await glpi?.drop();
});

const as = (login: string): Context => people.get(login)!;
const type = (name: string) => catalog.itemtype(name)!;

async function insert(itemtype: string, values: Record<string, unknown>): Promise<Row> {
  const { table } = type(itemtype);
  const { insertId } = await database.db.insertInto(table).values(values).executeTakeFirstOrThrow();
  return database.db.selectFrom(table).selectAll().where('id', '=', Number(insertId)).executeTakeFirstOrThrow();
}

describe('an item of an entity (R4.3, R4.4)', () => {
  it('above the active ones is readable when recursive, never writable', async () => {
    const { rights } = as('david');
    const above = await insert('Computer', { name: 'above', entities_id: 0, is_recursive: 1 });
    expect(await rights.canItem(type('Computer'), above, READ)).toBe(true);
    expect(await rights.canItem(type('Computer'), above, UPDATE)).toBe(false);
    expect(await rights.canItem(type('Computer'), { ...above, is_recursive: 0 }, READ)).toBe(false);
  });

  it('beside the active ones is out of reach, however recursive', async () => {
    const { rights } = as('david');
    const beside = await insert('Computer', { name: 'north', entities_id: entity['Northern branch'], is_recursive: 1 });
    expect(await rights.canItem(type('Computer'), beside, READ)).toBe(false);
    expect(await rights.canCreate(type('Computer'), { name: 'x', entities_id: entity['Northern branch'] })).toBe(false);
    expect(await rights.canCreate(type('Computer'), { name: 'x', entities_id: entity.Finance })).toBe(true);
  });

  it('is purged with its financial record only by who may purge those', async () => {
    const david = as('david');
    const computer = await insert('Computer', { name: 'bought', entities_id: entity.Finance });
    const purges = () => david.rights.passesItemTest(type('Computer'), computer, PURGE);
    expect(await purges()).toBe(true);
    await insert('Infocom', { itemtype: 'Computer', items_id: computer.id, entities_id: entity.Finance });
    expect(await purges()).toBe(false);
  });
});

describe('children and relations (R5, R6)', () => {
  it('follow their parent, which is read once', async () => {
    const { rights } = as('david');
    const mine = await insert('Computer', { name: 'mine', entities_id: entity.Sales });
    const disk = await insert('Item_Disk', { itemtype: 'Computer', items_id: mine.id, entities_id: entity.Sales });
    statements.length = 0;
    expect(await rights.canItem(type('Item_Disk'), disk, UPDATE)).toBe(true);
    expect(await rights.canItem(type('Item_Disk'), disk, READ)).toBe(true);
    expect(statements).toHaveLength(1);
    const other = await insert('Computer', { name: 'other', entities_id: entity['Northern shop'] });
    expect(await rights.canMove(type('Item_Disk'), disk, { items_id: other.id })).toBe(false);
    expect(await rights.canMove(type('Item_Disk'), disk, { items_id: mine.id, name: 'x' })).toBe(true);
  });

  it('take the entity that their parent forwards (R5.4)', async () => {
    const { rights } = as('alice');
    const computer = await insert('Computer', { name: 'c', entities_id: entity.Factory, is_recursive: 1 });
    const port = { itemtype: 'Computer', items_id: computer.id, name: 'eth0' };
    expect(await rights.canCreate(type('NetworkPort'), port)).toBe(true);
    expect(port).toMatchObject({ entities_id: entity.Factory, is_recursive: 1 });
  });

  it('need peers of coherent entities (R6.4)', async () => {
    const { rights } = as('alice');
    const computer = await insert('Computer', { name: 'c', entities_id: entity.Finance });
    const atRoot = await insert('Contract', { name: 'c', entities_id: 0, is_recursive: 0 });
    const below = await insert('Contract', { name: 'c', entities_id: 0, is_recursive: 1 });
    const link = (contract: Row) => ({ contracts_id: contract.id, itemtype: 'Computer', items_id: computer.id });
    expect(await rights.canCreate(type('Contract_Item'), link(atRoot))).toBe(false);
    expect(await rights.canCreate(type('Contract_Item'), link(below))).toBe(true);
    expect(await rights.canCreate(type('Contract_Item'), { ...link(below), contracts_id: 99_999 })).toBe(false);
  });

  it('stop at the number of items that a contract covers (R9)', async () => {
    const { rights } = as('alice');
    const contract = await insert('Contract', { name: 'one', entities_id: 0, is_recursive: 1, max_links_allowed: 1 });
    const computer = await insert('Computer', { name: 'c', entities_id: 0 });
    const link = { contracts_id: contract.id, itemtype: 'Computer', items_id: computer.id };
    expect(await rights.canCreate(type('Contract_Item'), { ...link })).toBe(true);
    await insert('Contract_Item', link);
    expect(await rights.canCreate(type('Contract_Item'), { ...link })).toBe(false);
  });
});

describe('tickets of the helpdesk (itil 6.1)', () => {
  it('are changed by their requester until somebody answers', async () => {
    const { rights } = as('hana');
    const ticket = await insert('Ticket', {
      name: 't',
      entities_id: entity.Sales,
      users_id_recipient: user.hana,
      status: 1,
    });
    expect(await rights.canItem(type('Ticket'), ticket, READ)).toBe(true);
    expect(await rights.canItem(type('Ticket'), ticket, UPDATE)).toBe(true);
    await insert('ITILFollowup', { itemtype: 'Ticket', items_id: ticket.id, content: 'x', users_id: user.david });
    expect(await rights.canItem(type('Ticket'), ticket, UPDATE)).toBe(false);
    expect(await rights.canItem(type('Ticket'), { ...ticket, users_id_recipient: user.ivan! }, READ)).toBe(false);
  });
});

describe('more powerful users (R10)', () => {
  it('keep their addresses and reset tokens', async () => {
    const { rights } = as('ben');
    const address = (login: string): Row => ({ id: 1, users_id: user[login]!, email: 'x@example.org' });
    expect(await rights.passesItemTest(type('UserEmail'), address('hana'), UPDATE)).toBe(true);
    expect(await rights.passesItemTest(type('UserEmail'), address('alice'), UPDATE)).toBe(false);
    const [hook] = [site.behaviours.User!].flat().flatMap(({ undisclosed }) => undisclosed ?? []);
    const asked = ['hana', 'alice', 'ben'].map((login): Row => ({ id: user[login]! }));
    const hidden = await hook!(as('ben'), type('User'), asked);
    expect(hidden.map((columns) => columns.includes('password_forget_token'))).toEqual([false, true, false]);
  });
});

describe('own things (R8)', () => {
  it('are private to their owner', async () => {
    const search = { name: 's', itemtype: 'Ticket', is_private: 1, entities_id: 0 };
    const private_ = await insert('SavedSearch', { ...search, query: '', users_id: user.grace });
    expect(await as('grace').rights.canItem(type('SavedSearch'), private_, READ)).toBe(true);
    expect(await as('ben').rights.canItem(type('SavedSearch'), private_, READ)).toBe(false);
    expect(await as('alice').rights.canItem(type('SavedSearch'), private_, READ)).toBe(true);
    expect(await as('hana').rights.canCreate(type('SavedSearch'), { ...search })).toBe(true);
    expect(await as('hana').rights.canCreate(type('Reminder'), { name: 'r' })).toBe(false);
  });

  it('may be shared', async () => {
    const note = await insert('Reminder', { name: 'n', users_id: user.alice });
    const reads = () => as('david').rights.canItem(type('Reminder'), note, READ);
    expect(await reads()).toBe(false);
    await database.db
      .insertInto('glpi_entities_reminders')
      .values({ reminders_id: note.id, entities_id: 0, is_recursive: 1 })
      .execute();
    expect(await reads()).toBe(true);
    expect((await listed(as('david'), 'Reminder')).ids).toContain(note.id);
  });
});

describe('lists (items-read G4.3–G5)', () => {
  it('count users once for every assignment in reach', async () => {
    const { ids, total } = await listed(as('david'), 'User');
    expect(ids).toContain(user.grace);
    expect(ids).not.toContain(user.nina);
    expect(total).toBeGreaterThan(ids.length);
  });

  it('leave out unknown entities, whoever looks', async () => {
    const lost = await insert('Computer', { name: 'lost', entities_id: 4242 });
    expect((await listed(as('alice'), 'Computer')).ids).not.toContain(lost.id);
    const searched = await listRestriction(as('alice'), type('Computer'), 't', { showUnknownEntities: true });
    expect(searched.where).toBeUndefined();
  });

  it('show rules of a kind among themselves', async () => {
    const kinds = await database.db
      .selectFrom('glpi_rules')
      .select('id')
      .where('sub_type', '=', 'RuleTicket')
      .orderBy('id')
      .execute();
    expect((await listed(as('alice'), 'RuleTicket')).ids).toEqual(kinds.map(({ id }) => id));
    expect((await listed(as('alice'), 'Rule')).ids.length).toBeGreaterThan(kinds.length);
  });

  it.each(catalog.all().map(({ name }) => name))(
    'of %s are asked in words that the server understands',
    async (name) => {
      for (const login of ['alice', 'david', 'grace', 'hana']) {
        const { ids, total } = await listed(as(login), name);
        expect(total).toBeGreaterThanOrEqual(ids.length);
      }
    },
  );
});

async function listed(ctx: Context, name: string): Promise<{ ids: number[]; total: number }> {
  const { table, indexName } = type(name);
  const restriction = await listRestriction(ctx, type(name), 't');
  let rows = database.db.selectFrom(`${table} as t`).select(`t.${indexName} as id`).orderBy(`t.${indexName}`);
  if (restriction.where) rows = rows.where(restriction.where);
  const ids = (await rows.execute()).map(({ id }) => id as number);
  if (!restriction.counted) return { ids, total: ids.length };
  let count = database.db.selectFrom(`${table} as t`).select((eb) => eb.fn.countAll().as('total'));
  for (const { table: joined, alias, on } of restriction.counted.joins) {
    count = count.leftJoin(`${joined} as ${alias}`, (join) => join.on(on));
  }
  if (restriction.counted.where) count = count.where(restriction.counted.where);
  const { total } = await count.executeTakeFirstOrThrow();
  return { ids, total: Number(total) };
}
