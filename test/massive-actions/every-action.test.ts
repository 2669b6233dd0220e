import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as catalog from '../../src/catalog/catalog.ts';
import type { Itemtype } from '../../src/catalog/model.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { type TestApp, testApp } from '../support/app.ts';

/** What GLPI lists and never does (massive-actions 4.2), or does to items in a state that the last ones aren't in. */
const uncounted: Readonly<Record<string, string>> = {
  'Certificate:install': 'does nothing',
  'Certificate:uninstall': 'does nothing',
  'Group_User:change_group_user': 'does nothing',
  'Unmanaged:convert': 'answers nothing',
  'ObjectLock:unlock': 'counts locked items alone',
  'Item_Rack:delete': 'counts items in racks alone',
  'OlaLevel Rule:move_rule': 'levels have no order',
  'SlaLevel Rule:move_rule': 'levels have no order',
};

const isUncounted = (itemtype: Itemtype, key: string): boolean =>
  key in uncounted ||
  `${itemtype.name} ${key}` in uncounted ||
  // There is nothing of it to name.
  (key === 'MassiveAction:update' && !ownOption(itemtype));

/** Something to fill each form with; the id of the item itself stands in for others of its kind. */
const inputs = (itemtype: Itemtype): Readonly<Record<string, Record<string, unknown>>> => ({
  'MassiveAction:update': updateOf(itemtype),
  'MassiveAction:clone': { nb_copy: 1 },
  'MassiveAction:amend_comment': { amendment: 'amended' },
  'MassiveAction:add_note': { add_note: 'noted' },
  'Appliance:add_item': { appliances_id: 1 },
  'Appliance_Item:add': { peer_itemtype: 'Computer', peer_items_id: 1 },
  'Appliance_Item:remove': { peer_itemtype: 'Computer', peer_items_id: 1 },
  'Calendar:addholiday': { holidays_id: 1 },
  'Calendar:duplicate': { entities_id: 0 },
  'Change:add_actor': { _itil_requester: { _type: 'user', users_id: 2 } },
  'Change:update_notif': { use_notification: 1 },
  'CommonDBConnexity:affect': { peertype: 'Computer', peers_id: 1 },
  'CommonDBConnexity:unaffect': { peer: { [itemtype.name]: itemtype.relation?.side1.itemtype ?? '' } },
  'CommonTreeDropdown:move_under': { parent: 1 },
  'Document_Item:add_item': { peer_itemtype: 'Computer', peer_items_id: 1 },
  'Document_Item:remove_item': { peer_itemtype: 'Computer', peer_items_id: 1 },
  'Domain:duplicate': { entities_id: 1 },
  'Domain:install': { typeitem: 'Computer', item_item: 1 },
  'Domain:uninstall': { typeitem: 'Computer', item_item: 1 },
  'ITILFollowup:add_followup': { content: 'said', is_private: 0, requesttypes_id: 0 },
  'Item_OperatingSystem:update': { operatingsystems_id: 1 },
  'Item_SoftwareLicense:add_item': { itemtype: 'Computer', items_id: 1 },
  'Item_Ticket:add_item': { item_itemtype: 'Computer', items_id: 1 },
  'Item_Ticket:delete_item': { item_itemtype: 'Computer', items_id: 1 },
  'Lock:unlock_component': { attached_item: ['Device'] },
  'Lock:unlock_fields': { attached_fields: [`${itemtype.name} - name`] },
  'Notification:add_template': { mode: 'mailing', notificationtemplates_id: 1 },
  'Problem:add_actor': { _itil_requester: { _type: 'user', users_id: 2 } },
  'Problem:add_task': { content: 'to do', taskcategories_id: 0, actiontime: 0, state: 1 },
  'Problem:update_notif': { use_notification: 1 },
  'ProjectTask_Ticket:add': { peer_projecttasks_id: 1 },
  'Rule:move_rule': { rule_class_name: itemtype.name, ranking: 0, move_type: 'after' },
  'SavedSearch:change_count_method': { do_count: 1 },
  'SavedSearch:change_entity': { entities_id: 0, is_recursive: 0 },
  'SavedSearch:change_visibility': { is_private: 0 },
  'Ticket:add_actor': { _itil_requester: { _type: 'user', users_id: 2 } },
  'Ticket:add_contract': { contracts_id: 1 },
  'Ticket:add_task': { content: 'to do', taskcategories_id: 0, actiontime: 0, state: 1 },
  'Ticket:link_to_problem': { problems_id: 1 },
  'Ticket:merge_as_followup': {
    _mergeticket: 1,
    link_type: 0,
    with_followups: 0,
    with_tasks: 0,
    with_documents: 0,
    with_actors: 0,
  },
  'Ticket:resolve_tickets': { solutiontypes_id: 0, content: 'solved' },
  'Ticket:update_notif': { use_notification: 1 },
  'Ticket_Ticket:add': { tickets_id_1: 1, link: 1 },
  'TicketValidation:submit_validation': { users_id_validate: 2, comment_submission: 'please' },
  'User:change_authtype': { authtype: 1, auths_id: 0 },
});

/** Any option of a column of the type's own. */
const ownOption = ({ table, searchOptions }: Itemtype) =>
  searchOptions.find((one) => 'field' in one && one.table === table) as { id: number; field: string } | undefined;

function updateOf(itemtype: Itemtype): Record<string, unknown> {
  const { name } = itemtype;
  const option = ownOption(itemtype);
  return option ? { search_options: { [name]: option.id }, field: option.field, [option.field]: 1 } : {};
}

/** Without these nobody gets in any more. */
const keepsTheDoor = new Set(['APIClient', 'Config']);
const types = catalog
  .all()
  .filter(({ name }) => catalog.findItemtype(name)?.deprecated === undefined)
  .toSorted((a, b) => Number(keepsTheDoor.has(a.name)) - Number(keepsTheDoor.has(b.name)));

/** Those that end an item come after the others. */
const late = /:(delete|purge.*|restore|delete_email|merge_as_followup)$/;

describe('every action that is listed for a type', () => {
  let server: TestApp;
  let token: string;
  let database: Database;
  beforeAll(async () => {
    server = await testApp();
    token = await server.logIn('glpi');
    database = openDatabase({ url: server.database.url, poolSize: 1, connectTimeout: 5000, queryTimeout: 0 });
  });
  afterAll(async () => {
    await database?.close();
    await server?.close();
  });

  /** The last item of a type: what others need least. */
  async function lastOf({ table, indexName }: Itemtype): Promise<unknown> {
    const row = await database.db
      .selectFrom(table)
      .select(indexName)
      .orderBy(indexName, 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.[indexName];
  }

  async function listed(itemtype: Itemtype, query: string): Promise<string[]> {
    const answer = await server.ask(`/getMassiveActions/${encodeURIComponent(itemtype.name)}${query}`, { token });
    return answer.statusCode !== 200 || answer.body === ''
      ? []
      : answer.json<{ key: string }[]>().map(({ key }) => key);
  }

  async function apply(itemtype: Itemtype, key: string, id: unknown): Promise<{ status: number; counted: number }> {
    const answer = await server.ask(`/applyMassiveAction/${encodeURIComponent(itemtype.name)}/${key}`, {
      token,
      method: 'POST',
      payload: { ids: [id], input: inputs(itemtype)[key] ?? peersFor(itemtype, key) },
    });
    const body = answer.body === '' ? {} : answer.json<Record<string, number>>();
    const { ok = 0, noaction = 0, ko = 0, noright = 0 } = body;
    return { status: answer.statusCode, counted: ok + noaction + ko + noright };
  }

  it.each(['none', 'one that is there'])('is counted for %s', { timeout: 300_000 }, async (which) => {
    const wrong: string[] = [];
    let asked = 0;
    for (const itemtype of types) {
      const keys = new Set([...(await listed(itemtype, '')), ...(await listed(itemtype, '?is_deleted=1'))]);
      const ordered = [...keys].sort((a, b) => Number(late.test(a)) - Number(late.test(b)));
      for (const key of ordered) {
        const id = (which === 'none' ? undefined : await lastOf(itemtype)) ?? 9_999_999;
        asked++;
        const { status, counted } = await apply(itemtype, key, id);
        const isRight = status < 500 && (counted > 0 || isUncounted(itemtype, key));
        if (!isRight) wrong.push(`${itemtype.name} ${key} ${id}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(2000);
  });
});

/** The other side of a relation's links. */
function peersFor(itemtype: Itemtype, key: string): Record<string, unknown> {
  const { relation } = catalog.itemtype(key.split(':')[0]!) ?? {};
  const sides = [relation?.side1, relation?.side2].filter((side) => side && side.itemtype !== itemtype.name);
  return Object.fromEntries(sides.map((side) => [`peer_${side!.itemsId}`, 1]));
}
