import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../src/database/database.ts';
import { type TestApp, testApp } from '../support/app.ts';

let site: TestApp;
let token: string;
let db: Db;
let close: () => Promise<void>;

beforeAll(async () => {
  site = await testApp();
  token = await site.logIn();
  const database = openDatabase({ url: site.database.url, poolSize: 2, connectTimeout: 5000, queryTimeout: 0 });
  ({ db } = database);
  close = () => database.close();
});
afterAll(async () => {
  await close();
  await site.close();
});
beforeEach(() => db.deleteFrom('glpi_rules').where('sub_type', '=', 'RuleDictionnarySoftware').execute());

async function add(itemtype: string, input: Record<string, unknown>): Promise<number> {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
}

const read = async (itemtype: string, id: number): Promise<Record<string, unknown>> =>
  (await site.ask(`/${itemtype}/${id}`, { token })).json();

/** A rule on names; actions as `[action_type, field, value]`. */
async function rule(pattern: string, ...actions: readonly (readonly [string, string, unknown])[]): Promise<void> {
  const rules_id = await add('RuleDictionnarySoftware', { name: pattern, is_active: 1, match: 'AND' });
  await add('RuleCriteria', { rules_id, criteria: 'name', condition: 6, pattern });
  for (const [action_type, field, value] of actions) await add('RuleAction', { rules_id, action_type, field, value });
}

async function replay(...ids: number[]): Promise<unknown> {
  const key = 'Software:replay_dictionnary';
  return (await site.ask(`/applyMassiveAction/Software/${key}`, { token, method: 'POST', payload: { ids } })).json();
}

/** A software with versions, each installed on a computer of its own. */
async function software(name: string, ...versions: string[]): Promise<{ id: number; installed: number[] }> {
  const id = await add('Software', { name, is_recursive: 1 });
  const installed: number[] = [];
  for (const version of versions) {
    const softwareversions_id = await add('SoftwareVersion', { name: version, softwares_id: id });
    const items_id = await add('Computer', { name: `${name} ${version}` });
    installed.push(
      await add('Item_SoftwareVersion', {
        itemtype: 'Computer',
        items_id,
        softwareversions_id,
        date_install: '2035-01-01',
      }),
    );
  }
  return { id, installed };
}

async function versionOf(installation: number): Promise<Record<string, unknown>> {
  const row = await db
    .selectFrom('glpi_items_softwareversions as installed')
    .innerJoin('glpi_softwareversions as version', 'version.id', 'installed.softwareversions_id')
    .select(['version.name', 'version.softwares_id'])
    .where('installed.id', '=', installation)
    .executeTakeFirstOrThrow();
  return row;
}

const ok = (count: number) => ({ ok: count, noaction: 0, ko: 0, noright: 0, messages: [] });

describe('replaying the dictionary of software (massive-actions 4.2, rules 1)', () => {
  it('dictionaries leave what is added by itself alone', async () => {
    await rule('/^spread/i', ['assign', 'name', 'Sheets']);
    expect((await read('Software', await add('Software', { name: 'Spreadsheets 7' }))).name).toBe('Spreadsheets 7');
  });

  it('gathers software under one name: versions, installations, licenses; the rest goes into the trashbin', async () => {
    const [old, older] = [await software('Painter pro', '1', '2'), await software('Painter lite', '2')];
    const license = await add('SoftwareLicense', { name: 'ten', softwares_id: old.id, entities_id: 0 });
    await rule('/^painter/i', ['assign', 'name', 'Painter'], ['assign', 'manufacturer', 'Easel Inc.']);
    expect(await replay(old.id, older.id)).toEqual(ok(2));
    const { softwares_id } = await read('SoftwareLicense', license);
    const kept = await read('Software', Number(softwares_id));
    expect(kept).toMatchObject({ name: 'Painter', entities_id: 0, is_recursive: 1, is_deleted: 0 });
    expect((await read('Manufacturer', Number(kept.manufacturers_id))).name).toBe('Easel Inc.');
    for (const [installation, name] of [
      [old.installed[0]!, '1'],
      [old.installed[1]!, '2'],
      [older.installed[0]!, '2'],
    ] as const) {
      expect(await versionOf(installation)).toEqual({ name, softwares_id });
    }
    const versions = await db
      .selectFrom('glpi_softwareversions')
      .select('name')
      .where('softwares_id', '=', softwares_id)
      .execute();
    expect(versions.map(({ name }) => name).sort()).toEqual(['1', '2']);
    for (const { id } of [old, older]) {
      expect(await read('Software', id)).toMatchObject({
        is_deleted: 1,
        comment: 'Software deleted by GLPI dictionary rules',
      });
    }
    // Looked at again, the new one is what the dictionary wants.
    expect(await replay(Number(softwares_id))).toEqual(ok(1));
    expect((await read('Software', Number(softwares_id))).is_deleted).toBe(0);
  });

  it('D37: keeps the comment of what goes into the trashbin', async () => {
    const id = await add('Software', { name: 'Tuba 1', comment: 'Bought in May' });
    await rule('/^tuba/i', ['assign', 'name', 'Tuba']);
    await replay(id);
    expect((await read('Software', id)).comment).toBe('Bought in May\nSoftware deleted by GLPI dictionary rules');
  });

  it('takes the software of that name out of the trashbin', async () => {
    const there = await add('Software', { name: 'Notepad' });
    await site.ask(`/Software/${there}`, { method: 'DELETE', token });
    const other = await software('Notepad 3000', '1');
    await rule('/^notepad/i', ['assign', 'name', 'Notepad']);
    expect(await replay(other.id)).toEqual(ok(1));
    expect((await read('Software', there)).is_deleted).toBe(0);
    expect(await versionOf(other.installed[0]!)).toEqual({ name: '1', softwares_id: there });
  });

  it('changes publisher, category and versions of software that keeps its name', async () => {
    const category = await add('SoftwareCategory', { name: 'Music' });
    const { id, installed } = await software('Drums 9', 'a', 'b');
    await rule(
      '/^drums (\\d)/i',
      ['assign', 'manufacturer', 'Loud'],
      ['assign', 'softwarecategories_id', category],
      ['regex_result', 'version', '#0.0'],
    );
    expect(await replay(id)).toEqual(ok(1));
    expect(await read('Software', id)).toMatchObject({
      name: 'Drums 9',
      softwarecategories_id: category,
      is_deleted: 0,
    });
    for (const installation of installed)
      expect(await versionOf(installation)).toEqual({ name: '9.0', softwares_id: id });
  });

  it('puts a result behind the names of versions', async () => {
    const { id, installed } = await software('Flute (beta)', '1', '2');
    await rule('/^flute \\((\\w+)\\)/i', ['append_regex_result', 'version', '-#0']);
    await replay(id);
    expect(await versionOf(installed[1]!)).toEqual({ name: '2-beta', softwares_id: id });
  });

  it('moves software to an entity above, never to another', async () => {
    const [above, beside] = [
      await add('Entity', { name: 'above', entities_id: 0 }),
      await add('Entity', { name: 'beside', entities_id: 0 }),
    ];
    const below = await add('Entity', { name: 'below', entities_id: above });
    token = await site.logIn();
    const stays = await add('Software', { name: 'Viola one', entities_id: below });
    const moves = await add('Software', { name: 'Violin one', entities_id: below });
    await rule('/^viola/i', ['assign', 'new_entities_id', beside]);
    await rule('/^violin/i', ['assign', 'new_entities_id', above]);
    await replay(stays, moves);
    expect(await read('Software', stays)).toMatchObject({ is_deleted: 0, entities_id: below });
    expect(await read('Software', moves)).toMatchObject({ is_deleted: 1 });
    const rows = await db
      .selectFrom('glpi_softwares')
      .select('entities_id')
      .where('name', '=', 'Violin one')
      .where('is_deleted', '=', 0)
      .execute();
    expect(rows).toEqual([{ entities_id: above }]);
  });

  it('changes nothing without a rule, and nothing that the session may not change', async () => {
    const { id } = await software('Harp', '1');
    const before = await read('Software', id);
    expect(await replay(id)).toEqual(ok(1));
    expect(await read('Software', id)).toEqual(before);
    expect(await replay(9_999_999)).toMatchObject({ ok: 0, noright: 1 });
  });
});
