/** Lines, certificates and clusters. */

import { inChargeOptions, ownerOptions, serialOptions, templateNameOption } from '../parts/asset-options.ts';
import {
  also,
  by,
  changeable,
  counted,
  fixed,
  future,
  grouped,
  technicians,
  unsearchable,
} from '../parts/attributes.ts';
import {
  characteristics,
  commentOption,
  creationDateOption,
  entityOption,
  fixedEntityOption,
  idOption,
  manufacturerOption,
  nameOption,
  noBase,
  recursiveOption,
  updateDateOption,
} from '../parts/base-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { historized, inEntities, not, templated, translatable, trashable, withNotepad } from '../parts/flags.ts';
import { children, join } from '../parts/joins.ts';
import { assetType, dropdown, item, relation } from '../parts/kinds.ts';
import { anyItem, noCheck, owner, side } from '../parts/links.ts';
import { locationOptions } from '../parts/location-options.ts';
import { notepadOptions } from '../parts/notepad-options.ts';
import { of, own } from '../parts/option.ts';
import { clonable } from '../parts/traits.ts';

export const services: readonly Declaration[] = [
  item('Certificate', ['Certificate', 'Certificates'], {
    right: 'certificate',
    traits: [clonable],
    flags: [inEntities, trashable, templated, historized, withNotepad],
    cloneRelations: ['Infocom', 'Contract_Item', 'Document_Item', 'KnowbaseItem_Item'],
    base: noBase,
    options: [
      characteristics,
      nameOption,
      idOption,
      ...serialOptions,
      ...locationOptions,
      of('glpi_certificatetypes', 7, 'Type', 'name', 'dropdown'),
      own(8, 'DNS suffix', 'dns_suffix', ''),
      own(9, 'Self-signed', 'is_autosign', 'bool'),
      own(10, 'Expiration date', 'date_expiration', 'date', future),
      own(11, 'Command used', 'command', 'text'),
      own(12, 'Certificate request (CSR)', 'certificate_request', 'text'),
      own(13, 'Certificate', 'certificate_item', 'text'),
      of(
        'glpi_certificates_items',
        14,
        'Associated items',
        'items_id',
        '',
        fixed,
        grouped,
        unsearchable,
        also('itemtype'),
        join(children),
      ),
      own(15, 'Comments', 'comment', 'text'),
      own(16, 'Alternate username', 'contact', 'string'),
      own(17, 'Alternate username number', 'contact_num', 'string'),
      own(18, 'DNS name', 'dns_name', ''),
      updateDateOption,
      manufacturerOption,
      of('glpi_users', 24, 'Technician in charge', 'name', 'dropdown', by('users_id_tech'), technicians),
      of('glpi_states', 31, 'Status', 'completename', 'dropdown', { condition: { is_visible_certificate: 1 } }),
      of('glpi_groups', 49, 'Group in charge', 'completename', 'dropdown', by('groups_id_tech'), {
        condition: { is_assign: 1 },
      }),
      templateNameOption,
      ...ownerOptions,
      of('glpi_certificates_items', 72, 'Number of associated items', 'id', 'count', counted, join(children)),
      entityOption,
      recursiveOption,
      creationDateOption,
      ...notepadOptions,
    ],
  }),
  assetType('CertificateType', ['Certificate type', 'Certificate types'], { flags: [inEntities] }),
  relation('Certificate_Item', ['General', 'General'], { relation: [side('Certificate'), owner(anyItem)] }),
  item('Cluster', ['Cluster', 'Clusters'], {
    right: 'cluster',
    traits: [clonable],
    flags: [inEntities, trashable, historized],
    cloneRelations: ['NetworkPort'],
    options: [
      of('glpi_states', 31, 'Status', 'completename', 'dropdown', { condition: { is_visible_cluster: 1 } }),
      own(5, 'UUID', 'uuid', 'string'),
      commentOption,
      updateDateOption,
      creationDateOption,
      ...inChargeOptions,
      ...notepadOptions,
    ],
  }),
  assetType('ClusterType', ['Cluster type', 'Cluster types'], { flags: [inEntities] }),
  relation('Item_Cluster', ['Cluster item', 'Cluster items'], {
    relation: [owner('Cluster', { check: noCheck, mustBeAttached: false }), side(anyItem, { mustBeAttached: false })],
  }),
  item('Line', ['Line', 'Lines'], {
    right: 'line',
    flags: [inEntities, trashable, historized, withNotepad],
    options: [
      ...locationOptions,
      idOption,
      of('glpi_linetypes', 4, 'Line type', 'name', 'dropdown'),
      commentOption,
      updateDateOption,
      of('glpi_states', 31, 'Status', 'completename', 'dropdown', { condition: { is_visible_line: 1 } }),
      ...ownerOptions,
      fixedEntityOption,
      creationDateOption,
      of('glpi_lineoperators', 184, 'Line operator', 'name', 'dropdown', changeable),
      own(185, 'Caller number', 'caller_num', 'string'),
      own(186, 'Caller name', 'caller_name', 'string'),
    ],
  }),
  dropdown('LineOperator', ['Line operator', 'Line operators'], {
    right: 'lineoperator',
    flags: [inEntities, not(translatable)],
    options: [own(11, 'Mobile Country Code', 'mcc', 'integer'), own(12, 'Mobile Network Code', 'mnc', 'integer')],
  }),
  assetType('LineType', ['Line type', 'Line types']),
];
