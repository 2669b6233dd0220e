import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openReading, type Reading } from './reading.ts';

/** What reads send to the database: the text of typical requests, and that their number does not grow with the rows. */
let reading: Reading;

beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());
beforeEach(() => reading.signIn('glpi'));

async function statementsOf(url: string): Promise<readonly string[]> {
  await reading.get(url);
  return reading.statements;
}

describe('one item', () => {
  it('is one statement', async () => {
    expect(await statementsOf('Computer/1')).toMatchInlineSnapshot(`
      [
        "select *, unix_timestamp(date_mod) as row_modified_at from glpi_computers where id in (?)",
      ]
    `);
  });

  it('has the names of all its keys in one more', async () => {
    expect(await statementsOf('Phone/1?expand_dropdowns=1')).toMatchInlineSnapshot(`
      [
        "select *, unix_timestamp(date_mod) as row_modified_at from glpi_phones where id in (?)",
        "select 0 as branch, n.id, n.name as c0, n.completename as c1, null as c2, null as translated from glpi_entities as n where n.id in (?) union all select 1 as branch, n.id, n.name as c0, null as c1, null as c2, null as translated from glpi_phonemodels as n where n.id in (?) union all select 2 as branch, n.id, n.name as c0, null as c1, null as c2, null as translated from glpi_manufacturers as n where n.id in (?) union all select 3 as branch, n.id, n.name as c0, n.realname as c1, n.firstname as c2, null as translated from glpi_users as n where n.id in (?) union all select 4 as branch, n.id, n.name as c0, n.completename as c1, null as c2, null as translated from glpi_states as n where n.id in (?)",
      ]
    `);
  });

  it('has its friendly names in the same', async () => {
    expect(await statementsOf('Computer/1?add_keys_names[]=id&add_keys_names[]=users_id')).toMatchInlineSnapshot(`
      [
        "select *, unix_timestamp(date_mod) as row_modified_at from glpi_computers where id in (?)",
        "select 0 as branch, n.id, n.name as c0, n.realname as c1, n.firstname as c2, null as translated from glpi_users as n where n.id in (?)",
      ]
    `);
  });

  it('shows translated names without a further statement', async () => {
    const { db } = reading.site.database;
    await db.updateTable('glpi_configs').set({ value: '1' }).where('name', '=', 'translate_dropdowns').execute();
    await reading.signIn('glpi');
    expect((await statementsOf('Phone/1?expand_dropdowns=1')).length).toBe(2);
    await db.updateTable('glpi_configs').set({ value: '0' }).where('name', '=', 'translate_dropdowns').execute();
  });

  it.each([
    ['with_devices', 1],
    ['with_disks', 1],
    ['with_softwares', 1],
    ['with_connections', 1],
    ['with_networkports', 1],
    ['with_infocoms', 1],
    ['with_contracts', 1],
    ['with_documents', 1],
    ['with_tickets', 1],
    ['with_problems', 1],
    ['with_changes', 1],
    ['with_notes', 1],
    ['with_logs', 1],
  ])('%s of an item that has none is %i statement more', async (block, more) => {
    const { db } = reading.site.database;
    const { insertId } = await db
      .insertInto('glpi_computers')
      .values({ name: 'bare', entities_id: 0 })
      .executeTakeFirstOrThrow();
    expect((await statementsOf(`Computer/${insertId}?${block}=1`)).length).toBe(1 + more);
  });
});

describe('a page of items', () => {
  it('is one statement when it shows where the list ends', async () => {
    expect(await statementsOf('State?range=0-999')).toMatchInlineSnapshot(`
      [
        "select item.*, (select count(*) from glpi_states as item) - (select count(*) from (select distinct item.entities_id from glpi_states as item where (item.entities_id in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)) is not true) as unknown_entity straight_join glpi_states as item on item.entities_id <=> unknown_entity.entities_id) as rows_in_all from glpi_states as item where item.entities_id in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) order by item.id asc limit ?",
      ]
    `);
  });

  it('counts when it does not', async () => {
    expect(await statementsOf('Computer?range=0-1&sort=name&order=desc&searchText[name]=pc')).toMatchInlineSnapshot(`
      [
        "select item.* from glpi_computers as item where (item.entities_id in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) and item.is_deleted = ? and item.name like ?) order by item.name desc, item.id desc limit ?",
        "select (select count(*) from glpi_computers as item where item.is_deleted = ? and item.name like ?) - (select count(*) from (select distinct item.entities_id from glpi_computers as item where (item.entities_id in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)) is not true) as unknown_entity straight_join glpi_computers as item on item.entities_id <=> unknown_entity.entities_id where item.is_deleted = ? and item.name like ?) as total",
      ]
    `);
  });

  it('has all names in one statement, whatever the number of rows', async () => {
    const few = await statementsOf('Computer?range=0-1&expand_dropdowns=1&add_keys_names[]=id');
    const many = await statementsOf('Computer?range=0-9&expand_dropdowns=1&add_keys_names[]=id');
    expect(few.length).toBe(2);
    expect(many.length).toBe(2);
  });

  it('has the network ports of all rows in a fixed number of statements', async () => {
    const few = await statementsOf('Computer?range=0-1&with_networkports=1');
    const many = await statementsOf('Computer?range=0-9&with_networkports=1');
    expect(few.length).toBe(5);
    expect(many.length).toBe(5);
  });

  it('hides what users may not see of other users in a fixed number of statements', async () => {
    await reading.signIn('tech');
    const few = await statementsOf('User?range=0-1');
    const many = await statementsOf('User?range=0-9');
    expect(many.length).toBe(few.length);
  });

  it('reads only ids when only ids are wanted', async () => {
    expect(await statementsOf('Ticket?range=0-1&only_id=1&get_hateoas=0')).toMatchInlineSnapshot(`
      [
        "select item.id, (select count(*) from glpi_tickets as item where item.is_deleted = ?) - (select count(*) from (select distinct item.entities_id from glpi_tickets as item where (item.entities_id in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)) is not true) as unknown_entity straight_join glpi_tickets as item on item.entities_id <=> unknown_entity.entities_id where item.is_deleted = ?) as rows_in_all from glpi_tickets as item where (item.entities_id in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) and item.is_deleted = ?) order by item.id asc limit ?",
      ]
    `);
  });

  it('of an item finds and checks the item first', async () => {
    expect(await statementsOf('Computer/1/NetworkPort')).toMatchInlineSnapshot(`
      [
        "select *, unix_timestamp(date_mod) as row_modified_at from glpi_computers where id in (?)",
        "select item.* from glpi_networkports as item where (item.entities_id in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) and item.is_deleted = ? and (item.itemtype = ? and item.items_id = ?)) order by item.id asc limit ?",
      ]
    `);
  });
});

describe('several items', () => {
  it('are one statement a type and one for the names', async () => {
    const items = [1, 2, 3].map((id, at) => `items[${at}][itemtype]=Computer&items[${at}][items_id]=${id}`).join('&');
    expect((await statementsOf(`getMultipleItems?${items}&expand_dropdowns=1`)).length).toBe(2);
  });
});
