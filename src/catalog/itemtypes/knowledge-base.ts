/** The knowledge base. */

import { anyUser, fixed, html } from '../parts/attributes.ts';
import { creationDateOption, idOption, updateDateOption } from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { historized, inEntities } from '../parts/flags.ts';
import { child, item, relation, treeDropdown, visibleItem } from '../parts/kinds.ts';
import { anyItem, childOf, noCheck, owner, side, viewCheck } from '../parts/links.ts';
import { of, own } from '../parts/option.ts';
import { standardRights } from '../parts/rights.ts';
import { clonable } from '../parts/traits.ts';

export const knowledgeBase: readonly Declaration[] = [
  relation('Entity_KnowbaseItem', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('KnowbaseItem'), side('Entity', { check: noCheck, logs: false })],
  }),
  relation('Group_KnowbaseItem', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('KnowbaseItem'), side('Group', { check: noCheck, logs: false })],
  }),
  visibleItem('KnowbaseItem', ['Knowledge base', 'Knowledge base'], {
    right: 'knowbase',
    traits: [clonable],
    cloneRelations: [
      'Entity_KnowbaseItem',
      'Group_KnowbaseItem',
      'KnowbaseItem_Profile',
      'KnowbaseItem_User',
      'Document_Item',
      'Infocom',
      'KnowbaseItem_Item',
      'KnowbaseItemTranslation',
    ],
    rights: {
      ...standardRights,
      1024: 'Knowledge base administration',
      2048: 'Read the FAQ',
      4096: 'Publish in the FAQ',
      8192: 'Comment KB entries',
    },
    helpdeskRights: { 2048: 'Read the FAQ' },
    lacks: ['name'],
    options: [
      idOption,
      own(6, 'Subject', 'name', 'text'),
      own(7, 'Content', 'answer', 'text', html),
      own(8, 'FAQ item', 'is_faq', 'bool'),
      own(9, 'Views', 'view', 'integer', fixed),
      own(10, 'Visibility start date', 'begin_date', 'datetime'),
      own(11, 'Visibility end date', 'end_date', 'datetime'),
      updateDateOption,
      creationDateOption,
      of('glpi_users', 70, 'User', 'name', 'dropdown', fixed, anyUser),
    ],
  }),
  treeDropdown('KnowbaseItemCategory', ['Knowledge base category', 'Knowledge base categories'], {
    right: 'knowbasecategory',
  }),
  child('KnowbaseItemTranslation', ['Translation', 'Translations'], {
    right: 'knowbase',
    child: childOf('KnowbaseItem', { logsForParent: false }),
  }),
  item('KnowbaseItem_Comment', ['Comment', 'Comments'], { lacks: ['name'] }),
  relation('KnowbaseItem_Item', ['Knowledge base item', 'Knowledge base items'], {
    flags: [historized],
    relation: [owner('KnowbaseItem'), side(anyItem, { check: viewCheck })],
  }),
  relation('KnowbaseItem_KnowbaseItemCategory', ['General', 'General'], {
    right: 'knowbase',
    flags: [historized],
    relation: [owner('KnowbaseItem'), side('KnowbaseItemCategory', { check: viewCheck })],
  }),
  relation('KnowbaseItem_Profile', ['General', 'General'], {
    flags: [inEntities],
    relation: [owner('KnowbaseItem'), side('Profile', { check: noCheck, logs: false })],
  }),
  item('KnowbaseItem_Revision', ['Revision', 'Revisions'], { right: 'knowbase' }),
  relation('KnowbaseItem_User', ['General', 'General'], {
    relation: [owner('KnowbaseItem'), side('User', { check: noCheck, logs: false })],
  }),
];
