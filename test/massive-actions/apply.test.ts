import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

interface Tally {
  readonly ok: number;
  readonly noaction: number;
  readonly ko: number;
  readonly noright: number;
  readonly messages: readonly string[];
}

let server: TestApp;
let token: string;
beforeAll(async () => {
  server = await testApp();
  token = await server.logIn('glpi');
});
afterAll(() => server.close());

/** Adds an item; its id. */
async function add(itemtype: string, input: Record<string, unknown>): Promise<number> {
  const answer = await server.ask(`/${itemtype}`, { token, method: 'POST', payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
}

async function read(itemtype: string, id: number): Promise<Record<string, unknown>> {
  const answer = await server.ask(`/${itemtype}/${id}`, { token });
  return { status: answer.statusCode, ...answer.json() };
}

async function apply(
  itemtype: string,
  key: string,
  ids: unknown,
  input: unknown = {},
  as = token,
): Promise<{ status: number; body: Tally & string[] }> {
  const answer = await server.ask(`/applyMassiveAction/${itemtype}/${key}`, {
    token: as,
    method: 'POST',
    payload: { ids, input } as object,
  });
  return { status: answer.statusCode, body: answer.json() };
}

const tally = (counts: Partial<Tally>): Tally => ({ ok: 0, noaction: 0, ko: 0, noright: 0, messages: [], ...counts });

describe('requests for massive actions (massive-actions 1.3)', () => {
  it.each([
    ['no ids', 'Computer', 'MassiveAction:delete', undefined, 'ERROR_MASSIVEACTION_NO_IDS'],
    ['an empty list of ids', 'Computer', 'MassiveAction:delete', [], 'ERROR_MASSIVEACTION_NO_IDS'],
    ['an unknown type', 'Nothing', 'MassiveAction:delete', [1], 'ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM'],
    ['no key', 'Computer', '', [1], 'ERROR_MASSIVEACTION_KEY'],
    ['an unknown key', 'Computer', 'MassiveAction:nothing', [1], 'ERROR_MASSIVEACTION_KEY'],
    ['a key of another type', 'Computer', 'Ticket:add_actor', [1], 'ERROR_MASSIVEACTION_KEY'],
    ['a key without a colon', 'Computer', 'delete', [1], 'ERROR_MASSIVEACTION_KEY'],
    ['an input that names no option', 'Computer', 'MassiveAction:update', [1], 'ERROR_MASSIVEACTION_KEY'],
    ['copies without their number', 'Computer', 'MassiveAction:clone', [1], 'ERROR_MASSIVEACTION_KEY'],
  ])('refuses %s', async (_what, itemtype, key, ids, code) => {
    const { status, body } = await apply(itemtype, key, ids);
    expect(status).toBe(400);
    expect(body[0]).toBe(code);
  });

  it('takes ids from a query string, and a single one for a list', async () => {
    const id = await add('Computer', { name: 'asked by GET' });
    const answer = await server.ask(`/applyMassiveAction/Computer/MassiveAction:delete?ids[]=${id}`, { token });
    expect(answer.json()).toEqual(tally({ ok: 1 }));
    expect((await apply('Computer', 'MassiveAction:restore', id)).body).toEqual(tally({ ok: 1 }));
  });

  it('says 422 when nothing was done, 207 when something failed, 200 when something wasn’t allowed', async () => {
    const id = await add('Computer', { name: 'counted' });
    const missing = await apply('Computer', 'MassiveAction:delete', [9_999_999]);
    expect(missing).toEqual({ status: 422, body: tally({ noright: 1, messages: [': Authorization error'] }) });
    const partly = await apply('Computer', 'MassiveAction:delete', [id, 9_999_999]);
    const link = `<a  href='/front/computer.form.php?id=${id}'  title="counted">counted</a>`;
    expect(partly.status).toBe(200);
    expect(partly.body).toMatchObject({ ok: 1, noright: 1 });
    expect(partly.body.messages[0]!.replace(/href='[^']*\/front/, "href='/front")).toBe(`${link}: Authorization error`);
    const failed = await apply('Computer', 'MassiveAction:amend_comment', [id, 9_999_999], { amendment: 'x' });
    expect(failed).toMatchObject({ status: 207, body: { ok: 1, ko: 1 } });
  });

  it('D10: cleans the input like any other', async () => {
    const id = await add('Computer', { name: 'cleaned' });
    const input = { search_options: { Computer: 16 }, field: 'comment', comment: "<p>it's</p>" };
    expect((await apply('Computer', 'MassiveAction:update', [id], input)).body).toEqual(tally({ ok: 1 }));
    expect((await read('Computer', id)).comment).toBe("&#60;p&#62;it's&#60;/p&#62;");
  });

  it('counts a thousand ids', async () => {
    const ids = Array.from({ length: 1000 }, (_, at) => 8_000_000 + at);
    const { body } = await apply('Computer', 'MassiveAction:purge', ids);
    expect(body.noright).toBe(1000);
    expect(body.messages).toHaveLength(1000);
  });
});

describe('general actions (massive-actions 4)', () => {
  it('trash, restore and purge', async () => {
    const id = await add('Computer', { name: 'thrown away' });
    await apply('Computer', 'MassiveAction:delete', [id]);
    expect((await read('Computer', id)).is_deleted).toBe(1);
    await apply('Computer', 'MassiveAction:restore', [id]);
    expect((await read('Computer', id)).is_deleted).toBe(0);
    await apply('Computer', 'MassiveAction:purge', [id]);
    expect((await read('Computer', id)).status).toBe(404);
  });

  it('keep values of dropdowns that others need', async () => {
    const parent = await add('Location', { name: 'parent' });
    await add('Location', { name: 'child', locations_id: parent });
    const used = await add('Location', { name: 'used' });
    const computer = await add('Computer', { name: 'there', locations_id: used });
    const free = await add('Location', { name: 'free' });
    const { body } = await apply('Location', 'MassiveAction:purge', [parent, used, free]);
    const byForm = 'but you can do it by the form of the item';
    expect(body).toEqual(
      tally({
        ok: 1,
        ko: 2,
        messages: [
          "You can't delete that item by massive actions, because it has sub-items",
          byForm,
          "You can't delete that item, because it is used for one or more items",
          byForm,
        ],
      }),
    );
    expect((await apply('Location', 'MassiveAction:purge_but_item_linked', [used])).body.ok).toBe(1);
    expect((await read('Computer', computer)).locations_id).toBe(0);
  });

  it('update one column, if the linked item shows in the item’s entity', async () => {
    const north = await add('Entity', { name: 'massive north' });
    const south = await add('Entity', { name: 'massive south' });
    const again = await server.logIn('glpi');
    const [old, fresh] = [token, again];
    token = fresh;
    const place = await add('Location', { name: 'in the north', entities_id: north });
    const ids = [
      await add('Computer', { name: 'northern', entities_id: north }),
      await add('Computer', { name: 'southern', entities_id: south }),
    ];
    const input = { search_options: { Computer: 3 }, field: 'locations_id', locations_id: place };
    const { status, body } = await apply('Computer', 'MassiveAction:update', ids, input);
    expect(status).toBe(207);
    expect(body).toMatchObject({ ok: 1, ko: 1 });
    expect(body.messages[0]).toMatch(/>southern<\/a>: Incompatible items$/);
    expect((await read('Computer', ids[0]!)).locations_id).toBe(place);
    token = old;
  });

  it('make and change the financial record', async () => {
    const id = await add('Computer', { name: 'bought' });
    const input = { search_options: { Computer: 28 }, field: 'delivery_number', delivery_number: 'D-1' };
    expect((await apply('Computer', 'MassiveAction:update', [id], input)).body.ok).toBe(1);
    expect((await apply('Computer', 'Infocom:activate', [id])).body.ok).toBe(1);
    const records = await server.ask(`/Computer/${id}/Infocom`, { token });
    expect(records.json()).toMatchObject([{ delivery_number: 'D-1' }]);
  });

  it('copy items', async () => {
    const id = await add('Computer', { name: 'original', serial: 'S-1' });
    expect((await apply('Computer', 'MassiveAction:clone', [id], { nb_copy: 2 })).body).toEqual(tally({ ok: 1 }));
    const copies = await server.ask('/Computer?searchText[name]=original&sort=id', { token });
    expect(copies.json<{ name: string }[]>().map(({ name }) => name)).toEqual([
      'original',
      'original (copy)',
      'original (copy 2)',
    ]);
  });

  it('D12: copy the domains that were named', async () => {
    const entity = await add('Entity', { name: 'domains of another' });
    const id = await add('Domain', { name: 'example.test' });
    expect((await apply('Domain', 'Domain:duplicate', [id], { entities_id: entity })).body).toEqual(tally({ ok: 1 }));
    token = await server.logIn('glpi');
    const copies = await server.ask('/Domain?searchText[name]=example.test&sort=id', { token });
    expect(copies.json()).toMatchObject([
      { name: 'example.test' },
      { name: 'example.test (copy)', entities_id: entity },
    ]);
  });

  it('amend comments and add notes', async () => {
    const id = await add('Computer', { name: 'commented' });
    await apply('Computer', 'MassiveAction:amend_comment', [id], { amendment: 'first' });
    await apply('Computer', 'MassiveAction:amend_comment', [id], { amendment: 'second' });
    expect((await read('Computer', id)).comment).toBe('first\n\nsecond');
    expect((await apply('Computer', 'MassiveAction:add_note', [id], { add_note: 'noted' })).body.ok).toBe(1);
    const notes = await server.ask(`/Computer/${id}/Notepad`, { token });
    expect(notes.json()).toMatchObject([{ content: 'noted', users_id: 2 }]);
  });

  it('move branches, but not below themselves', async () => {
    const top = await add('Location', { name: 'top' });
    const below = await add('Location', { name: 'below', locations_id: top });
    const other = await add('Location', { name: 'other' });
    const { body } = await apply('Location', 'CommonTreeDropdown:move_under', [top], { parent: below });
    expect(body).toMatchObject({ ko: 1 });
    expect(body.messages[0]).toMatch(/: Incompatible items$/);
    await apply('Location', 'CommonTreeDropdown:move_under', [below], { parent: other });
    expect(await read('Location', below)).toMatchObject({ completename: 'other > below', level: 2 });
    const nowhere = await apply('Location', 'CommonTreeDropdown:move_under', [below], { parent: 9_999_999 });
    expect(nowhere.body.messages).toEqual([': Unable to get item']);
  });
});

describe('relations (massive-actions 4.1)', () => {
  it('link items once, and take the link away', async () => {
    const document = await add('Document', { name: 'linked', link: 'https://example.test' });
    const computer = await add('Computer', { name: 'documented' });
    const input = { peer_documents_id: document };
    expect((await apply('Computer', 'Document_Item:add', [computer], input)).body).toEqual(tally({ ok: 1 }));
    expect((await apply('Computer', 'Document_Item:add', [computer], input)).body).toEqual(
      tally({ ko: 1, messages: ['N/A: Item already defined'] }),
    );
    const otherWay = { peer_itemtype: 'Computer', peer_items_id: computer };
    expect((await apply('Document', 'Document_Item:remove_item', [document], otherWay)).body).toEqual(tally({ ok: 1 }));
    expect((await apply('Computer', 'Document_Item:remove', [computer], input)).body).toEqual(
      tally({ ko: 1, messages: [': Unable to get item'] }),
    );
  });

  it('say when there is nothing to link to', async () => {
    const computer = await add('Computer', { name: 'alone' });
    expect((await apply('Computer', 'Contract_Item:add', [computer], {})).body.messages).toEqual([
      ': Unable to get item',
    ]);
    const { body } = await apply('Computer', 'Contract_Item:add', [computer], { peer_contracts_id: 9_999_999 });
    expect(body.messages[0]).toMatch(
      /^<a {2}href='.*\/front\/contract\.form\.php\?id=0' >N\/A<\/a>: Unable to get item$/,
    );
  });

  it('change memberships that are there', async () => {
    const group = await add('Group', { name: 'members' });
    const user = await add('User', { name: 'massive.member' });
    await apply('User', 'Group_User:add', [user], { peer_groups_id: group });
    expect((await apply('Group', 'Group_User:add_supervisor', [group], { peer_users_id: user })).body.ok).toBe(1);
    const members = await server.ask(`/Group/${group}/Group_User`, { token });
    expect(members.json()).toMatchObject([{ users_id: user, is_manager: 1 }]);
  });
});

describe('lists for others than administrators (massive-actions 2)', () => {
  it('are empty answers without rights', async () => {
    const answer = await server.ask('/getMassiveActions/Ticket', {
      token: await server.logIn('post-only', 'postonly'),
    });
    expect({ status: answer.statusCode, body: answer.body }).toEqual({ status: 200, body: '' });
  });

  it('leave out what the profile may not do', async () => {
    const tech = await server.logIn('tech');
    const answer = await server.ask('/getMassiveActions/Contract', { token: tech });
    expect(answer.json<{ key: string }[]>().map(({ key }) => key)).toEqual([
      'Document_Item:add',
      'Document_Item:remove',
      'MassiveAction:add_note',
    ]);
  });

  it('follow an item into the trashbin', async () => {
    const id = await add('Computer', { name: 'listed' });
    await apply('Computer', 'MassiveAction:delete', [id]);
    const answer = await server.ask(`/getMassiveActions/Computer/${id}`, { token });
    expect(answer.json<{ key: string }[]>()[0]!.key).toBe('MassiveAction:purge_item_but_devices');
    const unknown = await server.ask('/getMassiveActions/Computer/9999999', { token });
    expect(unknown.json()[0]).toBe('ERROR_ITEM_NOT_FOUND');
    const noNumber = await server.ask('/getMassiveActions/Computer/abc', { token });
    expect({ status: noNumber.statusCode, body: noNumber.body }).toEqual({ status: 200, body: '' });
  });

  it('D11: show the form of merging tickets as fields', async () => {
    const answer = await server.ask('/getMassiveActionParameters/Ticket/Ticket:merge_as_followup', { token });
    expect(answer.json()).toEqual([{ name: '_mergeticket', type: 'dropdown' }]);
  });
});
