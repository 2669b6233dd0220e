import { describe, expect, it } from 'vitest';
import * as catalog from '../../src/catalog/catalog.ts';
import { foreignKeyOf, tableOf } from '../../src/catalog/names.ts';
import { optionUid } from '../../src/catalog/option-uid.ts';
import { entriesFor, optionsFor } from '../../src/catalog/search-options.ts';
import { searchTypesOf } from '../../src/catalog/search-types.ts';
import { phpJson } from '../../src/http/php-json.ts';
import { listRawSearchOptions, listSearchOptions } from '../../src/search/list-search-options.ts';
import { english } from './english.ts';

const everything = { have: () => true, interface: 'central' };
const nothing = { have: () => false, interface: 'central' };
const type = (name: string) => catalog.itemtype(name)!;
const option = (name: string, id: number) => optionsFor(type(name), everything).get(id)!;

describe('look-ups', () => {
  it('finds types by exact name, and by name in any letter case', () => {
    expect(catalog.itemtype('Computer')?.table).toBe('glpi_computers');
    expect(catalog.itemtype('computer')).toBeUndefined();
    expect(catalog.findItemtype('cOMPUTER')?.itemtype.name).toBe('Computer');
    expect(catalog.findItemtype('glpi\\socket')?.itemtype.name).toBe('Glpi\\Socket');
    expect(catalog.findItemtype('Socket')).toBeUndefined();
  });

  it('serves deprecated names by the current type, in their exact spelling only (http H12)', () => {
    expect(catalog.findItemtype('TicketFollowup')).toMatchObject({
      itemtype: { name: 'ITILFollowup' },
      deprecated: { renamed: { items_id: 'tickets_id' } },
    });
    expect(catalog.findItemtype('ticketfollowup')).toBeUndefined();
    expect(catalog.findItemtype('Netpoint')?.itemtype.name).toBe('Glpi\\Socket');
  });

  it('tells classes without rows from unknown names', () => {
    expect(catalog.findItemtype('CommonDropdown')).toBeUndefined();
    expect(catalog.isKnownClass('commondropdown')).toBe(true);
    expect(catalog.isKnownClass('Computer')).toBe(true);
    expect(catalog.isKnownClass('Nothing')).toBe(false);
  });

  it.each([
    ['users_id_tech', 'User'],
    ['_locations_id', 'Location'],
    ['items_devicebatteries_id', 'Item_DeviceBattery'],
    ['sockets_id', 'Glpi\\Socket'],
    ['rules_id', 'Rule'],
    ['netport_id', undefined],
    ['items_id', undefined],
    ['is_ids_visible', undefined],
    ['id', undefined],
  ])('%s points to %s (items-read G2.1)', (key, name) => {
    expect(catalog.byForeignKey(key)?.name).toBe(name);
  });

  it('gives a shared table to the class it is named after', () => {
    expect(catalog.byTable('glpi_rules')?.name).toBe('Rule');
    expect(catalog.byTable('glpi_configs')?.name).toBe('Config');
    expect(catalog.byTable('glpi_nothing')).toBeUndefined();
  });

  it('knows descent', () => {
    expect(catalog.isA(type('Item_DeviceBattery'), 'CommonDBRelation')).toBe(true);
    expect(catalog.isA(type('Computer'), 'Computer')).toBe(true);
    expect(catalog.isA(type('Computer'), 'CommonDropdown')).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['Item_DeviceBattery', 'glpi_items_devicebatteries'],
    ['Glpi\\Dashboard\\Right', 'glpi_dashboards_rights'],
    ['SoftwareLicense', 'glpi_softwarelicenses'],
    ['RuleCriteria', 'glpi_rulecriterias'],
  ])('%s → %s', (name, table) => {
    expect(tableOf(name)).toBe(table);
  });

  it('makes keys of GLPI’s tables only', () => {
    expect(foreignKeyOf('glpi_items_devicebatteries')).toBe('items_devicebatteries_id');
    expect(foreignKeyOf('asset_types')).toBe('');
  });
});

describe('declarations', () => {
  it.each(catalog.all().map((each) => [each.name, each] as const))('%s is consistent', (_name, each) => {
    const ids = each.searchOptions.flatMap((entry) => ('group' in entry ? [] : [entry.id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const side of [each.child, each.relation?.side1, each.relation?.side2]) {
      if (side && !side.itemtype.startsWith('itemtype')) expect(catalog.itemtype(side.itemtype)).toBeDefined();
    }
  });

  it('takes links from the lists, in their order', () => {
    expect(type('Software').links.slice(0, 3)).toEqual(['ReservationItem', 'Document_Item', 'Contract_Item']);
    expect(type('Ticket').links).toContain('TicketTask');
  });

  it('gives components their device as owner', () => {
    expect(type('Item_DeviceMemory').relation?.side2).toMatchObject({
      itemtype: 'DeviceMemory',
      itemsId: 'devicememories_id',
      takeEntity: true,
    });
  });
});

describe('search options by session (search 4.4)', () => {
  const groups = (name: string, session: Parameters<typeof entriesFor>[1]) =>
    entriesFor(type(name), session).flatMap((entry) => ('group' in entry ? [entry.group] : []));

  it('leaves out blocks whose rights are missing', () => {
    expect(groups('Ticket', everything)).toContain('linktickets');
    expect(groups('Ticket', nothing)).not.toContain('linktickets');
    expect(groups('Software', nothing)).not.toContain('certificate');
    expect(groups('Computer', nothing)).not.toContain('domain');
  });

  it('closes most of a ticket to the helpdesk', () => {
    const options = optionsFor(type('Ticket'), { have: () => false, interface: 'helpdesk' });
    expect(options.get(1)?.nosearch).toBeUndefined();
    expect(options.get(4)?.nosearch).toBeUndefined();
    expect(options.get(5)?.nosearch).toBe(true);
    expect(options.get(52)?.nosearch).toBe(true);
    expect(options.get(64)?.nosearch).toBe(true);
    const approver = optionsFor(type('Ticket'), {
      have: (right) => right === 'ticketvalidation',
      interface: 'helpdesk',
    });
    expect(approver.get(52)?.nosearch).toBeUndefined();
  });
});

describe('uid (search 3.4)', () => {
  it.each([
    ['Computer', 1, 'Computer.name'],
    ['Computer', 3, 'Computer.Location.completename'],
    ['Computer', 24, 'Computer.users_id_tech.User.name'],
    ['Ticket', 4, 'Ticket.Ticket_User.User.name'],
    ['Computer', 45, 'Computer.Item_OperatingSystem.OperatingSystem.name'],
    ['Computer', 1310, 'Computer.Glpi\\Socket.name'],
  ])('%s %i: %s', (name, id, uid) => {
    expect(optionUid(type(name), option(name, id))).toBe(uid);
  });
});

describe('search types (search 3.3)', () => {
  it.each([
    ['Computer', 1, ['contains', 'notcontains', 'equals', 'notequals']],
    ['Computer', 2, ['contains', 'notcontains']],
    ['Computer', 3, ['contains', 'notcontains', 'equals', 'notequals', 'under', 'notunder']],
    ['Computer', 19, ['equals', 'notequals', 'lessthan', 'morethan', 'contains', 'notcontains']],
    ['Ticket', 1, ['contains', 'notcontains']],
    ['Ticket', 12, ['equals']],
    ['Ticket', 51, ['contains', 'notcontains', 'equals', 'notequals']],
  ])('%s %i', (name, id, types) => {
    expect(searchTypesOf(option(name, id))).toEqual(types);
  });
});

describe('listings', () => {
  const session = { ...everything, userId: 5, seesAllEntities: false, entities: [2, 3], firstNameFirst: true };
  const request = (name: string) => ({ ...catalog.findItemtype(name)!, session, translate: english });

  it('keep their order in JSON', () => {
    const json = phpJson(listSearchOptions(request('Computer')));
    expect(json.indexOf('"common"')).toBeLessThan(json.indexOf('"1":'));
    expect(json.indexOf('"86":')).toBeLessThan(json.indexOf('"2":'));
    expect(Object.keys(JSON.parse(json))).toHaveLength(listSearchOptions(request('Computer')).size);
  });

  it('are lists when empty', () => {
    expect(phpJson(listSearchOptions(request('OlaLevelAction')))).toBe('[]');
  });

  it('show the session’s conditions and names when raw', () => {
    const savedSearch = listRawSearchOptions(request('SavedSearch')).get('11');
    expect(savedSearch).toMatchObject({ joinparams: { condition: 'AND NEWTABLE.users_id = 5' } });
    const contacts = listRawSearchOptions(request('Supplier')).get('8');
    expect(contacts).toMatchObject({ computation: "CONCAT(`TABLE`.`firstname`, ' ', `TABLE`.`name`)" });
    const solution = listRawSearchOptions(request('Ticket')).get('39');
    expect(solution).toMatchObject({ joinparams: { condition: { 'NEWTABLE.id': ['=', {}] } } });
  });

  it('speak of the old name where a request did (search 22)', () => {
    const listing = listSearchOptions(request('TicketFollowup'));
    expect(listing.has('6')).toBe(false);
    expect(listing.get('1')).toMatchObject({
      table: 'glpi_ticketfollowups',
      uid: 'TicketFollowup.content',
      available_searchtypes: ['contains'],
    });
  });
});
