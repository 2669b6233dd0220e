/** Search options that follow from the configuration lists (search 4.3, steps 2 to 9). */
import { memberOf } from '../lists.ts';
import { also, counted, fixed, grouped, subquery, unsearchable, unsortable } from './attributes.ts';
import { contractOptions } from './contract-options.ts';
import type { Declaration, Facts } from './facts.ts';
import { infocomOptions, stockInfocomOptions } from './infocom-options.ts';
import { itemtypeItem, itemtypeOnly, join, joined, through, visibleBy, where } from './joins.ts';
import { networkOptions } from './network-options.ts';
import { type EntryDeclaration, heading, of, onlyWith } from './option.ts';
import { domainViewer } from './option-conditions.ts';

/** Tickets, problems and changes about an item, counted. */
const assistanceOptions: readonly EntryDeclaration[] = [
  heading('tracking', 'Assistance'),
  of(
    'glpi_tickets',
    60,
    'Number of tickets',
    'id',
    'count',
    counted,
    join(through('glpi_items_tickets', itemtypeItem), visibleBy('activeEntities')),
  ),
  of(
    'glpi_problems',
    140,
    'Number of problems',
    'id',
    'count',
    counted,
    join(through('glpi_items_problems', itemtypeItem), visibleBy('activeEntities')),
  ),
  of(
    'glpi_changes',
    141,
    'Number of changes',
    'id',
    'count',
    counted,
    join(through('glpi_changes_items', itemtypeItem), visibleBy('activeEntities')),
  ),
];

/** Documents of an item, counted. */
export const documentOptions: readonly EntryDeclaration[] = [
  heading('document', 'Documents'),
  of('glpi_documents_items', 119, 'Number of documents', 'id', 'count', counted, join(itemtypeItem)),
];

const onDomains = through('glpi_domains_items', itemtypeItem);

/** Domains an item is in. */
const domainOptions: readonly EntryDeclaration[] = [
  heading('domain', 'Domains'),
  of('glpi_domains', 205, 'Name', 'name', 'itemlink', fixed, grouped, { itemlink_type: 'Domain' }, join(onDomains)),
  of(
    'glpi_domaintypes',
    206,
    'Domain type',
    'name',
    'dropdown',
    fixed,
    grouped,
    join(through('glpi_domains', onDomains)),
  ),
];

const onAppliances = through('glpi_appliances_items', itemtypeItem);

/** Appliances an item is part of. */
export const applianceOptions: readonly EntryDeclaration[] = [
  heading('appliance', 'Appliances'),
  of(
    'glpi_appliances',
    1210,
    'Name',
    'name',
    'itemlink',
    fixed,
    grouped,
    subquery,
    join(through('glpi_appliances_items', joined(itemtypeItem, { field: 'items_id' })), where({ is_deleted: 0 })),
  ),
  of(
    'glpi_appliancetypes',
    1211,
    'Appliance type',
    'name',
    '',
    fixed,
    grouped,
    join(through('glpi_appliances', onAppliances)),
  ),
  of('glpi_users', 1212, 'User', 'name', 'dropdown', fixed, grouped, join(through('glpi_appliances', onAppliances))),
  of('glpi_groups', 1213, 'Group', 'name', 'dropdown', fixed, grouped, join(through('glpi_appliances', onAppliances))),
];

/** External links: of the type and of the item. */
const linkOptions: readonly EntryDeclaration[] = [
  heading('link', 'External links'),
  of(
    'glpi_links',
    145,
    'External links',
    '_virtual',
    'specific',
    grouped,
    unsearchable,
    { nosort: true, raw: { nosort: '1' } },
    join(through('glpi_links_itemtypes', itemtypeOnly)),
  ),
  heading('manuallink', 'Manual links'),
  of(
    'glpi_manuallinks',
    146,
    'Manual links',
    '_virtual',
    'specific',
    fixed,
    grouped,
    unsearchable,
    unsortable,
    also('id', 'name', 'url', 'open_window', 'icon'),
    join(itemtypeItem),
  ),
];

type Block = readonly EntryDeclaration[] | ((facts: Facts) => readonly EntryDeclaration[]);

const finances: Block = ({ stock }) => (stock ? stockInfocomOptions(stock) : infocomOptions);

/** Lists whose members get a block, in order; components and their models have documents and finances without a list. */
const blocksByList: readonly (readonly [list: string, block: Block, ancestors: readonly string[]])[] = [
  ['ticket_types', assistanceOptions, []],
  ['networkport_types', networkOptions, []],
  ['contract_types', contractOptions, []],
  ['document_types', documentOptions, ['Item_Devices', 'CommonDevice']],
  ['infocom_types', finances, ['Item_Devices']],
  ['domain_types', onlyWith([domainViewer], domainOptions), []],
  ['appliance_types', applianceOptions, []],
  ['link_types', linkOptions, []],
];

/** The options a type has by the lists it is in. */
export function listOptions({ name, facts }: Declaration): EntryDeclaration[] {
  return blocksByList.flatMap(([list, block, ancestors]) => {
    const has = memberOf(list, name) || facts.ancestors?.some((ancestor) => ancestors.includes(ancestor));
    if (!has) return [];
    return typeof block === 'function' ? block(facts) : block;
  });
}
