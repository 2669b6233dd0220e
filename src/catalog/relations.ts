/**
 * What points to an item, and what becomes of it when the item goes for good (items-write W9, W10). Nearly all of it
 * follows from two rules, so that only the exceptions are written down here:
 *
 * - a row that is a child of the item, or a relation with it as a side, goes with it;
 * - any other column named after the item's foreign key (`users_id_tech`) is set to 0.
 */
import type { Schema } from '../database/schema.ts';
import { all, byTable, isA, itemtype } from './catalog.ts';
import { type lists, memberOf } from './lists.ts';
import type { Itemtype } from './model.ts';

type ListName = keyof typeof lists;

/** Columns of a table that hold an item's id, and for links to several types the class beside it. */
export interface Pointer {
  readonly itemtype: Itemtype;
  readonly key: string;
  readonly typeColumn?: string;
}

/**
 * A column that is set to 0; `itemtype` is undefined for a table that no class has. Where `typeColumn` says the class of
 * the item, that is emptied, too.
 */
export interface Reference {
  readonly table: string;
  readonly column: string;
  readonly itemtype: Itemtype | undefined;
  readonly typeColumn?: string;
}

/** Links that stay without their item: components in stock, systems of no name, databases without an instance. */
const survives = (link: Itemtype, key: string): boolean =>
  (isA(link, 'Item_Devices') && key === link.relation?.side2.itemsId) ||
  survivors.some(([name, column]) => name === link.name && column === key);

/** Their items' classes forget them, or look after them, and neither the row nor the column is touched. */
const forgotten = new Set([
  'Cartridge.printers_id',
  'Item_RemoteManagement.items_id',
  'ManualLink.items_id',
  'Ticket_Contract.contracts_id',
]);

const survivors = [
  ['Item_OperatingSystem', 'operatingsystems_id'],
  ['Database', 'databaseinstances_id'],
] as const;

/** Rows that go with an item although their class doesn't say that they belong to it: class, key, class of the item. */
const belongings: readonly (readonly [string, string, string])[] = [
  ['Agent', 'agenttypes_id', 'AgentType'],
  ['ChangeTask', 'changes_id', 'Change'],
  ['CronTaskLog', 'crontasks_id', 'CronTask'],
  ['DisplayPreference', 'users_id', 'User'],
  ['Glpi\\Dashboard\\Dashboard', 'users_id', 'User'],
  ['KnowbaseItem_Comment', 'knowbaseitems_id', 'KnowbaseItem'],
  ['KnowbaseItem_Revision', 'knowbaseitems_id', 'KnowbaseItem'],
  ['ObjectLock', 'users_id', 'User'],
  ['OlaLevel_Ticket', 'olalevels_id', 'OlaLevel'],
  ['OlaLevel_Ticket', 'tickets_id', 'Ticket'],
  ['ProblemTask', 'problems_id', 'Problem'],
  ['QueuedNotification', 'notificationtemplates_id', 'NotificationTemplate'],
  ['Reminder', 'users_id', 'User'],
  ['ReminderTranslation', 'users_id', 'User'],
  ['SlaLevel_Ticket', 'slalevels_id', 'SlaLevel'],
  ['SlaLevel_Ticket', 'tickets_id', 'Ticket'],
  ['TicketSatisfaction', 'tickets_id', 'Ticket'],
  ['TicketTask', 'tickets_id', 'Ticket'],
];

/** Classes whose rows name any item by class and id without being its children. */
const namesAnyItem = [
  'Agent',
  'Alert',
  'DatabaseInstance',
  'DropdownTranslation',
  'Item_Kanban',
  'Lockedfield',
  'VObject',
];

/** Children that stay without their item, and name none from then on: class, class of the item. */
const letGo: readonly (readonly [string, string])[] = [['NetworkName', 'Computer']];

/** Columns that look like a reference and are none, or that the class of their item looks after itself. */
const ownBusiness = new Set([
  'glpi_networkportaggregates.networkports_id_list',
  'glpi_olalevels.entities_id',
  'glpi_planningexternalevents.users_id_guests',
  'glpi_savedsearches.users_id',
  'glpi_slalevels.entities_id',
  'glpi_softwarelicenses.softwares_id',
]);

/** What belongs to an item or links two has the item's entity, but for these, which have one of their own. */
const withOwnEntity = new Set([
  'DomainRecord',
  'Group_KnowbaseItem',
  'Group_Reminder',
  'Group_RSSFeed',
  'IPAddress',
  'KnowbaseItem_Profile',
  'NetworkName',
  'Profile_Reminder',
  'Profile_RSSFeed',
]);

const goingAlong = new Map<string, readonly Pointer[]>();

/** What goes with an item of this type, by columns that hold its id alone. */
export function fixedBelongings(type: Itemtype): readonly Pointer[] {
  let pointers = goingAlong.get(type.name);
  if (!pointers) {
    const links = ownersOfTables().flatMap((link) =>
      sidesOf(link)
        .filter((side) => side.itemtype === type.name && !survives(link, side.itemsId))
        .filter((side) => !forgotten.has(`${link.name}.${side.itemsId}`))
        .map((side) => ({ itemtype: link, key: side.itemsId })),
    );
    const others = belongings.flatMap(([name, key, owner]) => {
      const found = owner === type.name ? itemtype(name) : undefined;
      return found ? [{ itemtype: found, key }] : [];
    });
    pointers = [...links, ...others];
    goingAlong.set(type.name, pointers);
  }
  return pointers;
}

let anyItem: readonly Pointer[] | undefined;

/** Lists of the types that links by class and id go along with; links that stand in none go along with any type. */
const linkLists: Readonly<Record<string, ListName>> = {
  Agent: 'agent_types',
  Appliance_Item: 'appliance_types',
  Appliance_Item_Relation: 'appliance_relation_types',
  Certificate_Item: 'certificate_types',
  Change_Item: 'ticket_types',
  Computer_Item: 'directconnect_types',
  Consumable: 'consumables_types',
  Contract_Item: 'contract_types',
  DatabaseInstance: 'databaseinstance_types',
  Domain_Item: 'domain_types',
  'Glpi\\Socket': 'socket_types',
  Item_Cluster: 'cluster_types',
  Item_Disk: 'disk_types',
  Item_Enclosure: 'rackable_types',
  Item_Kanban: 'kanban_types',
  Item_OperatingSystem: 'operatingsystem_types',
  Item_Problem: 'ticket_types',
  Item_Project: 'project_asset_types',
  Item_Rack: 'rackable_types',
  Item_SoftwareLicense: 'software_types',
  Item_SoftwareVersion: 'software_types',
  Item_Ticket: 'ticket_types',
  KnowbaseItem_Item: 'kb_types',
  NetworkPort: 'networkport_types',
  ReservationItem: 'reservation_types',
  VObject: 'planning_types',
};

/** What may go with an item of a type, by class and id. */
export function polymorphicBelongings(type: Itemtype): readonly Pointer[] {
  anyItem ??= [
    ...ownersOfTables().flatMap((link) =>
      sidesOf(link)
        .filter((side) => side.itemtype.startsWith('itemtype') && !forgotten.has(`${link.name}.${side.itemsId}`))
        .map((side) => ({ itemtype: link, key: side.itemsId, typeColumn: side.itemtype })),
    ),
    ...namesAnyItem.flatMap((name) => {
      const found = itemtype(name);
      return found ? [{ itemtype: found, key: 'items_id', typeColumn: 'itemtype' }] : [];
    }),
  ];
  return anyItem.filter(
    ({ itemtype: { name } }) =>
      (linkLists[name] === undefined || memberOf(linkLists[name], type.name)) && !isLetGo(name, type),
  );
}

const isLetGo = (name: string, owner: Itemtype): boolean =>
  letGo.some(([link, item]) => link === name && item === owner.name);

/** A row goes as what its table is made for, not as one of the classes that share the table. */
const ownersOfTables = (): readonly Itemtype[] => all().filter((type) => byTable(type.table) === type);

/** A column that names what a row goes along with: an item of one class, or of the class in the column beside it. */
export interface OwnerColumn {
  readonly key: string;
  readonly itemtype?: string;
  readonly typeColumn?: string;
}

const owners = new Map<string, readonly OwnerColumn[]>();

/** The other way round: what rows of this type go along with. */
export function ownersOf(type: Itemtype): readonly OwnerColumn[] {
  let columns = owners.get(type.name);
  if (!columns) {
    const sides = sidesOf(type).map(({ itemtype: name, itemsId: key }) =>
      name.startsWith('itemtype') ? { key, typeColumn: name } : { key, itemtype: name },
    );
    const others = belongings
      .filter(([name]) => name === type.name)
      .map(([, key, owner]) => ({ key, itemtype: owner }));
    const any = namesAnyItem.includes(type.name) ? [{ key: 'items_id', typeColumn: 'itemtype' }] : [];
    columns = [...sides, ...others, ...any];
    owners.set(type.name, columns);
  }
  return columns;
}

/**
 * What tells its item that it goes even when the item goes with it. The item's history goes a moment later, so that
 * nothing is left but the numbers that those rows had: rows to come have greater ones.
 */
export const tellsWhoGoes = new Set([
  'ChangeTask',
  'ChangeValidation',
  'DomainRecord',
  'DropdownTranslation',
  'ITILFollowup',
  'OlaLevelAction',
  'OlaLevelCriteria',
  'ProblemTask',
  'SlaLevelAction',
  'SlaLevelCriteria',
  'TicketTask',
  'TicketValidation',
]);

/** What goes before the item's history does, though a class and an id name the item. */
export function earlyBelongings(type: Itemtype): readonly Pointer[] {
  const translation = type.ancestors.includes('CommonDropdown') ? itemtype('DropdownTranslation') : undefined;
  return translation ? [{ itemtype: translation, key: 'items_id', typeColumn: 'itemtype' }] : [];
}

/** Links whose end is told to both peers even when one of them goes for good. */
export const toldAtPurge = new Set(['Item_Ticket']);

function sidesOf(link: Itemtype): readonly { readonly itemtype: string; readonly itemsId: string }[] {
  return [link.child, link.relation?.side1, link.relation?.side2].flatMap((side) => side ?? []);
}

const referencesBySchema = new WeakMap<Schema, ReadonlyMap<string, readonly Reference[]>>();

/** The columns of other items that are set to 0 (or to `_replace_by`) when an item of this type goes. */
export function referencesTo(schema: Schema, type: Itemtype): readonly Reference[] {
  let references = referencesBySchema.get(schema);
  if (!references) {
    references = readReferences(schema);
    referencesBySchema.set(schema, references);
  }
  return references.get(type.table) ?? [];
}

function readReferences(schema: Schema): ReadonlyMap<string, readonly Reference[]> {
  const types = new Map<string, Itemtype>();
  for (const type of all())
    if (!types.has(type.table) || type.collectionTable === undefined) types.set(type.table, type);
  const found = new Map<string, Reference[]>();
  for (const table of schema.tables()) {
    const own = types.get(table.name);
    for (const column of table.columns.keys()) {
      const target = `glpi_${/^(.+?)_id(?:_.+)?$/.exec(column)?.[1]}`;
      if (column === 'items_id' || !schema.table(target) || !isReference(table.name, column, own, types.get(target)))
        continue;
      const list = found.get(target);
      const reference = { table: table.name, column, itemtype: own };
      if (list) list.push(reference);
      else found.set(target, [reference]);
    }
  }
  for (const [name, owner] of letGo) {
    const link = itemtype(name)!;
    const target = itemtype(owner)!.table;
    const { itemtype: typeColumn, itemsId: column } = link.child!;
    found.set(target, [...(found.get(target) ?? []), { table: link.table, column, typeColumn, itemtype: link }]);
  }
  return found;
}

function isReference(table: string, column: string, own: Itemtype | undefined, target: Itemtype | undefined): boolean {
  if (ownBusiness.has(`${table}.${column}`)) return false;
  if (!own) return true;
  const isLink = sidesOf(own).some((side) => side.itemsId === column && !survives(own, column));
  if (isLink) return false;
  if (column === 'entities_id' && (own.child ?? own.relation) && !withOwnEntity.has(own.name)) return false;
  // Trees look after their own branches.
  if (own === target && own.completenameField && column === own.foreignKey) return false;
  return !belongings.some(([name, key]) => name === own.name && key === column);
}
