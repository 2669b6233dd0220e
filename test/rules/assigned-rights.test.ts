import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { EntityTrees } from '../../src/entities/entity-tree.ts';
import { renewAssignedRights } from '../../src/rules/assigned-rights.ts';
import { freshGlpi, type TestDatabase } from '../support/mariadb.ts';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await freshGlpi();
  database = openDatabase({ url: test.url, poolSize: 2, connectTimeout: 5000, queryTimeout: 0 });
});
afterAll(async () => {
  await database?.close();
  await test?.drop();
});

const account = { id: 5, name: 'normal', realname: null, firstname: null };

const renew = async () =>
  renewAssignedRights(database.db, await new EntityTrees(database.db).get(), { account, userName: '' });

const dynamicProfiles = () =>
  database.db
    .selectFrom('glpi_profiles_users')
    .select(['profiles_id', 'entities_id', 'is_recursive'])
    .where('users_id', '=', account.id)
    .where('is_dynamic', '=', 1)
    .orderBy('id')
    .execute();

async function rule(criteria: [string, number, string][], actions: [string, string, string?][], match = 'AND') {
  const { insertId } = await database.db
    .insertInto('glpi_rules')
    .values({ sub_type: 'RuleRight', name: 'test', match, is_active: 1, ranking: 50 })
    .executeTakeFirstOrThrow();
  const rules_id = Number(insertId);
  for (const [name, condition, pattern] of criteria) {
    await database.db
      .insertInto('glpi_rulecriterias')
      .values({ rules_id, criteria: name, condition, pattern })
      .execute();
  }
  for (const [field, value, action_type = 'assign'] of actions) {
    await database.db.insertInto('glpi_ruleactions').values({ rules_id, action_type, field, value }).execute();
  }
}

describe('rights that rules give at a login (rules 7)', () => {
  beforeEach(async () => {
    await database.db.deleteFrom('glpi_rules').where('sub_type', '=', 'RuleRight').execute();
    await database.db.deleteFrom('glpi_logs').execute();
    await renew();
    await database.db.deleteFrom('glpi_logs').execute();
  });

  const history = () =>
    database.db
      .selectFrom('glpi_logs')
      .select(['itemtype', 'items_id', 'itemtype_link', 'linked_action', 'old_value', 'new_value', 'user_name'])
      .orderBy('id')
      .execute();

  it('come with their history, stay, and go when the rule is gone', async () => {
    await rule(
      [['LOGIN', 0, 'NORMAL']],
      [
        ['profiles_id', '6'],
        ['entities_id', '0'],
        ['is_recursive', '1'],
      ],
    );
    await renew();
    expect(await dynamicProfiles()).toEqual([{ profiles_id: 6, entities_id: 0, is_recursive: 1 }]);
    const root = (await new EntityTrees(database.db).get()).get(0)!.completename;
    const row = (itemtype: string, items_id: number, itemtype_link: string, new_value: string) => ({
      ...{ itemtype, items_id, itemtype_link, linked_action: 17, old_value: '', new_value, user_name: '' },
    });
    expect(await history()).toEqual([
      row('User', 5, 'Profile', `${root} (0), Technician (6) (D, R)`),
      row('Profile', 6, 'User', `normal (5), ${root} (0) (D, R)`),
      row('Entity', 0, 'User', 'normal (5), Technician (6) (D, R)'),
    ]);
    await renew();
    expect(await history()).toHaveLength(3);
    await database.db.updateTable('glpi_rules').set({ is_active: 0 }).where('sub_type', '=', 'RuleRight').execute();
    await renew();
    expect(await dynamicProfiles()).toEqual([]);
    expect((await history()).slice(3).map(({ linked_action }) => linked_action)).toEqual([19, 19, 19]);
  });

  it('are the default profile where a rule gives an entity only', async () => {
    await rule([['TYPE', 0, '1']], [['entities_id', '0']]);
    await renew();
    expect(await dynamicProfiles()).toEqual([{ profiles_id: 1, entities_id: 0, is_recursive: 0 }]);
  });

  it('are put together from rules that give a profile only and rules that give an entity only', async () => {
    await rule([['TYPE', 0, '1']], [['entities_id', '0']]);
    await rule([['TYPE', 0, '1']], [['profiles_id', '6']]);
    await renew();
    expect(await dynamicProfiles()).toEqual([{ profiles_id: 6, entities_id: 0, is_recursive: 0 }]);
  });

  it('are not given by rules for other kinds of accounts, or that ask for too much', async () => {
    await rule(
      [
        ['TYPE', 0, '3'],
        ['TYPE', 0, '2'],
      ],
      [
        ['profiles_id', '6'],
        ['entities_id', '0'],
      ],
      'OR',
    );
    await rule(
      [
        ['LOGIN', 0, 'normal'],
        ['MAIL_EMAIL', 2, '@nowhere.test'],
      ],
      [
        ['profiles_id', '6'],
        ['entities_id', '0'],
      ],
    );
    await rule(
      [],
      [
        ['profiles_id', '6'],
        ['entities_id', '0'],
      ],
    );
    await renew();
    expect(await dynamicProfiles()).toEqual([]);
  });

  it('may depend on the address, with a part of it', async () => {
    await database.db
      .insertInto('glpi_useremails')
      .values({ users_id: 5, email: 'normal@branch.test', is_default: 1 })
      .execute();
    await database.db.updateTable('glpi_entities').set({ tag: 'branch' }).where('id', '=', 0).execute();
    await rule(
      [['MAIL_EMAIL', 6, '/@(.*)\\.test$/']],
      [
        ['_affect_entity_by_tag', '#0', 'regex_result'],
        ['profiles_id', '6'],
      ],
    );
    await renew();
    expect(await dynamicProfiles()).toEqual([{ profiles_id: 6, entities_id: 0, is_recursive: 0 }]);
  });

  it('may be groups and columns of the account', async () => {
    const { insertId } = await database.db
      .insertInto('glpi_groups')
      .values({ name: 'Support', completename: 'Support', entities_id: 0, is_recursive: 1 })
      .executeTakeFirstOrThrow();
    await rule(
      [['LOGIN', 4, 'nor']],
      [
        ['specific_groups_id', String(insertId)],
        ['_profiles_id_default', '2'],
      ],
    );
    await renew();
    const groups = () =>
      database.db
        .selectFrom('glpi_groups_users')
        .select(['groups_id', 'is_dynamic'])
        .where('users_id', '=', 5)
        .execute();
    expect(await groups()).toEqual([{ groups_id: Number(insertId), is_dynamic: 1 }]);
    const user = await database.db
      .selectFrom('glpi_users')
      .select('profiles_id')
      .where('id', '=', 5)
      .executeTakeFirst();
    expect(user).toEqual({ profiles_id: 2 });
    expect((await history()).map(({ linked_action, new_value }) => [linked_action, new_value])).toEqual([
      [0, 'Observer (2)'],
      [15, `Support (${insertId})`],
      [15, 'normal (5)'],
    ]);
    await renew();
    expect(await history()).toHaveLength(3);
    await database.db.deleteFrom('glpi_rules').where('sub_type', '=', 'RuleRight').execute();
    await renew();
    expect(await groups()).toEqual([]);
  });
});
