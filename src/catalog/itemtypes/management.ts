/** Documents, budgets and financial information. */

import { counted, equalsOrNot, fixed, future, grouped, undisplayable, unsearchable } from '../parts/attributes.ts';
import {
  commentOption,
  creationDateOption,
  fixedEntityOption,
  idOption,
  itemBase,
  recursiveOption,
  relationBase,
  updateDateOption,
} from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import {
  historized,
  inEntities,
  not,
  silent,
  templated,
  translatable,
  trashable,
  withNotepad,
} from '../parts/flags.ts';
import { children, join } from '../parts/joins.ts';
import { assetType, child, dropdown, item, relation, treeDropdown } from '../parts/kinds.ts';
import { composed } from '../parts/labels.ts';
import { anyItem, childOf, owner, side } from '../parts/links.ts';
import { locationOptions } from '../parts/location-options.ts';
import { notepadOptions } from '../parts/notepad-options.ts';
import { of, own } from '../parts/option.ts';
import { browsable, clonable, withParentStatus } from '../parts/traits.ts';

export const management: readonly Declaration[] = [
  dropdown('Budget', ['Budget', 'Budgets'], {
    right: 'budget',
    traits: [clonable],
    flags: [inEntities, trashable, templated, withNotepad, not(translatable)],
    cloneRelations: ['Document_Item'],
    base: itemBase,
    lacks: ['is_recursive'],
    options: [
      idOption,
      updateDateOption,
      creationDateOption,
      of('glpi_budgettypes', 4, 'Type', 'name', 'dropdown'),
      own(5, 'Start date', 'begin_date', 'date'),
      own(6, 'End date', 'end_date', 'date'),
      own(7, 'Value', 'value', 'decimal', { searchtype: ['contains', 'notcontains', 'equals', 'notequals'] }),
      commentOption,
      own(50, 'Template name', 'template_name', 'text', fixed, unsearchable, undisplayable),
      fixedEntityOption,
      recursiveOption,
      ...locationOptions,
      ...notepadOptions,
    ],
  }),
  assetType('BudgetType', ['Budget type', 'Budget types']),
  item('Document', ['Document', 'Documents'], {
    right: 'document',
    traits: [withParentStatus, browsable],
    flags: [inEntities, trashable, historized, withNotepad],
    forwardEntityTo: ['Document_Item'],
    lacks: ['is_recursive'],
    options: [
      idOption,
      own(3, 'File', 'filename', 'string', fixed),
      own(4, 'Web link', 'link', 'weblink'),
      own(5, 'MIME type', 'mime', 'string'),
      own(6, 'Tag', 'tag', 'text', fixed),
      of('glpi_documentcategories', 7, 'Heading', 'completename', 'dropdown'),
      fixedEntityOption,
      recursiveOption,
      updateDateOption,
      creationDateOption,
      own(20, composed('%1$s (%2$s)', 'Checksum', 'SHA1'), 'sha1sum', 'string', fixed),
      commentOption,
      of('glpi_documents_items', 72, 'Number of associated items', 'id', 'count', counted, join(children)),
      ...notepadOptions,
    ],
  }),
  treeDropdown('DocumentCategory', ['Document heading', 'Document headings'], {
    flags: [not(inEntities)],
  }),
  dropdown('DocumentType', ['Document type', 'Document types'], {
    right: 'typedoc',
    options: [
      own(3, 'Extension', 'ext', 'string'),
      own(6, 'Icon', 'icon', 'specific', fixed),
      own(4, 'MIME type', 'mime', 'string'),
      own(5, 'Authorized upload', 'is_uploadable', 'bool'),
    ],
  }),
  relation('Document_Item', ['Document item', 'Document items'], {
    flags: [inEntities],
    relation: [owner('Document'), side(anyItem)],
  }),
  child('Infocom', ['Financial and administrative information', 'Financial and administrative information'], {
    right: 'infocom',
    flags: [inEntities, silent],
    child: childOf(anyItem, { logsForParent: false }),
    emptyValues: { alert: 0 },
    base: relationBase,
    options: [
      own(4, 'Date of purchase', 'buy_date', 'date'),
      own(5, 'Startup date', 'use_date', 'date'),
      own(24, 'Delivery date', 'delivery_date', 'date', grouped),
      own(23, 'Order date', 'order_date', 'date', grouped),
      own(25, 'Start date of warranty', 'warranty_date', 'date', grouped),
      own(27, 'Date of last physical inventory', 'inventory_date', 'date', grouped),
      own(28, 'Decommission date', 'decommission_date', 'date', grouped, future),
      own(6, 'Warranty duration', 'warranty_duration', 'number', {
        unit: 'month',
        max: '120',
        toadd: { '-1': 'Lifelong' },
      }),
      own(7, 'Warranty information', 'warranty_info', 'string'),
      own(8, 'Warranty extension value', 'warranty_value', 'decimal'),
      of('glpi_suppliers', 9, 'Supplier', 'name', 'dropdown'),
      own(10, 'Order number', 'order_number', 'string'),
      own(11, 'Delivery form', 'delivery_number', 'string'),
      own(12, 'Immobilization number', 'immo_number', 'string'),
      own(13, 'Value', 'value', 'decimal'),
      own(14, 'Amortization duration', 'sink_time', 'number', { max: '15', unit: 'year' }),
      own(15, 'Amortization type', 'sink_type', 'specific', equalsOrNot),
      commentOption,
      own(17, 'Amortization coefficient', 'sink_coeff', 'decimal'),
      own(18, 'Invoice number', 'bill', 'string'),
      of('glpi_budgets', 19, 'Budget', 'name', 'itemlink'),
      own(20, 'Type', 'itemtype', 'itemtypename', fixed, { itemtype_list: 'infocom_types' }),
      own(21, 'ID', 'items_id', 'integer', fixed),
      own(22, 'Alarms on financial and administrative information', 'alert', 'integer'),
      fixedEntityOption,
      recursiveOption,
      of('glpi_businesscriticities', 173, 'Business criticity', 'completename', 'dropdown'),
    ],
  }),
];
