/** Domains and their records. */

import { by, fixed, grouped, unsearchable } from '../parts/attributes.ts';
import { creationDateOption, entityOption, noBase } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { historized, inEntities, lockedWhenDynamic, templated, trashable, withNotepad } from '../parts/flags.ts';
import { children, join } from '../parts/joins.ts';
import { child, dropdown, item, relation } from '../parts/kinds.ts';
import { composed } from '../parts/labels.ts';
import { anyItem, childOf, owner, side } from '../parts/links.ts';
import { heading, of, own } from '../parts/option.ts';
import { clonable } from '../parts/traits.ts';

export const domains: readonly Declaration[] = [
  item('Domain', ['Domain', 'Domains'], {
    right: 'domain',
    traits: [clonable],
    flags: [inEntities, trashable, templated, historized, withNotepad],
    forwardEntityTo: ['DomainRecord'],
    cloneRelations: [
      'DomainRecord',
      'Domain_Item',
      'Infocom',
      'Item_Ticket',
      'Item_Problem',
      'Change_Item',
      'Contract_Item',
      'Document_Item',
      'Notepad',
    ],
    emptyValues: { is_active: 1 },
    base: noBase,
    options: [
      heading('common', 'Domains'),
      own(1, 'Name', 'name', 'itemlink', { itemlink_type: 'Domain' }),
      of('glpi_domaintypes', 2, 'Type', 'name', 'dropdown'),
      of('glpi_users', 3, 'Technician in charge', 'name', 'dropdown', by('users_id_tech')),
      own(5, 'Registration date', 'date_domaincreation', 'date'),
      own(6, 'Expiration date', 'date_expiration', 'date'),
      own(7, 'Comments', 'comment', 'text'),
      of('glpi_domains_items', 8, 'Associated items', 'items_id', '', fixed, grouped, unsearchable, join(children)),
      of('glpi_groups', 10, 'Group in charge', 'name', 'dropdown', by('groups_id_tech'), {
        condition: { is_assign: 1 },
      }),
      own(12, 'Last update', 'date_mod', 'datetime', fixed),
      creationDateOption,
      own(18, 'Child entities', 'is_recursive', 'bool'),
      own(1400, 'ID', 'id', 'number'),
      own(31, 'Active', 'is_active', 'bool'),
      entityOption,
      own(81, composed('%1$s-%2$s', 'Entity', 'ID'), 'entities_id', ''),
    ],
  }),
  child('DomainRecord', ['Domain record', 'Domains records'], {
    right: 'domain',
    flags: [inEntities, trashable],
    child: childOf('Domain', { mustBeAttached: false }),
    options: [
      of('glpi_domains', 2, 'Domain', 'name', 'dropdown'),
      of('glpi_domainrecordtypes', 3, 'Record type', 'name', 'dropdown'),
      own(4, 'TTL', 'ttl', ''),
      own(11, 'Data', 'data', ''),
      of('glpi_users', 6, 'Technician in charge', 'name', 'dropdown', by('users_id_tech')),
      own(7, 'Creation date', 'date_creation', 'date'),
      own(8, 'Comments', 'comment', 'text'),
      of('glpi_groups', 9, 'Group in charge', 'name', 'dropdown', by('groups_id_tech')),
      own(10, 'Last update', 'date_mod', 'datetime', fixed),
      entityOption,
    ],
  }),
  dropdown('DomainRecordType', ['Record type', 'Records types'], {
    flags: [inEntities],
    lacks: ['date_mod', 'date_creation'],
  }),
  dropdown('DomainRelation', ['Domain relation', 'Domains relations'], {
    flags: [inEntities],
    lacks: ['date_mod', 'date_creation'],
  }),
  dropdown('DomainType', ['Domain type', 'Domain types'], {
    flags: [inEntities],
    lacks: ['date_mod', 'date_creation'],
  }),
  relation('Domain_Item', ['Domain item', 'Domain items'], {
    flags: [lockedWhenDynamic, trashable],
    relation: [owner('Domain'), side(anyItem)],
    base: noBase,
    options: [of('glpi_domainrelations', 2, 'Domains relations', 'name', 'itemlink', { itemlink_type: 'Domain_Item' })],
  }),
];
