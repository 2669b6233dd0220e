/** Cables and sockets. */

import { also, by, equalsOnly, fixed, grouped, unsearchable, unsortable } from '../parts/attributes.ts';
import { commentOption, creationDateOption, idOption, updateDateOption } from '../parts/base-options.ts';
import type { Declaration, Facts } from '../parts/facts.ts';
import { historized, inEntities, trashable } from '../parts/flags.ts';
import { children, join } from '../parts/joins.ts';
import { child, dropdown, item, socketAlias } from '../parts/kinds.ts';
import { composed } from '../parts/labels.ts';
import { anyItem, childOf, noCheck } from '../parts/links.ts';
import { addressOptions } from '../parts/location-options.ts';
import { of, own } from '../parts/option.ts';

const socketFacts: Facts = {
  right: 'cable_management',
  child: childOf(anyItem, { check: noCheck }),
  emptyValues: { itemtype: 'Computer', position: -1 },
  options: [
    own(5, 'Position', 'position', 'text'),
    of('glpi_socketmodels', 6, 'Socket model', 'name', 'dropdown'),
    own(
      7,
      'Associated item types',
      'itemtype',
      'itemtypename',
      fixed,
      grouped,
      also('itemtype'),
      { itemtype_list: 'socket_types' },
      join(children),
    ),
    own(8, 'Associated item ID', 'items_id', 'specific', fixed, equalsOnly, also('itemtype')),
    own(9, 'Wiring side', 'wiring_side', 'specific', equalsOnly),
    of('glpi_locations', 3, 'Location', 'completename', 'itemlink'),
    ...addressOptions,
  ],
};

export const cabling: readonly Declaration[] = [
  item('Cable', ['Cable', 'Cables'], {
    right: 'cable_management',
    flags: [inEntities, trashable, historized],
    emptyValues: { color: '#dddddd', itemtype_endpoint_a: 'Computer', itemtype_endpoint_b: 'Computer' },
    lacks: ['name', 'is_recursive'],
    options: [
      own(1, 'Name', 'name', 'itemlink', fixed, { autocomplete: true }),
      idOption,
      of('glpi_cabletypes', 4, 'Cable type', 'name', 'dropdown'),
      of('glpi_cablestrands', 5, 'Cable strand', 'name', 'dropdown'),
      own(6, 'Inventory number', 'otherserial', 'string', { autocomplete: true }),
      own(
        7,
        composed('%1$s (%2$s)', 'Associated item type', 'Endpoint A'),
        'itemtype_endpoint_a',
        'itemtypename',
        fixed,
        grouped,
        { itemtype_list: 'socket_types' },
      ),
      own(
        8,
        composed('%1$s (%2$s)', 'Associated item', 'Endpoint B'),
        'items_id_endpoint_b',
        'specific',
        fixed,
        equalsOnly,
        also('itemtype_endpoint_b'),
      ),
      own(
        9,
        composed('%1$s (%2$s)', 'Associated item type', 'Endpoint B'),
        'itemtype_endpoint_b',
        'itemtypename',
        fixed,
        grouped,
        { itemtype_list: 'socket_types' },
      ),
      own(
        10,
        composed('%1$s (%2$s)', 'Associated item', 'Endpoint A'),
        'items_id_endpoint_a',
        'specific',
        fixed,
        equalsOnly,
        also('itemtype_endpoint_a'),
      ),
      of(
        'glpi_socketmodels',
        11,
        composed('%1$s (%2$s)', 'Socket model', 'Endpoint A'),
        'name',
        'dropdown',
        by('socketmodels_id_endpoint_a'),
        fixed,
      ),
      of(
        'glpi_socketmodels',
        12,
        composed('%1$s (%2$s)', 'Socket model', 'Endpoint B'),
        'name',
        'dropdown',
        by('socketmodels_id_endpoint_b'),
        fixed,
      ),
      of(
        'glpi_sockets',
        13,
        composed('%1$s (%2$s)', 'Socket', 'Endpoint B'),
        'name',
        'dropdown',
        by('sockets_id_endpoint_b'),
        fixed,
      ),
      of(
        'glpi_sockets',
        14,
        composed('%1$s (%2$s)', 'Socket', 'Endpoint A'),
        'name',
        'dropdown',
        by('sockets_id_endpoint_a'),
        fixed,
      ),
      own(15, 'Color', 'color', 'color'),
      commentOption,
      updateDateOption,
      of('glpi_users', 24, 'Technician in charge', 'name', 'dropdown', by('users_id_tech')),
      creationDateOption,
      of('glpi_states', 31, 'Status', 'completename', 'dropdown', { condition: { is_visible_cable: 1 } }),
      own(
        87,
        composed('%1$s (%2$s)', 'Data center position', 'Endpoint A'),
        '_virtual_datacenter_position',
        'specific',
        fixed,
        unsearchable,
        unsortable,
        also('items_id_endpoint_a', 'itemtype_endpoint_a'),
      ),
      own(
        88,
        composed('%1$s (%2$s)', 'Data center position', 'Endpoint B'),
        '_virtual_datacenter_position',
        'specific',
        fixed,
        unsearchable,
        unsortable,
        also('items_id_endpoint_b', 'itemtype_endpoint_b'),
      ),
    ],
  }),
  dropdown('CableStrand', ['Cable strand', 'Cable strands']),
  dropdown('CableType', ['Cable type', 'Cable types']),
  child('Glpi\\Socket', ['Socket', 'Sockets'], socketFacts),
  dropdown('Glpi\\SocketModel', ['Socket model', 'Socket models']),
  socketAlias('Netpoint', ['Socket', 'Sockets'], socketFacts),
];
